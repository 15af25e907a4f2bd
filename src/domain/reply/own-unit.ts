import { judgeValue } from './judge.ts'
import type { Item, ReplyGoal } from './types.ts'

/** Whether one of these numbers is said in the goal's own unit, as likely or unlikely as it may be. */
export const isInOwnUnit = (goal: ReplyGoal, items: readonly Item[]): boolean =>
  items.some((item) => {
    if (item.kind !== 'value' || !item.hasUnit || goal.kind === 'milestone') return false
    const judged = judgeValue(item, goal)
    return (
      judged.kind === 'sure' ||
      (judged.question !== 'unit-mismatch' && judged.question !== 'percent-of-target')
    )
  })
