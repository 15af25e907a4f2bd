import type { SkipReason } from '../../domain/skip-reasons.ts'
import type { whyMessages as english } from '../en/why-messages.ts'
import type { Formats } from '../formats.ts'

export const whyMessages = (format: Formats): ReturnType<typeof english> => ({
  ...reasons,
  ...log,
  'log.more': ({ count }) => `以及另外 ${format.number(count)} 項`,
})

const reasons: Record<`why.${SkipReason}`, () => string> = {
  'why.muted': () => '個人設定關閉了這類訊息。',
  'why.stopped': () => '已用「停止」暫停所有詢問。',
  'why.snoozed': () => '已用「稍後」延到晚一點。',
  'why.skipped': () => '這一次已用「跳過」略過。',
  'why.answered': () => '到那時都已經回報了。',
  'why.answered-early': () => '在詢問之前就都回報了。',
  'why.no-goals': () => '那天沒有需要詢問的進行中目標。',
  'why.board-off': () => '團隊的排行榜已關閉。',
  'why.leave': () => '那天在請假期間。',
  'why.holiday': () => '那天是國定假日。',
  'why.non-working': () => '那天不是工作日。',
  'why.team-away': () => '那天整個團隊都休息。',
  'why.deactivated': () => 'Slack 帳號已停用。',
  'why.outsider': () => '不會詢問應用程式與其他組織的人。',
  'why.no-team': () => '團隊已經不存在。',
  'why.channel-gone': () => 'Goalpost 已不在團隊頻道裡。',
  'why.channel-left': () => 'Goalpost 已不在團隊頻道裡。',
  'why.channel-archived': () => '團隊頻道已封存。',
  'why.channel-shared': () => '團隊頻道與其他組織共用，而目標只留在自己的組織裡。',
  'why.too-old': () => 'Goalpost 沒能及時送出，所以就不打擾了。這不會算在任何人頭上。',
  'why.gone': () => '要說的內容已經不存在。',
  'why.no-occurrence': () => '要說的內容已經不存在。',
  'why.unreadable': () => '我們這邊出了問題，訊息沒能寫成。這不會算在任何人頭上。',
  'why.render-failed': () => '我們這邊出了問題，訊息沒能寫成。這不會算在任何人頭上。',
  'why.history-unreadable': () => 'Slack 沒有說明訊息是否送達，所以可能收到兩次。',
  'why.unknown-outcome': () => 'Slack 沒有說明訊息是否送達，因此沒有再送一次。',
  'why.slack-no-person': () => 'Slack 已找不到這個帳號。',
  'why.slack-no-direct-messages': () => 'Slack 不讓 Goalpost 在那裡傳私訊。',
  'why.slack-no-channel': () => 'Slack 已不讓 Goalpost 進入那個頻道。',
  'why.slack-not-allowed': () => '工作空間的規定不讓 Goalpost 在那裡發言。',
  'why.slack-refused': () => 'Slack 沒有接受這則訊息。這不會算在任何人頭上。',
}

const log = {}
