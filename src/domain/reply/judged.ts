import { round } from '../amount/chinese-number.ts'
import type { Scanned } from '../amount/scan.ts'
import type { Because, Counts } from '../check-in.ts'
import type { QuestionKind } from '../question.ts'
import { isLargeJump, isPossible, isThousandsMissing, lastOf } from './plausible.ts'
import type { ReplyGoal } from './types.ts'

/** What a number does to the goal. */
export type Patch = { readonly value: number; readonly counts?: Counts } | { readonly delta: number }

export type Judged =
  | { readonly kind: 'sure'; readonly patch: Patch; readonly because: Because }
  | { readonly kind: 'ask'; readonly question: QuestionKind; readonly patches: readonly Patch[] }

export const ask = (question: QuestionKind, ...patches: readonly Patch[]): Judged => ({
  kind: 'ask',
  question,
  patches,
})
export const total = (value: number) => ({ value: round(value) })
export const change = (delta: number): Patch => ({ delta: round(delta) })

export const plainAmount = { unit: undefined, isScaled: false } as const

/** Half a deal is none: the whole ones beside it are offered. */
export function impossible(value: number, goal: ReplyGoal): Judged {
  const isSplit = !Number.isInteger(value) && isPossible(Math.floor(value), goal)
  return isSplit ? ask('not-whole', total(Math.floor(value)), total(Math.ceil(value))) : ask('out-of-range')
}

/** A value as it was said, where it can be one and is no leap. */
export function absolute(
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

export const isBelowLast = (value: number, goal: ReplyGoal) =>
  goal.kind === 'cumulative' && value < lastOf(goal)
