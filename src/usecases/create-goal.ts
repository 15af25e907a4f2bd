import { insertGoal, insertVersion } from '../../db/goal-writes.ts'
import { goalFromSource } from '../../db/goals.ts'
import { personOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import { takeGoalNumber } from '../../db/workspaces.ts'
import { coOwnersFrom, partnerFrom } from '../domain/channel-rules.ts'
import type { Goal, GoalDraft, GoalVersion } from '../domain/goal.ts'
import type { Person, Team } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { termsOf } from '../domain/terms.ts'
import type { GoalId, Instant } from '../domain/types.ts'
import { verdictFor } from './coach.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { type NewGoalFacts, newGoalRefusals } from './goal-refusals.ts'
import { knownKpi } from './kpis.ts'
import { nextPromptFor } from './next-prompts.ts'
import { note } from './note.ts'
import { ensureSchedules } from './schedules.ts'
import { teamForChannel } from './team-for-channel.ts'
import { tellOfNewGoal } from './tell.ts'

export interface CreatedGoal {
  readonly goal: Goal
  readonly team: Team
  readonly madeTeam: boolean
  /** When its owner is asked next. */
  readonly nextPromptAt: Instant | undefined
}

/** Makes a goal, and the channel's team with it when it is the first. Every fault of the draft is named at once. */
export async function createGoal(
  deps: Deps,
  actor: Person,
  draft: GoalDraft,
  facts: NewGoalFacts,
): Promise<Result<CreatedGoal, readonly Refusal[]>> {
  return decideIn(deps.db, async (trx) => {
    const inside = { ...deps, db: trx }
    const made = await goalFromSource(trx, actor.workspace, facts.key)
    if (made !== undefined) return ok(await asCreated(inside, made))
    const stored = await storeNewGoal(trx, deps, actor, draft, facts, () => true)
    if (!stored.ok) return stored
    const { goal, team, madeTeam } = stored.value
    await tellOfNewGoal(trx, deps, goal, team, madeTeam)
    return ok({ goal, team, madeTeam, nextPromptAt: await nextPromptFor(inside, facts.owner, goal) })
  })
}

/** The goal with everything but the telling. `counts`: which of the refusals speak against it. */
export async function storeNewGoal(
  trx: Trx,
  deps: Deps,
  actor: Person,
  draft: GoalDraft,
  facts: NewGoalFacts,
  counts: (refusal: Refusal) => boolean,
): Promise<Result<Omit<CreatedGoal, 'nextPromptAt'>, readonly Refusal[]>> {
  const inside = { ...deps, db: trx }
  // Taking the number first lets only one goal of a workspace through at a time: no duplicate slips past the check.
  const number = await takeGoalNumber(trx, actor.workspace)
  const refusals = (await newGoalRefusals(trx, deps, actor, draft, facts)).filter(counts)
  if (refusals.length > 0) return refuse(refusals)
  const { team, isNew } = await teamForChannel(trx, deps, actor, facts)
  const verdict = await verdictFor(inside, facts.owner, draft, team)
  const kpi = await knownKpi(inside, actor, draft.kpi)
  const goal = newGoal(deps, actor, { ...draft, verdict, kpi }, facts, { number, team })
  await insertAll(trx, deps, actor, goal, facts.key)
  await ensureSchedules(trx, deps, team, [facts.owner])
  return ok({ goal, team, madeTeam: isNew })
}

async function asCreated(deps: Deps, goal: Goal): Promise<CreatedGoal> {
  const team = await teamById(deps.db, goal.workspace, goal.team)
  if (team === undefined) throw new Error(`goal ${goal.id} has no team`)
  const owner = await personOf(deps.db, goal.workspace, goal.owner)
  return { goal, team, madeTeam: false, nextPromptAt: await nextPromptFor(deps, owner, goal) }
}

/** The goal and its first version: what was promised at the beginning stays readable. */
async function insertAll(trx: Trx, deps: Deps, actor: Person, goal: Goal, key: string): Promise<void> {
  const isFirst = await insertGoal(trx, goal.workspace, goal, key)
  // Only where two processes store the same submission at once; thrown, so that the retry finds the other's goal.
  if (!isFirst) throw new Error('this submission is being stored by another process')
  const version: GoalVersion = {
    goal: goal.id,
    version: goal.version,
    terms: termsOf(goal),
    by: actor.id,
    at: goal.createdAt,
    reason: undefined,
    ease: 'same',
    countsFrom: goal.createdAt,
  }
  await insertVersion(trx, goal.workspace, version, goal.visibility)
  await note(trx, deps, actor, {
    action: 'goal-created',
    subject: goal.id,
    details: { number: goal.number, owner: goal.owner },
  })
}

function newGoal(
  deps: Deps,
  actor: Person,
  draft: GoalDraft,
  facts: NewGoalFacts,
  place: { readonly number: number; readonly team: Team },
): Goal {
  return {
    ...termsOf(draft),
    id: deps.newId() as GoalId,
    workspace: actor.workspace,
    number: place.number,
    team: place.team.id,
    owner: facts.owner.id,
    coOwners: coOwnersFrom(facts.owner.id, facts.coOwners),
    partner: partnerFrom(facts.partner),
    visibility: draft.visibility,
    createdBy: actor.id,
    createdAt: deps.now(),
    state: 'active',
    closedAt: undefined,
    closingNote: undefined,
    firstCheckInAt: undefined,
    version: 1,
    last: undefined,
    ownWord: undefined,
  }
}
