import { addMs, DAY_MS } from '../src/domain/time.ts'
import type { Instant, WorkspaceId } from '../src/domain/types.ts'
import { instantOrNone } from './columns.ts'
import type { Db, NewRow } from './schema.ts'

/** A restored database has forgotten what was sent after its backup: before anything of that time is sent, it is looked for. */

const NAME = 'restored-at'
/** What was sent just before the crash may not show in Slack's history yet. */
const SETTLE_MS = 60_000

/** When the workspace's rows were last brought back from a backup. */
export async function restoredAt(db: Db, workspace: WorkspaceId): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('workspace_id', '=', workspace)
    .where('name', '=', NAME)
    .executeTakeFirst()
  return instantOrNone(row === undefined ? null : Number(row.value))
}

/** Remembers the moment, and takes every letter that was waiting or on its way for one that may have been sent since. */
export async function markRestored(db: Db, workspace: WorkspaceId, at: Instant): Promise<void> {
  await db
    .insertInto('setting')
    .values({ workspace_id: workspace, name: NAME, value: String(at) })
    .onConflict((same) => same.columns(['workspace_id', 'name']).doUpdateSet({ value: String(at) }))
    .execute()
  await db
    .updateTable('outbox')
    .set((was) => ({
      state: 'unknown',
      claimed_at: was.fn.coalesce('claimed_at', 'due_at'),
      due_at: addMs(at, SETTLE_MS),
    }))
    .where('workspace_id', '=', workspace)
    .where((row) =>
      row.or([
        row('state', '=', 'sending'),
        row.and([row('state', 'in', ['due', 'unknown']), row('due_at', '<=', at)]),
      ]),
    )
    .execute()
}

/**
 * How a letter begins that was to be sent at `plannedFor`: due, or, when that was before a restore, looked for first. The
 * same day's may have been planned for another hour before its schedule was changed.
 */
export async function firstState(
  db: Db,
  workspace: WorkspaceId,
  { plannedFor, dueAt }: { readonly plannedFor: Instant; readonly dueAt: Instant },
): Promise<Pick<NewRow<'outbox'>, 'state' | 'claimed_at' | 'due_at'>> {
  const restored = await restoredAt(db, workspace)
  if (restored === undefined || plannedFor >= restored)
    return { state: 'due', claimed_at: null, due_at: dueAt }
  const lookAt = addMs(restored, SETTLE_MS)
  return { state: 'unknown', claimed_at: addMs(plannedFor, -DAY_MS), due_at: Math.max(dueAt, lookAt) }
}
