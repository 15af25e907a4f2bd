import { personOf } from '../../db/people.ts'
import { lockedAt } from '../domain/goal-rules.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result } from '../domain/result.ts'
import { mayChange } from '../domain/rights.ts'
import type { MilestoneSheet } from '../domain/sheets.ts'
import { localDateOf } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import { type GoalRef, goalSeenBy } from './goal-for.ts'
import { milestonePlan } from './milestone-rows.ts'

/** The milestones of a goal, for the window in which they are changed and marked. */
export async function milestoneSheet(
  deps: Deps,
  actor: Person,
  ref: GoalRef,
): Promise<Result<MilestoneSheet, Refusal>> {
  const seen = await goalSeenBy(deps.db, actor, ref)
  if (!seen.ok) return seen
  const { goal, team, from } = seen.value
  const owner = await personOf(deps.db, goal.workspace, goal.owner)
  const today = localDateOf(deps.now(), owner?.zone ?? team.zone)
  const canChange = goal.state === 'active' && mayChange(goal, from)
  const isLocked = deps.now() >= lockedAt(goal)
  return ok({ goal, canChange, isLocked, ...(await milestonePlan(deps, seen.value, today)) })
}
