import { allWorkspaces } from '../../db/workspaces.ts'
import { saveZoneRules, zoneRulesOf } from '../../db/zone-rules.ts'
import type { Deps } from './deps.ts'
import { rescheduleAll } from './reschedule-all.ts'

/**
 * Governments move clocks, and a newer runtime knows it: what was planned by older rules goes to where the newer ones put
 * it. `release` is the tz database's, such as `2026a`; nothing is done while it is the one in force.
 */
export async function followZoneRules(deps: Deps, release: string): Promise<void> {
  for (const { id: workspace } of await allWorkspaces(deps.db)) {
    if ((await zoneRulesOf(deps.db, workspace)) === release) continue
    await rescheduleAll(deps, workspace)
    await saveZoneRules(deps.db, workspace, release)
  }
}
