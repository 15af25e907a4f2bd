import type { leaveMessages as english } from '../en/leave-messages.ts'
import type { Formats } from '../formats.ts'

export const leaveMessages = (format: Formats): ReturnType<typeof english> => ({
  'leave.prompts': ({ count }) =>
    count === 0 ? '這段期間沒有排定的回報。' : `這段期間會略過 ${format.number(count)} 次回報。`,
  'leave.span': ({ from, back }) =>
    back === undefined ? `從 ${from} 起不在` : `從 ${from} 起不在，${back} 回來`,
  'leave.noted': ({ span }) => `已登記：你${span}。`,
  'leave.noted-for': ({ name, span }) => `已登記：${name} ${span}。`,
  'leave.noted-by': ({ name, span }) => `${name} 替你登記：${span}。`,
  'leave.excuses-open': () => '現在開放中的這次回報也不計。',
  'leave.free': () => '請假不會影響任何人的成績；想回報仍然算數。',
  'leave.end': () => '會持續到你輸入「回來了」。',
  'leave.told-them': ({ name }) => `已通知 ${name}。`,
  'leave.cancel': () => '取消這筆',
  'leave.cancelled': ({ date }) => `已取消 ${date} 起的請假。`,
  'leave.cancelled-for': ({ name, date }) => `已取消 ${name} 從 ${date} 起的請假。`,
  'leave.cancelled-by': ({ name, date }) => `${name} 取消了你從 ${date} 起的請假。`,
  'leave.back': () => '歡迎回來，會再開始問你。',
  'leave.back-for': ({ name }) => `已登記：${name} 回來了，會再開始問。`,
  'leave.back-by': ({ name }) => `${name} 登記你回來了，會再開始問你。`,
  'leave.not-away': () => '目前沒有登記你不在。',
  'leave.not-away.other': ({ name }) => `目前沒有登記 ${name} 不在。`,
  'leave.planned': ({ date }) => `已登記 ${date} 起請假。`,
  'life.past-leave': ({ back }) => `回來的日子是 ${back}，不在今天或請假第一天之後，所以沒有登記。`,
  'life.too-long': () => '超過一年，所以沒有登記。不寫結束日時，會持續到你輸入「回來了」。',
  'life.unclear.away': ({ typed }) =>
    `看不懂「${typed}」是什麼時間，所以沒有登記。可以輸入「請假到週三」、「請假 3 天」或「請假 12/24 到 12/28」。`,

  'leave.offer': ({ status, date }) => `你的 Slack 狀態是「${status}」。你在 ${date} 之前都不在嗎？`,
  'leave.offer.open': ({ status }) => `你的 Slack 狀態是「${status}」。你現在請假嗎？`,
  'leave.offer.note': () => '你沒有回答就不會有任何改變。登記不在的期間不會問你。',
  'leave.offer.take': () => '對，先別問我',
  'leave.offer.decline': () => '不是，照常問我',
  'leave.declined': () => '好，會照常問你。',

  'help.away': () => '登記請假：期間不會問你，也不計成績；輸入「回來了」結束',
  'usage.away': () => '[到週三]',
  'leave-form.title': () => '請假',
  'leave-form.submit': () => '登記',
  'leave-form.who.label': () => '誰不在？',
  'leave-form.who.hint': () => '留空就是你自己。替你帶領的團隊成員登記時，對方會收到通知。',
  'leave-form.from.label': () => '第一天',
  'leave-form.last.label': () => '最後一天',
  'leave-form.last.hint': () => '留空表示持續到你輸入「回來了」。',
  'leave-form.last.early': () => '最後一天早於第一天，或已經過了。',
  'leave-form.last.long': () => '超過一年。沒有結束日的請假請留空。',
  'home.away': ({ from, back }) =>
    back === undefined ? `從 ${from} 起不在` : `從 ${from} 起不在，${back} 回來`,
  'home.away.end': () => '取消這筆',
  'home.time-off': () => '請假',
})
