import type { OutboxKind, Payload } from '../src/domain/outbox.ts'
import { type Saying, sayingFrom } from '../src/domain/outbox.ts'
import type { ChannelId, Instant, OccurrenceId, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instant, instantOrNone } from './columns.ts'
import type { Db, Row } from './schema.ts'

/** A message that is owed, as the sender sees it. */
export interface Letter {
  readonly id: string
  readonly workspace: WorkspaceId
  readonly key: string
  readonly saying: Saying
  readonly target: ChannelId | PersonId
  readonly occurrence: OccurrenceId | undefined
  readonly attempts: number
  readonly claimedAt: Instant | undefined
}

export interface NewLetter<K extends OutboxKind = OutboxKind> {
  readonly id: string
  readonly workspace: WorkspaceId
  readonly key: string
  readonly kind: K
  readonly payload: Payload<K>
  readonly target: ChannelId | PersonId
  readonly dueAt: Instant
  readonly occurrence?: OccurrenceId | undefined
}

/** True for exactly one caller per key: the unique key decides, not a read before the write. */
export async function enqueue(db: Db, letter: NewLetter): Promise<boolean> {
  const inserted = await db
    .insertInto('outbox')
    .values({
      workspace_id: letter.workspace,
      id: letter.id,
      key: letter.key,
      kind: letter.kind,
      payload: JSON.stringify(letter.payload),
      target: letter.target,
      occurrence_id: letter.occurrence ?? null,
      state: 'due',
      due_at: letter.dueAt,
      claimed_at: null,
      attempts: 0,
      sent_at: null,
      channel_id: null,
      ts: null,
      reason: null,
    })
    .onConflict((on) => on.columns(['workspace_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Marks up to `most` due letters of one workspace as being sent, the longest due first; a letter goes to one caller only. */
export async function claimDue(
  db: Db,
  workspace: WorkspaceId,
  now: Instant,
  most: number,
): Promise<readonly Letter[]> {
  const rows = await db
    .updateTable('outbox')
    .set((was) => ({ state: 'sending', claimed_at: now, attempts: was('attempts', '+', 1) }))
    .where('workspace_id', '=', workspace)
    .where('state', '=', 'due')
    .where('id', 'in', (among) =>
      among
        .selectFrom('outbox')
        .select('id')
        .where('workspace_id', '=', workspace)
        .where('state', '=', 'due')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(most),
    )
    .returningAll()
    .execute()
  return rows.toSorted((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1)).map(toLetter)
}

/** The workspaces that have something due. */
export async function workspacesWithDue(db: Db, now: Instant): Promise<readonly WorkspaceId[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('workspace_id')
    .distinct()
    .where('state', '=', 'due')
    .where('due_at', '<=', now)
    .execute()
  return rows.map((row) => row.workspace_id as WorkspaceId)
}

export async function markSent(
  db: Db,
  letter: Pick<Letter, 'workspace' | 'id'>,
  where: { readonly channel: string; readonly ts: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'sent', channel_id: where.channel, ts: where.ts, sent_at: where.at, reason: null })
    .where('workspace_id', '=', letter.workspace)
    .where('id', '=', letter.id)
    .execute()
}

/** Nobody knows whether it stands in Slack: it is looked for before it is sent again. */
export async function markUnknown(db: Db, letter: Pick<Letter, 'workspace' | 'id'>): Promise<void> {
  await setState(db, letter, { state: 'unknown' })
}

export async function markSkipped(
  db: Db,
  letter: Pick<Letter, 'workspace' | 'id'>,
  reason: string,
): Promise<void> {
  await setState(db, letter, { state: 'skipped', reason })
}

export async function backToDue(
  db: Db,
  letter: Pick<Letter, 'workspace' | 'id'>,
  dueAt: Instant,
): Promise<void> {
  await setState(db, letter, { state: 'due', due_at: dueAt, claimed_at: null })
}

async function setState(
  db: Db,
  letter: Pick<Letter, 'workspace' | 'id'>,
  change: { state: string; reason?: string; due_at?: Instant; claimed_at?: null },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set(change)
    .where('workspace_id', '=', letter.workspace)
    .where('id', '=', letter.id)
    .execute()
}

/** What a process that is gone was sending when it went: at start nobody else can be. */
export async function orphansToUnknown(db: Db): Promise<void> {
  await db.updateTable('outbox').set({ state: 'unknown' }).where('state', '=', 'sending').execute()
}

/** Unknown ones that have had time to show up in Slack's history. */
export async function unknownSince(db: Db, before: Instant, most: number): Promise<readonly Letter[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'unknown')
    .where('claimed_at', '<=', before)
    .orderBy('claimed_at')
    .limit(most)
    .execute()
  return rows.map(toLetter)
}

/** Where a message stands in Slack, once it was sent. */
export async function sentMessage(
  db: Db,
  workspace: WorkspaceId,
  key: string,
): Promise<{ readonly channel: ChannelId; readonly ts: string } | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(['channel_id', 'ts'])
    .where('workspace_id', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row?.channel_id || !row.ts) return undefined
  return { channel: row.channel_id as ChannelId, ts: row.ts }
}

/** What of ours stands at that place, for a reply in its thread. */
export async function letterAt(
  db: Db,
  workspace: WorkspaceId,
  channel: ChannelId,
  ts: string,
): Promise<Letter | undefined> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('channel_id', '=', channel)
    .where('ts', '=', ts)
    .executeTakeFirst()
  return row === undefined ? undefined : toLetter(row)
}

/** When the next letter is due; sending and unknown ones count from their claim. */
export async function nextLetterAt(db: Db): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select((of) => of.fn.min('due_at').as('at'))
    .where('state', '=', 'due')
    .executeTakeFirst()
  return instantOrNone(row?.at ?? null)
}

function toLetter(row: Row<'outbox'>): Letter {
  const payload: unknown = JSON.parse(row.payload)
  return {
    id: row.id,
    workspace: row.workspace_id as WorkspaceId,
    key: row.key,
    saying: sayingFrom(row.kind, payload),
    target: row.target as ChannelId | PersonId,
    occurrence: row.occurrence_id === null ? undefined : (row.occurrence_id as OccurrenceId),
    attempts: row.attempts,
    claimedAt: row.claimed_at === null ? undefined : instant(row.claimed_at),
  }
}
