import { round } from '../amount/chinese-number.ts'
import { factorInto } from '../unit.ts'
import { changed, happened } from './judge-change.ts'
import { absolute, ask, change, impossible, isBelowLast, type Judged, plainAmount, total } from './judged.ts'
import { isLargeJump, isNearLast, isPossible, isThousandsMissing, lastOf } from './plausible.ts'
import type { ReplyGoal, ValueItem, ValueMode } from './types.ts'

const LARGEST = 1e15

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
  if (amount.other !== undefined) return likelier(said, amount.other, goal)
  if (said.isUncertain) return uncertain(said, goal)
  if (said.mode === 'range') return ranged(said, goal)
  if (said.mode === 'fraction') return fraction(said, goal)
  const factor = factorInto(amount.unit, goal.unit)
  if (factor === undefined) return otherUnit(said, goal)
  if (amount.isClock && goal.unit.kind === 'time' && goal.unit.in === 'minutes') return clock(said, goal)
  return inMode(said, factor, goal)
}

function inMode(said: ValueItem, factor: number, goal: ReplyGoal): Judged {
  const value = said.amount.value * factor
  switch (said.mode) {
    case 'delta':
      return changed(said, value, goal)
    case 'event':
      return happened(said, value, goal)
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
    // Ranges and fractions have been judged before.
    default:
      return bare(said, value, goal)
  }
}

/** 25.300 of a goal that stands at 24,500 are thousands; where both readings are near the last value, or none is, it is open. */
function likelier(said: ValueItem, other: number, goal: ReplyGoal): Judged {
  const { amount } = said
  const likely = [amount.value, other].filter((value) => isNearLast(value, goal))
  const [value] = likely
  return likely.length === 1 && value !== undefined
    ? judgedAsSaid({ ...said, amount: { ...amount, value, other: undefined, isScaled: true } }, goal)
    : ask('thousands-missing', total(other), total(amount.value))
}

/** `26:30` of a goal in minutes: minutes and seconds, or hours and minutes, whichever lies near the last value. */
function clock(said: ValueItem, goal: ReplyGoal): Judged {
  const [short, long] = [round(said.amount.value), round(said.amount.value * 60)]
  const likely = [short, long].filter((value) => isNearLast(value, goal))
  const [value] = likely
  return value !== undefined && likely.length === 1 && (said.mode === 'bare' || said.mode === 'total')
    ? absolute(said, value, goal, 'bare')
    : ask('unreadable', total(short), total(long))
}

const shareModes: readonly ValueMode[] = ['bare', 'total', 'event']

/** 70 % of a count is a share of its target; other units do not go together at all. */
function otherUnit({ amount, mode }: ValueItem, goal: ReplyGoal): Judged {
  const { target, unit, baseline } = goal
  if (amount.unit?.kind === 'currency' && unit.kind === 'currency') return ask('currency-mismatch')
  const isShare = amount.unit?.kind === 'percent' && (unit.kind === 'count' || unit.kind === 'currency')
  if (!isShare || target === undefined || !shareModes.includes(mode)) return ask('unit-mismatch')
  const whole = (value: number) =>
    total(unit.kind === 'count' && Number.isInteger(target) ? Math.round(value) : value)
  const share = amount.value / 100
  const ofTarget = whole(target * share)
  if (goal.kind !== 'reach' || baseline === undefined || baseline === 0)
    return ask('percent-of-target', ofTarget)
  return ask('percent-of-target', whole(baseline + (target - baseline) * share), ofTarget)
}

function fraction(said: ValueItem, goal: ReplyGoal): Judged {
  const { amount, beside } = said
  if (beside === undefined || beside.value <= 0 || beside.other !== undefined || amount.value < 0)
    return ask('unreadable')
  if (goal.unit.kind === 'percent') return asRate(amount.value, beside.value, goal)
  const factor = factorInto(amount.unit, goal.unit)
  if (factor === undefined) return ask('unit-mismatch')
  const value = amount.value * factor
  const isOfTarget = round(beside.value * factor) === goal.target
  // 8.7/10 of a score: ten is the scale.
  if (
    isScore(goal) &&
    [5, 10, 100].includes(beside.value) &&
    value <= beside.value &&
    isNearLast(value, goal)
  )
    return absolute(said, value, goal, 'bare')
  if (!isPossible(value, goal)) return ask('out-of-range')
  if (!isOfTarget) return ask('unreadable', total(value))
  if (isBelowLast(value, goal)) return ask('total-or-added', total(value), change(value))
  return goal.target !== undefined && value > goal.target * 2
    ? ask('large-jump', total(value))
    : { kind: 'sure', patch: total(value), because: 'fraction' }
}

const isScore = ({ kind, unit }: ReplyGoal) =>
  (kind === 'reach' || kind === 'maintain') && unit.kind === 'count'

/** 12 of 40 is a rate of 30 %, unless the second number is the target's own. */
function asRate(part: number, whole: number, goal: ReplyGoal): Judged {
  const rate = Math.round((part / whole) * 10000) / 100
  if (whole === goal.target) return ask('unreadable', total(part), total(rate))
  if (!isPossible(rate, goal)) return ask('out-of-range')
  const patch = { ...total(rate), counts: { numerator: part, denominator: whole } }
  return isLargeJump(rate, goal) ? ask('large-jump', patch) : { kind: 'sure', patch, because: 'fraction' }
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

function isTowards({ towards }: ValueItem, value: number, goal: ReplyGoal): boolean {
  if (towards === undefined) return true
  return towards === 'up' ? value > lastOf(goal) : value < lastOf(goal)
}
