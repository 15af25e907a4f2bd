import { goalsOf } from '../../db/goals.ts'
import { leavesOf } from '../../db/leaves.ts'
import { personOf, saveStatus, statusOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { transact } from '../../db/transaction.ts'
import { isOnLeave } from '../domain/leave.ts'
import type { Person } from '../domain/people.ts'
import { backBy, looksAway, type SlackStatus } from '../domain/slack-status.ts'
import { isStoppedAt } from '../domain/stop.ts'
import { localDateOf } from '../domain/time.ts'
import type { PersonId, WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { oweTold } from './leave-told.ts'

/** A new Slack status that looks like leave is offered as one, once; only the person can say that it is. */
export async function offerLeave(
  deps: Deps,
  workspace: WorkspaceId,
  id: PersonId,
  status: SlackStatus,
): Promise<void> {
  await transact(deps.db, async (trx) => {
    const shown = `${status.emoji} ${status.text} ${status.until ?? ''}`
    if ((await statusOf(trx, workspace, id)) === shown) return
    await saveStatus(trx, workspace, id, shown)
    const person = await personOf(trx, workspace, id)
    if (person === undefined || !looksAway(status) || !(await isAsked(trx, deps, person))) return
    const back = backBy(status, person.zone)
    // Over before the day is: nobody calls that leave.
    if (back !== undefined && back <= localDateOf(deps.now(), person.zone)) return
    const told = { as: 'offer', status: status.text.trim() || status.emoji, back } as const
    await oweTold(trx, deps, person, told, `offer:${id}:${deps.now()}`)
  })
}

/** Whom nobody asks just now needs no leave. */
async function isAsked(trx: Trx, deps: Deps, person: Person): Promise<boolean> {
  if (person.muted === 'everything' || isStoppedAt(person, deps.now())) return false
  const today = localDateOf(deps.now(), person.zone)
  if (isOnLeave(await leavesOf(trx, person.workspace, person.id, today), today)) return false
  return (await goalsOf(trx, person.workspace, person.id)).length > 0
}
