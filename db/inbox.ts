import type { Instant, WorkspaceId } from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db, Trx } from './schema.ts'
import { transact } from './transaction.ts'

export interface InboxEntry {
  readonly workspace: WorkspaceId
  readonly key: string
  readonly kind: string
  readonly body: string
}

type EntryId = Pick<InboxEntry, 'workspace' | 'key'>

type NewEntry = InboxEntry & { readonly receivedAt: Instant }

/**
 * Stores what arrived and marks what is done, in one transaction: one fsync for both. Answers the `workspace key` of those
 * that are to be worked on: stored now, or stored before by someone whose work failed. What is being worked on is left to whoever does.
 */
export async function turnInbox(
  db: Db,
  { arrived: entries, done }: { readonly arrived: readonly NewEntry[]; readonly done: readonly EntryId[] },
): Promise<ReadonlySet<string>> {
  return transact(db, async (trx) => {
    await markDone(trx, done)
    const open = new Set<string>()
    for (const some of inFewSizes(entries)) await insertSome(trx, some, open)
    for (const entry of entries) {
      const id = `${entry.workspace} ${entry.key}`
      if (!open.has(id) && (await isBegunAgain(trx, entry))) open.add(id)
    }
    return open
  })
}

async function insertSome(db: Db, entries: readonly NewEntry[], open: Set<string>): Promise<void> {
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
        attempts: 0,
      })),
    )
    .onConflict((on) => on.columns(['workspace_id', 'dedupe_key']).doNothing())
    .returning(['workspace_id', 'dedupe_key'])
    .execute()
  for (const row of inserted) open.add(`${row.workspace_id} ${row.dedupe_key}`)
}

const sizes = [512, 64, 8, 1] as const

/** Each size is a statement of its own and prepared once; any number of rows would be any number of statements. */
function* inFewSizes<T>(all: readonly T[]): Generator<readonly T[]> {
  let from = 0
  for (const size of sizes) {
    for (; all.length - from >= size; from += size) yield all.slice(from, from + size)
  }
}

/** True for the one caller that begins again what somebody's work on it has failed. */
async function isBegunAgain(db: Db, { workspace, key }: EntryId): Promise<boolean> {
  const row = await db
    .updateTable('inbox')
    .set({ state: 'new' })
    .where('workspace_id', '=', workspace)
    .where('dedupe_key', '=', key)
    .where('state', '=', 'open')
    .returning('dedupe_key')
    .executeTakeFirst()
  return row !== undefined
}

/** The work on it failed: whoever gets it next, or takes it up, may begin again. */
export async function reopenInbox(db: Db, { workspace, key }: EntryId): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state: 'open' })
    .where('workspace_id', '=', workspace)
    .where('dedupe_key', '=', key)
    .where('state', '=', 'new')
    .execute()
}

/** What people wrote is kept no longer than the work on it takes; the key stays, so that a repeat is known. */
async function markDone(trx: Trx, entries: readonly EntryId[]): Promise<void> {
  for (const [workspace, own] of Map.groupBy(entries, (entry) => entry.workspace)) {
    for (const some of inFewSizes(own)) {
      const keys = some.map((entry) => entry.key)
      await trx
        .updateTable('inbox')
        .set({ state: 'done', body: '' })
        .where('workspace_id', '=', workspace)
        .where('dedupe_key', 'in', keys)
        .execute()
    }
  }
}

export interface UnfinishedEntry extends InboxEntry {
  readonly receivedAt: Instant
  /** How often the work on it has been begun again. */
  readonly attempts: number
}

/** What was received by then and never finished, oldest first. */
export async function unfinishedInbox(
  db: Db,
  receivedBy: Instant,
  most: number,
): Promise<readonly UnfinishedEntry[]> {
  const rows = await db
    .selectFrom('inbox')
    .selectAll()
    .where('state', 'in', ['new', 'open'])
    .where('received_at', '<=', receivedBy)
    .orderBy('received_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    workspace: row.workspace_id as WorkspaceId,
    key: row.dedupe_key,
    kind: row.kind,
    body: row.body,
    receivedAt: instant(row.received_at),
    attempts: row.attempts,
  }))
}

/** Counts the try before it is made, so that work that kills the process is counted too. True for one caller alone. */
export async function takeUpInbox(db: Db, { workspace, key, attempts }: UnfinishedEntry): Promise<boolean> {
  const row = await db
    .updateTable('inbox')
    .set({ attempts: attempts + 1, state: 'new' })
    .where('workspace_id', '=', workspace)
    .where('dedupe_key', '=', key)
    .where('state', 'in', ['new', 'open'])
    .where('attempts', '=', attempts)
    .returning('dedupe_key')
    .executeTakeFirst()
  return row !== undefined
}

/** It was tried often enough; what people wrote is forgotten. */
export async function giveUpInbox(db: Db, { workspace, key }: EntryId): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state: 'failed', body: '' })
    .where('workspace_id', '=', workspace)
    .where('dedupe_key', '=', key)
    .where('state', 'in', ['new', 'open'])
    .execute()
}

/** Slack repeats within minutes; a day later a key has done its work. */
export async function forgetInbox(db: Db, before: Instant): Promise<void> {
  await db
    .deleteFrom('inbox')
    .where('state', 'in', ['done', 'failed'])
    .where('received_at', '<', before)
    .execute()
}
