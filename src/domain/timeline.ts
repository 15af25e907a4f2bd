import type { Goal, Standing, Step } from './goal.ts'
import { daysBetween } from './time.ts'
import { daysIn, lastDayOf, type Months } from './timeline-window.ts'
import type { GoalId, LocalDate, TeamId } from './types.ts'

/** Months across, goals and their steps down. Days are counted from the first one shown, which is 0. */
export interface Timeline {
  readonly months: Months
  /** Those of one page. */
  readonly rows: readonly TimelineRow[]
  /** How many stand before the first of them, and how many there are in all. */
  readonly skipped: number
  readonly total: number
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

/** A goal of a page, with everything that its row shows. */
export interface TimelineGoal {
  readonly standing: Standing
  /** Absent for the viewer's own among their own. */
  readonly owner: string | undefined
}

/** As much of a goal as its place takes: there may be thousands. */
export type Placeable = Pick<Goal, 'id' | 'number' | 'start' | 'due' | 'parent' | 'state'>

export interface Place {
  readonly id: GoalId
  readonly depth: number
}

/** Where the goals of some months stand. */
export interface Places {
  readonly places: readonly Place[]
  /** Goals with no day in these months. */
  readonly outside: number
}

export interface Page {
  readonly skip: number
  readonly most: number
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

/**
 * The goals that touch these months: below the goal they belong to, else by due day and number. What is open past its due
 * day takes the days until today as well.
 */
export function placesIn(goals: readonly Placeable[], months: Months, today: LocalDate): Places {
  const last = lastDayOf(months)
  const touching = goals.filter(({ start, due, state }) => {
    const end = state === 'active' && due < today ? today : due
    return start <= last && end >= months.from
  })
  return { places: inOrder(touching), outside: goals.length - touching.length }
}

/** Which places a page shows; one behind the last shows the last. */
export function placesOn(
  { places }: Places,
  { skip, most }: Page,
): { skipped: number; shown: readonly Place[] } {
  const end = Math.max(0, places.length - 1)
  const skipped = skip <= end ? skip : end - (end % most)
  return { skipped, shown: places.slice(skipped, skipped + most) }
}

/** A page's goals in their places; one that is not known any more has no row. */
export function timelineOf(
  all: Places,
  page: Page,
  known: ReadonlyMap<GoalId, TimelineGoal>,
  months: Months,
  today: LocalDate,
): Timeline {
  const { skipped, shown } = placesOn(all, page)
  const isAmong = today >= months.from && today <= lastDayOf(months)
  return {
    months,
    skipped,
    rows: shown.flatMap(({ id, depth }) => {
      const goal = known.get(id)
      return goal === undefined ? [] : [rowOf(goal, depth, months)]
    }),
    total: all.places.length,
    outside: all.outside,
    today: isAmong ? daysBetween(months.from, today) : undefined,
  }
}

/** Deeper than that nothing is indented further; PRODUCT.md §7 allows no more. */
const MOST_DEPTH = 4

function inOrder(goals: readonly Placeable[]): readonly Place[] {
  const sorted = goals.toSorted(bySoonest)
  const known = new Set(sorted.map(({ id }) => id))
  const children = Map.groupBy(sorted, (goal) => parentIn(goal, known))
  const placed = new Map<GoalId, Place>()
  const place = ({ id }: Placeable, depth: number) => {
    if (placed.has(id)) return
    placed.set(id, { id, depth: Math.min(depth, MOST_DEPTH) })
    for (const child of children.get(id) ?? []) place(child, depth + 1)
  }
  for (const goal of children.get(undefined) ?? []) place(goal, 0)
  // Parents in a circle have no first; none of them gets lost.
  for (const goal of sorted) place(goal, 0)
  return [...placed.values()]
}

const parentIn = ({ parent }: Placeable, known: ReadonlySet<GoalId>) =>
  parent !== undefined && known.has(parent) ? parent : undefined

function bySoonest(a: Placeable, b: Placeable): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1
  return a.number - b.number
}

function rowOf({ standing, owner }: TimelineGoal, depth: number, months: Months): TimelineRow {
  const { goal } = standing
  const size = daysIn(months)
  const dayOf = (date: LocalDate) => daysBetween(months.from, date)
  const from = dayOf(goal.start)
  const to = dayOf(goal.due) + 1
  const end = isOverdue(standing) ? dayOf(standing.today) + 1 : to
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

const isOverdue = ({ goal, today, status }: Standing) => status === 'overdue' && today > goal.due

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
