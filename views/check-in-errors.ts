import type { FormDoubt } from '../src/domain/form-answer.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import type { GoalId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { quoted } from './blocks.ts'
import { blockOf } from './check-in-form.ts'
import { refusalText } from './refusal.ts'

/** What a message would ask back with buttons, a form asks at its field. */
export type CheckInDoubt = FormDoubt

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
  switch (problem.doubt) {
    case 'unreadable':
    case 'unit-mismatch':
    case 'currency-mismatch':
    case 'uncertain':
    case 'range-midpoint':
    case 'delta-and-total-disagree':
      return say['refusal.number-unreadable']({ typed })
    case 'not-whole':
    case 'out-of-range':
      return say['check-in-form.out-of-range']({ typed })
    default:
      return say[`check-in-form.${problem.doubt}`]({ typed })
  }
}
