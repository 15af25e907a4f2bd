import type { SkipReason } from '../src/domain/skip-reasons.ts'
import type { ChannelId, Instant, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instantOrNone } from './columns.ts'
import { type Letter, letterFrom } from './outbox.ts'
import type { Db } from './schema.ts'

/** How an owed message goes from due to being sent to sent; nothing but these changes moves it. */

export type LetterId = Pick<Letter, 'workspace' | 'id'>

/** A letter whose time has come, unread. */
export interface Waiting extends LetterId {
  readonly target: ChannelId | PersonId
  readonly state: 'due' | 'unknown'
}

/** What many are owed at once; whatever answers one person goes before it. */
const bulk = [
  'prompt',
  'prompt-again',
  'reminder',
  'leaderboard',
  'week-details',
  'week-again',
  'lead-digest',
  'blocked-told',
]

/** The workspaces that have something to send, to look for, or to take up from a process that died, by now. */
export async function workspacesWithWork(db: Db, now: Instant): Promise<readonly WorkspaceId[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('workspace_id')
    .distinct()
    .where('state', 'in', ['due', 'sending', 'unknown'])
    .where('due_at', '<=', now)
    .execute()
  return rows.map((row) => row.workspace_id as WorkspaceId)
}

/** Answers before bulk, then the longest due first. */
export async function dueLetters(
  db: Db,
  workspace: WorkspaceId,
  now: Instant,
  most: number,
): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'target'])
    .where('workspace_id', '=', workspace)
    .where('state', '=', 'due')
    .where('due_at', '<=', now)
    .orderBy((of) => of.case().when('kind', 'in', bulk).then(1).else(0).end())
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id, target }) => ({
    workspace,
    id,
    target: target as ChannelId | PersonId,
    state: 'due',
  }))
}

/** Those whose outcome nobody knows and that have had time to show up in Slack's history. */
export async function settledLetters(
  db: Db,
  workspace: WorkspaceId,
  now: Instant,
  most: number,
): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'target'])
    .where('workspace_id', '=', workspace)
    .where('state', '=', 'unknown')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id, target }) => ({
    workspace,
    id,
    target: target as ChannelId | PersonId,
    state: 'unknown',
  }))
}

/** The letter as it stands now, while it still waits; one that cannot be read comes as its id and occurrence. */
export async function readWaiting(
  db: Db,
  workspace: WorkspaceId,
  { id, state }: Waiting,
): Promise<{ readonly letter: Letter } | { readonly unreadable: Pick<Letter, 'occurrence'> } | undefined> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const letter = letterFrom(row)
  if (letter !== 'unreadable') return { letter }
  return { unreadable: { occurrence: (row.occurrence_id ?? undefined) as Letter['occurrence'] } }
}

/** True for the one caller that may send it now, to the place it names. */
export async function claim(
  db: Db,
  letter: LetterId,
  to: { readonly channel: string; readonly threadTs: string | undefined; readonly at: Instant },
): Promise<boolean> {
  const claimed = await db
    .updateTable('outbox')
    .set((was) => ({
      state: 'sending',
      claimed_at: was.fn.coalesce('claimed_at', was.val(to.at)),
      channel_id: to.channel,
      thread_ts: to.threadTs ?? null,
    }))
    .where('workspace_id', '=', letter.workspace)
    .where('id', '=', letter.id)
    .where('state', '=', 'due')
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

export async function markSent(
  db: Db,
  letter: LetterId,
  where: { readonly channel: string; readonly ts: string; readonly at: Instant },
): Promise<void> {
  await move(db, letter, ['sending', 'unknown'], {
    state: 'sent',
    channel_id: where.channel,
    ts: where.ts,
    sent_at: where.at,
    reason: null,
  })
}

/** Nobody knows whether it stands in Slack: from `lookAt` on it is looked for before it is sent again. */
export async function markUnknown(db: Db, letter: LetterId, lookAt: Instant): Promise<void> {
  await move(db, letter, ['sending', 'unknown'], { state: 'unknown', due_at: lookAt })
}

export async function markSkipped(db: Db, letter: LetterId, reason: SkipReason): Promise<void> {
  await move(db, letter, ['due', 'sending', 'unknown'], { state: 'skipped', reason })
}

/** It is sent again; the moment of the first try stays, and so does the reason unless there is a new one. */
export async function backToDue(
  db: Db,
  letter: LetterId,
  dueAt: Instant,
  reason?: SkipReason,
): Promise<void> {
  await move(db, letter, ['sending', 'unknown'], {
    state: 'due',
    due_at: dueAt,
    ...(reason === undefined ? {} : { reason }),
  })
}

/** It could not be drawn; it is tried again then. */
export async function putOff(db: Db, letter: LetterId, dueAt: Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set((was) => ({ due_at: dueAt, attempts: was('attempts', '+', 1) }))
    .where('workspace_id', '=', letter.workspace)
    .where('id', '=', letter.id)
    .where('state', '=', 'due')
    .execute()
}

type State = 'due' | 'sending' | 'unknown'

async function move(
  db: Db,
  letter: LetterId,
  from: readonly State[],
  change: {
    readonly state: 'due' | 'sent' | 'unknown' | 'skipped'
    readonly reason?: SkipReason | null
    readonly due_at?: Instant
    readonly channel_id?: string
    readonly ts?: string
    readonly sent_at?: Instant
  },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set(change)
    .where('workspace_id', '=', letter.workspace)
    .where('id', '=', letter.id)
    .where('state', 'in', [...from])
    .execute()
}

/**
 * What nobody is sending any more though it says so: for whoever alone serves the workspace now, that is all of it but what
 * is in its own flight. Answers how many there were.
 */
export async function orphansToUnknown(
  db: Db,
  workspace: WorkspaceId,
  lookAt: Instant,
  inFlight: ReadonlySet<string> = new Set(),
): Promise<number> {
  const rows = await db
    .selectFrom('outbox')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('state', '=', 'sending')
    .execute()
  const orphans = rows.filter(({ id }) => !inFlight.has(id))
  for (const { id } of orphans) await markUnknown(db, { workspace, id }, lookAt)
  return orphans.length
}

/** When the next letter is due or the next unknown one is looked for. */
export async function nextLetterAt(db: Db): Promise<Instant | undefined> {
  const soonest = (state: State) =>
    db
      .selectFrom('outbox')
      .select('due_at')
      .where('state', '=', state)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst()
  const [due, unknown] = [await soonest('due'), await soonest('unknown')]
  if (due === undefined) return instantOrNone(unknown?.due_at ?? null)
  return instantOrNone(Math.min(due.due_at, unknown?.due_at ?? due.due_at))
}
