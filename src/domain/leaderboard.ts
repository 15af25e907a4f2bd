import type { WeekScore } from './board-mode.ts'
import type { Goal, GoalVersion, Standing } from './goal.ts'
import { lockedAt, scoringTerms, wasBornClosed } from './goal-rules.ts'
import { withMarks } from './milestones.ts'
import { expectedProgress, type StandingExtra, standingOf } from './progress.ts'
import { reliabilityOf } from './reliability.ts'
import { atLeast } from './status.ts'
import { addMs, DAY_MS, daysBetween, localDateOf, UTC } from './time.ts'
import type { Instant, LocalDate, PersonId } from './types.ts'

/** One eligible goal's part in a score: its pace A/E before clamping, and whether its verdict earns D. */
export interface PacedGoal {
  /** A divided by E, unclamped; `done-early` and `maintain` handled by the caller as 1.15 and 1.0. */
  readonly pace: number
  readonly verdict: 'comfortable' | 'realistic' | 'stretch' | 'over-ambitious' | 'unknown'
  /** Which goal it is and where it stands, for receipts. */
  readonly standing?: Standing | undefined
}

export type CheckInOutcome = 'on-time' | 'late' | 'missed' | 'excused' | 'skipped'

/** What is known of one person when a board is made. */
export interface Contender {
  readonly person: PersonId
  readonly name: string
  readonly isOffBoard: boolean
  /** Days since the person joined the team. */
  readonly daysInTeam: number
  readonly goals: readonly PacedGoal[]
  /** Due check-ins, oldest first, only those whose window has closed. */
  readonly outcomes: readonly CheckInOutcome[]
  /** Scores that earlier boards kept, in any order. */
  readonly past?: readonly WeekScore[] | undefined
}

export interface Ranked {
  readonly person: PersonId
  readonly name: string
  /** 1, 2, 2, 4 */
  readonly rank: number
  readonly isTied: boolean
  /** 0-111, domain.md §4.2. */
  readonly score: number
  readonly onTime: number
  readonly due: number
}

export interface Board {
  /** Fewer than four ranked people: no names, team totals only. */
  readonly isTeamOnly: boolean
  /** The top three, or the top half when that is smaller, with every tie at the cut. */
  readonly shown: readonly Ranked[]
  /** Everyone ranked, for private answers only. */
  readonly ranked: readonly Ranked[]
  readonly hiddenCount: number
  readonly warmingUp: readonly PersonId[]
  /** Means over everyone with a score: pace share (0-1.15), on-time share (0-1). */
  readonly teamPace: number | undefined
  readonly teamOnTime: number | undefined
}

const MOST_PACE = 1.15
export const MOST_GOALS = 5
const DUE_TO_RANK = 2
const DAYS_TO_RANK = 14
const RANKED_FOR_NAMES = 4
const MOST_SHOWN = 3

const SETTLING_DAYS = 14
const CLOSED_COUNTS_DAYS = 30
const LEAST_EXPECTED = 0.1

/** Whether a goal may score: seen by the team, locked long enough, something expected of it, not closed long ago. */
export function isEligible(goal: Goal, now: Instant, today: LocalDate): boolean {
  if (goal.visibility === 'private' || wasBornClosed(goal)) return false
  if (goal.closedAt !== undefined && now > addMs(goal.closedAt, CLOSED_COUNTS_DAYS * DAY_MS)) return false
  const settlingDays = Math.min(SETTLING_DAYS, daysBetween(goal.start, goal.due) / 2)
  if (now < addMs(lockedAt(goal), settlingDays * DAY_MS)) return false
  // A closed goal's standing is of the day it closed; whether its due day has come, the calendar tells.
  const day = goal.closedAt === undefined ? today : localDateOf(now, UTC)
  return atLeast(expectedProgress(goal, day), LEAST_EXPECTED)
}

/** A divided by E within 0-1.15; absent while less than a tenth is expected. No data is no pace. */
export function paceOf(standing: Standing): number | undefined {
  const { goal, computed, progress, expected, today } = standing
  if (computed === 'no-data') return 0
  const lastsToTheEnd = goal.kind === 'maintain' || goal.kind === 'cadence'
  if (computed === 'done' && !lastsToTheEnd && today < goal.due) return MOST_PACE
  if (!atLeast(expected, LEAST_EXPECTED)) return undefined
  return clampPace(progress / expected)
}

/**
 * The pace that scores: while an easing waits its week, the least by the old terms and the new.
 * A later due date eases the expected share, not the progress, so paces are compared.
 */
export function scoringPace(
  goal: Goal,
  versions: readonly GoalVersion[],
  now: Instant,
  today: LocalDate,
  extra: StandingExtra = {},
): number | undefined {
  if (versions.length === 0) return paceOf(standingOf(goal, today, extra))
  const paces = scoringTerms(versions, now).flatMap((term) => {
    const steps = withMarks(term.steps, goal.steps)
    return paceOf(standingOf({ ...goal, ...term, steps }, today, extra)) ?? []
  })
  return paces.length === 0 ? undefined : Math.min(...paces)
}

/** How a score came about, for the private answer to "why am I 4th?". */
export interface Score {
  /** 70·P + 25·C + 5·D, halves rounded up: 0-111. */
  readonly score: number
  /** P: the mean of the clamped paces. */
  readonly pace: number
  /** C is `onTime` of `due`. */
  readonly onTime: number
  readonly due: number
  /** D: the share of goals that were a stretch or realistic. */
  readonly ambition: number
}

/** Ranks people against their own plans, domain.md §4.2, or by another `scoring`. Contenders own goals in the team, others do not belong here; their order says nothing. */
export function rank(contenders: readonly Contender[], scoring: Scoring = scoreOf): Board {
  const visible = contenders.filter((contender) => !contender.isOffBoard)
  const ranked = inOrder(visible, scoring)
  const isTeamOnly = ranked.length < RANKED_FOR_NAMES
  const scores = contenders.flatMap((contender) => rankedScore(contender, scoreOf) ?? [])
  return {
    isTeamOnly,
    shown: isTeamOnly ? [] : aboveTheCut(ranked),
    ranked,
    hiddenCount: contenders.length - visible.length,
    warmingUp: visible
      .filter(isWarmingUp)
      .map(({ person }) => person)
      .sort(),
    teamPace: mean(scores.map(({ pace }) => pace)),
    teamOnTime: mean(scores.map(({ onTime, due }) => onTime / due)),
  }
}

/** Absent without an eligible goal or without a check-in that counts. Goals come oldest first; five count. */
export function scoreOf(contender: Contender): Score | undefined {
  const goals = contender.goals.slice(0, MOST_GOALS)
  const { onTime, due } = reliabilityOf(contender.outcomes)
  const pace = mean(goals.map((goal) => clampPace(goal.pace)))
  const ambition = mean(goals.map(({ verdict }) => ambitionOf[verdict]))
  if (pace === undefined || ambition === undefined || due === 0) return undefined
  return { score: roundHalfUp(70 * pace + (25 * onTime) / due + 5 * ambition), pace, onTime, due, ambition }
}

/** Within 0-1.15: far ahead is not worth more, behind the start not less than nothing. */
export const clampPace = (pace: number): number => Math.min(MOST_PACE, Math.max(0, pace))

const ambitionOf: Readonly<Record<PacedGoal['verdict'], number>> = {
  realistic: 1,
  stretch: 1,
  unknown: 0.5,
  comfortable: 0,
  'over-ambitious': 0,
}

const isNewcomer = ({ daysInTeam, outcomes }: Contender) =>
  daysInTeam < DAYS_TO_RANK || reliabilityOf(outcomes).dueEver < DUE_TO_RANK

const isWarmingUp = (contender: Contender) => isNewcomer(contender) || contender.goals.length === 0

type Scoring = (contender: Contender) => Score | undefined

const rankedScore = (contender: Contender, scoring: Scoring) =>
  isNewcomer(contender) ? undefined : scoring(contender)

/** Equal scores share a rank and the next rank skips; within a rank by name. */
function inOrder(visible: readonly Contender[], scoring: Scoring): readonly Ranked[] {
  const scored = visible.flatMap(({ person, name, ...rest }) => {
    const found = rankedScore({ person, name, ...rest }, scoring)
    return found === undefined ? [] : [{ person, name, ...found }]
  })
  const sorted = scored.sort(
    (a, b) => b.score - a.score || byName.compare(a.name, b.name) || (a.person < b.person ? -1 : 1),
  )
  const sharing = Map.groupBy(sorted, ({ score }) => score)
  const ranks = new Map<number, number>()
  let before = 0
  for (const [score, same] of sharing) {
    ranks.set(score, before + 1)
    before += same.length
  }
  return sorted.map(({ person, name, score, onTime, due }) => ({
    person,
    name,
    rank: ranks.get(score) ?? before,
    isTied: (sharing.get(score)?.length ?? 0) > 1,
    score,
    onTime,
    due,
  }))
}

/** The top three, or the top half where that is smaller, and all who share the last of these ranks. */
function aboveTheCut(ranked: readonly Ranked[]): readonly Ranked[] {
  const last = ranked[Math.min(MOST_SHOWN, Math.floor(ranked.length / 2)) - 1]
  return last === undefined ? [] : ranked.filter(({ score }) => score >= last.score)
}

const byName = new Intl.Collator('en', { sensitivity: 'base' })

/** A half on paper is a half: 70 x 0.95 + 25 + 5 is 96.5 and rounds to 97. */
const roundHalfUp = (number: number) => Math.floor(number + 0.5 + 1e-9)

const mean = (numbers: readonly number[]) =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
