import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { addColumns } from './add-columns.ts'
import { createTable } from './table.ts'

/** Calendar links, and what calendars want to know of a goal: how often and when it changed, and since when it is private. */
export const feeds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'feed', {
      columns: {
        id: 'text',
        kind: 'text',
        subject: 'text',
        created_by: 'text',
        created_at: 'bigint',
        token_hash: 'text',
        revoked_at: 'bigint?',
      },
      key: ['id'],
      unique: [['token_hash']],
      index: [['created_by', 'revoked_at']],
      // Whoever comes with a link names no workspace.
      indexAcross: [['token_hash']],
    })
    await addColumns(db, 'workspace', [['url', 'text', null]])
    await addColumns(db, 'goal', [
      ['turns', 'integer', 0],
      ['changed_at', 'bigint', null],
    ])
    await addColumns(db, 'goal_version', [['visibility', 'text', 'team']])
    await fill(db)
    await db.schema
      .createIndex('goal_version_by_at')
      .on('goal_version')
      .columns(['workspace_id', 'at'])
      .execute()
  },
}

/** What was private before is taken to have been so from its beginning. */
async function fill(db: Kysely<unknown>): Promise<void> {
  await sql`update goal_version set visibility = 'private' where exists (select 1 from goal
    where goal.workspace_id = goal_version.workspace_id and goal.id = goal_version.goal_id
      and goal.visibility = 'private')`.execute(db)
  await sql`update goal set changed_at = coalesce(closed_at, (select max(at) from goal_version
    where goal_version.workspace_id = goal.workspace_id and goal_version.goal_id = goal.id), created_at)`.execute(
    db,
  )
}
