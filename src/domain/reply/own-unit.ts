import { judgeValue } from './judge.ts'
import type { Item, ReplyGoal, ValueItem } from './types.ts'

/** Whether one of these numbers is said in the goal's own unit, as likely or unlikely as it may be. */
export const isInOwnUnit = (goal: ReplyGoal, items: readonly Item[]): boolean =>
  items.some((item) => {
    if (item.kind !== 'value' || !item.hasUnit || goal.kind === 'milestone' || isCountedElse(item, goal))
      return false
    const judged = judgeValue(item, goal)
    return (
      judged.kind === 'sure' ||
      (judged.question !== 'unit-mismatch' && judged.question !== 'percent-of-target')
    )
  })

/** 14組 is no number of 件; 14個 may be of anything. */
function isCountedElse({ counter }: ValueItem, { unit }: ReplyGoal): boolean {
  const noun = unit.kind === 'count' ? unit.noun : undefined
  const isMeasured = noun !== undefined && (/^\p{Script=Han}$/u.test(noun) || measures.test(noun))
  return isMeasured && counter !== undefined && counter !== noun && !/[個个]/.test(counter)
}

/** Weights and lengths stand right behind the number, without a measure word. */
const measures = /^(?:公[斤里噸尺頃升克分]|台斤|英[里尺]|毫升|小時)$/
