import { goalById, goalByNumber } from '../../db/goals.ts'
import { isMember } from '../../db/members.ts'
import type { Db } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person, Team } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { maySee, type Standpoint } from '../domain/rights.ts'
import type { GoalId } from '../domain/types.ts'
import type { Deps } from './deps.ts'

/** How a person points at a goal: a button's value, or the number they typed. */
export type GoalRef = { readonly id: GoalId } | { readonly number: number }

export interface SeenGoal {
  readonly goal: Goal
  readonly team: Team
  readonly from: Standpoint
}

export async function goalFor(deps: Deps, actor: Person, ref: GoalRef): Promise<Result<Goal, Refusal>> {
  const seen = await goalSeenBy(deps.db, actor, ref)
  return seen.ok ? ok(seen.value.goal) : seen
}

/**
 * The one place that decides who may see a goal. Another workspace's goal, an invisible one and none at all
 * are refused in the same words, so that nobody learns from the answer that it exists.
 */
export async function goalSeenBy(db: Db, actor: Person, ref: GoalRef): Promise<Result<SeenGoal, Refusal>> {
  const noSuchGoal: Refusal = {
    kind: 'no-such-goal',
    number: 'number' in ref ? ref.number : undefined,
  }
  const goal =
    'id' in ref
      ? await goalById(db, actor.workspace, ref.id)
      : await goalByNumber(db, actor.workspace, ref.number)
  if (goal === undefined) return refuse(noSuchGoal)
  const team = await teamById(db, actor.workspace, goal.team)
  if (team === undefined) return refuse(noSuchGoal)
  const from = await standpointOf(db, team, actor)
  return maySee(goal, from) ? ok({ goal, team, from }) : refuse(noSuchGoal)
}

export async function standpointOf(db: Db, team: Team, person: Person): Promise<Standpoint> {
  return {
    person: person.id,
    isMember: await isMember(db, team.workspace, team.id, person.id),
    isLead: team.leads.includes(person.id),
  }
}
