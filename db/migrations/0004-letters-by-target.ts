import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What one person was sent of late is found without reading what everyone was. */
export const lettersByTarget: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex('outbox_by_target_due_at')
      .on('outbox')
      .columns(['workspace_id', 'target', 'due_at'])
      .execute()
  },
}
