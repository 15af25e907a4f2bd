import type { DaysOff } from './days-off.ts'
import type { Goal, Link } from './goal.ts'
import { progressOf } from './progress.ts'
import { atLeast } from './status.ts'
import { addDays } from './time.ts'
import type { GoalId, LocalDate, StepId } from './types.ts'

/** Finish-to-start dependencies between milestones and goals, domain.md §6.4. */

const SQUEEZED_BELOW_DAYS = 3

/** A goal or one of its milestones, as a point of the network. */
export interface Item {
  readonly key: string
  readonly goal: GoalId
  readonly step: StepId | undefined
  /** The day it is to be finished; a milestone without one is due with its goal. */
  readonly due: LocalDate
  readonly isDone: boolean
  /** Keys of what must be finished before it can begin. */
  readonly after: readonly string[]
  /** Keys of the milestones that a goal is made of: it is finished when they are. */
  readonly parts: readonly string[]
}

/** Today, and which days nobody of the team works. */
export interface WorkDays {
  readonly today: LocalDate
  readonly dayOff: DaysOff
}

export interface Flags {
  /** What is not done though its day has passed. */
  readonly blockedBy: readonly Item[]
  /** Working days left between what comes before and the own due day; absent where nothing is waited for. */
  readonly slackDays: number | undefined
  /** It can still begin in time, but with next to no time. */
  readonly isSqueezed: boolean
}

export const keyOf = ({ goal, step }: Link): string => (step === undefined ? goal : `${goal}/${step}`)

/** Every goal and each of its milestones. */
export function itemsOf(goals: readonly Goal[]): readonly Item[] {
  return goals.flatMap((goal) => {
    const steps = goal.steps.map((step) => ({
      key: keyOf({ goal: goal.id, step: step.id }),
      goal: goal.id,
      step: step.id,
      due: step.due ?? goal.due,
      // A closed goal keeps nobody waiting.
      isDone: step.isDone || goal.state !== 'active',
      after: step.after.map(keyOf),
      parts: [],
    }))
    const parts = steps.map(({ key }) => key)
    const { id, due } = goal
    return [{ key: id, goal: id, step: undefined, due, isDone: isFinished(goal), after: [], parts }, ...steps]
  })
}

/** Reached by its numbers or closed; a range or a rhythm lasts until it is closed. */
function isFinished(goal: Goal): boolean {
  if (goal.state !== 'active') return true
  const lastsToTheEnd = goal.kind === 'maintain' || goal.kind === 'cadence'
  return !lastsToTheEnd && atLeast(progressOf(goal, goal.last?.value), 1)
}

/** The keys of a ring in which each waits for the next; undefined where there is none. Done or not does not matter. */
export function cycleIn(items: readonly Item[]): readonly string[] | undefined {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const cleared = new Set<string>()
  for (const { key } of items) {
    const ring = ringFrom(key, [], byKey, cleared)
    if (ring !== undefined) return ring
  }
  return undefined
}

function ringFrom(
  key: string,
  path: readonly string[],
  byKey: ReadonlyMap<string, Item>,
  cleared: Set<string>,
): readonly string[] | undefined {
  const at = path.indexOf(key)
  if (at !== -1) return path.slice(at)
  const item = byKey.get(key)
  if (item === undefined || cleared.has(key)) return undefined
  for (const before of [...item.after, ...item.parts]) {
    const ring = ringFrom(before, [...path, key], byKey, cleared)
    if (ring !== undefined) return ring
  }
  cleared.add(key)
  return undefined
}

/** What holds up each item that is not done; nothing said of the others. */
export function flagsOf(items: readonly Item[], days: WorkDays): ReadonlyMap<string, Flags> {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const open = items.filter((item) => !item.isDone)
  return new Map(open.map((item) => [item.key, flagsOfOne(item, openBefore(item, byKey), days)]))
}

function flagsOfOne(item: Item, before: readonly Item[], days: WorkDays): Flags {
  const blockedBy = before.filter(({ due }) => due < days.today)
  const slacks = before.map(({ due }) => workingDaysAfter(later(due, days.today), item.due, days.dayOff))
  const slackDays = slacks.length === 0 ? undefined : Math.min(...slacks)
  const isShort = slackDays !== undefined && slackDays < SQUEEZED_BELOW_DAYS
  return { blockedBy, slackDays, isSqueezed: isShort && blockedBy.length === 0 }
}

const openBefore = (item: Item, byKey: ReadonlyMap<string, Item>): readonly Item[] =>
  item.after.flatMap((key) => byKey.get(key) ?? []).filter(({ isDone }) => !isDone)

/** From the day after `from` through `to`; 0 when `to` is not later. */
function workingDaysAfter(from: LocalDate, to: LocalDate, dayOff: DaysOff): number {
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (dayOff(date) === undefined) count += 1
    // More than anyone is squeezed by; a window of years is not walked through.
    if (count >= MOST_COUNTED) return count
  }
  return count
}

const MOST_COUNTED = 60

/**
 * The longest path that remains: of all open items that wait for an open one that which ends last, and backwards always
 * what ends last of what it waits for. First to last; empty where nothing waits. `mayEnd` says whose path is asked for.
 */
export function criticalChain(
  items: readonly Item[],
  today: LocalDate,
  mayEnd: (item: Item) => boolean = () => true,
): readonly Item[] {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const known = new Map<string, Path>()
  const paths = items
    .filter((item) => !item.isDone && mayEnd(item))
    .map((item) => pathTo(item, byKey, known, today))
    .filter(({ chain }) => chain.length > 1)
  return paths.toSorted(longestFirst)[0]?.chain ?? []
}

/** The binding chain that ends with an item, and the day it can end at the earliest that was promised. */
interface Path {
  readonly ends: LocalDate
  readonly chain: readonly Item[]
}

function pathTo(
  item: Item,
  byKey: ReadonlyMap<string, Item>,
  known: Map<string, Path>,
  today: LocalDate,
): Path {
  const found = known.get(item.key)
  if (found !== undefined) return found
  const alone: Path = { ends: later(item.due, today), chain: [item] }
  // Stands in while the path is sought, so that a ring ends.
  known.set(item.key, alone)
  const [binding] = openBefore(item, byKey)
    .map((before) => pathTo(before, byKey, known, today))
    .toSorted(longestFirst)
  const path =
    binding === undefined ? alone : { ends: later(alone.ends, binding.ends), chain: [...binding.chain, item] }
  known.set(item.key, path)
  return path
}

/** By its end, then by how many it takes; the rest is for always giving the same. */
function longestFirst(a: Path, b: Path): number {
  if (a.ends !== b.ends) return a.ends > b.ends ? -1 : 1
  const byCount = b.chain.length - a.chain.length
  return byCount === 0 ? compare(keysOf(a), keysOf(b)) : byCount
}

const keysOf = ({ chain }: Path) => chain.map(({ key }) => key).join(' ')
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b)
