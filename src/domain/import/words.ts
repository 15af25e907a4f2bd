/** The words of a file's cells in both languages, and what they mean. */

const measures = {
  'custom-level': ['level', '數值'],
  'custom-total': ['total', 'count', '累計', '總數'],
  'custom-cadence': ['cadence', 'rhythm', '頻率'],
  'custom-range': ['range', 'keep', '範圍', '維持'],
  deliverable: ['yes/no', 'done', '交付', '完成與否'],
} as const

const states = {
  active: [
    'open',
    'running',
    'in progress',
    'not started',
    'on track',
    'at risk',
    'off track',
    '進行中',
    '開啟',
  ],
  reached: ['done', 'closed', 'achieved', 'completed', 'complete', '達成', '已達成', '完成', '已完成'],
  retired: ['abandoned', 'cancelled', 'canceled', 'dropped', '中止', '已中止', '取消'],
} as const

const visibilities = {
  team: ['public', 'shared', '團隊', '公開'],
  private: ['不公開', '私人', '私密'],
} as const

const sizes = {
  small: ['s', '小'],
  medium: ['m', '中'],
  large: ['l', '大'],
} as const

const ambitions = { committed: ['承諾', '承諾型'], aspirational: ['挑戰', '挑戰型'] } as const

const directions = { up: ['higher', '越高越好', '上升'], down: ['lower', '越低越好', '下降'] } as const

const paths = {
  linear: ['straight', '直線'],
  'business-days': ['business days', '工作日'],
  'back-loaded': ['back loaded', '後段'],
  's-curve': ['s curve', 's 曲線'],
  steps: ['milestones', '里程碑'],
  custom: ['自訂'],
} as const

/** Nothing for an empty cell, `unknown` for a word that is none of these. */
function reader<W extends string>(words: Readonly<Record<W, readonly string[]>>) {
  const meant = new Map<string, W>()
  for (const [word, others] of Object.entries<readonly string[]>(words)) {
    for (const one of [word, ...others]) meant.set(one, word as W)
  }
  return (cell: string | undefined): W | 'unknown' | undefined => {
    const text = (cell ?? '').normalize('NFKC').trim().toLowerCase()
    return text === '' ? undefined : (meant.get(text) ?? 'unknown')
  }
}

export const readMeasureWord = reader(measures)
export const readState = reader(states)
export const readVisibility = reader(visibilities)
export const readSize = reader(sizes)
export const readAmbition = reader(ambitions)
export const readDirection = reader(directions)
export const readPath = reader(paths)
