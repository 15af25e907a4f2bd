import { type DraftFault, draftFrom, type TypedGoal } from '../src/domain/draft.ts'
import type { GoalDraft, Measure } from '../src/domain/goal.ts'
import { ok, type Result, refuse } from '../src/domain/result.ts'
import { localDateOf } from '../src/domain/time.ts'
import type { ChannelId } from '../src/domain/types.ts'
import type { Feature, FormReply, Reply, Submission, Visit } from '../src/slack/feature.ts'
import { createGoal } from '../src/usecases/create-goal.ts'
import { goalFor } from '../src/usecases/goal-for.ts'
import type { NewGoalFacts } from '../src/usecases/goal-refusals.ts'
import { parentChoices } from '../src/usecases/parent-choices.ts'
import { teamsOf } from '../src/usecases/teams-of.ts'
import { goalFormView } from '../views/goal-form.ts'
import { readGoalForm, refilled } from '../views/goal-form-answer.ts'
import { goalFormErrors } from '../views/goal-form-errors.ts'
import { goalForm, goalFormMetadata } from '../views/goal-form-ids.ts'
import { homeActions } from '../views/home.ts'
import { isMeasure } from '../views/measures.ts'
import type { ModalView } from '../views/message.ts'
import type { CommandDeps } from './deps.ts'
import { peopleIn } from './people.ts'

const firstMeasure: Measure = 'custom-level'

/** /goal new, its form, the shortcuts, and the form's searches. */
export function newGoal(deps: CommandDeps): Feature {
  return {
    name: 'new',
    aliases: ['add', 'create', '新增'],
    usage: 'usage.sentence',
    help: 'help.new',
    opensForm: true,
    run: async (visit) =>
      opened(await blankForm(deps, visit, visit.words, visit.isDirect ? undefined : visit.channel)),
    shortcuts: {
      'goal.new.global': async (visit) => opened(await blankForm(deps, visit, '', undefined)),
      'goal.new.message': async (visit) =>
        opened(await blankForm(deps, visit, visit.message?.text ?? '', visit.message?.channel)),
    },
    presses: {
      [homeActions.newGoal]: async (press) => opened(await blankForm(deps, press, '', undefined)),
      [goalForm.measure]: async (press) => {
        if (press.from.kind !== 'view' || !isMeasure(press.value)) return { show: 'nothing' }
        return { show: 'updated-modal', view: await rebuilt(deps, press, press.from.view, press.value) }
      },
    },
    forms: { [goalForm.callbackId]: (submission) => submitted(deps, submission) },
    lookups: {
      [goalForm.parent]: async ({ person, typed, say }) => {
        const goals = await parentChoices(deps, person, typed)
        return [
          { text: say['goal-form.parent.none'](), value: goalForm.noParent },
          ...goals.map((goal) => ({ text: say['goal.numbered'](goal), value: goal.id })),
        ]
      },
    },
  }
}

const opened = (view: ModalView): Reply => ({ show: 'modal', view })

/** Channels that are direct messages are no team's; the person's only team is the likely one then. */
async function blankForm(deps: CommandDeps, visit: Visit, words: string, channel: ChannelId | undefined) {
  const isTeams = channel !== undefined && !channel.startsWith('D')
  const teams = isTeams ? [] : await teamsOf(deps, visit.person)
  const likely = isTeams ? channel : teams.length === 1 ? teams[0]?.channel : undefined
  const today = localDateOf(visit.now, visit.person.zone)
  return goalFormView({
    say: visit.say,
    mode: 'new',
    filled: { title: words, channel: likely, owner: visit.person.id, start: today, visibility: 'team' },
    measure: firstMeasure,
    today,
    metadata: likely === undefined ? {} : { channel: likely },
  })
}

/** The same window with the fields of the chosen measure; what was typed stays. */
export async function rebuilt(
  deps: CommandDeps,
  visit: Visit,
  view: { readonly callbackId: string; readonly metadata: string; readonly values: unknown },
  measure: Measure,
): Promise<ModalView> {
  const metadata = goalFormMetadata.parse(JSON.parse(view.metadata))
  const filled = refilled(view.values, metadata)
  const edited =
    metadata.goal === undefined ? undefined : await goalFor(deps, visit.person, { id: metadata.goal })
  return goalFormView({
    say: visit.say,
    mode: view.callbackId === goalForm.editCallbackId ? 'edit' : 'new',
    filled: edited?.ok ? { ...filled, owner: edited.value.owner } : filled,
    measure,
    today: localDateOf(visit.now, visit.person.zone),
    metadata,
    parent: await parentOf(deps, visit, filled),
  })
}

export async function parentOf(deps: CommandDeps, visit: Visit, filled: Pick<TypedGoal, 'parent'>) {
  if (filled.parent === undefined) return undefined
  const parent = await goalFor(deps, visit.person, { id: filled.parent })
  return parent.ok ? parent.value : undefined
}

async function submitted(deps: CommandDeps, submission: Submission): Promise<FormReply> {
  const { say, view } = submission
  const typed = readGoalForm(view.values)
  const refused = (refusals: Parameters<typeof goalFormErrors>[0]): FormReply => ({
    show: 'errors',
    errors: goalFormErrors(refusals, say, { mode: 'new', measure: typed.measure }),
  })
  const draft = draftFrom(typed)
  if (!draft.ok) return refused(draft.refusal)
  const facts = await factsFor(deps, submission, draft.value)
  if (!facts.ok) return refused([facts.refusal])
  const created = await createGoal(deps, submission.person, draft.value, facts.value)
  return created.ok ? { show: 'closed' } : refused(created.refusal)
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
