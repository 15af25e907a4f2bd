import { breathing } from '../../db/breathing.ts'
import { enqueue, type Letter } from '../../db/outbox.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { TeamId } from '../domain/types.ts'
import { DETAILS_PER_PAGE, goalsTold } from '../domain/week.ts'
import type { Deps } from './deps.ts'
import { weekOfTeam } from './week-sheet.ts'

/** More messages than these in one thread nobody reads: the list of goals has all of them. */
const MOST_PAGES = 5

/** Every goal of the week goes into the thread of its message, once that stands. */
export async function oweDetails(
  trx: Trx,
  deps: Deps,
  { workspace, key, target, claimedAt }: Pick<Letter, 'workspace' | 'key' | 'target' | 'claimedAt'>,
  id: TeamId,
): Promise<void> {
  const team = await teamById(trx, workspace, id)
  if (team === undefined || !team.hasSummary) return
  const week = await weekOfTeam({ ...deps, db: breathing(trx) }, team, deps.now())
  const pages = Math.min(MOST_PAGES, Math.ceil(goalsTold(week) / DETAILS_PER_PAGE))
  for (let page = 0; page < pages; page += 1) {
    await enqueue(trx, {
      id: deps.newId(),
      workspace,
      key: `details:${key}:${page}`,
      kind: 'week-details',
      payload: { team: id, of: key, page },
      target,
      dueAt: deps.now(),
      // After a restore the message may have been found, and its thread with it.
      plannedFor: claimedAt ?? deps.now(),
    })
  }
}
