import type { Goal, Standing } from './goal.ts'
import type { CheckInOutcome } from './leaderboard.ts'
import type { Person } from './people.ts'
import { instantAt, mondayOf } from './time.ts'
import type { GoalId, Instant, LocalDate, PersonId, WallTime, Zone } from './types.ts'

/** What a channel is told of a week: each goal in one list, people who are away apart, nobody named for what they lack. */

export interface WeekGoal {
  readonly standing: Standing
  readonly owner: Person
  /** What stands in its way, in its owner's words. */
  readonly blocker: string | undefined
}

export interface Week {
  /** Monday of the team's week. */
  readonly of: LocalDate
  /** Of the people who were asked last, without the excused: how many have answered, in time or late. */
  readonly answered: number
  readonly asked: number
  readonly reached: readonly WeekGoal[]
  readonly blocked: readonly WeekGoal[]
  /** Behind their path, by a little or a lot, or past their day: never told apart in public. */
  readonly atRisk: readonly WeekGoal[]
  readonly onTrack: readonly WeekGoal[]
  /** No number yet, or none for two check-ins. */
  readonly waiting: readonly WeekGoal[]
  /** Names of owners on leave, in their order. */
  readonly away: readonly string[]
}

export interface WeekFacts {
  readonly today: LocalDate
  readonly goals: readonly { readonly standing: Standing; readonly owner: Person }[]
  readonly blockers: ReadonlyMap<GoalId, string>
  readonly away: ReadonlySet<PersonId>
  /** How the newest ask of each person stands. */
  readonly asks: readonly CheckInOutcome[]
}

/** Goals that are private, or were given up, belong to no summary: the caller leaves the former out. */
export function weekOf({ today, goals, blockers, away, asks }: WeekFacts): Week {
  const shown = goals
    .filter(({ standing }) => standing.goal.state !== 'retired')
    .map((one) => ({ ...one, blocker: blockers.get(one.standing.goal.id) }))
  const listed = (list: List) => shown.filter((one) => listOf(one, away) === list).toSorted(byNeed)
  const due = asks.filter((outcome) => outcome !== 'excused' && outcome !== 'skipped')
  return {
    of: mondayOf(today),
    answered: due.filter((outcome) => outcome !== 'missed').length,
    asked: due.length,
    reached: listed('reached'),
    blocked: listed('blocked'),
    atRisk: listed('at-risk'),
    onTrack: listed('on-track'),
    waiting: listed('waiting'),
    away: namesOf(shown.filter(({ owner }) => away.has(owner.id) && !owner.isOffBoard)),
  }
}

/** When the team's week began, on its own clock. */
export const weekBegan = (today: LocalDate, zone: Zone): Instant =>
  instantAt(mondayOf(today), '00:00' as WallTime, zone)

/** Goals of one message in the thread: well below what Slack takes, whatever their titles. */
export const DETAILS_PER_PAGE = 40

export const goalsTold = ({ reached, blocked, atRisk, onTrack, waiting }: Week): number =>
  [reached, blocked, atRisk, onTrack, waiting].reduce((sum, list) => sum + list.length, 0)

type List = 'reached' | 'blocked' | 'at-risk' | 'on-track' | 'waiting' | 'none'

/** What someone on leave left behind is no news. */
function listOf({ standing, owner, blocker }: WeekGoal, away: ReadonlySet<PersonId>): List {
  const { goal, status } = standing
  if (isReached(goal, standing)) return 'reached'
  if (away.has(owner.id)) return 'none'
  if (blocker !== undefined) return 'blocked'
  switch (status) {
    case 'at-risk':
    case 'off-track':
    case 'overdue':
      return 'at-risk'
    case 'on-track':
    case 'done':
      return 'on-track'
    case 'no-data':
    case 'too-early':
      return 'waiting'
  }
}

/** A range or a rhythm is kept, not reached, until its last day. */
const isReached = ({ state, kind }: Goal, { status }: Standing) =>
  state === 'reached' || (status === 'done' && kind !== 'maintain' && kind !== 'cadence')

/** The soonest due first; of one day by number. */
const byNeed = (a: WeekGoal, b: WeekGoal) => {
  const [one, other] = [a.standing.goal, b.standing.goal]
  return one.due === other.due ? one.number - other.number : one.due < other.due ? -1 : 1
}

const namesOf = (goals: readonly WeekGoal[]): readonly string[] => {
  const names = new Map(goals.map(({ owner }) => [owner.id, owner.name]))
  return [...names.values()].toSorted(inOrder.compare)
}
const inOrder = new Intl.Collator('en', { sensitivity: 'base' })
