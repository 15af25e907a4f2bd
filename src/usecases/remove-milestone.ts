import type { Goal } from '../domain/goal.ts'
import { withoutStep } from '../domain/milestones.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { type Result, refuse } from '../domain/result.ts'
import type { GoalId, StepId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { openGoalChangedBy, planChanged } from './plan-changed.ts'

/** Leaves a milestone out; the goal's older versions keep it. */
export async function removeMilestone(
  deps: Deps,
  actor: Person,
  goal: GoalId,
  asked: { readonly step: StepId; readonly reason: string | undefined },
): Promise<Result<Goal, readonly Refusal[]>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await openGoalChangedBy(trx, actor, goal)
    if (!seen.ok) return refuse([seen.refusal])
    const now = seen.value.goal
    if (now.steps.every(({ id }) => id !== asked.step)) return refuse([{ kind: 'no-such-milestone' }])
    const steps = withoutStep(now, asked.step)
    return planChanged(trx, deps, actor, seen.value, { steps, reason: asked.reason })
  })
}
