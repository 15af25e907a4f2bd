import { forgetLeftOutAhead } from '../../db/ahead.ts'
import { isAnyScheduledAfter } from '../../db/schedules.ts'
import { allTeams, teamById } from '../../db/teams.ts'
import { transact } from '../../db/transaction.ts'
import { allWorkspaces } from '../../db/workspaces.ts'
import { addMs, DAY_MS } from '../domain/time.ts'
import type { WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { rescheduleTeam } from './schedules.ts'
import { refreshTally } from './tally.ts'

/** Puts everything that lies ahead to where the rules put it now. */
export async function rescheduleAll(deps: Deps, workspace: WorkspaceId): Promise<void> {
  for (const { id } of await allTeams(deps.db, workspace))
    await transact(deps.db, async (trx) => {
      // Its settings may have changed since the list was read.
      const team = await teamById(trx, workspace, id)
      if (team !== undefined) await rescheduleTeam(trx, deps, team)
    })
}

/** A month, and where its day is moved almost another one. */
const FURTHEST_MS = 63 * DAY_MS

/**
 * After a clock that was ahead is set right, what was planned by it lies too far ahead: nobody would be asked until then.
 * Nobody is asked twice by this, since what was asked for is not asked for again.
 */
export async function bringBack(deps: Deps, wasSetBack: boolean): Promise<void> {
  const isTooFar = await isAnyScheduledAfter(deps.db, addMs(deps.now(), FURTHEST_MS))
  if (!wasSetBack && !isTooFar) return
  for (const { id } of await allWorkspaces(deps.db)) {
    await transact(deps.db, async (trx) => {
      for (const whose of await forgetLeftOutAhead(trx, id, deps.now()))
        await refreshTally(trx, deps, id, whose)
    })
    await rescheduleAll(deps, id)
  }
}
