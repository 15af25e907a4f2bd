import { shareAt } from './curve.ts'
import { dateFaults, numberFaults, titleFaults } from './draft-faults.ts'
import type { Direction, Ease, Goal, GoalTerms, GoalVersion, Unit } from './goal.ts'
import { easeOfSteps } from './milestones.ts'
import { progressOf } from './progress.ts'
import type { DraftRefusal } from './refusals.ts'
import { addHours, addMs, DAY_MS } from './time.ts'
import type { Instant, LocalDate } from './types.ts'

/** What a goal may be, and what changing it costs: domain.md §4.3. */

const LOCK_HOURS = 72
const EASING_DAYS = 7

/** Every fault of the terms at once, at most one per field; empty when there is none. */
export function checkDraft(draft: GoalTerms, today: LocalDate): readonly DraftRefusal[] {
  return [...titleFaults(draft.title), ...numberFaults(draft), ...dateFaults(draft, today)]
}

/** From then on edits are public: 72 h after creation, or at the first check-in if that is sooner. */
export function lockedAt(goal: Pick<Goal, 'createdAt' | 'firstCheckInAt'>): Instant {
  const latest = addHours(goal.createdAt, LOCK_HOURS)
  const { firstCheckInAt } = goal
  return firstCheckInAt !== undefined && firstCheckInAt < latest ? firstCheckInAt : latest
}

/** Brought in from a file as closed already: it was never anyone's goal here, and earns nothing. */
export const wasBornClosed = ({ closedAt, createdAt }: Pick<Goal, 'closedAt' | 'createdAt'>): boolean =>
  closedAt !== undefined && closedAt <= createdAt

/** Anything that eases makes it easier, whatever else is raised; another measure cannot be compared and counts as easing. */
export function easeOf(before: GoalTerms, after: GoalTerms): Ease {
  if (!isComparable(before, after)) return 'easier'
  const moves = [
    // A later due date leaves more time; a later start expects less today.
    whenLater(before.due, after.due),
    whenLater(before.start, after.start),
    ...(before.kind === 'maintain' ? boundMoves(before, after) : valueMoves(before, after)),
    easeOfPath(before, after),
    easeOfPromise(before, after),
    ...(before.kind === 'milestone' ? [easeOfSteps(before.steps, after.steps)] : []),
  ]
  if (moves.includes('easier')) return 'easier'
  return moves.includes('harder') ? 'harder' : 'same'
}

/** Of what is aspirational less is enough. */
const easeOfPromise = (before: GoalTerms, after: GoalTerms): Ease =>
  before.isAspirational === after.isAspirational ? 'same' : after.isAspirational ? 'easier' : 'harder'

/** A path that expects less at any time is easier, however much more it expects at another. */
function easeOfPath({ kind, curve: before }: GoalTerms, { curve: after }: GoalTerms): Ease {
  if (kind !== 'reach' && kind !== 'cumulative') return 'same'
  const moves = [0.1, 0.25, 0.5, 0.75, 0.9].map((share) => shareAt(after, share) - shareAt(before, share))
  if (moves.some((move) => move < -1e-9)) return 'easier'
  return moves.some((move) => move > 1e-9) ? 'harder' : 'same'
}

/** An easing after the lock counts alone a week later; everything else at once. */
export function countsFrom(ease: Ease, isLocked: boolean, now: Instant): Instant {
  return ease === 'easier' && isLocked ? addMs(now, EASING_DAYS * DAY_MS) : now
}

/**
 * The terms that count for scoring now, newest last: while an easing waits, the old ones beside the new.
 * A later edit does not end the wait of an earlier one.
 */
export function scoringTerms(versions: readonly GoalVersion[], now: Instant): readonly GoalTerms[] {
  const sorted = versions.toSorted((a, b) => a.version - b.version)
  const firstWaiting = sorted.findIndex((version) => version.countsFrom > now)
  const from = firstWaiting === -1 ? sorted.length - 1 : Math.max(0, firstWaiting - 1)
  return sorted.slice(from).map((version) => version.terms)
}

/** The least of the progress by all terms that count now. */
export function scoringProgress(
  versions: readonly GoalVersion[],
  value: number | undefined,
  now: Instant,
  recent: readonly number[] = [],
): number {
  const shares = scoringTerms(versions, now).map((terms) => progressOf(terms, value, recent))
  return shares.length === 0 ? 0 : Math.min(...shares)
}

/** Values and bounds of another measure, unit or way say nothing about each other; what a count is called does not matter. */
function isComparable(before: GoalTerms, after: GoalTerms): boolean {
  return (
    before.measure === after.measure &&
    before.kind === after.kind &&
    before.direction === after.direction &&
    scaleOf(before.unit) === scaleOf(after.unit)
  )
}

function scaleOf(unit: Unit): string {
  switch (unit.kind) {
    case 'count':
    case 'percent':
      return unit.kind
    case 'currency':
      return unit.code
    case 'time':
      return unit.in
  }
}

/** The same value is a greater share of a way that begins further back. */
function valueMoves(before: GoalTerms, after: GoalTerms): readonly Ease[] {
  const { direction } = before
  return [
    whenLess(direction, before.target, after.target),
    before.kind === 'cadence' ? 'same' : whenLess(direction, before.baseline ?? 0, after.baseline ?? 0),
  ]
}

/** A wider range is easier to stay in. */
function boundMoves(before: GoalTerms, after: GoalTerms): readonly Ease[] {
  return [
    whenLater(before.high ?? Number.POSITIVE_INFINITY, after.high ?? Number.POSITIVE_INFINITY),
    whenLater(after.low ?? Number.NEGATIVE_INFINITY, before.low ?? Number.NEGATIVE_INFINITY),
  ]
}

function whenLess(direction: Direction, before: number | undefined, after: number | undefined): Ease {
  if (before === undefined || after === undefined) return before === after ? 'same' : 'easier'
  return direction === 'down' ? whenLater(before, after) : whenLater(after, before)
}

function whenLater<T extends number | string>(before: T, after: T): Ease {
  if (before === after) return 'same'
  return after > before ? 'easier' : 'harder'
}
