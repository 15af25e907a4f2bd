import { isSameAim } from './duplicates.ts'
import type { Goal } from './goal.ts'
import { addMs, DAY_MS } from './time.ts'
import type { Instant } from './types.ts'

const REPLACES_DAYS = 30
const EASING_DAYS = 7

/**
 * Giving a goal up and making it anew, easier, is an easing by another way, domain.md §4.3: like one, it scores a week later.
 * The goal that was given up keeps its last pace meanwhile. `own` are the goals of the same owner.
 */
export function waitsAsSuccessor(goal: Goal, own: readonly Goal[], now: Instant): boolean {
  return now < addMs(goal.createdAt, EASING_DAYS * DAY_MS) && own.some((other) => isReplacedBy(other, goal))
}

function isReplacedBy(before: Goal, after: Goal): boolean {
  const { closedAt } = before
  if (before.state !== 'retired' || closedAt === undefined || before.id === after.id) return false
  const isSoon = closedAt >= addMs(after.createdAt, -REPLACES_DAYS * DAY_MS)
  const isOverlapping = before.start <= after.due && after.start <= before.due
  return isSoon && before.createdAt < after.createdAt && isOverlapping && isSameAim(before, after)
}
