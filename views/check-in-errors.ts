import type { Refusal } from '../src/domain/refusals.ts'
import type { GoalId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { quoted } from './blocks.ts'
import { blockOf } from './check-in-form.ts'
import { refusalText } from './refusal.ts'

/** What a message would ask back with buttons, a form asks at its field. */
export type CheckInDoubt =
  | 'which-goal'
  | 'total-or-added'
  | 'percent-of-target'
  | 'out-of-range'
  | 'large-jump'
  | 'final-value'
  | 'value-missing'
  | 'unreadable'
  | 'thousands-missing'
  | 'fraction-or-percent'
  | 'unit-mismatch'
  | 'nothing'

export type CheckInProblem =
  | { readonly goal: GoalId; readonly refusal: Refusal }
  | { readonly goal: GoalId; readonly doubt: CheckInDoubt; readonly typed: string }

/** Block id -> sentence; all problems stand at the value of their goal, which the form always shows. */
export function checkInErrors(problems: readonly CheckInProblem[], say: Messages): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const problem of problems) errors[blockOf('value', problem.goal)] ??= sentenceOf(problem, say)
  return errors
}

function sentenceOf(problem: CheckInProblem, say: Messages): string {
  if ('refusal' in problem) return refusalText(problem.refusal, say)
  const typed = quoted(problem.typed)
  if (problem.doubt === 'unreadable' || problem.doubt === 'unit-mismatch')
    return say['refusal.number-unreadable']({ typed })
  return say[`check-in-form.${problem.doubt}`]({ typed })
}
