import { measureFacts } from '../kpis.ts'
import { absolute, ask, change, impossible, type Judged, plainAmount, total } from './judged.ts'
import { isLargeJump, isPossible, isTotalOnly, lastOf } from './plausible.ts'
import type { ReplyGoal, ValueItem } from './types.ts'

const losses = /lost|流失|失去|取消|掉|瘦/i

/** "+3", "lost 2", "up 2 %": by so much, from what there was. */
export function changed(said: ValueItem, delta: number, goal: ReplyGoal): Judged {
  const { amount } = said
  const last = lastOf(goal)
  const patch = change(delta)
  const open = openChange(said, delta, goal)
  if (open !== undefined) return open
  // "up 2 %" may be points, or two hundredths of what there was.
  if (amount.unit?.kind === 'percent')
    return ask('points-or-relative', patch, total(last * (1 + delta / 100)))
  if (!isPossible(last + delta, goal)) return impossible(last + delta, goal)
  if (isLargeJump(last + delta, goal)) return ask('large-jump', patch)
  return { kind: 'sure', patch, because: amount.sign === undefined ? 'said-added' : 'signed' }
}

/** Where it is open from what it changed, or whether it is a change at all. */
function openChange({ amount, clue = '' }: ValueItem, delta: number, goal: ReplyGoal): Judged | undefined {
  const patch = change(delta)
  // A level that nobody has read yet has nothing to be changed from.
  if (goal.kind === 'reach' && goal.lastValue === undefined) return ask('uncertain', patch, total(delta))
  // "Lost 2" may be two that were won before, or two that never were.
  const isLosable = goal.kind === 'cumulative' || goal.unit.kind === 'percent'
  if (isLosable && delta < 0 && losses.test(clue)) return ask('uncertain', patch)
  // "Already down 12" may be since the beginning.
  if (goal.kind === 'reach' && /already|已經/i.test(clue))
    return ask('uncertain', patch, total((goal.baseline ?? lastOf(goal)) + delta))
  // Each week of a rhythm starts from nothing: there is nothing to add to.
  if (goal.kind === 'cadence') return ask('total-or-added', total(delta), patch)
  if (amount.sign !== undefined && mayBeNegative(goal)) return ask('total-or-added', total(delta), patch)
  return undefined
}

/** "closed 3": three in all, or three more. */
export function happened({ clue = '', hasUnit }: ValueItem, value: number, goal: ReplyGoal): Judged {
  // Each week of a rhythm begins again: what happened is the week's number.
  if (goal.kind === 'cadence') return { kind: 'sure', patch: total(value), because: 'said-now' }
  // "We had 3 falls" counts what there was; "we fixed 3" is what was done about it.
  if (
    goal.kind !== 'cumulative' &&
    hasUnit &&
    /^(?:we |i )?(?:have |'ve )?(?:had|saw|counted|recorded|logged)\b/i.test(clue)
  )
    return absolute({ amount: plainAmount }, value, goal, 'said-now')
  const isWorkedDown = goal.kind === 'reach' && goal.direction === 'down'
  if (goal.kind !== 'cumulative')
    return isWorkedDown
      ? ask('total-or-added', change(-value), total(value))
      : ask('unreadable', total(value), change(value))
  const isOfPeriod = /week|month|週|周|月|今天|today/i.test(clue)
  if (!isOfPeriod && isPossible(value, goal) && isTotalOnly(value, goal))
    return { kind: 'sure', patch: total(value), because: 'bare' }
  if (/already|已/i.test(clue) && value > lastOf(goal))
    return absolute({ amount: plainAmount }, value, goal, 'said-now')
  return ask('total-or-added', total(value), change(value))
}

/** Growth and margins fall below zero, and so may whatever has been there before: "-2" is then a value as well. */
function mayBeNegative(goal: ReplyGoal): boolean {
  const numbers = [goal.lastValue, goal.baseline, goal.target, goal.low]
  if (numbers.some((number) => number !== undefined && number < 0)) return true
  return (
    goal.unit.kind === 'percent' &&
    !goal.measure.startsWith('custom-') &&
    measureFacts(goal.measure).isUnbounded
  )
}
