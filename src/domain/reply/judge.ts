import { round } from '../amount/chinese-number.ts'
import type { Scanned } from '../amount/scan.ts'
import type { Because, Counts } from '../check-in.ts'
import { measureFacts } from '../kpis.ts'
import type { QuestionKind } from '../question.ts'
import { factorInto } from '../unit.ts'
import { isLargeJump, isPossible, isThousandsMissing, lastOf } from './plausible.ts'
import type { ReplyGoal, ValueItem } from './types.ts'

/** What a number does to the goal. */
export type Patch = { readonly value: number; readonly counts?: Counts } | { readonly delta: number }

export type Judged =
  | { readonly kind: 'sure'; readonly patch: Patch; readonly because: Because }
  | { readonly kind: 'ask'; readonly question: QuestionKind; readonly patches: readonly Patch[] }

const LARGEST = 1e15
const ask = (question: QuestionKind, ...patches: readonly Patch[]): Judged => ({
  kind: 'ask',
  question,
  patches,
})
const total = (value: number) => ({ value: round(value) })
const change = (delta: number): Patch => ({ delta: round(delta) })

/** Whether a number is surely the goal's value or change, and if not what to ask; domain.md §7.2. */
export function judgeValue(said: ValueItem, goal: ReplyGoal): Judged {
  const judged = judgedAsSaid(said, goal)
  return judged.kind === 'ask' ? asBefore(judged, goal) : judged
}

/** What the person chose the last time, unless it would be a leap. */
function asBefore(judged: Extract<Judged, { kind: 'ask' }>, goal: ReplyGoal): Judged {
  const choice = goal.habits?.[judged.question]
  const patch = choice === undefined ? undefined : judged.patches[choice]
  if (patch === undefined) return judged
  const value = 'value' in patch ? patch.value : lastOf(goal) + patch.delta
  return isPossible(value, goal) && !isLargeJump(value, goal)
    ? { kind: 'sure', patch, because: 'remembered' }
    : judged
}

function judgedAsSaid(said: ValueItem, goal: ReplyGoal): Judged {
  if (goal.kind === 'milestone') return ask('unreadable')
  const { amount, beside } = said
  if ([amount, beside].some((one) => one !== undefined && !(Math.abs(one.value) <= LARGEST)))
    return ask('unreadable')
  if (amount.other !== undefined) return ask('thousands-missing', total(amount.other), total(amount.value))
  if (said.isUncertain) return uncertain(said, goal)
  if (said.mode === 'range') return ranged(said, goal)
  if (said.mode === 'fraction') return fraction(said, goal)
  const factor = factorInto(amount.unit, goal.unit)
  if (factor === undefined) return otherUnit(said, goal)
  if (amount.isClock && goal.unit.kind === 'time' && goal.unit.in === 'minutes') return ask('unreadable')
  const value = amount.value * factor
  switch (said.mode) {
    case 'delta':
      return changed(said, value, goal)
    case 'event':
      return happened(value, goal)
    case 'remaining':
      return remaining(said, value, goal)
    case 'from-to':
      return spanned(said, value, factor, goal)
    case 'total':
      return isTowards(said, value, goal)
        ? absolute(said, value, goal, 'said-now')
        : ask('unreadable', total(value))
    case 'corrected':
      return corrected(value, goal)
    case 'bare':
      return bare(said, value, goal)
  }
}

/** 70 % of a count is a share of its target; other units do not go together at all. */
function otherUnit({ amount, mode }: ValueItem, goal: ReplyGoal): Judged {
  const { target, unit, baseline } = goal
  if (amount.unit?.kind === 'currency' && unit.kind === 'currency') return ask('currency-mismatch')
  const isShare = amount.unit?.kind === 'percent' && (unit.kind === 'count' || unit.kind === 'currency')
  if (!isShare || target === undefined || (mode !== 'bare' && mode !== 'total')) return ask('unit-mismatch')
  const whole = (value: number) =>
    total(unit.kind === 'count' && Number.isInteger(target) ? Math.round(value) : value)
  const share = amount.value / 100
  const ofTarget = whole(target * share)
  if (goal.kind !== 'reach' || baseline === undefined || baseline === 0)
    return ask('percent-of-target', ofTarget)
  return ask('percent-of-target', whole(baseline + (target - baseline) * share), ofTarget)
}

function fraction({ amount, beside }: ValueItem, goal: ReplyGoal): Judged {
  if (beside === undefined || beside.value <= 0 || beside.other !== undefined || amount.value < 0)
    return ask('unreadable')
  if (goal.unit.kind === 'percent') return asRate(amount.value, beside.value, goal)
  const factor = factorInto(amount.unit, goal.unit)
  if (factor === undefined) return ask('unit-mismatch')
  const value = amount.value * factor
  const isOfTarget = round(beside.value * factor) === goal.target
  if (!isPossible(value, goal)) return ask('out-of-range')
  if (!isOfTarget) return ask('unreadable', total(value))
  if (isBelowLast(value, goal)) return ask('total-or-added', total(value), change(value))
  return goal.target !== undefined && value > goal.target * 2
    ? ask('large-jump', total(value))
    : { kind: 'sure', patch: total(value), because: 'fraction' }
}

/** 12 of 40 is a rate of 30 %, unless the second number is the target's own. */
function asRate(part: number, whole: number, goal: ReplyGoal): Judged {
  const rate = Math.round((part / whole) * 10000) / 100
  if (whole === goal.target) return ask('unreadable', total(part), total(rate))
  if (!isPossible(rate, goal)) return ask('out-of-range')
  const patch = { ...total(rate), counts: { numerator: part, denominator: whole } }
  return isLargeJump(rate, goal) ? ask('large-jump', patch) : { kind: 'sure', patch, because: 'fraction' }
}

const losses = /lost|流失|失去|取消|掉|瘦/i

function changed(said: ValueItem, delta: number, goal: ReplyGoal): Judged {
  const { amount } = said
  const last = lastOf(goal)
  const patch = change(delta)
  // A level that nobody has read yet has nothing to be changed from.
  if (goal.kind === 'reach' && goal.lastValue === undefined) return ask('uncertain', patch, total(delta))
  // "Lost 2" may be two that were won before, or two that never were.
  if (goal.kind === 'cumulative' && delta < 0 && losses.test(said.clue ?? '')) return ask('uncertain', patch)
  // Each week of a rhythm starts from nothing: there is nothing to add to.
  if (goal.kind === 'cadence') return ask('total-or-added', total(delta), patch)
  if (amount.sign !== undefined && mayBeNegative(goal)) return ask('total-or-added', total(delta), patch)
  // "up 2 %" may be points, or two hundredths of what there was.
  if (amount.unit?.kind === 'percent')
    return ask('points-or-relative', patch, total(last * (1 + delta / 100)))
  if (!isPossible(last + delta, goal)) return impossible(last + delta, goal)
  if (isLargeJump(last + delta, goal)) return ask('large-jump', patch)
  return { kind: 'sure', patch, because: amount.sign === undefined ? 'said-added' : 'signed' }
}

/** "about 14", "14+": the number is offered, not taken. */
function uncertain(said: ValueItem, goal: ReplyGoal): Judged {
  const plain = judgeValue({ ...said, isUncertain: false }, goal)
  return ask('uncertain', ...(plain.kind === 'sure' ? [plain.patch] : plain.patches).slice(0, 2))
}

/** "12 to 14" from the last value on is a step; any other range has a low end, a middle and a high end. */
function ranged({ amount, beside }: ValueItem, goal: ReplyGoal): Judged {
  const factor = factorInto(amount.unit, goal.unit)
  if (factor === undefined || beside === undefined) return ask('unit-mismatch')
  const [low, high] = [beside.value * factor, amount.value * factor]
  const ends = [low, (low + high) / 2, high].map(round).filter((value) => isPossible(value, goal))
  return ask('range-midpoint', ...[...new Set(ends)].map(total))
}

/** Said twice, the second time with care: no leap is asked about that the person has just set right. */
function corrected(value: number, goal: ReplyGoal): Judged {
  const { target } = goal
  if (!isPossible(value, goal)) return impossible(value, goal)
  const isFar = target !== undefined && target > 0 && value > target * 2
  return isFar ? ask('large-jump', total(value)) : { kind: 'sure', patch: total(value), because: 'corrected' }
}

/** "6 to go" of 20 is 14, where that lies ahead of what there was. */
function remaining({ clue = '' }: ValueItem, left: number, goal: ReplyGoal): Judged {
  const { target, direction, kind } = goal
  // Of bugs to be fixed "22 left" is how many there are.
  if (direction === 'down' && !/to go|差/.test(clue))
    return absolute({ amount: plainAmount }, left, goal, 'said-now')
  const hasWay = kind === 'reach' || kind === 'cumulative'
  if (target === undefined || !hasWay || left < 0) return ask('unreadable')
  const value = round(direction === 'down' ? target + left : target - left)
  if (!isPossible(value, goal)) return ask('out-of-range')
  const isAhead = direction === 'down' ? value <= lastOf(goal) : value >= lastOf(goal)
  return isAhead && !isLargeJump(value, goal)
    ? { kind: 'sure', patch: total(value), because: 'remaining' }
    : ask('uncertain', total(value))
}

const plainAmount = { unit: undefined, isScaled: false } as const

/** Half a deal is none: the whole ones beside it are offered. */
function impossible(value: number, goal: ReplyGoal): Judged {
  const isSplit = !Number.isInteger(value) && isPossible(Math.floor(value), goal)
  return isSplit ? ask('not-whole', total(Math.floor(value)), total(Math.ceil(value))) : ask('out-of-range')
}

/** "closed 3": three in all, or three more. */
function happened(value: number, goal: ReplyGoal): Judged {
  // Each week of a rhythm begins again: what happened is the week's number.
  if (goal.kind === 'cadence') return { kind: 'sure', patch: total(value), because: 'said-now' }
  if (goal.kind !== 'cumulative') return ask('unreadable', total(value), change(value))
  return ask('total-or-added', total(value), change(value))
}

function spanned(said: ValueItem, value: number, factor: number, goal: ReplyGoal): Judged {
  const from = said.beside?.value
  const isKnown =
    from !== undefined && said.beside?.other === undefined && round(from * factor) === lastOf(goal)
  return isKnown ? absolute(said, value, goal, 'from-to') : ask('unreadable', total(value))
}

function bare(said: ValueItem, value: number, goal: ReplyGoal): Judged {
  // Nothing new is no change of what adds up.
  if (value === 0 && goal.kind === 'cumulative' && lastOf(goal) > 0)
    return { kind: 'sure', patch: change(0), because: 'nothing-new' }
  const isThousands = !said.amount.isScaled && isThousandsMissing(value, goal)
  if (!isThousands && isPossible(value, goal) && isBelowLast(value, goal)) {
    return ask('total-or-added', total(value), change(value))
  }
  return absolute(said, value, goal, 'bare')
}

function absolute(
  { amount }: { readonly amount: Pick<Scanned, 'unit' | 'isScaled'> },
  value: number,
  goal: ReplyGoal,
  because: Because,
): Judged {
  const asShare = isShareOfOne(value, amount.unit?.kind === 'percent', goal)
  if (asShare) return ask('fraction-or-percent', total(value * 100), total(value))
  if (!isPossible(value, goal)) return impossible(value, goal)
  if (!amount.isScaled && isThousandsMissing(value, goal))
    return ask('thousands-missing', total(value * 1000), total(value))
  if (isLargeJump(value, goal)) return ask('large-jump', total(value))
  return { kind: 'sure', patch: total(value), because }
}

/** 0.28 of a goal that stands at 25 %. */
const isShareOfOne = (value: number, hasSign: boolean, goal: ReplyGoal) =>
  goal.unit.kind === 'percent' &&
  !hasSign &&
  value > 0 &&
  value <= 1 &&
  Math.max(lastOf(goal), goal.target ?? 0) > 1

const isBelowLast = (value: number, goal: ReplyGoal) => goal.kind === 'cumulative' && value < lastOf(goal)

function isTowards({ towards }: ValueItem, value: number, goal: ReplyGoal): boolean {
  if (towards === undefined) return true
  return towards === 'up' ? value > lastOf(goal) : value < lastOf(goal)
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
