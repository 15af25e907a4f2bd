import type { Instant, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db } from './schema.ts'

/** A new goal's form that was begun and not sent. */
export interface StoredDraft {
  readonly id: string
  readonly title: string
  /** JSON, as views/goal-draft.ts writes it. */
  readonly form: string
  readonly changedAt: Instant
}

/** Changed at `since` or later, the newest first. */
export async function draftsOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  since: Instant,
  most: number,
): Promise<readonly StoredDraft[]> {
  const rows = await db
    .selectFrom('draft')
    .select(['id', 'title', 'form', 'changed_at'])
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('changed_at', '>=', since)
    .where('ended_at', 'is', null)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    form: row.form,
    changedAt: instant(row.changed_at),
  }))
}

/** What was sent or discarded stays so, whatever comes late. */
export async function saveDraft(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  { id, title, form, changedAt }: StoredDraft,
): Promise<void> {
  await db
    .insertInto('draft')
    .values({
      workspace_id: workspace,
      person_id: person,
      id,
      title,
      form,
      changed_at: changedAt,
      ended_at: null,
    })
    .onConflict((same) =>
      same
        .columns(['workspace_id', 'person_id', 'id'])
        .doUpdateSet({ title, form, changed_at: changedAt })
        .where('draft.ended_at', 'is', null),
    )
    .execute()
}

/** What it held is forgotten at once; its id stays for a while. */
export async function endDraft(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  id: string,
  at: Instant,
): Promise<void> {
  const ended = { title: '', form: '', changed_at: at, ended_at: at }
  await db
    .insertInto('draft')
    .values({ workspace_id: workspace, person_id: person, id, ...ended })
    .onConflict((same) => same.columns(['workspace_id', 'person_id', 'id']).doUpdateSet(ended))
    .execute()
}

/** Old ones, and ended ones that nothing can revive any more. */
export async function forgetDrafts(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  before: { readonly changed: Instant; readonly ended: Instant },
): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where((is) => is.or([is('changed_at', '<', before.changed), is('ended_at', '<', before.ended)]))
    .execute()
}
