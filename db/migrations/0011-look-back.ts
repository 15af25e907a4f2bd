import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createTable } from './table.ts'

/** What owners write when a goal has ended. */
export const lookBack: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'look_back', {
      columns: {
        goal_id: 'text',
        by_id: 'text',
        at: 'bigint',
        helped: 'text?',
        hindered: 'text?',
        lessons: 'text',
        is_shared: 'integer',
        is_declined: 'integer',
      },
      key: ['goal_id'],
      points: { goal_id: 'goal' },
    })
  },
}
