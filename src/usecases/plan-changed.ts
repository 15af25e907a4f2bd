import { isDeepStrictEqual } from 'node:util'
import type { Db, Trx } from '../../db/schema.ts'
import type { Goal, Step } from '../domain/goal.ts'
import { judgeEdit } from '../domain/goal-edit.ts'
import { curveWith } from '../domain/milestones.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { termsOf } from '../domain/terms.ts'
import type { GoalId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { storeEdit } from './edit-goal.ts'
import type { SeenGoal } from './goal-for.ts'
import { goalChangedBy } from './goal-to-change.ts'

/** Milestones are changed by whoever may change their goal, while it is open. */
export async function openGoalChangedBy(
  db: Db,
  actor: Person,
  id: GoalId,
): Promise<Result<SeenGoal, Refusal>> {
  const seen = await goalChangedBy(db, actor, { id })
  if (!seen.ok || seen.value.goal.state === 'active') return seen
  const { number, title } = seen.value.goal
  return refuse({ kind: 'goal-closed', number, title })
}

/** Stores other milestones as a version of the goal. What makes a locked goal easier needs a reason. */
export async function planChanged(
  trx: Trx,
  deps: Deps,
  actor: Person,
  seen: SeenGoal,
  change: { readonly steps: readonly Step[]; readonly reason: string | undefined },
): Promise<Result<Goal, readonly Refusal[]>> {
  const { goal } = seen
  const { steps } = change
  if (isDeepStrictEqual(steps, goal.steps)) return ok(goal)
  const reason = change.reason?.trim() === '' ? undefined : change.reason?.trim()
  const { coOwners, partner, visibility } = goal
  const terms = { ...termsOf(goal), steps, curve: curveWith(goal.kind, goal.curve, steps) }
  const edit = { terms, coOwners, partner, visibility, reason }
  const judged = judgeEdit(goal, edit, deps.now())
  if (judged.ease === 'easier' && reason === undefined) return refuse([{ kind: 'reason-needed' }])
  return ok((await storeEdit(trx, deps, actor, seen, edit, judged)).goal)
}
