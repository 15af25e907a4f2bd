import { markClosed } from '../../db/goal-writes.ts'
import { personOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { Goal } from '../domain/goal.ts'
import { lookBackAt } from '../domain/look-back.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { ChannelId, GoalId, Instant } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalChangedBy } from './goal-to-change.ts'
import { note } from './note.ts'
import { askToLookBack, tellOfClosing } from './tell.ts'
import { oweWeekAgain } from './week-again.ts'

export interface Closing {
  readonly as: 'reached' | 'retired'
  readonly note: string | undefined
}

/** Ends a goal. Its history stays, and it can be reopened. */
export async function closeGoal(
  deps: Deps,
  actor: Person,
  goal: GoalId,
  closing: Closing,
): Promise<Result<Goal, Refusal>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await goalChangedBy(trx, actor, { id: goal })
    if (!seen.ok) return seen
    return closeGoalIn(trx, deps, actor, { goal: seen.value.goal, channel: seen.value.team.channel }, closing)
  })
}

/** For a transaction that has already decided that the actor may: a deliverable said to be done closes itself. */
export async function closeGoalIn(
  trx: Trx,
  deps: Deps,
  actor: Person,
  what: { readonly goal: Goal; readonly channel: ChannelId },
  closing: Closing,
): Promise<Result<Goal, Refusal>> {
  const { goal, channel } = what
  const at = deps.now()
  const isClosedNow = await markClosed(trx, goal.workspace, goal.id, { ...closing, at })
  if (!isClosedNow) return refuse({ kind: 'goal-closed', number: goal.number, title: goal.title })
  const closed: Goal = { ...goal, state: closing.as, closedAt: at, closingNote: closing.note }
  await note(trx, deps, actor, { action: `goal-${closing.as}`, subject: goal.id, details: {} })
  await tellOfClosing(trx, deps, closed, channel)
  await oweLookBack(trx, deps, closed, at)
  await oweWeekAgain(trx, deps, goal)
  return ok(closed)
}

async function oweLookBack(trx: Trx, deps: Deps, goal: Goal, closedAt: Instant): Promise<void> {
  const owner = await personOf(trx, goal.workspace, goal.owner)
  const team = await teamById(trx, goal.workspace, goal.team)
  if (owner === undefined || team === undefined) return
  const dueAt = lookBackAt(closedAt, owner.zone, team.time)
  await askToLookBack(trx, deps, goal, { closedAt, dueAt })
}
