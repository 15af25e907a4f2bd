import type { lifeMessages as english } from '../en/life-messages.ts'
import type { Formats } from '../formats.ts'

type All = ReturnType<typeof english>
type Part<Prefix extends string> = Pick<All, Extract<keyof All, `${Prefix}${string}`>>

export const lifeMessages = (format: Formats): All => ({
  ...life(format),
  ...rest,
})

const life = (format: Formats): Part<'life.'> => ({
  'life.stopped-prompts': ({ count }) => `這段期間會略過 ${format.number(count)} 次回報。`,
  'life.later.1h': () => '1 小時後再問',
  'life.later.3h': () => '3 小時後再問',
  'life.later.tomorrow': () => '明天再問',
  'life.later': () => '現在不方便…',
  'life.later.skip': () => '這次跳過',
  'life.snoozed': ({ moment }) => `好，${moment} 會再問你一次。`,
  'life.snoozed-to-next': ({ moment }) => `下一次回報比那更早，這次就先放著：${moment}。`,
  'life.nothing-open': () => '目前沒有等你回報的項目。',
  'life.all-answered': () => '這次的項目都回報過了。',
  'life.next': ({ moment }) => `下一次是 ${moment}。`,
  'life.no-next': () => '目前沒有排定。',
  'life.skipped': () => '已跳過，這次不會再打擾你。之後回報仍然算數。',
  'life.skipped.free': () => '不計入你的可靠度。',
  'life.skipped.last-free': () => '連續的前兩次都不計入可靠度，這次也是；再連續跳過就算遲交。',
  'life.skipped.late': ({ nth }) => `這是連續第 ${format.number(nth)} 次，所以算遲交；前兩次沒有計入。`,
  'life.when': ({ channel, moment }) => `#${channel}：${moment}`,
  'life.when.title': () => '下一次問你的時間：',
  'life.when.none': () => '沒有排定回報：你目前沒有進行中的目標。',
  'life.when.again': ({ moment }) => `延後的那一次會在 ${moment} 再問你。`,
  'life.when.muted': () => '目前全部靜音，所以不會傳送。輸入「取消靜音」就會再問你。',
  'life.stopped': () => '已全部暫停，直到你輸入「恢復」。',
  'life.stopped.until': ({ date }) => `已全部暫停，${date} 起恢復。`,
  'life.stopped.note': () =>
    '暫停不等於請假：和跳過一樣，連續的前兩次不計入可靠度，之後算遲交。休假請輸入「請假」。',
  'life.stopped.end': () => '輸入「恢復」可以提早結束。',
  'life.resumed': () => '歡迎回來，會再開始問你。',
  'life.not-stopped': () => '目前沒有暫停。',
  'life.muted.reminders': () => '已關閉提醒：只會問你一次。',
  'life.muted.news': () => '已關閉其他人目標的消息。',
  'life.muted.everything': () => '已全部靜音：不會再問你，請自行回報。',
  'life.muted.boards': () =>
    '排行榜只張貼在頻道，不會傳給個人，所以沒有可以靜音的。可以在 Slack 將頻道靜音，或在「我的設定」裡不列出自己。',
  'life.unmuted.reminders': () => '已開啟提醒。',
  'life.unmuted.news': () => '已開啟其他人目標的消息。',
  'life.unmuted.everything': () => '已全部開啟。',
  'life.unmuted.boards': () => '排行榜張貼在頻道，這裡從未靜音。',
  'life.muted.undo': ({ word }) => `輸入「${word}」就會再開啟。`,
  'life.unmute-word.reminders': () => '取消靜音 提醒',
  'life.unmute-word.news': () => '取消靜音 消息',
  'life.unmute-word.everything': () => '取消靜音',
  'life.quiet.none': () => '目前沒有靜音或暫停。',
  'life.quiet.since': ({ moment }) => `從 ${moment} 起沒有傳給你的：`,
  'life.quiet.nothing-yet': ({ moment }) => `從 ${moment} 起還沒有略過任何訊息。`,
  'life.quiet.prompt': ({ moment }) => `一次回報，${moment}`,
  'life.quiet.reminder': ({ moment }) => `一則提醒，${moment}`,
  'life.quiet.news': ({ moment }) => `一則目標消息，${moment}`,
  'life.unclear.snooze': ({ typed }) =>
    `看不懂「${typed}」是什麼時間。可以輸入「延後 2 小時」、「延後到 15:00」或「明天再問我」。`,
  'life.unclear.stop': ({ typed }) =>
    `看不懂「${typed}」是哪一天，所以沒有暫停。可以輸入「暫停到週五」或「暫停到 2026-06-03」。`,
  'life.unclear.mute': ({ typed }) =>
    `「${typed}」不能靜音。可以輸入「靜音提醒」、「靜音消息」或「靜音全部」。`,
  'life.past': ({ date }) => `${date} 不在未來，所以沒有暫停。`,
})

const rest: Part<'again.' | 'zone-lacked' | 'comeback.' | 'past-day.' | 'ladder.' | 'blocked-told.'> = {
  'again.text': () => '依你的要求，再問一次進度',
  'again.hello': () => '依你的要求，再問一次。',
  'zone-lacked.text': () => '這裡沒有你的時區',
  'zone-lacked': ({ zone, instead }) =>
    `Slack 給的時區是 ${zone}，但這裡沒有這個時區。在你到設定裡選擇其他時區之前，會依 ${instead} 的時間問你，不會跟著夏令時間調整。`,
  'comeback.line': ({ needed }) => `上次沒有回報。從現在起：${needed}`,
  'comeback.bare': () => '上次沒有回報，沒關係。接下來怎麼做？',
  'comeback.catch-up': () => '現在補上',
  'comeback.re-scope': () => '調整計畫',
  'comeback.retire': () => '中止目標',
  'past-day.line': ({ date }) => `期限是 ${date}，已經過了。最後到哪裡？回報後請結束目標，或改一個新的期限。`,
  'past-day.close': () => '結束目標',
  'past-day.move': () => '改期限',
  'ladder.partner': ({ name, moment }) =>
    `如果你在那之前沒有回報「已解除」或數字，${name} 會在 ${moment} 收到通知。`,
  'ladder.lead': ({ name, moment }) => `如果到時仍然卡住，${name} 會在 ${moment} 收到通知。`,
  'blocked-told.text': ({ owner }) => `${owner} 的目標一直卡住`,
  'blocked-told.partner': ({ owner }) => `${owner} 的一個目標已經卡住兩個工作天。你是夥伴，能幫上忙嗎？`,
  'blocked-told.lead': ({ owner }) => `${owner} 的一個目標已經卡住四個工作天。你是團隊主管，能幫上忙嗎？`,
  'blocked-told.by': ({ blocker }) => `卡在：${blocker}`,
  'blocked-told.knows': ({ owner }) => `${owner} 事先就知道會通知你。`,
}
