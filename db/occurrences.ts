import { type SkipReason, skipReasonFrom } from '../src/domain/skip-reasons.ts'
import type { Instant, LocalDate, OccurrenceId, WorkspaceId } from '../src/domain/types.ts'
import { instant, localDate } from './columns.ts'
import type { Db, Row } from './schema.ts'

export type OccurrenceKind = 'prompt' | 'reminder' | 'leaderboard'

/** One thing the bot owed at an instant, and what became of it. */
export interface Occurrence {
  readonly id: OccurrenceId
  readonly workspace: WorkspaceId
  readonly kind: OccurrenceKind
  readonly subject: string
  readonly date: LocalDate
  readonly dueAt: Instant
  readonly state: 'planned' | 'sent' | 'skipped'
  readonly reason: SkipReason | undefined
}

/** True for the one caller that makes it; the same kind, subject and local date again makes nothing. */
export async function insertOccurrence(db: Db, occurrence: Occurrence, at: Instant): Promise<boolean> {
  const inserted = await db
    .insertInto('occurrence')
    .values({
      workspace_id: occurrence.workspace,
      id: occurrence.id,
      kind: occurrence.kind,
      subject: occurrence.subject,
      local_date: occurrence.date,
      due_at: occurrence.dueAt,
      state: occurrence.state,
      reason: occurrence.reason ?? null,
      created_at: at,
    })
    // The id follows from the rest: either key may be the one that is found taken.
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Whether that day's was made already, whatever came of it. */
export async function hasOccurrence(
  db: Db,
  workspace: WorkspaceId,
  which: Pick<Occurrence, 'kind' | 'subject' | 'date'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('occurrence')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('kind', '=', which.kind)
    .where('subject', '=', which.subject)
    .where('local_date', '=', which.date)
    .executeTakeFirst()
  return row !== undefined
}

export async function occurrenceById(
  db: Db,
  workspace: WorkspaceId,
  id: OccurrenceId,
): Promise<Occurrence | undefined> {
  const row = await db
    .selectFrom('occurrence')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : toOccurrence(row)
}

/** True for the one caller that settles it: what is sent or skipped stays so. */
export async function settleOccurrence(
  db: Db,
  workspace: WorkspaceId,
  id: OccurrenceId,
  outcome: { readonly state: 'sent' | 'skipped'; readonly reason?: SkipReason },
): Promise<boolean> {
  const settled = await db
    .updateTable('occurrence')
    .set({ state: outcome.state, reason: outcome.reason ?? null })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  return settled !== undefined
}

function toOccurrence(row: Row<'occurrence'>): Occurrence {
  const kind = row.kind === 'reminder' || row.kind === 'leaderboard' ? row.kind : 'prompt'
  const state = row.state === 'sent' || row.state === 'skipped' ? row.state : 'planned'
  return {
    id: row.id as OccurrenceId,
    workspace: row.workspace_id as WorkspaceId,
    kind,
    subject: row.subject,
    date: localDate(row.local_date),
    dueAt: instant(row.due_at),
    state,
    reason: row.reason === null ? undefined : skipReasonFrom(row.reason),
  }
}
