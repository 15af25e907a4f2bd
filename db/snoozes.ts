import type { Instant, OccurrenceId, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db } from './schema.ts'

/** Until when a prompt is put off, if it is. */
export async function snoozedUntil(
  db: Db,
  workspace: WorkspaceId,
  occurrence: OccurrenceId,
): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('snooze')
    .select('until')
    .where('workspace_id', '=', workspace)
    .where('occurrence_id', '=', occurrence)
    .executeTakeFirst()
  return row === undefined ? undefined : instant(row.until)
}

export async function putSnooze(
  db: Db,
  workspace: WorkspaceId,
  snooze: {
    readonly occurrence: OccurrenceId
    readonly person: PersonId
    readonly until: Instant
    readonly at: Instant
  },
): Promise<void> {
  const columns = { until: snooze.until, set_at: snooze.at }
  await db
    .insertInto('snooze')
    .values({
      workspace_id: workspace,
      occurrence_id: snooze.occurrence,
      person_id: snooze.person,
      ...columns,
    })
    .onConflict((same) => same.columns(['workspace_id', 'occurrence_id']).doUpdateSet(columns))
    .execute()
}
