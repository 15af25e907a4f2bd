import { type Achievability, assessAchievability } from './achievability.ts'
import { isAgainst } from './alignment.ts'
import { readAmount } from './amount.ts'
import type { Counts } from './check-in.ts'
import type { CustomKpi } from './custom-kpi.ts'
import type { TypedGoal } from './draft.ts'
import type { Calendar } from './due/calendar.ts'
import { endOf } from './due/calendar.ts'
import type { Direction, Goal, GoalKind, GoalTerms, Measure, Unit, Verdict } from './goal.ts'
import { isKpi, measureFacts } from './kpis.ts'
import { type Carried, overloadBetween } from './load.ts'
import { kindOfSeries, readHistory } from './past.ts'
import { type GoalSentence, parseGoalSentence, targetFrom } from './quick-create.ts'
import { assessSmart, type RuleId, type SmartAssessment } from './smart.ts'
import { daysBetween, isLocalDate } from './time.ts'
import type { LocalDate, PersonId } from './types.ts'
import { readUnit } from './unit.ts'

/** What the goal form says while it is filled: how SMART, how far within reach, and what one tap would mend. */

export interface CoachFacts {
  readonly calendar: Calendar
  /** What the metric was like before, oldest first; empty where nobody knows. */
  readonly past: readonly number[]
  /** What the rates of `past` were made of; empty where that is not known of every one. */
  readonly counts: readonly Counts[]
  /** Days between two readings of `past`. */
  readonly periodDays: number
  /** Days between two values that are pasted. */
  readonly pastedDays: number
  readonly owner: PersonId
  /** Their other goals. */
  readonly carried: readonly Carried[]
  readonly parent: Pick<Goal, 'due' | 'direction' | 'measure' | 'title' | 'number'> | undefined
  /** The workspace's own KPI that is measured. */
  readonly kpi: Pick<CustomKpi, 'direction'> | undefined
}

/** What one tap does to the form. */
export type Fix =
  | { readonly kind: 'due'; readonly due: LocalDate; readonly says: 'month' | 'quarter' | 'year' | 'date' }
  | {
      readonly kind: 'target'
      readonly target: number
      readonly says: 'committed' | 'stretch' | 'moonshot' | 'points' | 'relative' | 'change'
    }
  /** The first of two goals stays, the other waits. */
  | { readonly kind: 'split' }
  /** What the title says goes into the fields. */
  | { readonly kind: 'fill' }

export const fillIn: Fix = { kind: 'fill' }
export const splitUp: Fix = { kind: 'split' }

export interface Hint {
  readonly rule: RuleId
  readonly fixes: readonly Fix[]
}

export interface Coaching {
  readonly smart: SmartAssessment
  readonly hints: readonly Hint[]
  /** Absent for yes/no goals and until there is a target. */
  readonly achievability: Achievability | undefined
  /** The past that the verdict rests on, oldest first. */
  readonly past: readonly (number | undefined)[]
  readonly unit: Unit
  readonly values: Numbers
  /** What the title says beyond the fields, for one tap; absent where the fields hold it all. */
  readonly read: GoalSentence | undefined
  readonly metric: string | undefined
  /** Of what adds up: what one period must bring from here. */
  readonly pace: number | undefined
  /** The owner's other goals in the fullest of these weeks, where it is more than one person carries. */
  readonly load: number | undefined
}

export interface Numbers {
  readonly baseline: number | undefined
  readonly target: number | undefined
  readonly low: number | undefined
  readonly high: number | undefined
}

/** `typed` is the form as it stands, half filled. */
export function coachingOf(typed: Partial<TypedGoal>, measure: Measure, known: CoachFacts): Coaching {
  const isPasted = (typed.history ?? '').trim() !== ''
  const facts = isPasted ? { ...known, periodDays: known.pastedDays } : known
  const title = typed.title ?? ''
  const sentence = parseGoalSentence(title, facts.calendar)
  const unit = unitOf(typed, measure, sentence)
  const values = numbersOf(typed, unit)
  const past = pastOf(typed, unit, facts)
  const achievability = reachOf(typed, measure, { unit, values, past, facts })
  const overload = overloadWith(typed, facts)
  const isOverloaded = overload !== undefined
  const smart = assessSmart(smartInput(typed, measure, { values, achievability, facts, unit, isOverloaded }))
  const read = unfilled(sentence, typed, measure, values)
  const seen = { sentence, values, unit, achievability, facts, typed }
  return {
    smart,
    hints: smart.hints.map((rule) => ({ rule, fixes: fixesFor(rule, seen) })),
    achievability,
    past,
    unit,
    values,
    read,
    metric: sentence.metric,
    pace: paceOf(typed, measure, values, facts),
    load: overload !== undefined && overload.goals > 1 ? overload.goals - 1 : undefined,
  }
}

/** The fullest of this goal's weeks, where it and the others are more than its owner can carry; domain.md §6.4. */
function overloadWith(typed: Partial<TypedGoal>, { carried, owner, calendar }: CoachFacts) {
  const { today } = calendar
  const { start, due, size = 'medium' } = typed
  const from = start !== undefined && isLocalDate(start) && start > today ? start : today
  const to = due !== undefined && isLocalDate(due) && due > from ? due : from
  const planned: Carried = { owner, size, start: from, due: to, state: 'active', steps: [] }
  return overloadBetween(owner, [...carried, planned], from, to, today)
}

function unitOf(typed: Partial<TypedGoal>, measure: Measure, sentence: GoalSentence): Unit {
  const known = measureFacts(measure).unit
  if (known !== undefined && known.kind !== 'currency') return known
  const named = typed.unit ?? besideNumber(typed.target) ?? besideNumber(typed.baseline)
  if (named !== undefined) return readUnit(named)
  return known ?? readUnit(sentence.unit ?? '')
}

function besideNumber(typed: string | undefined): string | undefined {
  const read = typed === undefined ? undefined : readAmount(typed, undefined)
  if (!read?.ok || read.value.unit === undefined) return undefined
  const { unit } = read.value
  return unit.kind === 'percent'
    ? '%'
    : unit.kind === 'currency'
      ? unit.code
      : unit.kind === 'time'
        ? unit.in
        : unit.noun
}

function numbersOf(typed: Partial<TypedGoal>, unit: Unit): Numbers {
  const value = (text: string | undefined) => {
    const read = text === undefined || text.trim() === '' ? undefined : readAmount(text, unit)
    return read?.ok ? read.value.value : undefined
  }
  return {
    baseline: value(typed.baseline),
    target: value(typed.target),
    low: value(typed.low),
    high: value(typed.high),
  }
}

function pastOf(typed: Partial<TypedGoal>, unit: Unit, facts: CoachFacts): readonly (number | undefined)[] {
  const pasted = typed.history === undefined ? undefined : readHistory(typed.history, unit)
  return withReported(pasted, facts.past)
}

/** What was pasted once, and whatever was reported since; what somebody else pastes stands alone. */
function withReported(
  pasted: readonly (number | undefined)[] | undefined,
  past: readonly number[],
): readonly (number | undefined)[] {
  const known = pasted?.filter((value) => value !== undefined) ?? []
  const isBegun = past.length > known.length && known.every((value, index) => past[index] === value)
  return pasted === undefined || isBegun ? past : pasted
}

interface Seen {
  readonly unit: Unit
  readonly values: Numbers
  readonly past: readonly (number | undefined)[]
  readonly facts: CoachFacts
}

function reachOf(
  typed: Partial<TypedGoal>,
  measure: Measure,
  { unit, values, past, facts }: Seen,
): Achievability | undefined {
  const { kind, direction } = measureFacts(measure)
  if (kind === 'milestone') return undefined
  const hasAim = (values.target ?? values.low ?? values.high) !== undefined
  if (!hasAim && past.length < 2) return undefined
  return judged({
    ...values,
    kind,
    direction: facts.kpi?.direction ?? direction ?? (falls(values, past) ? 'down' : 'up'),
    isPercent: unit.kind === 'percent',
    isBounded: isBounded(unit, measure),
    series: past,
    counts: past === facts.past ? facts.counts : [],
    periods: periodsLeft(typed.start, typed.due, facts),
    levers: leversIn(typed.levers).length,
  })
}

function falls({ baseline, target }: Numbers, past: Seen['past']): boolean {
  const from = baseline ?? past.findLast((value) => value !== undefined)
  return from !== undefined && target !== undefined && target < from
}

/** Of goals that are saved: from the numbers alone, as the form judged them. */
export function verdictOn(
  terms: GoalTerms,
  facts: Pick<CoachFacts, 'past' | 'counts' | 'periodDays' | 'pastedDays'> & { readonly today: LocalDate },
): Verdict | undefined {
  if (terms.kind === 'milestone') return undefined
  const { baseline, target, low, high, kind, direction } = terms
  const from = terms.start > facts.today ? terms.start : facts.today
  return judged({
    ...{ baseline, target, low, high, kind, direction },
    isPercent: terms.unit.kind === 'percent',
    isBounded: isBounded(terms.unit, terms.measure),
    series: withReported(terms.history, facts.past),
    counts: terms.history === undefined ? facts.counts : [],
    periods: Math.round(
      daysBetween(from, terms.due) / (terms.history === undefined ? facts.periodDays : facts.pastedDays),
    ),
    levers: leversIn(terms.levers).length,
  }).verdict
}

interface Judgeable extends Numbers {
  readonly kind: Exclude<GoalKind, 'milestone'>
  readonly direction: Direction
  readonly isPercent: boolean
  readonly isBounded: boolean
  readonly series: readonly (number | undefined)[]
  readonly counts: readonly Counts[]
  readonly periods: number
  readonly levers: number
}

const isBounded = (unit: Unit, measure: Measure) =>
  unit.kind === 'percent' && !measureFacts(measure).isUnbounded

/** Each week of a rhythm begins again, so its own week is all that lies ahead. */
function judged({ kind, baseline, target, periods, counts, ...rest }: Judgeable): Achievability {
  const isCounted = kind === 'reach' && rest.isPercent && counts.length > 0
  return assessAchievability({
    ...rest,
    kind: isCounted ? 'rate' : kindOfSeries(kind),
    counts: isCounted
      ? counts.map(({ numerator, denominator }) => ({ hits: numerator, of: denominator }))
      : undefined,
    target: kind === 'maintain' ? undefined : target,
    periods: kind === 'cadence' ? 1 : periods,
    accumulated: kind === 'cumulative' ? baseline : undefined,
    baseline: kind === 'reach' ? baseline : undefined,
  })
}

function paceOf(
  typed: Partial<TypedGoal>,
  measure: Measure,
  { baseline = 0, target }: Numbers,
  facts: CoachFacts,
): number | undefined {
  if (measureFacts(measure).kind !== 'cumulative' || target === undefined) return undefined
  return (target - baseline) / periodsLeft(typed.start, typed.due, facts)
}

function periodsLeft(
  start: string | undefined,
  due: string | undefined,
  { calendar, periodDays }: CoachFacts,
): number {
  if (due === undefined || !isLocalDate(due)) return 1
  const from = start !== undefined && isLocalDate(start) && start > calendar.today ? start : calendar.today
  return Math.max(1, Math.round(daysBetween(from, due) / periodDays))
}

export const leversIn = (typed: string | undefined): readonly string[] =>
  (typed ?? '')
    .split(/[\n;；,，、]| and |以及/)
    .map((lever) => lever.trim())
    .filter((lever) => lever.length > 2)

function smartInput(
  typed: Partial<TypedGoal>,
  measure: Measure,
  {
    values,
    achievability,
    facts,
    unit,
    isOverloaded,
  }: Pick<Seen, 'values' | 'facts' | 'unit'> & {
    readonly achievability: Achievability | undefined
    readonly isOverloaded: boolean
  },
) {
  const aim = values.target ?? values.high ?? values.low
  const { parent } = facts
  const due = typed.due !== undefined && isLocalDate(typed.due) ? typed.due : undefined
  const metric =
    isKpi(measure) || measure === 'deliverable'
      ? measure
      : unit.kind === 'count' && aim !== undefined
        ? unit.noun
        : undefined
  return {
    text: typed.title ?? '',
    ...facts.calendar,
    metric,
    baseline: values.baseline,
    target: aim,
    due,
    owner: typed.owner ?? null,
    parent: typed.parent,
    why: typed.why,
    levers: leversIn(typed.levers),
    firstStep: typed.firstStep,
    verdict: measure === 'deliverable' ? undefined : achievability?.verdict,
    confidence: typed.confidence,
    isOverloaded,
    isMisaligned: parent !== undefined && isMisaligned(parent, due, measure),
  }
}

const isMisaligned = (
  parent: NonNullable<CoachFacts['parent']>,
  due: LocalDate | undefined,
  measure: Measure,
) =>
  (due !== undefined && parent.due < due) ||
  isAgainst({ measure, direction: measureFacts(measure).direction ?? parent.direction }, parent)

/** A custom measure with nothing typed is only where the form begins: then the title may choose another. */
function unfilled(
  sentence: GoalSentence,
  typed: Partial<TypedGoal>,
  measure: Measure,
  values: Numbers,
): GoalSentence | undefined {
  const isBlank = (text: string | undefined) => text === undefined || text.trim() === ''
  const brings =
    (sentence.due !== undefined && isBlank(typed.due)) ||
    (sentence.target !== undefined &&
      isBlank(typed.target) &&
      values.low === undefined &&
      values.high === undefined) ||
    (sentence.baseline !== undefined && isBlank(typed.baseline)) ||
    (sentence.change !== undefined && values.baseline !== undefined && isBlank(typed.target)) ||
    (sentence.lever !== undefined && isBlank(typed.levers)) ||
    ((sentence.low ?? sentence.high) !== undefined && isBlank(typed.low) && isBlank(typed.high)) ||
    (sentence.kind === 'milestone' &&
      measure === 'custom-level' &&
      isBlank(typed.target) &&
      sentence.due !== undefined)
  return brings ? sentence : undefined
}

interface ForFix {
  readonly sentence: GoalSentence
  readonly values: Numbers
  readonly unit: Unit
  readonly achievability: Achievability | undefined
  readonly facts: CoachFacts
  readonly typed: Partial<TypedGoal>
}

function fixesFor(rule: RuleId, seen: ForFix): readonly Fix[] {
  switch (rule) {
    case 'S3':
      return [splitUp]
    case 'T1':
    case 'T2':
    case 'T3':
      return endings(seen.facts.calendar)
    case 'T5':
      return eitherDate(seen)
    case 'M3':
      return relativeTargets(seen)
    case 'A1':
    case 'A2':
      return targetsOf(seen.achievability)
    default:
      return []
  }
}

function endings(calendar: Calendar): readonly Fix[] {
  const month = endOf('month', 0, calendar)
  const quarter = endOf('quarter', 0, calendar)
  // A month that ends with its quarter is named once.
  const spans = month === quarter ? (['quarter', 'year'] as const) : (['month', 'quarter'] as const)
  return spans
    .map((span) => ({ kind: 'due' as const, due: endOf(span, 0, calendar), says: span }))
    .filter(({ due }) => due > calendar.today)
}

/** `6/10` read both ways. */
function eitherDate({ sentence, typed, facts }: ForFix): readonly Fix[] {
  const other = parseGoalSentence(typed.title ?? '', {
    ...facts.calendar,
    isDayFirst: !facts.calendar.isDayFirst,
  })
  return [sentence.due, other.due].flatMap((due) =>
    due === undefined ? [] : [{ kind: 'due' as const, due, says: 'date' as const }],
  )
}

/** By so much from what is known of today: in points, and as a share of it. */
function relativeTargets({ sentence, values, unit }: ForFix): readonly Fix[] {
  const { change } = sentence
  if (change === undefined || values.baseline === undefined) return []
  const relative = {
    kind: 'target' as const,
    target: targetFrom(change, values.baseline),
    says: 'relative' as const,
  }
  if ('points' in change) return [{ ...relative, says: 'change' }]
  if (unit.kind !== 'percent') return [{ ...relative, says: 'change' }]
  return [{ kind: 'target', target: values.baseline + change.percent, says: 'points' }, relative]
}

/** Committed, stretch and moonshot, each where it says something of its own. */
export function targetsOf(
  achievability: Achievability | undefined,
): readonly Extract<Fix, { kind: 'target' }>[] {
  const band = achievability?.band
  if (band === undefined) return []
  const targets = (['committed', 'stretch', 'moonshot'] as const).map((says) => ({
    kind: 'target' as const,
    target: tidyTarget(band[says], band),
    says,
  }))
  return targets.filter(
    ({ target }, index) => targets.findIndex((other) => other.target === target) === index,
  )
}

/** Nobody sets 58.57 deals: as many digits as tell the three apart. */
function tidyTarget(value: number, band: NonNullable<Achievability['band']>): number {
  const gap = Math.abs(band.moonshot - band.committed) / 2 || Math.abs(value) / 20 || 1
  const step = 10 ** Math.floor(Math.log10(gap))
  const rounded = Math.round(value / step) * step
  return Number(rounded.toPrecision(12))
}
