import { markReopened } from '../../db/goal-writes.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { GoalId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalChangedBy } from './goal-to-change.ts'
import { note } from './note.ts'

/** Takes a closed goal up again, with everything it had. */
export async function reopenGoal(deps: Deps, actor: Person, id: GoalId): Promise<Result<Goal, Refusal>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await goalChangedBy(trx, actor, { id })
    if (!seen.ok) return seen
    const { goal } = seen.value
    const isOpenNow = await markReopened(trx, goal.workspace, goal.id, deps.now())
    if (!isOpenNow) return refuse({ kind: 'goal-open', number: goal.number })
    await note(trx, deps, actor, { action: 'goal-reopened', subject: goal.id, details: {} })
    return ok({ ...goal, state: 'active', closedAt: undefined, closingNote: undefined } as const)
  })
}
