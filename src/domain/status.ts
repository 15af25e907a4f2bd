import type { GoalTerms, OwnWord, Status, StatusWord } from './goal.ts'
import type { LocalDate } from './types.ts'

/** When "at risk" is at risk: domain.md §3.3. */

const TOO_EARLY = 0.1
const ON_TRACK = { ratio: 0.9, gap: 0.05 }
const AT_RISK = { ratio: 0.7, gap: 0.15 }
const MISSES_TO_GREY = 2
const FALLS_BELOW_CHANCE = 0.05
const RISES_FROM_CHANCE = 0.8

/** A share that is a threshold on paper stays one in floating point. */
const HAIR = 1e-9
export const atLeast = (share: number, threshold: number) => share >= threshold - HAIR

export interface StatusFacts {
  readonly progress: number
  readonly expected: number
  /** The elapsed share of the window. */
  readonly elapsed: number
  readonly today: LocalDate
  readonly terms: Pick<GoalTerms, 'kind' | 'low' | 'high' | 'due'>
  /** Due check-ins missed in a row, newest backwards. */
  readonly missedDue: number
  /** No check-in yet and none was due. */
  readonly isBeforeFirstCheckIn?: boolean | undefined
  /** Newest last, today's value included; a keep-between goal looks at three. */
  readonly recent?: readonly number[] | undefined
  /** The chance of the target by the readings alone, domain.md §2; absent below four readings. */
  readonly chance?: number | undefined
}

/** By the numbers alone. */
export function computedStatus(facts: StatusFacts): Status {
  const { progress, today, terms, missedDue, elapsed } = facts
  const isComplete = atLeast(progress, 1)
  const isOver = today > terms.due
  // A range or a rhythm is kept until the end; being inside on the way finishes nothing.
  const lastsToTheEnd = terms.kind === 'maintain' || terms.kind === 'cadence'
  if (isComplete && (isOver || !lastsToTheEnd)) return 'done'
  if (isOver) return 'overdue'
  if (missedDue >= MISSES_TO_GREY) return 'no-data'
  if (elapsed < TOO_EARLY - HAIR || facts.isBeforeFirstCheckIn === true) return 'too-early'
  return byChance(terms.kind === 'maintain' ? byBounds(facts) : byPace(facts), facts.chance)
}

/** What the owner says may lower a status freely and raise it by one, with a reason. */
export function withOwnWord(computed: Status, word: OwnWord | undefined): Status {
  if (word === undefined) return computed
  if (computed === 'too-early') return word.status === 'on-track' ? computed : word.status
  if (!isLevel(computed)) return computed
  const step = levels.indexOf(word.status) - levels.indexOf(computed)
  if (step <= 0) return word.status
  const hasReason = (word.reason ?? '').trim() !== ''
  return hasReason ? moved(computed, 1) : computed
}

/** Bounds belong to the range. */
export function isInside(terms: Pick<GoalTerms, 'low' | 'high'>, value: number): boolean {
  return (terms.low === undefined || value >= terms.low) && (terms.high === undefined || value <= terms.high)
}

function byPace({ progress, expected }: StatusFacts): StatusWord {
  const gap = expected - progress
  const keeps = (limit: { ratio: number; gap: number }) =>
    (expected > 0 && atLeast(progress / expected, limit.ratio)) || atLeast(limit.gap, gap)
  if (keeps(ON_TRACK)) return 'on-track'
  return keeps(AT_RISK) ? 'at-risk' : 'off-track'
}

function byBounds({ progress, recent, terms }: StatusFacts): StatusWord {
  if (atLeast(progress, 1)) return 'on-track'
  const outside = (recent ?? []).slice(-3).filter((value) => !isInside(terms, value))
  return outside.length >= 2 ? 'off-track' : 'at-risk'
}

function byChance(status: StatusWord, chance: number | undefined): StatusWord {
  if (chance === undefined) return status
  if (chance < FALLS_BELOW_CHANCE) return moved(status, -1)
  return chance >= RISES_FROM_CHANCE ? moved(status, 1) : status
}

const levels: readonly StatusWord[] = ['off-track', 'at-risk', 'on-track']
const isLevel = (status: Status): status is StatusWord => levels.some((level) => level === status)

const moved = (status: StatusWord, by: 1 | -1): StatusWord =>
  levels[Math.min(2, Math.max(0, levels.indexOf(status) + by))] ?? status
