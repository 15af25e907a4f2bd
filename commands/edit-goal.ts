import { draftFrom } from '../src/domain/draft.ts'
import type { Feature, FormReply, Reply, Submission, Visit } from '../src/slack/feature.ts'
import { editGoal as editGoalOf } from '../src/usecases/edit-goal.ts'
import type { GoalRef } from '../src/usecases/goal-for.ts'
import { goalSheet } from '../src/usecases/goal-sheet.ts'
import { goalToChange } from '../src/usecases/goal-to-change.ts'
import { goalActions, goalButton } from '../views/goal-actions.ts'
import { readGoalForm } from '../views/goal-form-answer.ts'
import { goalFormErrors } from '../views/goal-form-errors.ts'
import { goalForm, goalFormMetadata } from '../views/goal-form-ids.ts'
import { typedGoal } from '../views/typed-goal.ts'
import type { CommandDeps } from './deps.ts'
import { goalFormFor, newGoalForm } from './goal-form.ts'
import { goalMeant, refused } from './goal-ref.ts'
import { peopleIn } from './people.ts'

/** /goal edit and the Edit button: the goal's form again, with a reason where goalposts move. */
export function editGoal(deps: CommandDeps): Feature {
  return {
    name: 'edit',
    aliases: ['change', 'update', '編輯', '修改'],
    usage: '[G-12]',
    help: 'help.edit',
    run: async (visit) => {
      const found = await goalMeant(deps, visit, visit.words)
      return found.ok ? formFor(deps, visit, found.value) : refused(found.refusal, visit)
    },
    presses: {
      [goalActions.edit]: (press) => formFor(deps, press, { id: goalButton.parse(press.value) }),
    },
    forms: { [goalForm.editCallbackId]: (submission) => submitted(deps, submission) },
  }
}

async function formFor(deps: CommandDeps, visit: Visit, ref: GoalRef): Promise<Reply> {
  const allowed = await goalToChange(deps, visit.person, ref)
  if (!allowed.ok) return refused(allowed.refusal, visit)
  const goal = allowed.value
  if (goal.state !== 'active')
    return refused({ kind: 'goal-closed', number: goal.number, title: goal.title }, visit)
  const sheet = await goalSheet(deps, visit.person, { id: goal.id })
  if (!sheet.ok) return refused(sheet.refusal, visit)
  const { team, isLocked } = sheet.value
  const filled = typedGoal(goal, team.channel)
  return {
    show: 'modal',
    view: await goalFormFor(deps, visit, {
      mode: 'edit',
      filled,
      measure: goal.measure,
      metadata: { goal: goal.id, number: goal.number, version: goal.version, channel: team.channel },
      isLocked,
    }),
  }
}

async function submitted(deps: CommandDeps, submission: Submission): Promise<FormReply> {
  const { say, view, person, workspace } = submission
  const metadata = goalFormMetadata.parse(JSON.parse(view.metadata))
  const typed = readGoalForm(view.values)
  const errors = (refusals: Parameters<typeof goalFormErrors>[0]): FormReply => ({
    show: 'errors',
    errors: goalFormErrors(refusals, say, { mode: 'edit', measure: typed.measure, round: metadata.round }),
  })
  if (metadata.goal === undefined) return errors([{ kind: 'no-such-goal', number: undefined }])
  const before = await goalToChange(deps, person, { id: metadata.goal })
  if (!before.ok) return errors([before.refusal])
  const draft = draftFrom({ ...typed, channel: metadata.channel, owner: before.value.owner })
  if (!draft.ok) return errors(draft.refusal)
  // Whoever is named must be known before the transaction, which asks nobody.
  await peopleIn(deps, workspace, [
    ...typed.coOwners,
    ...(typed.partner === undefined ? [] : [typed.partner]),
  ])
  const { coOwners, partner, visibility, ...terms } = draft.value
  const edited = await editGoalOf(deps, person, metadata.goal, {
    terms,
    coOwners,
    partner,
    visibility,
    reason: typed.reason,
  })
  if (!edited.ok) return errors(edited.refusal)
  if (metadata.next === undefined) return { show: 'closed' }
  const { channel, owner } = draft.value
  return {
    show: 'updated-modal',
    view: await newGoalForm(deps, submission, metadata.next, { channel, owner }, 1),
  }
}
