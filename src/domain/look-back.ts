import type { Goal, GoalVersion, Standing } from './goal.ts'
import { isGoodResult } from './grade.ts'
import { hasFinalShare } from './progress.ts'
import { addDays, daysBetween, instantAt, localDateOf, weekdayOf } from './time.ts'
import type { Instant, LocalDate, PersonId, WallTime, Zone } from './types.ts'

/** Looking back on a goal that has ended: what came of it, what was expected, what its owner learnt. Nobody is judged by it. */

/** What helped or hindered, to tap instead of writing. */
export const lessons = [
  'clear-target',
  'weekly-numbers',
  'help-from-others',
  'too-much-else',
  'waited-for-others',
  'wrong-lever',
  'target-too-high',
] as const
export type Lesson = (typeof lessons)[number]

/** As many characters as each of the two answers may have. */
export const MOST_WORDS = 1500

export interface LookBackDraft {
  readonly helped: string | undefined
  readonly hindered: string | undefined
  readonly lessons: readonly Lesson[]
  /** Told in the goal's thread. */
  readonly isShared: boolean
}

/** Absent words and no lessons where the owner did not want to look back. */
export interface LookBack extends LookBackDraft {
  readonly by: PersonId
  readonly at: Instant
  readonly isDeclined: boolean
}

export interface Outcome {
  /** A of its end, 0 and up; absent where only yes or no, or in or out, can be told. */
  readonly share: number | undefined
  readonly isReached: boolean
  /** By what was promised: of an aspirational goal most of it is good. */
  readonly isGood: boolean
  /** Days before its due day; negative behind it. */
  readonly daysEarly: number
  /** How often it was made easier. */
  readonly eased: number
  /** 1-10, as told when it was made, or first told later. */
  readonly confidence: number | undefined
}

/**
 * What came of a closed goal. `closedOn` is its owner's day, `told` the confidences of its check-ins, oldest first. The
 * standing is of the day it closed.
 */
export function outcomeOf(
  { goal, progress }: Standing,
  versions: readonly GoalVersion[],
  told: readonly number[],
  closedOn: LocalDate,
): Outcome {
  const isReached = goal.state === 'reached'
  return {
    share: hasFinalShare(goal) ? Math.max(0, progress) : undefined,
    isReached,
    isGood: isReached || isGoodResult(goal, progress),
    daysEarly: daysBetween(closedOn, goal.due),
    eased: versions.filter(({ ease }) => ease === 'easier').length,
    confidence: versions[0]?.terms.confidence ?? told[0],
  }
}

/** What a next goal begins with: where this one stands, as far again, for as long again. The coach says whether it is in reach. */
export function carriedOver(
  { baseline, target, last, start, due }: Pick<Goal, 'baseline' | 'target' | 'last' | 'start' | 'due'>,
  today: LocalDate,
): Pick<Goal, 'baseline' | 'target' | 'start' | 'due'> {
  const from = last?.value ?? baseline
  const isWay = target !== undefined && baseline !== undefined && from !== undefined
  return {
    // What is counted from nothing begins at nothing again.
    baseline: baseline === 0 ? 0 : from,
    target: isWay && baseline !== 0 ? from + (target - baseline) : target,
    start: today,
    due: addDays(today, Math.max(1, daysBetween(start, due))),
  }
}

/** Mornings on which nobody is asked to look back. */
const isWeekend = (date: LocalDate) => weekdayOf(date) > 5

/** The owner's next morning that is no weekend, at the hour their team asks. */
export function lookBackAt(now: Instant, zone: Zone, time: WallTime): Instant {
  let date = addDays(localDateOf(now, zone), 1)
  while (isWeekend(date)) date = addDays(date, 1)
  return instantAt(date, time, zone)
}
