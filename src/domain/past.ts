import { readAmount } from './amount.ts'
import type { Goal, GoalKind, Measure, Unit } from './goal.ts'
import { isKpi } from './kpis.ts'
import { signed } from './quick-create/amounts.ts'
import { metricOf } from './quick-create/metric.ts'
import type { Cadence, KpiId } from './types.ts'

/** What a metric was like before, for judging whether a target is within reach; domain.md §2.1. */

export const PERIOD_DAYS: Readonly<Record<Cadence | 'quarterly', number>> = {
  daily: 7 / 5,
  weekly: 7,
  'two-weekly': 14,
  monthly: 365.25 / 12,
  quarterly: 365.25 / 4,
}

/** The same KPI; of measures of one's own those that a title calls the same. */
export function isSameMetric(
  one: Pick<Goal, 'measure' | 'title' | 'kpi'>,
  other: { readonly measure: Measure; readonly title: string; readonly kpi?: KpiId | undefined },
): boolean {
  if (one.kpi !== undefined || other.kpi !== undefined) return one.kpi === other.kpi
  if (one.measure !== other.measure || one.measure === 'deliverable') return false
  if (isKpi(one.measure)) return true
  const [a, b] = [one, other].map(({ title }) => metricOf(signed(title.normalize('NFKC')).text))
  return a !== undefined && a.toLowerCase() === b?.toLowerCase()
}

/** More than anyone looks back on. */
const MOST_PERIODS = 26

/**
 * Values pasted as people paste them: `23, 25, 27`, `23% 25% 27%`, one per line; `-` or `n/a` where one is missing.
 * Undefined where anything in it is no number. Oldest first.
 */
export function readHistory(
  typed: string,
  unit: Unit | undefined,
): readonly (number | undefined)[] | undefined {
  const pieces = piecesOf(typed.normalize('NFKC').trim())
  const values = pieces.map((piece) => (missing.test(piece) ? 'missing' : valueOfPiece(piece, unit)))
  if (values.includes(undefined)) return undefined
  return values.map((value) => (value === 'missing' ? undefined : value)).slice(-MOST_PERIODS)
}

const missing = /^(?:-|–|—|\?|n\/?a|none|無|缺)$/i

/**
 * Apart at what cannot be in a number: lines, semicolons, a comma before a blank; then at blanks, where there are any; then at
 * commas. `1,450 1,520` are two numbers and `120,130,125` are three; `1,450` alone is one.
 */
function piecesOf(text: string): readonly string[] {
  const strong = text.split(/\s*[;；、\n|]\s*|\s*->\s*|,\s+/)
  const pieces = strong.length > 1 ? strong : parted(text)
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

function parted(text: string): readonly string[] {
  const byBlanks = text.split(/\s+(?=[-+$€£¥]?\d|n\/a|-)/i)
  if (byBlanks.length > 1) return byBlanks
  const commas = text.split(',')
  return commas.length === 2 && isGrouped(text) ? [text] : commas
}

/** `1,450` is one number; of `450,470` both halves are alike, and a past has more values than one. */
function isGrouped(text: string): boolean {
  const [, first = '', second = ''] = /^\D*(\d{1,3}),(\d{3})\D*$/.exec(text) ?? []
  return first !== '' && (Number(first) * 3 < Number(second) || Number(first) > Number(second) * 3)
}

function valueOfPiece(piece: string, unit: Unit | undefined): number | undefined {
  const read = readAmount(piece, unit)
  return read.ok ? read.value.value : undefined
}

/** One goal's values per period, as a series of its metric: what adds up is told apart into what each period brought. */
export function seriesOf(
  goal: Pick<Goal, 'kind' | 'baseline'>,
  values: readonly number[],
): readonly number[] {
  if (goal.kind !== 'cumulative') return values
  return values.map((value, index) => value - (values[index - 1] ?? goal.baseline ?? 0))
}

export const kindOfSeries = (kind: Exclude<GoalKind, 'milestone'>): 'flow' | 'level' | 'maintain' =>
  kind === 'cumulative' ? 'flow' : kind === 'maintain' ? 'maintain' : 'level'

export const newestOf = <T>(values: readonly T[]): readonly T[] => values.slice(-MOST_PERIODS)
