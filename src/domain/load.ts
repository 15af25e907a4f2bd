import type { Goal, Size, Step } from './goal.ts'
import { addDays, daysBetween, mondayOf } from './time.ts'
import type { LocalDate, PersonId } from './types.ts'

/** How much one person carries in a week, domain.md §6.4. The coach warns by the same rule. */

export const sizeWeights: Readonly<Record<Size, number>> = { small: 1, medium: 2, large: 4 }

const MOST_OK = 6
const MOST_BUSY = 9
const MOST_GOALS = 5
const MOST_MILESTONES = 3

export type LoadLevel = 'ok' | 'busy' | 'overloaded'

/** What the rule needs to know of a goal. */
export type Carried = Pick<Goal, 'owner' | 'size' | 'start' | 'due' | 'state' | 'steps'>
/** What can be moved to another week or another person. */
export type Movable = Carried & Pick<Goal, 'id' | 'number' | 'title' | 'parent'>

export interface WeekLoad {
  /** Its Monday. */
  readonly week: LocalDate
  readonly points: number
  readonly level: LoadLevel
  readonly goals: number
  /** Open milestones due in it. */
  readonly milestones: number
  readonly hasTooManyGoals: boolean
  readonly hasTooManyMilestones: boolean
}

export function levelOf(points: number): LoadLevel {
  if (points <= MOST_OK) return 'ok'
  return points <= MOST_BUSY ? 'busy' : 'overloaded'
}

/** `goals` may be anyone's; `week` is any day of it. */
export function loadOf(
  person: PersonId,
  goals: readonly Carried[],
  week: LocalDate,
  today: LocalDate,
): WeekLoad {
  const monday = mondayOf(week)
  const own = goalsIn(person, goals, monday, today)
  const milestones = milestonesIn(person, goals, monday).length
  const points = own.reduce((sum, goal) => sum + sizeWeights[goal.size], 0) + milestones
  return {
    week: monday,
    points,
    level: levelOf(points),
    goals: own.length,
    milestones,
    hasTooManyGoals: own.length > MOST_GOALS,
    hasTooManyMilestones: milestones > MOST_MILESTONES,
  }
}

/** A goal past its day is carried until it is closed. */
function goalsIn<T extends Carried>(
  person: PersonId,
  goals: readonly T[],
  monday: LocalDate,
  today: LocalDate,
): readonly T[] {
  const sunday = addDays(monday, 6)
  return goals.filter(
    (goal) =>
      goal.owner === person &&
      goal.state === 'active' &&
      goal.start <= sunday &&
      (goal.due >= monday || goal.due < today),
  )
}

/** Whoever was named delivers a milestone, otherwise the goal's owner. */
export const delivererOf = (goal: Pick<Goal, 'owner'>, step: Pick<Step, 'assignee'>): PersonId =>
  step.assignee ?? goal.owner

/** Open milestones that a person delivers in the week of that Monday. */
export function milestonesIn<T extends Carried>(
  person: PersonId,
  goals: readonly T[],
  monday: LocalDate,
): readonly { readonly goal: T; readonly step: Step }[] {
  const sunday = addDays(monday, 6)
  return goals
    .filter(({ state }) => state === 'active')
    .flatMap((goal) => goal.steps.map((step) => ({ goal, step })))
    .filter(({ goal, step }) => {
      const due = step.due ?? goal.due
      return !step.isDone && delivererOf(goal, step) === person && due >= monday && due <= sunday
    })
}

/** The fullest week from `from` through `to`, where the person has more than they can carry in it. */
export function overloadBetween(
  person: PersonId,
  goals: readonly Carried[],
  from: LocalDate,
  to: LocalDate,
  today: LocalDate,
): WeekLoad | undefined {
  const weeks: WeekLoad[] = []
  for (let week = mondayOf(from); week <= to && weeks.length < MOST_WEEKS; week = addDays(week, 7))
    weeks.push(loadOf(person, goals, week, today))
  return weeks
    .filter((load) => load.level === 'overloaded' || load.hasTooManyGoals)
    .toSorted((a, b) => b.points - a.points || b.goals - a.goals)[0]
}

/** A goal that is said to last for decades is not walked through to its end. */
const MOST_WEEKS = 105

export interface Move {
  readonly goal: Movable
  /** Absent: the goal itself is to move. */
  readonly step: Step | undefined
  /** The person's points in that week with it and without it. */
  readonly before: number
  readonly after: number
  /** Someone on the same parent who carries less, before and with it. */
  readonly mate: { readonly person: PersonId; readonly before: number; readonly after: number } | undefined
}

/**
 * What to move out of an overloaded week, or to whom: what brings it to `ok`, else to `busy`, and of what helps alike what
 * has the most slack. `slackDays` is how long a goal may stand still.
 */
export function bestMove(
  person: PersonId,
  goals: readonly Movable[],
  week: LocalDate,
  today: LocalDate,
  slackDays: (goal: Movable) => number,
): Move | undefined {
  const { points, level } = loadOf(person, goals, week, today)
  if (level !== 'overloaded') return undefined
  const monday = mondayOf(week)
  const choices: readonly Choice[] = [
    ...goalsIn(person, goals, monday, today).map((goal) => ({
      goal,
      step: undefined,
      relief: sizeWeights[goal.size],
      slack: slackDays(goal),
    })),
    ...milestonesIn(person, goals, monday).map(({ goal, step }) => ({
      goal,
      step,
      relief: 1,
      slack: daysBetween(step.due ?? goal.due, goal.due),
    })),
  ]
  const [best] = choices.toSorted((a, b) => inOrder(a, b, points))
  if (best === undefined) return undefined
  const { goal, step, relief } = best
  const mate = mateFor(person, best, goals, { points, monday, today })
  return { goal, step, before: points, after: points - relief, mate }
}

interface Choice {
  readonly goal: Movable
  readonly step: Step | undefined
  readonly relief: number
  readonly slack: number
}

const levels: readonly LoadLevel[] = ['ok', 'busy', 'overloaded']

/** Where nothing ends the overload, what takes most off it comes first. */
function inOrder(a: Choice, b: Choice, points: number): number {
  const [left, right] = [levelOf(points - a.relief), levelOf(points - b.relief)]
  const byLevel = levels.indexOf(left) - levels.indexOf(right)
  const bySlack = b.slack - a.slack
  const byRelief = b.relief - a.relief
  const alike = left === 'overloaded' ? byRelief || bySlack : bySlack || byRelief
  return byLevel || alike || a.goal.number - b.goal.number
}

interface At {
  readonly points: number
  readonly monday: LocalDate
  readonly today: LocalDate
}

/** Who works for the same parent, carries less and would not be overloaded by it; the one who carries least. */
function mateFor(
  person: PersonId,
  { goal, relief }: Choice,
  goals: readonly Movable[],
  { points, monday, today }: At,
): Move['mate'] {
  if (goal.parent === undefined) return undefined
  const siblings = goals.filter(
    (other) => other.parent === goal.parent && other.state === 'active' && other.owner !== person,
  )
  const mates = [...new Set(siblings.map(({ owner }) => owner))].map((mate) => {
    const before = loadOf(mate, goals, monday, today).points
    return { person: mate, before, after: before + relief }
  })
  return mates
    .filter(({ before, after }) => before < points && levelOf(after) !== 'overloaded')
    .toSorted((a, b) => a.before - b.before || (a.person < b.person ? -1 : 1))[0]
}
