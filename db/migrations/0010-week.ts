import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { addColumns } from './add-columns.ts'
import { createTable } from './table.ts'

/** What a team's channel gets each week, when its year begins, and what earlier boards said. */
export const week: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await addColumns(db, 'team', [
      ['has_summary', 'integer', 1],
      ['fiscal_month', 'integer', 1],
    ])
    await createTable(db, 'score', {
      columns: {
        team_id: 'text',
        person_id: 'text',
        week: 'text',
        score: 'integer',
        on_time: 'integer',
        due: 'integer',
      },
      key: ['team_id', 'person_id', 'week'],
      index: [['team_id', 'week']],
    })
  },
}
