import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { addColumns } from './add-columns.ts'

/** What a team's channel gets each week, and when its year begins. */
export const week: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await addColumns(db, 'team', [
      ['has_summary', 'integer', 1],
      ['fiscal_month', 'integer', 1],
    ])
  },
}
