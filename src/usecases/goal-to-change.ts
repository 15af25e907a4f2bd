import type { Db } from '../../db/schema.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { mayChange } from '../domain/rights.ts'
import type { Deps } from './deps.ts'
import { type GoalRef, goalSeenBy, type SeenGoal } from './goal-for.ts'

/** A goal that the actor may edit, close and reopen: the owner and the team's leads. */
export async function goalToChange(deps: Deps, actor: Person, ref: GoalRef): Promise<Result<Goal, Refusal>> {
  const seen = await goalChangedBy(deps.db, actor, ref)
  return seen.ok ? ok(seen.value.goal) : seen
}

export async function goalChangedBy(db: Db, actor: Person, ref: GoalRef): Promise<Result<SeenGoal, Refusal>> {
  const seen = await goalSeenBy(db, actor, ref)
  if (!seen.ok || mayChange(seen.value.goal, seen.value.from)) return seen
  return refuse({ kind: 'not-your-goal', number: seen.value.goal.number })
}
