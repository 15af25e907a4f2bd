import type { Achievability } from './achievability.ts'
import type { Calendar } from './due/calendar.ts'
import { type GoalText, readGoalText } from './smart/goal-text.ts'
import { daysBetween } from './time.ts'
import type { LocalDate } from './types.ts'

/** Judges how SMART a goal is, domain.md §1.3 and §1.4: rules that explain themselves, no model, both languages. */

export type Letter = 'S' | 'M' | 'A' | 'R' | 'T'
export type Grade = 'pass' | 'partial' | 'fail' | 'unknown'
export type RuleId =
  | 'S1'
  | 'S2'
  | 'S3'
  | 'S4'
  | 'S5'
  | 'S6'
  | 'M1'
  | 'M2'
  | 'M3'
  | 'M4'
  | 'A1'
  | 'A2'
  | 'A3'
  | 'A4'
  | 'A5'
  | 'R1'
  | 'R2'
  | 'T1'
  | 'T2'
  | 'T3'
  | 'T4'
  | 'T5'
  | 'L1'
  | 'L2'

/** The goal as far as it is known. A field that is filled beats the text; `null` says that it was asked for and left empty. */
export interface SmartInput {
  readonly text: string
  /** Without it, dates are read as said on 2026-01-01 and neither past nor far. */
  readonly today?: LocalDate | undefined
  readonly isDayFirst?: boolean | undefined
  /** In which month the fiscal year begins, 1-12. */
  readonly firstMonth?: number | undefined
  /** A KPI or a deliverable was chosen. */
  readonly metric?: string | undefined
  readonly unit?: string | undefined
  readonly baseline?: number | undefined
  readonly target?: number | undefined
  readonly start?: LocalDate | undefined
  readonly due?: LocalDate | undefined
  readonly owner?: string | null | undefined
  readonly source?: string | null | undefined
  readonly parent?: string | undefined
  readonly why?: string | undefined
  readonly levers?: readonly string[] | undefined
  readonly milestones?: number | undefined
  readonly firstStep?: string | undefined
  readonly verdict?: Achievability['verdict'] | undefined
  /** 1-10 */
  readonly confidence?: number | undefined
  /** Whether the owner has too much due in the window, domain.md §6.4. */
  readonly isOverloaded?: boolean | undefined
  /** The parent ends before this goal does, or goes the other way. */
  readonly isMisaligned?: boolean | undefined
}

export interface SmartAssessment {
  readonly letters: Readonly<Record<Letter, { readonly grade: Grade; readonly rules: readonly RuleId[] }>>
  /** 0-100 */
  readonly score: number
  readonly band: 'smart' | 'nearly' | 'needs-work'
  /** At most two, the most valuable first. */
  readonly hints: readonly RuleId[]
  /** Everything that was found, in the order of its value. */
  readonly found: readonly RuleId[]
  /** The deadline that was read from the text, for echoing. */
  readonly readDue: LocalDate | undefined
}

const weights: Readonly<Record<Letter, number>> = { S: 25, M: 25, A: 15, R: 15, T: 20 }
const shares: Readonly<Record<Grade, number>> = { pass: 1, partial: 0.5, unknown: 0.5, fail: 0 }

/** Most valuable first, domain.md §1.4. */
const byValue: readonly RuleId[] = [
  'M1',
  'T1',
  'T2',
  'T3',
  'S1',
  'S2',
  'S5',
  'M2',
  'A1',
  'R1',
  'L1',
  'S3',
  'M3',
  'T5',
  'T4',
  'A5',
  'A4',
  'A2',
  'R2',
  'S6',
  'S4',
  'M4',
  'L2',
  'A3',
]
const MOST_HINTS = 2
const YEAR_DAYS = 366

export function assessSmart(input: SmartInput): SmartAssessment {
  const calendar: Calendar = {
    today: input.today ?? ('2026-01-01' as LocalDate),
    firstMonth: input.firstMonth ?? 1,
    isDayFirst: input.isDayFirst ?? false,
  }
  const text = readGoalText(input.text, calendar)
  const letters = {
    S: graded(specific(input, text), fatal),
    M: graded(measurable(input, text), fatal),
    A: achievable(input),
    R: graded(relevant(input, text), fatal),
    T: graded(timeBound(input, text, calendar), fatal),
  }
  const extra: readonly RuleId[] = hasLevers(input, text) || text.isFinishing ? [] : ['L1']
  const first: readonly RuleId[] = input.firstStep === undefined ? ['L2'] : []
  const all = [...Object.values(letters).flatMap(({ rules }) => rules), ...extra, ...first]
  const found = byValue.filter((rule) => all.includes(rule))
  const score = (Object.keys(weights) as Letter[])
    .map((letter) => weights[letter] * shares[letters[letter].grade])
    .reduce((sum, points) => sum + points, 0)
  return {
    letters,
    score,
    band: score >= 80 ? 'smart' : score >= 60 ? 'nearly' : 'needs-work',
    hints: found.filter((rule) => rule !== 'A3' && rule !== 'L2').slice(0, MOST_HINTS),
    found,
    readDue: text.due?.due,
  }
}

/** Where one of these holds the letter is missing; the others leave half of it. */
const fatal: readonly RuleId[] = ['S1', 'S2', 'M1', 'R1', 'T1', 'T2']

function graded(rules: readonly RuleId[], missing: readonly RuleId[]) {
  if (rules.some((rule) => missing.includes(rule))) return { grade: 'fail' as const, rules }
  return { grade: rules.length === 0 ? ('pass' as const) : ('partial' as const), rules }
}

const hasNumber = (input: SmartInput, text: GoalText) => input.target !== undefined || text.numbers > 0

function specific(input: SmartInput, text: GoalText): readonly RuleId[] {
  const rules: RuleId[] = []
  const isNamed = input.metric !== undefined
  if (!isNamed && !text.hasObject) return ['S1']
  if (!isNamed && text.isVague && !hasNumber(input, text)) return ['S2']
  if (text.isTwoGoals) rules.push('S3')
  if (input.owner === null) rules.push('S4')
  if (text.isActivity && !isNamed) rules.push('S5')
  else if (text.isOutput && !text.hasFromTo && !isNamed) rules.push('S6')
  return rules
}

function measurable(input: SmartInput, text: GoalText): readonly RuleId[] {
  const isCheckable = text.isFinishing || text.isOutput || input.metric === 'deliverable'
  if (!hasNumber(input, text))
    return isCheckable && text.hasObject && !text.isVague ? sourceOf(input) : ['M1']
  if (input.target !== undefined || !text.isRelative) return sourceOf(input)
  if (text.isPercentMetric) return ['M3', ...sourceOf(input)]
  return input.baseline === undefined ? ['M2', ...sourceOf(input)] : sourceOf(input)
}

const sourceOf = ({ source }: SmartInput): readonly RuleId[] => (source === null ? ['M4'] : [])

function achievable(input: SmartInput): { readonly grade: Grade; readonly rules: readonly RuleId[] } {
  const { verdict = 'unknown', confidence, isOverloaded } = input
  const strained: readonly RuleId[] = [
    ...(confidence !== undefined && confidence < 7 ? (['A4'] as const) : []),
    ...(isOverloaded === true ? (['A5'] as const) : []),
  ]
  if (verdict === 'over-ambitious') return { grade: 'fail', rules: ['A1', ...strained] }
  if (verdict === 'comfortable') return { grade: 'partial', rules: ['A2', ...strained] }
  if (strained.length > 0) return { grade: 'partial', rules: strained }
  if (verdict === 'unknown' && confidence === undefined) return { grade: 'unknown', rules: ['A3'] }
  return { grade: 'pass', rules: [] }
}

function relevant({ parent, why, isMisaligned }: SmartInput, text: GoalText): readonly RuleId[] {
  if (parent === undefined && (why ?? '').trim() === '' && !text.hasReason) return ['R1']
  return isMisaligned === true ? ['R2'] : []
}

function timeBound(input: SmartInput, text: GoalText, { today }: Calendar): readonly RuleId[] {
  if (input.due === undefined && text.due === undefined) return untimed(text)
  const isAsked = input.due === undefined && text.due?.isAmbiguous === true
  const due = input.due ?? text.due?.due
  const days = due === undefined || input.today === undefined ? 0 : daysBetween(today, due)
  return [...(isAsked ? (['T5'] as const) : []), ...(isFar(days, input) ? (['T4'] as const) : [])]
}

function untimed(text: GoalText): readonly RuleId[] {
  if (text.hasSoftTime) return ['T2']
  return text.hasCadence ? ['T3'] : ['T1']
}

/** In the past, or beyond a year with nothing on the way. */
const isFar = (days: number, { milestones = 0 }: SmartInput) =>
  days < 0 || (days > YEAR_DAYS && milestones === 0)

const hasLevers = ({ levers = [] }: SmartInput, text: GoalText) => text.hasLever || levers.length > 0
