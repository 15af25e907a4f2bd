import { enqueue } from '../../db/outbox.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { Goal, Step } from '../domain/goal.ts'
import type { Team } from '../domain/people.ts'
import type { ChannelId, Instant, PersonId } from '../domain/types.ts'
import type { Deps } from './deps.ts'

/** What changes of goals send, each once by its key. A private goal is told to the people it names alone. */

export async function tellOfNewGoal(
  trx: Trx,
  deps: Deps,
  goal: Goal,
  team: Team,
  madeTeam: boolean,
): Promise<void> {
  if (goal.visibility === 'team') await tellChannel(trx, deps, goal, team)
  await say(trx, deps, goal, {
    key: `receipt:${goal.id}`,
    kind: 'goal-receipt',
    payload: { goal: goal.id, madeTeam },
    target: goal.owner,
  })
  await tellFirstPartner(trx, deps, goal)
}

/** Whoever is partner of a goal from its beginning. */
export async function tellFirstPartner(trx: Trx, deps: Deps, goal: Goal): Promise<void> {
  if (goal.partner === undefined) return
  await say(trx, deps, goal, {
    key: `partner:${goal.id}`,
    kind: 'partner-told',
    payload: { goal: goal.id },
    target: goal.partner,
  })
}

/** Everyone but the importer who has a part in an imported goal: once for a file, whatever it holds. */
export async function tellOfImport(
  trx: Trx,
  deps: Deps,
  goal: Goal,
  file: { readonly fingerprint: string; readonly by: PersonId; readonly began: Instant },
): Promise<void> {
  const { by, began: since, fingerprint } = file
  const concerned = [goal.owner, ...goal.coOwners, ...(goal.partner === undefined ? [] : [goal.partner])]
  for (const person of concerned.filter((one) => one !== by))
    await say(trx, deps, goal, {
      key: `brought:${fingerprint}:${person}`,
      kind: 'goals-brought',
      payload: { by, since },
      target: person,
    })
}

/** The goal's card; nothing when it stands there already. */
export async function tellChannel(trx: Trx, deps: Deps, goal: Goal, team: Team): Promise<void> {
  await say(trx, deps, goal, {
    key: `card:${goal.id}`,
    kind: 'goal-card',
    payload: { goal: goal.id },
    target: team.channel,
  })
}

/** Someone who became partner with an edit. */
export async function tellNewPartner(trx: Trx, deps: Deps, goal: Goal, partner: PersonId): Promise<void> {
  await say(trx, deps, goal, {
    key: `partner:${goal.id}:${goal.version}`,
    kind: 'partner-told',
    payload: { goal: goal.id },
    target: partner,
  })
}

/** The goalposts moved: who, when and why, in the card's thread. */
export async function tellOfChange(trx: Trx, deps: Deps, goal: Goal, team: Team): Promise<void> {
  if (goal.visibility === 'private') return
  await say(trx, deps, goal, {
    key: `changed:${goal.id}:${goal.version}`,
    kind: 'goal-changed',
    payload: { goal: goal.id, version: goal.version },
    target: team.channel,
  })
}

export async function tellOfClosing(trx: Trx, deps: Deps, goal: Goal, channel: ChannelId): Promise<void> {
  if (goal.visibility === 'private') return
  await say(trx, deps, goal, {
    key: `closed:${goal.id}:${goal.closedAt}`,
    kind: 'goal-closed',
    payload: { goal: goal.id },
    target: channel,
  })
}

/** To the owner, when someone else marked the last milestone: once for that moment. */
export async function tellAllDone(trx: Trx, deps: Deps, goal: Goal): Promise<void> {
  await say(trx, deps, goal, {
    key: `milestones-done:${goal.id}:${deps.now()}`,
    kind: 'milestones-done',
    payload: { goal: goal.id },
    target: goal.owner,
  })
}

/** To the owner, on their next morning: how did it go? Once for this end of the goal. */
export async function askToLookBack(
  trx: Trx,
  deps: Deps,
  goal: Goal,
  when: { readonly closedAt: Instant; readonly dueAt: Instant },
): Promise<void> {
  await enqueue(trx, {
    id: deps.newId(),
    workspace: goal.workspace,
    key: `look-back:${goal.id}:${when.closedAt}`,
    kind: 'look-back',
    payload: { goal: goal.id, closedAt: when.closedAt },
    target: goal.owner,
    dueAt: when.dueAt,
  })
}

/** What the owner wrote of its end: once, however often it is written anew. */
export async function tellLookedBack(trx: Trx, deps: Deps, goal: Goal): Promise<void> {
  const team = await teamById(trx, goal.workspace, goal.team)
  if (team === undefined || goal.visibility === 'private') return
  await say(trx, deps, goal, {
    key: `looked-back:${goal.id}:${goal.closedAt}`,
    kind: 'looked-back',
    payload: { goal: goal.id },
    target: team.channel,
  })
}

/** To whoever does a milestone: once for this version of the goal. */
export async function tellAssignee(trx: Trx, deps: Deps, goal: Goal, step: Step): Promise<void> {
  if (step.assignee === undefined) return
  await say(trx, deps, goal, {
    key: `given:${goal.id}:${step.id}:${goal.version}`,
    kind: 'milestone-given',
    payload: { goal: goal.id, step: step.id },
    target: step.assignee,
  })
}

type Telling = Pick<Parameters<typeof enqueue>[1], 'key' | 'kind' | 'payload' | 'target'>

async function say(trx: Trx, deps: Deps, goal: Goal, telling: Telling): Promise<void> {
  await enqueue(trx, { ...telling, id: deps.newId(), workspace: goal.workspace, dueAt: deps.now() })
}
