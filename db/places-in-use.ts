import type { Place, WorkspaceId } from '../src/domain/types.ts'
import { place } from './columns.ts'
import type { Db } from './schema.ts'

/** Whose public holidays a workspace's teams and people keep. */
export async function placesInUse(db: Db, workspace: WorkspaceId): Promise<readonly Place[]> {
  const ofTeams = db
    .selectFrom('team')
    .select('holidays_of')
    .where('workspace_id', '=', workspace)
    .where('holidays_of', 'is not', null)
  const ofPeople = db
    .selectFrom('preference')
    .select('holidays_of')
    .where('workspace_id', '=', workspace)
    .where('holidays_of', 'is not', null)
  const rows = await ofTeams.union(ofPeople).execute()
  return rows.flatMap((row) => place(row.holidays_of) ?? [])
}
