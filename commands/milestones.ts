import type { Refusal } from '../src/domain/refusals.ts'
import type { GoalId } from '../src/domain/types.ts'
import type { Feature, FormReply, Press, Reply, Submission, Visit } from '../src/slack/feature.ts'
import { markMilestone } from '../src/usecases/mark-milestone.ts'
import { milestoneSheet } from '../src/usecases/milestone-sheet.ts'
import { predecessorChoices } from '../src/usecases/predecessor-choices.ts'
import { removeMilestone } from '../src/usecases/remove-milestone.ts'
import { saveMilestone } from '../src/usecases/save-milestone.ts'
import { answersOf } from '../views/answers.ts'
import { goalButton } from '../views/goal-actions.ts'
import type { ModalView } from '../views/message.ts'
import {
  milestoneActions,
  milestoneMetadata,
  type StepChoice,
  stepChoice,
} from '../views/milestone-actions.ts'
import {
  linkValue,
  milestoneForm,
  milestoneFormErrors,
  milestoneFormView,
  milestoneRemovalView,
  predecessorText,
  readMilestoneForm,
  readRemovalForm,
} from '../views/milestone-form.ts'
import { milestoneWindow } from '../views/milestone-window.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'
import { peopleIn } from './people.ts'

/** The Milestones button of a goal's page: one window for the list, a milestone's form, and leaving one out. */
export function milestones(deps: CommandDeps): Feature {
  return {
    presses: {
      [milestoneActions.open]: (press) => opened(deps, press, goalButton.parse(press.value)),
      [milestoneActions.add]: (press) => formOf(deps, press, undefined),
      [milestoneActions.back]: (press) => redrawn(deps, press, luggageOf(press).goal),
      [milestoneActions.act]: (press) => acted(deps, press),
    },
    forms: {
      [milestoneForm.callbackId]: (submission) => saved(deps, submission),
      [milestoneForm.removeCallbackId]: (submission) => removed(deps, submission),
    },
    lookups: {
      [milestoneForm.asks]: async ({ person, typed, say, metadata }) => {
        const { goal, step } = milestoneMetadata.parse(JSON.parse(metadata))
        const choices = await predecessorChoices(deps, person, { goal, step, typed })
        return choices.map(({ link, name }) => ({
          text: predecessorText(name, say),
          value: linkValue(link),
        }))
      },
    },
  }
}

async function opened(deps: CommandDeps, visit: Visit, goal: GoalId): Promise<Reply> {
  const sheet = await milestoneSheet(deps, visit.person, { id: goal })
  if (!sheet.ok) return refused(sheet.refusal, visit)
  return { show: 'modal', view: milestoneWindow(sheet.value, visit.say, { round: 0 }) }
}

/** What the open window carries; a press from anywhere else is none of ours. */
function luggageOf(press: Press) {
  return milestoneMetadata.parse(
    press.from.kind === 'view' ? JSON.parse(press.from.view.metadata) : undefined,
  )
}

async function redrawn(
  deps: CommandDeps,
  press: Press,
  goal: GoalId,
  more: { readonly refusal?: Refusal | undefined; readonly hasStored?: true } = {},
): Promise<Reply> {
  const sheet = await milestoneSheet(deps, press.person, { id: goal })
  if (!sheet.ok) return refused(sheet.refusal, press)
  const { refusal, ...stored } = more
  const round = luggageOf(press).round + 1
  return {
    show: 'updated-modal',
    view: milestoneWindow(sheet.value, press.say, { round, refusal }),
    ...stored,
  }
}

async function acted(deps: CommandDeps, press: Press): Promise<Reply> {
  const { goal } = luggageOf(press)
  const chosen = stepChoice.parse(press.value)
  if (chosen.do === 'change' || chosen.do === 'remove') return formOf(deps, press, chosen)
  const asked = { step: chosen.step, isDone: chosen.do === 'mark' }
  const marked = await markMilestone(deps, press.person, goal, asked)
  if (!marked.ok) return redrawn(deps, press, goal, { refusal: marked.refusal })
  return redrawn(deps, press, goal, { hasStored: true })
}

/** The form of one milestone, in place of the list. */
async function formOf(deps: CommandDeps, press: Press, chosen: StepChoice | undefined): Promise<Reply> {
  const { goal, round } = luggageOf(press)
  const sheet = await milestoneSheet(deps, press.person, { id: goal })
  if (!sheet.ok) return refused(sheet.refusal, press)
  if (!sheet.value.canChange)
    return redrawn(deps, press, goal, { refusal: { kind: 'not-your-goal', number: sheet.value.goal.number } })
  const parts = { sheet: sheet.value, round: round + 1 }
  if (chosen === undefined) return drawn(milestoneFormView({ ...parts, step: undefined }, press.say))
  const step = sheet.value.goal.steps.find(({ id }) => id === chosen.step)
  if (step === undefined) return redrawn(deps, press, goal, { refusal: { kind: 'no-such-milestone' } })
  const view = chosen.do === 'remove' ? milestoneRemovalView : milestoneFormView
  return drawn(view({ ...parts, step }, press.say))
}

const drawn = (view: ModalView): Reply => ({ show: 'updated-modal', view })

async function saved(deps: CommandDeps, submission: Submission): Promise<FormReply> {
  const { workspace, person, view } = submission
  const { goal, step } = milestoneMetadata.parse(JSON.parse(view.metadata))
  const { reason, ...draft } = readMilestoneForm(view.values)
  // Whoever is named must be known before the transaction, which asks nobody.
  if (draft.assignee !== undefined) await peopleIn(deps, workspace, [draft.assignee])
  const result = await saveMilestone(deps, person, goal, { step, draft, reason })
  return result.ok ? listAfter(deps, submission) : errors(deps, submission, result.refusal)
}

async function removed(deps: CommandDeps, submission: Submission): Promise<FormReply> {
  const { person, view } = submission
  const { goal, step } = milestoneMetadata.parse(JSON.parse(view.metadata))
  if (step === undefined) return listAfter(deps, submission)
  const result = await removeMilestone(deps, person, goal, { step, reason: readRemovalForm(view.values) })
  return result.ok ? listAfter(deps, submission) : errors(deps, submission, result.refusal)
}

/** Where the form shows no field, nothing can stand at one: the list comes back and says it. */
async function errors(
  deps: CommandDeps,
  submission: Submission,
  refusals: readonly Refusal[],
): Promise<FormReply> {
  const shown = answersOf(submission.view.values).ids
  if (shown.length === 0) return listAfter(deps, submission, refusals[0])
  return { show: 'errors', errors: milestoneFormErrors(refusals, submission.say, shown) }
}

async function listAfter(deps: CommandDeps, submission: Submission, refusal?: Refusal): Promise<FormReply> {
  const { goal, round } = milestoneMetadata.parse(JSON.parse(submission.view.metadata))
  const sheet = await milestoneSheet(deps, submission.person, { id: goal })
  if (!sheet.ok) return { show: 'closed' }
  const view = milestoneWindow(sheet.value, submission.say, { round: round + 1, refusal })
  return { show: 'updated-modal', view }
}
