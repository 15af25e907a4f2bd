import type { lostMessages as english } from '../en/lost-messages.ts'
import type { Formats } from '../formats.ts'

export const lostMessages = (format: Formats): ReturnType<typeof english> => ({
  'lost.text': ({ channel }) => `Goalpost 無法在 #${channel} 張貼訊息`,
  'lost.left': ({ channel }) =>
    `Goalpost 已不在 #${channel}，所以不會再問這裡的目標，也不會張貼排行榜。資料都還在，回報仍然算數。`,
  'lost.left.do': () => '再次邀請就會照常繼續，或者把目標結束。',
  'lost.archived': ({ channel }) =>
    `#${channel} 已封存，所以不會再問這裡的目標，也不會張貼排行榜。資料都還在，回報仍然算數。`,
  'lost.archived.do': () => '解除封存就會照常繼續，或者把目標結束。',
  'lost.restricted': ({ channel }) => `#${channel} 限制發文，有一則訊息沒有張貼出去。仍會私下詢問每個人。`,
  'lost.restricted.do': () => '請管理頻道的人允許 Goalpost 發文。',
  'lost.owner-gone': ({ owner, channel, count }) =>
    `${owner} 的 Slack 帳號已停用，#${channel} 有 ${format.number(count)} 個進行中的目標不會再問任何人。`,
  'lost.owner-gone.do': () => '你是主管，可以結束這些目標，或替其他人重新建立。',
})
