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
    await keepQuiet(db)
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

/** A channel that wanted no leaderboard gets no summary unasked. */
async function keepQuiet(db: Kysely<unknown>): Promise<void> {
  const teams = db as Kysely<{ team: { has_summary: number; has_board: number } }>
  await teams.updateTable('team').set({ has_summary: 0 }).where('has_board', '=', 0).execute()
}
