import type { Formats } from '../formats.ts'

export const kpiForms = (format: Formats) => ({
  ...plain,
  'kpi-list.more': ({ count }: { count: number }) =>
    `還有 ${format.number(count)} 個較早的指標，表單裡都能選`,
  'kpi-list.drop-one': ({ name }: { name: string }) => `把「${name}」從清單移除`,
  'kpi-form.too-many': ({ most }: { most: number }) => `已經有 ${format.number(most)} 個指標，請先移除一個。`,
})

const plain = {
  'kpi.theme.workspace': () => '你們自己的指標',
  'kpi-list.title': () => '可以衡量的指標',
  'kpi-list.own': () => '你們自己的指標',
  'kpi-list.none': () => '還沒有。在這裡新增的指標，每個目標的表單都能選。',
  'kpi-list.add': () => '新增指標',
  'kpi-list.drop': () => '從清單移除',
  'kpi-list.not-yours': () => '只有新增的人、負責人或管理員能移除這個指標。',
  'kpi-list.unknown': () => '這個指標已經不在了。',
  'kpi-form.title': () => '新增指標',
  'kpi-form.name.label': () => '名稱',
  'kpi-form.name.placeholder': () => '兩小時內完成換床的比例',
  'kpi-form.kind.label': () => '怎麼計算？',
  'kpi-form.kind.reach': () => '讀取當下的數值',
  'kpi-form.kind.reach.more': () => '以最後一次的數值為準，例如比率、分數',
  'kpi-form.kind.cumulative': () => '累加',
  'kpi-form.kind.cumulative.more': () => '每增加一個就算一個，例如成交數、註冊數',
  'kpi-form.direction.label': () => '往哪個方向比較好？',
  'kpi-form.cadence.label': () => '多久看一次？',
  'kpi-form.formula.label': () => '公式',
  'kpi-form.formula.placeholder': () => '兩小時內完成的床數 ÷ 所有出院',
  'kpi-form.guard.label': () => '什麼不能因此變差？',
  'kpi-form.guard.hint': () => '對照指標，例如清潔的客訴。',
  'kpi-form.name-missing': () => '請為指標取一個名稱。',
  'kpi-form.name-taken': () => '已經有同名的指標了。',
}
