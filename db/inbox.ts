import type { Instant, WorkspaceId } from '../src/domain/types.ts'
import type { Db } from './schema.ts'

export interface InboxEntry {
  readonly workspace: WorkspaceId
  readonly key: string
  readonly kind: string
  readonly body: string
}

type EntryId = Pick<InboxEntry, 'workspace' | 'key'>

/** `workspace key` of those that are to be worked on: stored now, or stored before and never finished. */
export async function insertInbox(
  db: Db,
  entries: readonly (InboxEntry & { readonly receivedAt: Instant })[],
): Promise<ReadonlySet<string>> {
  const inserted = await db
    .insertInto('inbox')
    .values(
      entries.map((entry) => ({
        workspace_id: entry.workspace,
        dedupe_key: entry.key,
        kind: entry.kind,
        body: entry.body,
        received_at: entry.receivedAt,
        state: 'new',
      })),
    )
    .onConflict((on) => on.columns(['workspace_id', 'dedupe_key']).doNothing())
    .returning(['workspace_id', 'dedupe_key'])
    .execute()
  const open = new Set(inserted.map((row) => `${row.workspace_id} ${row.dedupe_key}`))
  for (const entry of entries) {
    const id = `${entry.workspace} ${entry.key}`
    if (!open.has(id) && (await isUnfinished(db, entry))) open.add(id)
  }
  return open
}

async function isUnfinished(db: Db, { workspace, key }: EntryId): Promise<boolean> {
  const row = await db
    .selectFrom('inbox')
    .select('state')
    .where('workspace_id', '=', workspace)
    .where('dedupe_key', '=', key)
    .executeTakeFirst()
  return row?.state === 'new'
}

/** What people wrote is kept no longer than the work on it takes; the key stays, so that a repeat is known. */
export async function markInboxDone(db: Db, entries: readonly EntryId[]): Promise<void> {
  const byWorkspace = Map.groupBy(entries, (entry) => entry.workspace)
  await db.transaction().execute(async (trx) => {
    for (const [workspace, own] of byWorkspace) {
      await trx
        .updateTable('inbox')
        .set({ state: 'done', body: '' })
        .where('workspace_id', '=', workspace)
        .where(
          'dedupe_key',
          'in',
          own.map((entry) => entry.key),
        )
        .execute()
    }
  })
}

/** What a process that is gone had begun, oldest first. */
export async function unfinishedInbox(db: Db, most: number): Promise<readonly InboxEntry[]> {
  const rows = await db
    .selectFrom('inbox')
    .selectAll()
    .where('state', '=', 'new')
    .orderBy('received_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    workspace: row.workspace_id as WorkspaceId,
    key: row.dedupe_key,
    kind: row.kind,
    body: row.body,
  }))
}

/** Slack repeats within minutes; a day later a key has done its work. */
export async function forgetInbox(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('inbox').where('state', '=', 'done').where('received_at', '<', before).execute()
}
