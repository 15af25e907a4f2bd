import { elapsedShare, shareAt, stepsDueShare, weightShare } from './curve.ts'
import type { Goal, GoalTerms, OwnWord, Standing, Status } from './goal.ts'
import { atLeast, computedStatus, isInside, type StatusFacts, withOwnWord } from './status.ts'
import { addDays, daysBetween, localDateOf, UTC } from './time.ts'
import { type Dated, type Days, dampedDays, onePerDay, steadyDays } from './trend.ts'
import type { LocalDate } from './types.ts'

/** Where a goal stands: domain.md §3. */

/**
 * The actual share A, unclamped. Without a value: 0.
 * A rhythm takes its complete periods from `recent` and, without them, the one value for one period.
 */
export function progressOf(
  terms: GoalTerms,
  value: number | undefined,
  recent: readonly number[] = [],
): number {
  switch (terms.kind) {
    case 'reach':
    case 'cumulative':
      return value === undefined ? 0 : shareOfTheWay(terms, value)
    case 'cadence':
      return periodsMet(terms, recent.length === 0 && value !== undefined ? [value] : recent)
    case 'maintain':
      return value !== undefined && isInside(terms, value) ? 1 : 0
    case 'milestone':
      return value !== undefined && value >= 1 ? 1 : weightShare(terms.steps, (step) => step.isDone)
  }
}

/** What is shown of A: nothing below the baseline, at most 120 %. */
export const shownProgress = (progress: number): number => Math.min(1.2, Math.max(0, progress))

/** The expected share E, 0-1. A range or rhythm is expected whole from its start, a yes/no goal on its due day. */
export function expectedProgress(terms: GoalTerms, today: LocalDate): number {
  if (today < terms.start) return 0
  if (terms.kind === 'maintain' || terms.kind === 'cadence') return 1
  if (isYesNo(terms)) return today >= terms.due ? 1 : 0
  if (terms.curve.kind === 'steps' && terms.steps.length > 0) return stepsDueShare(terms, today)
  return shareAt(terms.curve, elapsedShare(terms, today))
}

/** By the numbers and, where the owner spoke, by both. */
export function statusOf(facts: StatusFacts & { readonly ownWord?: OwnWord | undefined }): Status {
  return withOwnWord(computedStatus(facts), facts.ownWord)
}

export interface StandingExtra {
  /** Newest last, today's value included; of a rhythm the values of its complete periods. */
  readonly recent?: readonly number[] | undefined
  /** Due check-ins missed in a row, newest backwards. */
  readonly missedDue?: number | undefined
}

/** A closed goal stands where it stood on the day it closed. */
export function standingOf(goal: Goal, today: LocalDate, extra: StandingExtra = {}): Standing {
  const day = dayThatCounts(goal, today)
  const { missedDue = 0, recent = [] } = extra
  const value = goal.state === 'reached' && isYesNo(goal) ? 1 : goal.last?.value
  const progress = progressOf(goal, value, recent)
  const expected = expectedProgress(goal, day)
  const computed: Status =
    goal.state === 'reached'
      ? 'done'
      : computedStatus({
          progress,
          expected,
          elapsed: elapsedShare(goal, day),
          today: day,
          terms: goal,
          missedDue,
          isBeforeFirstCheckIn: value === undefined && missedDue === 0 && isUnjudged(goal),
          recent,
        })
  return {
    goal,
    today: day,
    progress,
    expected,
    expectedValue: hasPath(goal) ? valueAt(goal, expected) : undefined,
    status: withOwnWord(computed, goal.ownWord),
    computed,
    daysLeft: daysBetween(day, goal.due),
    bufferDays: bufferDays(goal, progress, day),
    neededPerWeek: computed === 'done' || computed === 'overdue' ? undefined : neededPerWeek(goal, day),
  }
}

/** Before the first check-in; a range or rhythm cannot be judged by words either, a path is at its baseline then. */
const isUnjudged = (goal: Goal) =>
  goal.firstCheckInAt === undefined || goal.kind === 'maintain' || goal.kind === 'cadence'

/** Told in UTC: for a goal that is closed a day more or less decides nothing. */
function dayThatCounts({ closedAt }: Goal, today: LocalDate): LocalDate {
  if (closedAt === undefined) return today
  const closed = localDateOf(closedAt, UTC)
  return closed < today ? closed : today
}

export type Forecast =
  | { readonly kind: 'too-few-readings'; readonly readings: number }
  | { readonly kind: 'reached' }
  | { readonly kind: 'not-in-sight' }
  /** The range is the rate give or take one standard deviation; `latest` is absent when that never arrives. */
  | {
      readonly kind: 'dates'
      readonly likely: LocalDate
      readonly earliest: LocalDate
      readonly latest: LocalDate | undefined
    }

/** A reading of each day is one reading; below three there is no date. */
const MIN_READINGS = 3

/** When the target comes at the present pace, domain.md §3.4; absent for goals without a path. */
export function forecast(
  readings: readonly Dated[],
  terms: GoalTerms,
  today: LocalDate,
): Forecast | undefined {
  if (!hasPath(terms)) return undefined
  const days = onePerDay(readings)
  const newest = days.at(-1)
  if (newest !== undefined && atLeast(shareOfTheWay(terms, newest.value), 1)) return { kind: 'reached' }
  if (newest === undefined || days.length < MIN_READINGS) {
    return { kind: 'too-few-readings', readings: days.length }
  }
  const wait = terms.kind === 'cumulative' ? steadyDays(days, terms) : dampedDays(days, terms)
  return inDates(wait, newest.date, today)
}

function inDates(wait: Days, from: LocalDate, today: LocalDate): Forecast {
  const { likely, earliest, latest } = wait
  if (likely === undefined) return { kind: 'not-in-sight' }
  const dateOf = (count: number) => {
    const date = addDays(from, count)
    return date < today ? today : date
  }
  return {
    kind: 'dates',
    likely: dateOf(likely),
    earliest: dateOf(earliest ?? likely),
    latest: latest === undefined ? undefined : dateOf(latest),
  }
}

/** Days one may stand still before falling under the line. */
function bufferDays(goal: Goal, progress: number, today: LocalDate): number | undefined {
  if (goal.kind === 'maintain' || goal.kind === 'cadence' || isYesNo(goal)) return undefined
  let safe = 0
  let under = daysBetween(today, goal.due) + 1
  while (under - safe > 1) {
    const middle = Math.floor((safe + under) / 2)
    if (atLeast(progress, expectedProgress(goal, addDays(today, middle)))) safe = middle
    else under = middle
  }
  return safe
}

/** In the last week it is simply what is missing. */
function neededPerWeek(goal: Goal, today: LocalDate): number | undefined {
  if (!hasPath(goal)) return undefined
  const from = today < goal.start ? goal.start : today
  const weeks = Math.max(1, daysBetween(from, goal.due) / 7)
  return (valueAt(goal, 1) - (goal.last?.value ?? goal.baseline ?? 0)) / weeks
}

const periodsMet = (terms: GoalTerms, periods: readonly number[]) =>
  periods.length === 0 ? 0 : periods.filter((value) => meets(terms, value)).length / periods.length

/** Works for falling metrics too, because both differences change sign. */
function shareOfTheWay(terms: GoalTerms, value: number): number {
  const { baseline = 0, target } = terms
  if (target === undefined) return 0
  if (target === baseline) return meets(terms, value) ? 1 : 0
  return (value - baseline) / (target - baseline)
}

const valueAt = ({ baseline = 0, target = 0 }: GoalTerms, share: number) =>
  baseline + share * (target - baseline)

const meets = ({ direction, target = 0 }: GoalTerms, value: number) =>
  direction === 'down' ? value <= target : value >= target

/** Whether its end can be told as a share of the way: not of a yes/no goal, nor of a range. */
export const hasFinalShare = (terms: GoalTerms): boolean => terms.kind !== 'maintain' && !isYesNo(terms)

/** A milestone without steps: done or not. */
export const isYesNo = (terms: Pick<GoalTerms, 'kind' | 'steps'>) =>
  terms.kind === 'milestone' && terms.steps.length === 0

const hasPath = (terms: GoalTerms) =>
  (terms.kind === 'reach' || terms.kind === 'cumulative') && terms.target !== undefined
