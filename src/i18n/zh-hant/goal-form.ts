import type { goalForm as english } from '../en/goal-form.ts'
import type { Formats } from '../formats.ts'

export const goalForm = (format: Formats): ReturnType<typeof english> => ({
  ...fields,
  'goal-form.confidence.option': ({ value }) => {
    const meaning: Readonly<Record<number, string>> = { 1: '：機會不大', 5: '：一半一半', 10: '：十拿九穩' }
    return `${format.number(value)}${meaning[value] ?? ''}`
  },
})

const fields: Omit<ReturnType<typeof english>, 'goal-form.confidence.option'> = {
  'goal-form.new': () => '新增目標',
  'goal-form.edit': () => '編輯目標',
  'goal-form.edit-number': ({ number }) => `編輯 G-${number}`,
  'goal-form.create': () => '建立目標',
  'goal-form.belongs': ({ owner, channel }) => `由 ${owner} 負責，屬於 ${channel}`,
  'goal-form.locked': () =>
    '這個目標已鎖定：已經回報過，或建立滿三天。更動數字或日期時，會連同你的名字貼在目標的討論串。調高難度會立即生效；調低難度須說明原因，7 天後才列入計分。',
  'goal-form.optional': () => '以下皆為選填。',

  'goal-form.title.label': () => '目標',
  'goal-form.title.placeholder': () => '提升新客戶的成交率',
  'goal-form.measure.label': () => '怎麼衡量？',
  'goal-form.unit.label': () => '單位',
  'goal-form.unit.hint': () => '數字代表什麼：件、%、TWD、小時。只是數字的話請留空。',
  'goal-form.unit.placeholder': () => '件',
  'goal-form.currency.label': () => '幣別',
  'goal-form.currency.hint': () => '填三個字母的代碼，或直接寫在數字旁，例如 NT$1,200。',
  'goal-form.currency.placeholder': () => 'TWD',

  'goal-form.baseline.today.label': () => '目前的數字',
  'goal-form.baseline.today.hint': () => '填你所知的最新數字。進度從這裡算到目標值。',
  'goal-form.baseline.already.label': () => '開始時已有的數量',
  'goal-form.baseline.already.hint': () => '留空代表 0。之後從這個數字往上累計。',
  'goal-form.target.target.label': () => '目標值',
  'goal-form.target.target.hint': () => '到期日前要達到的數字。',
  'goal-form.target.already.label': () => '目標總數',
  'goal-form.target.already.hint': () => '到期日前的總數，包含開始時已有的數量。',
  'goal-form.target.each-week.label': () => '每週目標值',
  'goal-form.target.each-week.hint': () => '每次回報當週的數量，每週重新從 0 開始。',
  'goal-form.low.label': () => '不低於',
  'goal-form.low.hint': () => '只有單邊限制時，另一欄留空即可。',
  'goal-form.high.label': () => '不高於',

  'goal-form.start.label': () => '開始日',
  'goal-form.due.label': () => '到期日',
  'goal-form.owner.label': () => '負責人',
  'goal-form.owner.hint': () => 'Goalpost 會向負責人詢問進度。',
  'goal-form.channel.label': () => '團隊頻道',
  'goal-form.channel.hint': () => '頻道成員看得到這個目標。請先邀請 Goalpost 加入該頻道。',

  'goal-form.levers.label': () => '打算怎麼做？',
  'goal-form.levers.placeholder': () => '一小時內回電給每位新客戶',
  'goal-form.why.label': () => '為什麼重要？',
  'goal-form.first-step.label': () => '第一步',
  'goal-form.first-step.placeholder': () => '如果到了週一早上九點，我就打電話給等最久的五位客戶。',
  'goal-form.first-step.hint': () => '寫成「如果……，我就……」的計畫，比較容易付諸行動。',
  'goal-form.confidence.label': () => '有多少把握達成？',
  'goal-form.confidence.none': () => '不填',
  'goal-form.parent.label': () => '所屬的上層目標',
  'goal-form.parent.none': () => '沒有上層目標',
  'goal-form.parent.placeholder': () => '搜尋目標',
  'goal-form.size.label': () => '工作量有多大？',
  'goal-form.size.hint': () => '用來計算每週的負荷：小算 1，中算 2，大算 4。',
  'goal-form.size.small': () => '小',
  'goal-form.size.medium': () => '中',
  'goal-form.size.large': () => '大',
  'goal-form.co-owners.label': () => '共同負責人',
  'goal-form.co-owners.hint': () => '他們也可以回報，但 Goalpost 只會詢問負責人。',
  'goal-form.partner.label': () => '夥伴',
  'goal-form.partner.hint': () => '一位會得知目標進展的人。',
  'goal-form.visibility.label': () => '誰看得到？',
  'goal-form.visibility.team': () => '團隊',
  'goal-form.visibility.team.more': () => '頻道裡的所有人',
  'goal-form.visibility.private': () => '不公開',
  'goal-form.visibility.private.more': () => '負責人、共同負責人、夥伴與團隊主管',
  'goal-form.reason.label': () => '為什麼要更改？',
  'goal-form.reason.hint': () => '會保留在目標的紀錄裡。',
  'goal-form.reason.locked-hint': () => '會連同更動一起貼在目標的討論串。',
}
