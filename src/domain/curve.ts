import type { GoalTerms, PlanCurve, Step } from './goal.ts'
import { daysBetween, workingDays } from './time.ts'
import type { LocalDate } from './types.ts'

/** The expected path over the window, domain.md §3.2. Shares are 0-1. */

/** How much of the window is over: days between dates, or working days with both ends counted. */
export function elapsedShare(terms: Pick<GoalTerms, 'start' | 'due' | 'curve'>, today: LocalDate): number {
  if (today >= terms.due) return 1
  if (today < terms.start) return 0
  const workdays = terms.curve.kind === 'business-days' ? workingDays(terms.start, terms.due) : 0
  // A window of nothing but a weekend has no working day to count.
  if (workdays > 0) return workingDays(terms.start, today) / workdays
  return daysBetween(terms.start, today) / daysBetween(terms.start, terms.due)
}

/** The expected share at an elapsed share; never falls as time goes on. */
export function shareAt(curve: PlanCurve, elapsed: number): number {
  switch (curve.kind) {
    case 'linear':
    case 'business-days':
    case 'steps':
      return elapsed
    case 'back-loaded':
      return elapsed ** 2
    case 's-curve':
      return 3 * elapsed ** 2 - 2 * elapsed ** 3
    case 'custom':
      return between(checkpoints(curve.points), elapsed)
  }
}

/** The weight of the steps due by today, of all; a step without a date is due with the goal. */
export function stepsDueShare(terms: Pick<GoalTerms, 'steps' | 'due'>, today: LocalDate): number {
  if (today >= terms.due) return 1
  return weightShare(terms.steps, (step) => step.due !== undefined && step.due <= today)
}

/** Steps without any weight count alike. */
export function weightShare(steps: readonly Step[], counts: (step: Step) => boolean): number {
  const weightOf = (step: Step) => Math.max(0, step.weight)
  const all = steps.reduce((sum, step) => sum + weightOf(step), 0)
  if (all === 0) return steps.length === 0 ? 0 : steps.filter(counts).length / steps.length
  return steps.filter(counts).reduce((sum, step) => sum + weightOf(step), 0) / all
}

type Point = readonly [elapsed: number, expected: number]

/** In order, within 0-1, never falling, from nothing at the start to everything at the end. */
function checkpoints(points: readonly Point[]): readonly Point[] {
  const sorted = points.map(([x, y]) => [clampShare(x), clampShare(y)] as const).sort(([a], [b]) => a - b)
  const hasEnd = sorted.at(-1)?.[0] === 1
  let highest = 0
  const rising = sorted.map(([x, y]): Point => {
    highest = Math.max(highest, y)
    return [x, highest]
  })
  return [[0, 0], ...rising, ...(hasEnd ? [] : [[1, 1] as const])]
}

function between(points: readonly Point[], elapsed: number): number {
  const after = points.findIndex(([x]) => x > elapsed)
  const to = points[after]
  const from = points[after - 1]
  if (to === undefined || from === undefined) return points.at(-1)?.[1] ?? elapsed
  return from[1] + ((to[1] - from[1]) * (elapsed - from[0])) / (to[0] - from[0])
}

const clampShare = (share: number) => Math.min(1, Math.max(0, share))
