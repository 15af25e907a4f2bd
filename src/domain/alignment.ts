import type { Goal, Standing, Status, Unit } from './goal.ts'
import { sizeWeights } from './load.ts'
import { daysBetween } from './time.ts'
import type { GoalId } from './types.ts'

/** Goals that are part of larger ones, domain.md §6.2: company, team, person. */

export const MOST_DEPTH = 4
const LEAST_COVERED = 0.9
/** Two quarters: what lasts longer ought to be made up of shorter goals. */
const LONG_DAYS = 184

export type Warning =
  | { readonly kind: 'cycle' }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'ends-after-parent' }
  | { readonly kind: 'directions-conflict' }
  /** What the children promise together, as a share 0-1 of what the goal needs. */
  | { readonly kind: 'children-fall-short'; readonly share: number }
  | { readonly kind: 'no-child' }
  | { readonly kind: 'orphan' }

/** One goal of the tree. Shares are 0-1. */
export interface Branch {
  readonly standing: Standing
  /** 1 at the top. */
  readonly depth: number
  readonly children: readonly Branch[]
  /** The worst of its children's, domain.md §3.3; its own where it has none. */
  readonly status: Status
  /** The weighted mean of its children's, negatives as 0; its own where it has none. */
  readonly progress: number
  readonly warnings: readonly Warning[]
}

type Placed = Pick<Goal, 'id' | 'parent'>

/**
 * Why a goal cannot be put under a parent; `family` holds at least the parent's ancestors and the goal's descendants.
 * A goal that is not made yet has no id.
 */
export function misplacement(
  goal: GoalId | undefined,
  parent: GoalId,
  family: readonly Placed[],
): 'parent-cycle' | 'parent-too-deep' | undefined {
  const above = lineage(parent, family)
  if (goal !== undefined && above.includes(goal)) return 'parent-cycle'
  const below = goal === undefined ? 1 : heightOf(goal, family)
  return above.length + below > MOST_DEPTH ? 'parent-too-deep' : undefined
}

/** The goal and all above it, ending where a ring would begin. */
function lineage(from: GoalId, family: readonly Placed[]): readonly GoalId[] {
  const parents = new Map(family.map(({ id, parent }) => [id, parent]))
  const found: GoalId[] = []
  for (let id: GoalId | undefined = from; id !== undefined && !found.includes(id); id = parents.get(id))
    found.push(id)
  return found
}

/** How many levels a goal and what hangs below it take; 1 without children. */
function heightOf(goal: GoalId, family: readonly Placed[], seen: readonly GoalId[] = []): number {
  if (seen.includes(goal)) return 0
  const below = family.filter(({ parent }) => parent === goal)
  return 1 + Math.max(0, ...below.map(({ id }) => heightOf(id, family, [...seen, goal])))
}

/** Goals under their parents, in the order they come in. Whose parent is not among them stands at the top. */
export function treeOf(standings: readonly Standing[]): readonly Branch[] {
  const here = new Set(standings.map(({ goal }) => goal.id))
  const inRing = ringsIn(standings.map(({ goal }) => goal))
  // A ring has no top: each of its goals stands at the top, so that it is seen and can be mended.
  const isTop = ({ goal }: Standing) =>
    goal.parent === undefined || !here.has(goal.parent) || inRing.has(goal.id)
  const children = Map.groupBy(
    standings.filter((standing) => !isTop(standing)),
    ({ goal }) => goal.parent,
  )
  const look: Look = { children, inRing, hasFamilies: children.size > 0 }
  return standings.filter(isTop).map((standing) => branchOf(standing, undefined, 1, look))
}

interface Look {
  readonly children: ReadonlyMap<GoalId | undefined, readonly Standing[]>
  readonly inRing: ReadonlySet<GoalId>
  /** Somewhere in the tree a goal has children: only then it says something to stand alone. */
  readonly hasFamilies: boolean
}

function ringsIn(goals: readonly Goal[]): ReadonlySet<GoalId> {
  const parents = new Map(goals.map(({ id, parent }) => [id, parent]))
  const isInRing = (id: GoalId): boolean => {
    const seen = new Set<GoalId>()
    for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (at === id) return true
      seen.add(at)
    }
    return false
  }
  return new Set(goals.map(({ id }) => id).filter(isInRing))
}

function branchOf(standing: Standing, parent: Standing | undefined, depth: number, look: Look): Branch {
  const below = look.children.get(standing.goal.id) ?? []
  const children = below.map((child) => branchOf(child, standing, depth + 1, look))
  const counted = children.filter((child) => child.standing.goal.state !== 'retired')
  const warnings = warningsOf(standing, parent, counted, depth, look)
  const { status, progress } = standing
  if (counted.length === 0) return { standing, depth, children, status, progress, warnings }
  return { standing, depth, children, status: worstOf(counted), progress: meanOf(counted), warnings }
}

/** From best to worst. What has just begun says less than what runs well; no news is never good news. */
const fromBest: readonly Status[] = [
  'done',
  'too-early',
  'on-track',
  'no-data',
  'at-risk',
  'off-track',
  'overdue',
]

export function worstOf(children: readonly Pick<Branch, 'status'>[]): Status {
  const worst = Math.max(0, ...children.map(({ status }) => fromBest.indexOf(status)))
  return fromBest[worst] ?? 'done'
}

/** Weighted by size; below the baseline counts as nothing. */
export function meanOf(
  children: readonly {
    readonly progress: number
    readonly standing: { readonly goal: Pick<Goal, 'size'> }
  }[],
): number {
  const weights = children.map(({ standing }) => sizeWeights[standing.goal.size])
  const sum = children.reduce((total, { progress, standing }) => {
    return total + Math.max(0, progress) * sizeWeights[standing.goal.size]
  }, 0)
  return sum / weights.reduce((total, weight) => total + weight, 0)
}

function warningsOf(
  { goal }: Standing,
  parent: Standing | undefined,
  children: readonly Branch[],
  depth: number,
  { inRing, hasFamilies }: Look,
): readonly Warning[] {
  if (goal.state !== 'active') return []
  const share = coveredShare(
    goal,
    children.map((child) => child.standing.goal),
  )
  const isShort = share !== undefined && share < LEAST_COVERED - HAIR
  return [
    ...(inRing.has(goal.id) ? [{ kind: 'cycle' } as const] : []),
    ...(depth > MOST_DEPTH ? [{ kind: 'too-deep' } as const] : []),
    ...(parent !== undefined && goal.due > parent.goal.due ? [{ kind: 'ends-after-parent' } as const] : []),
    ...(parent !== undefined && isAgainst(goal, parent.goal)
      ? [{ kind: 'directions-conflict' } as const]
      : []),
    ...(isShort ? [{ kind: 'children-fall-short', share } as const] : []),
    ...(lacksChildren(goal, children) ? [{ kind: 'no-child' } as const] : []),
    ...(isOrphan(goal, parent, children, hasFamilies) ? [{ kind: 'orphan' } as const] : []),
  ]
}

const HAIR = 1e-9

/** The same measure one way here and the other way there. */
export function isAgainst(
  child: Pick<Goal, 'measure' | 'direction'>,
  parent: Pick<Goal, 'measure' | 'direction'>,
): boolean {
  return child.measure === parent.measure && child.direction !== parent.direction
}

/** Only what adds up, in the same unit, can be compared: the ways of the children together over the goal's own. */
export function coveredShare(goal: Goal, children: readonly Goal[]): number | undefined {
  const alike = children.filter((child) => child.kind === 'cumulative' && isSameUnit(child.unit, goal.unit))
  const way = wayOf(goal)
  if (goal.kind !== 'cumulative' || alike.length === 0 || way <= 0) return undefined
  return alike.reduce((sum, child) => sum + wayOf(child), 0) / way
}

const wayOf = ({ target = 0, baseline = 0 }: Goal) => target - baseline

function isSameUnit(one: Unit, other: Unit): boolean {
  if (one.kind === 'count' && other.kind === 'count')
    return one.noun?.toLowerCase() === other.noun?.toLowerCase()
  if (one.kind === 'currency' && other.kind === 'currency') return one.code === other.code
  if (one.kind === 'time' && other.kind === 'time') return one.in === other.in
  return one.kind === other.kind
}

/** A yearly goal needs shorter ones that add up to it, or milestones. */
function lacksChildren(goal: Goal, children: readonly Branch[]): boolean {
  const isLong = daysBetween(goal.start, goal.due) > LONG_DAYS
  return isLong && children.length === 0 && goal.steps.length === 0
}

/** Part of nothing that goes on: its parent was retired, or it serves nothing where others do. */
function isOrphan(
  goal: Goal,
  parent: Standing | undefined,
  children: readonly Branch[],
  hasFamilies: boolean,
): boolean {
  if (parent !== undefined) return parent.goal.state === 'retired'
  return hasFamilies && goal.parent === undefined && goal.why === undefined && children.length === 0
}
