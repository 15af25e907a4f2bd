import type { planMessages as english } from '../en/plan-messages.ts'
import type { Formats } from '../formats.ts'

type All = ReturnType<typeof english>
type Part<Prefix extends string> = Pick<All, Extract<keyof All, `${Prefix}${string}`>>

export const planMessages = (format: Formats): All => ({
  ...milestones(format),
  ...changes,
  ...milestoneForm(format),
  ...tree(format),
  ...load(format),
})

const milestones = (format: Formats): Part<'milestones.'> => ({
  'milestones.title': () => '里程碑',
  'milestones.squeezed': ({ days }) => `時間緊迫：只剩 ${format.number(days)} 個工作天`,
  'milestones.count': ({ done, count }) => `里程碑 ${format.number(done)}／${format.number(count)}`,
  'milestones.span': ({ count }) => `${format.number(count)} 個里程碑`,
  'milestones.full': ({ most }) => `已有 ${format.number(most)} 個里程碑，達到上限。`,
  'milestones.counts': ({ weight }) => `權重 ${format.number(weight)}`,
  'milestones.with-goal': () => '隨目標到期',
  'milestones.done-by': ({ name, date }) => `${name} 完成，${date}`,
  'milestones.done': () => '已完成',
  'milestones.late': () => '已逾期',
  'milestones.blocked': ({ names }) => `卡住：${names} 已逾期`,
  'milestones.after': ({ names }) => `接在 ${names} 之後`,
  'milestones.chain': ({ chain }) => `關鍵路徑：${chain}`,
  'milestones.of-goal': ({ step, goal }) => `${step}（${goal}）`,
  'milestones.hidden': () => '你看不到的項目',
  'milestones.empty': () => '還沒有里程碑。里程碑是途中要交出的成果，各有日期和負責交付的人。',
  'milestones.add': () => '新增里程碑',
  'milestones.mark': () => '標示為完成',
  'milestones.unmark': () => '其實還沒完成',
  'milestones.change': () => '修改',
  'milestones.remove': () => '移除',
  'milestones.given': ({ owner }) => `${owner} 的目標有一個里程碑由你負責：`,
  'milestones.given.text': ({ step, due }) => `你負責的里程碑：${step}，${due}`,
  'milestones.all-done': () => '所有里程碑都完成了，目標達成了嗎？',
  'milestones.all-done.text': ({ goal }) => `所有里程碑都完成了：${goal}`,
  'milestones.close': () => '以達成結束',
  'milestones.marks-only': () => '你可以標示自己負責交付的項目；修改內容請找目標負責人或團隊主管。',
})

const changes: Part<'changed.milestone.'> = {
  'changed.milestone.added': ({ title, due }) => `新增里程碑：${title}，${due}`,
  'changed.milestone.removed': ({ title }) => `移除里程碑：${title}`,
  'changed.milestone.renamed': ({ from, to }) => `里程碑：${from} → ${to}`,
  'changed.milestone.moved': ({ title, from, to }) => `里程碑「${title}」：${from} → ${to}`,
  'changed.milestone.handed': ({ title }) => `里程碑「${title}」：改由別人交付`,
  'changed.milestone.reordered': ({ title }) => `里程碑「${title}」：改變了先後順序`,
}

const milestoneForm = (format: Formats): Part<'milestone-form.'> => ({
  'milestone-form.new': () => '新增里程碑',
  'milestone-form.edit': () => '修改里程碑',
  'milestone-form.back': () => '回到清單',
  'milestone-form.title.label': () => '要交出什麼成果？',
  'milestone-form.title.placeholder': () => '與法務談定價格',
  'milestone-form.due.label': () => '什麼時候完成？',
  'milestone-form.due.hint': ({ due }) => `沒有選日期時，隨目標在 ${due} 到期。`,
  'milestone-form.assignee.label': () => '由誰交付？',
  'milestone-form.assignee.hint': () => '團隊頻道裡的人。沒有指定時，由目標負責人交付。',
  'milestone-form.weight.label': () => '占多少權重？',
  'milestone-form.weight.option': ({ weight }) => (weight === 1 ? '1（一般）' : format.number(weight)),
  'milestone-form.after.label': () => '要等哪些完成才能開始？',
  'milestone-form.after.hint': () => '這個團隊裡必須先完成的里程碑與目標。',
  'milestone-form.after.placeholder': () => '搜尋里程碑與目標',
  'milestone-form.reason.label': () => '為什麼要更改？',
  'milestone-form.reason.hint': () =>
    '目標已鎖定時，減少未完成里程碑的權重或把它移除，等於調低難度，須說明原因；內容會貼在目標的討論串。',
  'milestone-form.remove': () => '移除里程碑',
  'milestone-form.remove.sure': () => '將從目標中移除，目標的紀錄會保留它。',
})

const tree = (format: Formats): Part<'tree.' | 'show.'> => ({
  'show.parts': () => '下層目標',
  'show.more-parts': ({ count }) => `還有 ${format.number(count)} 個`,
  'tree.title': ({ channel }) => `#${channel} 的目標與上層目標`,
  'tree.empty': () => '這裡沒有你看得到的進行中目標。',
  'tree.how': () => '有下層目標時，狀態以最差的一個為準；進度是下層的平均，依工作量加權。',
  'tree.flat': () => '這些目標之間還沒有上下層關係。編輯目標時，可以在「所屬的上層目標」選擇。',
  'tree.own': ({ status }) => `依自己的數字：${status}`,
  'tree.cycle': () => '上層目標繞回自己，請改選別的上層目標',
  'tree.too-deep': ({ most }) => `超過 ${format.number(most)} 層`,
  'tree.ends-after-parent': () => '比上層目標更晚結束',
  'tree.directions-conflict': () => '與上層目標的方向相反',
  'tree.fall-short': ({ share }) => `下層目標加起來只有 ${share}`,
  'tree.no-child': () => '期間超過半年，但還沒有下層目標或里程碑',
  'tree.orphan': ({ goals }) => `沒有上層目標（或上層目標已結束）：${goals}`,
  'tree.more': ({ count }) => `還有 ${format.number(count)} 個目標沒有列出。`,
  'tree.open': () => '開啟目標',
})

const load = (format: Formats): Part<'load.'> => ({
  'load.title': ({ channel }) => `#${channel} 的工作負荷`,
  'load.how': () => '小目標算 1，中算 2，大算 4，當週到期的里程碑各再加 1。6 以下還有餘裕，10 以上就太多了。',
  'load.week': ({ week }) => `第 ${week} 週`,
  'load.caption': () => '每週點數',
  'load.name': () => '姓名',
  'load.you': () => '你',
  'load.team': ({ count }) => `團隊（${format.number(count)} 人）`,
  'load.empty': () => '這幾週沒有人有工作。',
  'load.ok': () => '有餘裕',
  'load.busy': () => '忙碌',
  'load.overloaded': () => '太多',
  'load.points': ({ value }) => format.number(value),
  'load.cell': ({ points, level }) => `${points} · ${level}`,
  'load.too-many-goals': ({ count }) => `同時有 ${format.number(count)} 個目標；一般人同時做三到五個`,
  'load.too-many-milestones': ({ count }) => `同一週有 ${format.number(count)} 個里程碑到期`,
  'load.moves': () => '最有幫助的調整',
  'load.move': ({ what, before, after }) => `把 ${what} 延到之後（${before} → ${after}）`,
  'load.move.mate': ({ name, before, after }) => `或交給同一個上層目標的 ${name}（${before} → ${after}）`,
  'load.move.mate-unseen': ({ name }) => `或問問同一個上層目標的 ${name}`,
  'load.milestones': () => '由你交付',
  'load.more': ({ count }) => `還有 ${format.number(count)} 人負荷較輕，沒有列出。`,
})
