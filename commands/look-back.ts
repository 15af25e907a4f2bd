import { carriedOver } from '../src/domain/look-back.ts'
import { localDateOf } from '../src/domain/time.ts'
import type { GoalId } from '../src/domain/types.ts'
import type { Feature, FormReply, Press, Reply, Submission } from '../src/slack/feature.ts'
import { goalSeenBy } from '../src/usecases/goal-for.ts'
import { declineLookBack, lookBackSheet, writeLookBack } from '../src/usecases/look-back.ts'
import { goalButton } from '../views/goal-actions.ts'
import { lookBackAnswered } from '../views/look-back.ts'
import { lookBackActions } from '../views/look-back-actions.ts'
import {
  lookBackErrors,
  lookBackForm,
  lookBackFormView,
  lookBackMetadata,
  readLookBackForm,
} from '../views/look-back-form.ts'
import { typedGoal } from '../views/typed-goal.ts'
import type { CommandDeps } from './deps.ts'
import { goalFormFor } from './goal-form.ts'
import { refused } from './goal-ref.ts'

/** Looking back on a goal that has ended, and making the next one from it. */
export function lookBack(deps: CommandDeps): Feature {
  return {
    presses: {
      [lookBackActions.open]: (press) => opened(deps, press, goalButton.parse(press.value)),
      [lookBackActions.decline]: (press) => declined(deps, press, goalButton.parse(press.value)),
      [lookBackActions.next]: (press) => nextGoal(deps, press, goalButton.parse(press.value)),
    },
    forms: { [lookBackForm.callbackId]: (submission) => submitted(deps, submission) },
  }
}

async function opened(deps: CommandDeps, press: Press, goal: GoalId): Promise<Reply> {
  const sheet = await lookBackSheet(deps, press.person, goal)
  if (!sheet.ok) return refused(sheet.refusal, press)
  return { show: 'modal', view: lookBackFormView(sheet.value, press.say) }
}

async function declined(deps: CommandDeps, press: Press, id: GoalId): Promise<Reply> {
  const goal = await declineLookBack(deps, press.person, id)
  if (!goal.ok) return refused(goal.refusal, press)
  return { show: 'replacement', message: lookBackAnswered(goal.value, 'declined', press.say) }
}

async function submitted(deps: CommandDeps, { person, say, view }: Submission): Promise<FormReply> {
  const { goal: id } = lookBackMetadata.parse(JSON.parse(view.metadata))
  const goal = await writeLookBack(deps, person, id, readLookBackForm(view.values))
  if (!goal.ok) return { show: 'errors', errors: lookBackErrors(goal.refusal, say) }
  return { show: 'message', message: lookBackAnswered(goal.value, 'saved', say), channel: undefined }
}

/** The usual form, filled: nothing is made before it is sent. */
async function nextGoal(deps: CommandDeps, press: Press, id: GoalId): Promise<Reply> {
  const seen = await goalSeenBy(deps.db, press.person, { id })
  if (!seen.ok) return refused(seen.refusal, press)
  const { goal, team } = seen.value
  const today = localDateOf(press.now, press.person.zone)
  const next = { ...goal, ...carriedOver(goal, today), parent: undefined, confidence: undefined }
  const filled = { ...typedGoal(next, team.channel), owner: press.person.id }
  const view = await goalFormFor(deps, press, {
    mode: 'new',
    filled,
    measure: goal.measure,
    metadata: { channel: team.channel },
  })
  return { show: 'modal', view }
}
