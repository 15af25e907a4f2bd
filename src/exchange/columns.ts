import { type GoalColumn, goalColumns, type ReadingColumn, readingColumns } from '../domain/transfer.ts'

/** Which column a header means, in both languages and as other tools write it. */

const goalNames: Readonly<Partial<Record<GoalColumn, readonly string[]>>> = {
  goal: ['id', 'number', 'no', 'goal id', '編號', '目標編號', '代號'],
  title: ['name', 'goal name', 'goal title', 'objective', '標題', '名稱', '目標', '目標名稱', '目標標題'],
  owner: ['who', 'person', 'responsible', '負責人', '擁有者'],
  owner_id: ['負責人代碼'],
  team: ['channel', '團隊', '頻道'],
  measure: ['metric type', '衡量方式', '指標代碼'],
  kpi: ['metric', 'own kpi', '指標'],
  direction: ['方向'],
  unit: ['units', '單位'],
  baseline: ['from', 'start value', 'starting value', 'base', '基準', '起始值', '基準值'],
  target: ['to', 'target value', 'goal value', '目標值', '目標數字'],
  low: ['min', 'minimum', 'at least', '下限', '最低'],
  high: ['max', 'maximum', 'at most', '上限', '最高'],
  start: ['start date', 'begins', 'begin', '開始', '開始日', '開始日期'],
  due: ['due date', 'deadline', 'end', 'end date', 'by', '期限', '截止', '截止日', '截止日期', '到期日'],
  levers: ['how', 'by doing', '做法', '方法'],
  why: ['reason why', '為什麼', '原因'],
  parent: ['parent goal', 'part of', '上層目標'],
  first_step: ['first step', '第一步'],
  confidence: ['信心'],
  path: ['curve', 'plan', '進度曲線', '路徑'],
  size: ['effort', '大小', '工作量'],
  ambition: ['commitment', '承諾或挑戰'],
  history: ['past values', 'past', '過去數字', '歷史'],
  co_owner_ids: ['co owners', '共同負責人'],
  partner_id: ['partner', '夥伴'],
  visibility: ['公開範圍', '可見範圍'],
  state: ['status', '狀態'],
  closed_at: ['closed', '結束時間'],
  closing_note: ['結語'],
  reason: ['change reason', '修改理由', '理由'],
}

const readingNames: Readonly<Record<ReadingColumn, readonly string[]>> = {
  goal: ['id', 'number', 'goal id', 'metric', 'kpi', '編號', '目標編號', '指標', '目標'],
  title: ['name', 'goal name', 'goal title', '標題', '名稱', '目標名稱', '目標標題'],
  date: ['day', 'when', 'period end', 'week', 'month', '日期', '日', '時間'],
  at: ['timestamp', 'datetime', 'moment', '時刻', '時間點'],
  value: ['reading', 'number value', 'result', 'actual', 'amount', '數字', '值', '數值', '結果', '實際'],
  unit: ['units', '單位'],
  note: ['notes', 'comment', 'comments', '備註', '說明'],
  by: ['owner', 'who', 'person', '誰', '填寫人', '負責人'],
  source: ['provenance', 'from', '來源'],
}

/** Capitals, blanks and signs make no difference. */
const folded = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./:()[\]]+/g, '')

function found<C extends string>(
  headers: readonly string[],
  columns: readonly C[],
  names: Readonly<Partial<Record<C, readonly string[]>>>,
): readonly (C | undefined)[] {
  const meant = new Map<string, C>()
  for (const column of columns) {
    for (const name of names[column] ?? []) if (!meant.has(folded(name))) meant.set(folded(name), column)
  }
  for (const column of columns) meant.set(folded(column), column)
  const taken = new Set<C>()
  return headers.map((header) => {
    const column = meant.get(folded(header))
    // Of two headers with one meaning the first counts.
    if (column === undefined || taken.has(column)) return undefined
    taken.add(column)
    return column
  })
}

export const goalColumnsIn = (headers: readonly string[]) => found(headers, goalColumns, goalNames)
export const readingColumnsIn = (headers: readonly string[]) => found(headers, readingColumns, readingNames)
