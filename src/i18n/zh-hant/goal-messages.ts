import type { goalMessages as english } from '../en/goal-messages.ts'
import type { Formats } from '../formats.ts'

type All = ReturnType<typeof english>
type Part<Prefix extends string> = Pick<All, Extract<keyof All, `${Prefix}${string}`>>

export const goalMessages = (format: Formats): All => ({
  ...goal(format),
  ...statuses,
  ...list(format),
  ...page(format),
  ...chart,
})

const statuses: Part<'status.' | 'moment.' | 'button.'> = {
  'status.done': () => '已達成',
  'status.overdue': () => '已逾期',
  'status.no-data': () => '沒有消息',
  'status.too-early': () => '剛開始',
  'status.on-track': () => '進度正常',
  'status.at-risk': () => '有風險',
  'status.off-track': () => '落後',
  'status.retired': () => '已中止',
  'moment.tokens': () => '{date_short_pretty} {time}',
  'moment.long-tokens': () => '{date_long_pretty} {time}',
  'button.new-goal': () => '新增目標',
  'button.open': () => '開啟',
}

const goal = (format: Formats): Part<'goal.'> => ({
  'goal.not-started': () => '尚未開始',
  'goal.days-left': ({ days }) => `還有 ${format.number(days)} 天`,
  'goal.days-over': ({ days }) => `超過期限 ${format.number(days)} 天`,
  'goal.from-to': ({ from, to }) => `${from} → ${to}`,
  'goal.between': ({ low, high }) => `介於 ${low} 與 ${high} 之間`,
  'goal.at-least': ({ low }) => `至少 ${low}`,
  'goal.at-most': ({ high }) => `最多 ${high}`,
  'goal.each-week': ({ amount }) => `每週 ${amount}`,
  'goal.deliver': () => '完成與否',
  'goal.is-done': () => '已完成',
  'goal.not-done': () => '尚未完成',
  'goal.never': () => '還沒有數字',
  'goal.due': ({ due }) => `${due} 到期`,
  'goal.due-today': () => '今天到期',
  'goal.last': ({ amount, date }) => `上次：${amount}（${date}）`,
  'goal.last-never': () => '還沒有數字',
  'goal.expected': ({ amount }) => `今天的預定進度：${amount}`,
  'goal.needed': ({ change }) => `每週需要 ${change}`,
  'goal.points': ({ change }) => `${change} 個百分點`,
  'goal.progress': ({ share }) => `已走完 ${share}`,
})

const list = (format: Formats): Part<'list.'> => ({
  'list.title': ({ count }) => `你的 ${format.number(count)} 個目標`,
  'list.pages': ({ page, pages }) =>
    `第 ${format.number(page)} 頁，共 ${format.number(pages)} 頁，最快到期的排在前面`,
  'list.empty.title': () => '你還沒有進行中的目標',
  'list.empty': () =>
    '目標需要一個數字、現在的值和一個日期。之後 Goalpost 會來問你數字，並顯示你是否跟上計畫。',
  'list.earlier': () => '上一頁',
  'list.later': () => '更多目標',
})

const page = (format: Formats): Part<'show.'> => ({
  'show.forecast': ({ likely, earliest, latest }) =>
    `照目前速度：${likely}（介於 ${earliest} 和 ${latest} 之間）`,
  'show.forecast-open': ({ likely, earliest }) => `照目前速度：${likely}（最早 ${earliest}，最晚還看不出來）`,
  'show.not-in-sight': () => '照目前速度，還看不到達成的日子。',
  'show.buffer': ({ days }) => `領先計畫 ${format.number(days)} 天`,
  'show.missed': ({ count }) => `最近 ${format.number(count)} 次沒有回報。`,
  'show.owner': ({ owner }) => `負責人：${owner}`,
  'show.with': ({ names }) => `共同負責人：${names}`,
  'show.partner': ({ partner }) => `夥伴：${partner}`,
  'show.team': ({ channel }) => `團隊：#${channel}`,
  'show.parent': ({ goal: name }) => `屬於 ${name}`,
  'show.private': () => '不公開：只有負責人、共同負責人、夥伴與團隊主管看得到',
  'show.aspirational': () => '挑戰型目標：達成 70% 就算好成績',
  'show.aspirational-good': () => '挑戰型目標，成績不錯：至少達成了 70%',
  'show.dates': ({ start, due }) => `${start} 至 ${due}`,
  'show.by': () => '做法',
  'show.why': () => '原因',
  'show.first-step': () => '第一步',
  'show.numbers-say': ({ status }) => `依數字判斷：${status}`,
  'show.owner-says': ({ status }) => `負責人的看法：${status}`,
  'show.last-word': ({ name, date }) => `${name}，${date}`,
  'show.blocked': ({ blocker }) => `卡在：${blocker}`,
  'show.readings': () => '最近的數字',
  'show.reading': ({ amount, date, name, from }) => `${amount}，${date}，${name}（${from}）`,
  'show.from.form': () => '表單',
  'show.from.reply': () => '回覆',
  'show.from.button': () => '按鈕',
  'show.from.command': () => '指令',
  'show.from.import': () => '檔案匯入',
  'show.no-readings': () => '還沒有人回報數字。',
  'show.versions': () => '目標的更動',
  'show.version.created': ({ name, date }) => `${name} 建立，${date}`,
  'show.version.same': ({ name, date }) => `${name} 更動，${date}`,
  'show.version.easier': ({ name, date }) => `${name} 調低難度，${date}`,
  'show.version.harder': ({ name, date }) => `${name} 調高難度，${date}`,
  'show.counts-from': ({ moment }) => `較容易的條件從 ${moment} 起計分；在那之前以較難的為準。`,
  'show.locks-at': ({ moment }) => `第一次回報或 ${moment} 之前（以先到者為準），可以直接修改。`,
  'show.locked': () => '已鎖定：數字與日期的更動會告知團隊。',
  'show.next': ({ moment }) => `下次回報：${moment}`,
  'show.closed': ({ status, date }) => `${status}，${date}`,
  'show.check-in': () => '回報進度',
  'show.edit': () => '編輯',
  'show.close': () => '結束目標',
  'show.reopen': () => '重新開啟',
})

const chart: Part<'chart.'> = {
  'chart.path': () => '實際與計畫',
  'chart.value': () => '實際',
  'chart.plan': () => '計畫',
  'chart.low': () => '下限',
  'chart.high': () => '上限',
}
