import type { Instant, PersonId, WorkspaceId } from '../src/domain/types.ts'
import type { Db } from './schema.ts'

/** One line of who did what when. `details` is what a reader of the log needs beyond that, never message text. */
export interface Deed {
  readonly id: string
  readonly at: Instant
  readonly person: PersonId
  readonly action: string
  /** The id of what it was done to. */
  readonly subject: string
  readonly details: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
}

export async function noteDeed(db: Db, workspace: WorkspaceId, deed: Deed): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      workspace_id: workspace,
      id: deed.id,
      at: deed.at,
      person_id: deed.person,
      action: deed.action,
      subject: deed.subject,
      details: JSON.stringify(deed.details),
    })
    .execute()
}
