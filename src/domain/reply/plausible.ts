import { measureFacts } from '../kpis.ts'
import type { ReplyGoal } from './types.ts'

/** The last value; before the first, where the goal began. */
export const lastOf = ({ lastValue, baseline, kind }: ReplyGoal) =>
  lastValue ?? (kind === 'cadence' ? 0 : (baseline ?? 0))

/** What the goal can have at all. */
export function isPossible(value: number, goal: ReplyGoal): boolean {
  const { unit, kind, measure } = goal
  if (unit.kind === 'percent') return measureFacts(measure).isUnbounded || (value >= 0 && value <= 100)
  const addsUp = kind === 'cumulative' || kind === 'cadence'
  if (value < 0 && (addsUp || unit.kind === 'time' || (unit.kind === 'count' && unit.noun !== undefined)))
    return false
  const isWhole = [goal.lastValue, goal.baseline, goal.target].every((known = 0) => Number.isInteger(known))
  return Number.isInteger(value) || !(addsUp && isWhole && unit.kind === 'count' && unit.noun !== undefined)
}

/**
 * More than five of its usual steps, domain.md §4.3; or half the way in one go, where that is also a quarter of the numbers
 * themselves (25 % to 29 % is no leap); or past twice the target. A range or rhythm has no way: there three times as much is a leap.
 */
export function isLargeJump(value: number, goal: ReplyGoal): boolean {
  const { target, baseline, kind } = goal
  const last = lastOf(goal)
  if (kind === 'cadence' || kind === 'maintain') return isFarOut(value, goal)
  if (target === undefined || value === last) return false
  const step = Math.abs(value - last)
  if (goal.usualStep !== undefined && step > MOST_STEPS * goal.usualStep) return true
  const size = Math.max(Math.abs(last), Math.abs(target))
  if (step > Math.abs(target - (baseline ?? 0)) / 2 && step > size / 4) return true
  return target > 0 && value > target * 2 && value > last
}

const MOST_STEPS = 5

/** Within ten times of what there was, either way. */
export function isNearLast(value: number, goal: ReplyGoal): boolean {
  const last = Math.abs(goal.lastValue ?? goal.baseline ?? goal.target ?? 0)
  return last > 0 && Math.abs(value) <= last * 10 && Math.abs(value) >= last / 10
}

/** Of what adds up: it can be all there is, and hardly what came on top. */
export function isTotalOnly(value: number, goal: ReplyGoal): boolean {
  const last = lastOf(goal)
  return (
    goal.kind === 'cumulative' &&
    value >= last &&
    !isLargeJump(value, goal) &&
    isLargeJump(last + value, goal)
  )
}

function isFarOut(value: number, { target, low, high, lastValue }: ReplyGoal): boolean {
  const known = [target, low, high, lastValue].filter((number) => number !== undefined).map(Math.abs)
  const most = Math.max(0, ...known)
  return most > 0 && Math.abs(value) > most * 3
}

/** 61 of a goal that stands at 58,000. */
export function isThousandsMissing(value: number, goal: ReplyGoal): boolean {
  const { unit, lastValue, target, baseline } = goal
  if (unit.kind !== 'currency' || value <= 0) return false
  const size =
    lastValue !== undefined && lastValue !== 0 ? Math.abs(lastValue) : Math.abs(target ?? baseline ?? 0)
  const most = Math.max(size, Math.abs(target ?? 0))
  return value < size / 100 && value * 1000 <= most * 2
}
