import type { OutboxKind, Payload } from '../src/domain/outbox.ts'
import { type Saying, sayingFrom } from '../src/domain/outbox.ts'
import { type SkipReason, skipReasonFrom } from '../src/domain/skip-reasons.ts'
import type { ChannelId, Instant, OccurrenceId, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instantOrNone } from './columns.ts'
import { firstState } from './restored.ts'
import type { Db, Row } from './schema.ts'

/** A message that is owed, as the sender sees it. */
export interface Letter {
  readonly id: string
  readonly workspace: WorkspaceId
  readonly key: string
  readonly saying: Saying
  readonly target: ChannelId | PersonId
  readonly occurrence: OccurrenceId | undefined
  /** How often drawing it has failed. */
  readonly attempts: number
  /** When it was first being sent: no copy of it is older. */
  readonly claimedAt: Instant | undefined
  /** Where it was last being sent to, so that it can be looked for there. */
  readonly sentTo: { readonly channel: string; readonly threadTs: string | undefined } | undefined
  /** Why it is due once more, where it was being sent before. */
  readonly reason: SkipReason | undefined
}

export interface NewLetter<K extends OutboxKind = OutboxKind> {
  readonly id: string
  readonly workspace: WorkspaceId
  readonly key: string
  readonly kind: K
  readonly payload: Payload<K>
  readonly target: ChannelId | PersonId
  readonly dueAt: Instant
  /** When it ought to have gone, where it may be planned late: after a restore it may stand in Slack already. */
  readonly plannedFor?: Instant | undefined
  readonly occurrence?: OccurrenceId | undefined
}

/** True for exactly one caller per key: the unique key decides, not a read before the write. */
export async function enqueue(db: Db, letter: NewLetter): Promise<boolean> {
  const { plannedFor, dueAt } = letter
  const first =
    plannedFor === undefined
      ? { state: 'due', claimed_at: null, due_at: dueAt }
      : await firstState(db, letter.workspace, { plannedFor, dueAt })
  const inserted = await db
    .insertInto('outbox')
    .values({
      ...first,
      workspace_id: letter.workspace,
      id: letter.id,
      key: letter.key,
      kind: letter.kind,
      payload: JSON.stringify(letter.payload),
      target: letter.target,
      occurrence_id: letter.occurrence ?? null,
      attempts: 0,
      sent_at: null,
      channel_id: null,
      thread_ts: null,
      ts: null,
      reason: null,
    })
    .onConflict((on) => on.columns(['workspace_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
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

/** The newest letter of a kind that was sent to a place at `since` or later. */
export async function newestSent(
  db: Db,
  workspace: WorkspaceId,
  { kind, target, since }: { readonly kind: OutboxKind; readonly target: string; readonly since: Instant },
): Promise<{ readonly key: string } | undefined> {
  return db
    .selectFrom('outbox')
    .select('key')
    .where('workspace_id', '=', workspace)
    .where('target', '=', target)
    .where('kind', '=', kind)
    .where('state', '=', 'sent')
    .where('sent_at', '>=', since)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()
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
  const letter = row && letterFrom(row)
  return letter === 'unreadable' ? undefined : letter
}

/** A stored row as a letter; `unreadable` where its payload is not of ours. */
export function letterFrom(row: Row<'outbox'>): Letter | 'unreadable' {
  try {
    return toLetter(row)
  } catch {
    return 'unreadable'
  }
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
    claimedAt: instantOrNone(row.claimed_at),
    sentTo:
      row.channel_id === null ? undefined : { channel: row.channel_id, threadTs: row.thread_ts ?? undefined },
    reason: row.reason === null ? undefined : skipReasonFrom(row.reason),
  }
}
