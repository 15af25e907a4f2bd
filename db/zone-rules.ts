import type { WorkspaceId } from '../src/domain/types.ts'
import type { Db } from './schema.ts'

const NAME = 'zone-rules'

/** The release of the time zone rules by which the workspace's schedules were computed. */
export async function zoneRulesOf(db: Db, workspace: WorkspaceId): Promise<string | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('workspace_id', '=', workspace)
    .where('name', '=', NAME)
    .executeTakeFirst()
  return row?.value
}

export async function saveZoneRules(db: Db, workspace: WorkspaceId, release: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ workspace_id: workspace, name: NAME, value: release })
    .onConflict((same) => same.columns(['workspace_id', 'name']).doUpdateSet({ value: release }))
    .execute()
}
