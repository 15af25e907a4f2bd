import { markReopened } from '../../db/goal-writes.ts'
import { goalsOf } from '../../db/goals.ts'
import type { Trx } from '../../db/schema.ts'
import { duplicateOf, MOST_GOALS } from '../domain/duplicates.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { GoalId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalChangedBy } from './goal-to-change.ts'
import { note } from './note.ts'
import { oweWeekAgain } from './week-again.ts'

/** Takes a closed goal up again, with everything it had. */
export async function reopenGoal(deps: Deps, actor: Person, id: GoalId): Promise<Result<Goal, Refusal>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await goalChangedBy(trx, actor, { id })
    if (!seen.ok) return seen
    const { goal } = seen.value
    const crowd = await reopenRefusal(trx, goal)
    if (goal.state !== 'active' && crowd !== undefined) return refuse(crowd)
    const isOpenNow = await markReopened(trx, goal.workspace, goal.id, deps.now())
    if (!isOpenNow) return refuse({ kind: 'goal-open', number: goal.number })
    await oweWeekAgain(trx, deps, goal)
    await note(trx, deps, actor, { action: 'goal-reopened', subject: goal.id, details: {} })
    return ok({ ...goal, state: 'active', closedAt: undefined, closingNote: undefined } as const)
  })
}

/** What was made anew meanwhile does not come back beside it. */
async function reopenRefusal(trx: Trx, goal: Goal): Promise<Refusal | undefined> {
  const others = await goalsOf(trx, goal.workspace, goal.owner)
  if (others.length >= MOST_GOALS) return { kind: 'too-many-goals', most: MOST_GOALS }
  const number = duplicateOf(goal, others)
  return number === undefined ? undefined : { kind: 'duplicate-goal', number }
}
