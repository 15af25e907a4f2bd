import type { GoalTerms } from './goal.ts'
import { atLeast } from './status.ts'

/** Of an aspirational goal so much is a good result, domain.md §3.3; of a committed one all of it. */
export const GOOD_SHARE = 0.7

/** Whether a result is good by what was promised. It judges the end: pace and scores are the same for both. */
export const isGoodResult = (
  { isAspirational }: Pick<GoalTerms, 'isAspirational'>,
  progress: number,
): boolean => atLeast(progress, isAspirational ? GOOD_SHARE : 1)
