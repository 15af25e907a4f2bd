import type { Goal, Standing, Step } from './goal.ts'
import { daysBetween } from './time.ts'
import { daysIn, lastDayOf, type Months, type Stretch } from './timeline-window.ts'
import type { GoalId, LocalDate, TeamId } from './types.ts'

/** Months across, goals and their steps down. Days are counted from the first one shown, which is 0. */
export interface Timeline {
  readonly months: Months
  readonly rows: readonly TimelineRow[]
  /** Goals with no day in these months. */
  readonly outside: number
  /** Absent where today is not among the months. */
  readonly today: number | undefined
}

/** A part of the months, from the beginning of day `from` to that of day `to`; fractions are hours. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface TimelineRow {
  readonly standing: Standing
  readonly owner: string | undefined
  /** 0 for a goal that stands alone or first, 1 for what it is made of, and so on. */
  readonly depth: number
  /** From start to due day, as far as the months show it; absent where they show none of it. */
  readonly bar: Span | undefined
  /** How much of the bar is done. */
  readonly done: Span | undefined
  /** From the due day to today, while it is overdue. */
  readonly over: Span | undefined
  /** The bar goes on before the first month, or behind the last. */
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
  /** Steps with a date in these months, in their order. */
  readonly marks: readonly StepMark[]
  /** The step to do next, soonest due first, wherever its date lies. */
  readonly next: DatedStep | undefined
}

export type DatedStep = Step & { readonly due: LocalDate; readonly state: StepState }
export type StepState = 'done' | 'open' | 'late'

export interface StepMark {
  readonly at: number
  readonly state: StepState
  readonly title: string
}

/** A goal as it comes in. */
export interface TimelineGoal {
  readonly standing: Standing
  /** Absent for the viewer's own among their own. */
  readonly owner: string | undefined
}

/** Whose goals a timeline shows. */
export type TimelineOf = { readonly kind: 'mine' } | { readonly kind: 'team'; readonly team: TeamId }

/** Everything that `/goal timeline` shows to one viewer. */
export interface TimelineSheet extends Timeline {
  readonly of: TimelineOf
  /** Absent for one's own. */
  readonly channelName: string | undefined
  /** Other teams to look at. */
  readonly teams: readonly { readonly team: TeamId; readonly channelName: string }[]
  readonly day: LocalDate
}

/** The goals that touch these months: below the goal they belong to, else by due day and number. */
export function timelineOf(goals: readonly TimelineGoal[], months: Months, today: LocalDate): Timeline {
  const last = lastDayOf(months)
  const touching = goals.filter(({ standing }) => {
    const { start, due } = stretchOf(standing)
    return start <= last && due >= months.from
  })
  const isShown = today >= months.from && today <= last
  return {
    months,
    rows: inOrder(touching).map(({ goal, depth }) => rowOf(goal, depth, months)),
    outside: goals.length - touching.length,
    today: isShown ? daysBetween(months.from, today) : undefined,
  }
}

/** An overdue goal takes the days until today as well. */
function stretchOf({ goal, today, status }: Standing): Stretch {
  return { start: goal.start, due: status === 'overdue' && today > goal.due ? today : goal.due }
}

interface Placed {
  readonly goal: TimelineGoal
  readonly depth: number
}

/** Deeper than that nothing is indented further; PRODUCT.md §7 allows no more. */
const MOST_DEPTH = 4

function inOrder(goals: readonly TimelineGoal[]): readonly Placed[] {
  const sorted = goals.toSorted(bySoonest)
  const known = new Set(sorted.map(({ standing }) => standing.goal.id))
  const children = Map.groupBy(sorted, ({ standing }) => parentIn(standing.goal, known))
  const placed = new Map<GoalId, Placed>()
  const place = (goal: TimelineGoal, depth: number) => {
    const { id } = goal.standing.goal
    if (placed.has(id)) return
    placed.set(id, { goal, depth: Math.min(depth, MOST_DEPTH) })
    for (const child of children.get(id) ?? []) place(child, depth + 1)
  }
  for (const goal of children.get(undefined) ?? []) place(goal, 0)
  // Parents in a circle have no first; none of them gets lost.
  for (const goal of sorted) place(goal, 0)
  return [...placed.values()]
}

const parentIn = ({ parent }: Goal, known: ReadonlySet<GoalId>) =>
  parent !== undefined && known.has(parent) ? parent : undefined

function bySoonest({ standing: { goal: a } }: TimelineGoal, { standing: { goal: b } }: TimelineGoal): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1
  return a.number - b.number
}

function rowOf({ standing, owner }: TimelineGoal, depth: number, months: Months): TimelineRow {
  const { goal } = standing
  const size = daysIn(months)
  const dayOf = (date: LocalDate) => daysBetween(months.from, date)
  const from = dayOf(goal.start)
  const to = dayOf(goal.due) + 1
  const end = dayOf(stretchOf(standing).due) + 1
  const steps = goal.steps.flatMap((step): DatedStep[] =>
    step.due === undefined ? [] : [{ ...step, due: step.due, state: stateOf(step, standing) }],
  )
  return {
    standing,
    owner,
    depth,
    bar: within({ from, to }, size),
    done: within({ from, to: from + doneShare(standing) * (to - from) }, size),
    over: within({ from: to, to: end }, size),
    isCutBefore: from < 0,
    isCutAfter: Math.max(to, end) > size,
    marks: steps
      .map(({ due, state, title }) => ({ at: dayOf(due), state, title }))
      .filter(({ at }) => at >= 0 && at < size)
      .toSorted((a, b) => a.at - b.at),
    next: steps.filter(({ isDone }) => !isDone).toSorted((a, b) => (a.due < b.due ? -1 : 1))[0],
  }
}

function stateOf({ due, isDone }: Step, { goal, today }: Standing): StepState {
  if (isDone) return 'done'
  return goal.state === 'active' && due !== undefined && due < today ? 'late' : 'open'
}

function within({ from, to }: Span, size: number): Span | undefined {
  const clipped = { from: Math.max(0, from), to: Math.min(size, to) }
  return clipped.to > clipped.from ? clipped : undefined
}

/**
 * How much of its bar a goal has covered, 0-1. A range or a rhythm is never done before its end: it covers what has passed,
 * as far as it was kept.
 */
function doneShare({ goal, progress, today }: Standing): number {
  if (goal.state === 'reached') return 1
  const share = Math.min(1, Math.max(0, progress))
  if (goal.kind !== 'maintain' && goal.kind !== 'cadence') return share
  const days = daysBetween(goal.start, goal.due) + 1
  return share * Math.min(1, Math.max(0, daysBetween(goal.start, today) / days))
}
