import type { promptMessages as english } from '../en/prompt-messages.ts'
import type { Formats } from '../formats.ts'

export const promptMessages = (format: Formats): ReturnType<typeof english> => ({
  'prompt.text': ({ count, date }) => `${date}的進度回報：${format.number(count)} 個目標`,
  'prompt.hello': ({ count, date }) =>
    count === 1
      ? `你好！今天是 ${date}，你的目標進行得如何？`
      : `你好！今天是 ${date}，你的 ${format.number(count)} 個目標進行得如何？`,
  'prompt.date': ({ weekday, date }) => `${date}（${weekday}）`,
  'prompt.first.what': () => '我是 Goalpost：到了團隊的回報日，會用一則訊息問你每個目標的數字。',
  'prompt.first.how': () => '用一行字或按鈕回答就好。你會看到我怎麼理解，也可以復原。',
  'prompt.late': () => '這則訊息比預定時間晚到，是我們這邊延誤了。',
  'prompt.goal': ({ position, title }) => `${position}）${title}`,
  'prompt.answered': () => '已回報',
  'prompt.enter': () => '填寫數字',
  'prompt.answer': () => '回報',
  'prompt.change': () => '修改回報',
  'prompt.no-change': () => '沒變',
  'prompt.status': () => '狀況如何？',
  'prompt.enter-for': ({ title }) => `填寫「${title}」的數字`,
  'prompt.no-change-for': ({ title }) => `「${title}」沒變`,
  'prompt.all': () => '用表單一次回報',
  'prompt.rest': ({ count }) => `還有 ${format.number(count)} 個目標等你回報：`,
  'prompt.unlisted': ({ count }) => `以及另外 ${format.number(count)} 個`,
  'prompt.reply': ({ example }) => `也可以直接回覆一行，例如 ${example}`,
  'prompt.example.done': () => '完成',
  'prompt.example.no-change': () => '沒變',
  'prompt.example.one-of': ({ position, answer }) => `${position}) ${answer}`,
  'prompt.until': ({ moment }) => `${moment} 前回報都算準時`,
  'prompt.all-answered': () => '都回報完了，謝謝！',
  'reminder.text': ({ count }) => `這次回報還有 ${format.number(count)} 個目標沒填`,
  'reminder.hello': ({ count }) =>
    `輕輕提醒一下：還有 ${format.number(count)} 個目標沒有數字。回答「沒變」也可以。`,
})
