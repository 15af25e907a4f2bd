import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createTable } from './table.ts'

/** What a person chose to see on Home, forms of goals that were begun and not sent, and a team's goals in Home's order. */
export const home: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'home_choice', {
      columns: { person_id: 'text', choice: 'text' },
      key: ['person_id'],
    })
    await createTable(db, 'draft', {
      columns: {
        person_id: 'text',
        id: 'text',
        title: 'text',
        form: 'text',
        changed_at: 'bigint',
        ended_at: 'bigint?',
      },
      key: ['person_id', 'id'],
      index: [['person_id', 'changed_at']],
    })
    await db.schema
      .createIndex('goal_by_team_due')
      .on('goal')
      .columns(['workspace_id', 'team_id', 'state', 'visibility', 'due_date', 'number'])
      .execute()
  },
}
