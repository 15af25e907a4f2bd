import { readAmount } from '../src/domain/amount.ts'
import { numberRefusal } from '../src/domain/draft.ts'
import { nothingSaid } from '../src/domain/form-answer.ts'
import type { Goal } from '../src/domain/goal.ts'
import type { DraftRefusal } from '../src/domain/refusals.ts'
import { ok, type Result, refuse } from '../src/domain/result.ts'
import type { Feature, FormReply, Reply, Submission, Visit } from '../src/slack/feature.ts'
import { closeGoal as closeGoalOf } from '../src/usecases/close-goal.ts'
import type { GoalRef } from '../src/usecases/goal-for.ts'
import { goalToChange } from '../src/usecases/goal-to-change.ts'
import { recordAnswers } from '../src/usecases/record-answers.ts'
import { reopenGoal } from '../src/usecases/reopen-goal.ts'
import {
  closeForm,
  closeFormErrors,
  closeFormMetadata,
  closeFormView,
  type Ending,
  readCloseForm,
} from '../views/close-form.ts'
import { goalActions, goalButton } from '../views/goal-actions.ts'
import { reopened } from '../views/goal-card.ts'
import type { CommandDeps } from './deps.ts'
import { goalMeant, refused } from './goal-ref.ts'

/** /goal close, "Close as reached", and opening a closed goal again. */
export function closeGoal(deps: CommandDeps): Feature {
  return {
    name: 'close',
    aliases: ['finish', 'retire', '結束', '關閉'],
    usage: '[G-12]',
    help: 'help.close',
    run: async (visit) => {
      const found = await goalMeant(deps, visit, visit.words)
      return found.ok ? formFor(deps, visit, found.value, 'retired') : refused(found.refusal, visit)
    },
    presses: {
      [goalActions.close]: (press) => formFor(deps, press, { id: goalButton.parse(press.value) }, 'retired'),
      [goalActions.reach]: (press) => formFor(deps, press, { id: goalButton.parse(press.value) }, 'reached'),
      [goalActions.reopen]: async (press) => {
        const goal = await reopenGoal(deps, press.person, goalButton.parse(press.value))
        return goal.ok
          ? { show: 'message', message: reopened(goal.value, press.say) }
          : refused(goal.refusal, press)
      },
    },
    forms: { [closeForm.callbackId]: (submission) => submitted(deps, submission) },
  }
}

async function formFor(deps: CommandDeps, visit: Visit, ref: GoalRef, as: Ending): Promise<Reply> {
  const allowed = await goalToChange(deps, visit.person, ref)
  if (!allowed.ok) return refused(allowed.refusal, visit)
  const goal = allowed.value
  if (goal.state !== 'active')
    return refused({ kind: 'goal-closed', number: goal.number, title: goal.title }, visit)
  return { show: 'modal', view: closeFormView({ say: visit.say, goal, as: isMet(goal) ? 'reached' : as }) }
}

function isMet({ last, target, direction }: Goal): boolean {
  if (last === undefined || target === undefined) return false
  return direction === 'down' ? last.value <= target : last.value >= target
}

async function submitted(deps: CommandDeps, submission: Submission): Promise<FormReply> {
  const { person, say, view, key } = submission
  const { goal: id } = closeFormMetadata.parse(JSON.parse(view.metadata))
  const closing = readCloseForm(view.values)
  const found = await goalToChange(deps, person, { id })
  if (!found.ok)
    return { show: 'errors', errors: closeFormErrors([found.refusal], say, { kind: 'milestone' }) }
  const value = finalValue(closing.value, found.value)
  if (!value.ok) return { show: 'errors', errors: closeFormErrors([value.refusal], say, found.value) }
  if (value.value !== undefined) {
    const recorded = await recordAnswers(deps, person, {
      answers: [{ ...nothingSaid, goal: id, value: value.value }],
      key,
      messageKey: undefined,
      provenance: 'form',
    })
    if (!recorded.ok) return { show: 'errors', errors: closeFormErrors([recorded.refusal], say, found.value) }
  }
  const closed = await closeGoalOf(deps, person, id, { as: closing.as, note: closing.note })
  if (!closed.ok) return { show: 'errors', errors: closeFormErrors([closed.refusal], say, found.value) }
  return { show: 'closed' }
}

function finalValue(typed: string | undefined, goal: Goal): Result<number | undefined, DraftRefusal> {
  if (typed === undefined) return ok(undefined)
  const amount = readAmount(typed, goal.unit)
  if (amount.ok) return ok(amount.value.value)
  return refuse(numberRefusal(amount.refusal, 'value', typed, goal.unit))
}
