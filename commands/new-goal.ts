import { type DraftFault, draftFrom } from '../src/domain/draft.ts'
import type { GoalDraft } from '../src/domain/goal.ts'
import { ok, type Result, refuse } from '../src/domain/result.ts'
import type { ChannelId } from '../src/domain/types.ts'
import type { Feature, FormReply, Reply, Submission, Visit } from '../src/slack/feature.ts'
import { createGoal } from '../src/usecases/create-goal.ts'
import { dropDraft } from '../src/usecases/drafts.ts'
import type { NewGoalFacts } from '../src/usecases/goal-refusals.ts'
import { parentChoices } from '../src/usecases/parent-choices.ts'
import { teamsOf } from '../src/usecases/teams-of.ts'
import { readGoalForm } from '../views/goal-form-answer.ts'
import { goalFormErrors } from '../views/goal-form-errors.ts'
import { goalForm, goalFormMetadata } from '../views/goal-form-ids.ts'
import { homeActions } from '../views/home.ts'
import type { CommandDeps } from './deps.ts'
import { draftIn, goalFormPresses, newGoalForm } from './goal-form.ts'
import { peopleIn } from './people.ts'

/** /goal new, its form, the shortcuts, and the form's searches. */
export function newGoal(deps: CommandDeps): Feature {
  return {
    name: 'new',
    aliases: ['add', 'create', '新增'],
    usage: 'usage.sentence',
    help: 'help.new',
    opensForm: true,
    run: async (visit) => formFrom(deps, visit, visit.words, visit.isDirect ? undefined : visit.channel),
    shortcuts: {
      'goal.new.global': async (visit) => formFrom(deps, visit, '', undefined),
      'goal.new.message': async (visit) =>
        formFrom(deps, visit, visit.message?.text ?? '', visit.message?.channel),
    },
    presses: {
      [homeActions.newGoal]: async (press) => formFrom(deps, press, '', undefined),
      ...goalFormPresses(deps),
    },
    forms: { [goalForm.callbackId]: (submission) => submitted(deps, submission) },
    lookups: {
      [goalForm.parent]: async ({ person, typed, say, metadata }) => {
        const { goal: own } = goalFormMetadata.parse(JSON.parse(metadata))
        const goals = await parentChoices(deps, person, typed, own)
        return [
          { text: say['goal-form.parent.none'](), value: goalForm.noParent },
          ...goals.map((goal) => ({ text: say['goal.numbered'](goal), value: goal.id })),
        ]
      },
    },
  }
}

/** Channels that are direct messages are no team's; the person's only team is the likely one then. */
async function formFrom(
  deps: CommandDeps,
  visit: Visit,
  words: string,
  channel: ChannelId | undefined,
): Promise<Reply> {
  const isTeams = channel !== undefined && !channel.startsWith('D')
  const teams = isTeams ? [] : await teamsOf(deps, visit.person)
  const likely = isTeams ? channel : teams.length === 1 ? teams[0]?.channel : undefined
  return { show: 'modal', view: await newGoalForm(deps, visit, words, { channel: likely }) }
}

async function submitted(deps: CommandDeps, submission: Submission): Promise<FormReply> {
  const { say, view } = submission
  const metadata = goalFormMetadata.parse(JSON.parse(view.metadata))
  const typed = readGoalForm(view.values)
  const refused = (refusals: Parameters<typeof goalFormErrors>[0]): FormReply => ({
    show: 'errors',
    errors: goalFormErrors(refusals, say, { mode: 'new', measure: typed.measure, round: metadata.round }),
  })
  const draft = draftFrom(typed)
  if (!draft.ok) return refused(draft.refusal)
  const { part = 0 } = metadata
  const key = part === 0 ? submission.key : `${submission.key}/${part}`
  const facts = await factsFor(deps, { ...submission, key }, draft.value)
  if (!facts.ok) return refused([facts.refusal])
  const created = await createGoal(deps, submission.person, draft.value, facts.value)
  if (!created.ok) return refused(created.refusal)
  await dropDraft(deps, submission.person, draftIn(view, { metadata }))
  if (metadata.next === undefined) return { show: 'closed' }
  const { channel, owner } = draft.value
  return {
    show: 'updated-modal',
    view: await newGoalForm(deps, submission, metadata.next, { channel, owner }, part + 1),
  }
}

/** Everything the rules need to know of Slack, read before the transaction begins. */
async function factsFor(
  deps: CommandDeps,
  { workspace, key }: Submission,
  draft: GoalDraft,
): Promise<Result<NewGoalFacts, DraftFault>> {
  const channel = await deps.directory.channel(workspace, draft.channel)
  if (channel === undefined) return refuse({ kind: 'channel-unknown' })
  const owner = await deps.directory.person(workspace, draft.owner)
  if (owner === undefined) return refuse({ kind: 'owner-unknown' })
  const canRead = channel.isMember && !channel.isArchived
  const members = canRead ? await deps.directory.members(workspace, draft.channel) : []
  const coOwners = await peopleIn(deps, workspace, draft.coOwners)
  const [partner] = await peopleIn(deps, workspace, draft.partner === undefined ? [] : [draft.partner])
  return ok({ channel, members, owner, coOwners, partner, key })
}
