import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createTable } from './table.ts'

/** What people write into a team's strategic plan; every version of it is kept. */
export const plan: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'plan_part', {
      columns: {
        team_id: 'text',
        part: 'text',
        version: 'integer',
        words: 'text',
        by_id: 'text',
        at: 'bigint',
      },
      key: ['team_id', 'part', 'version'],
      points: { team_id: 'team' },
    })
  },
}
