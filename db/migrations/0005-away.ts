import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { addColumns } from './add-columns.ts'
import { createTable } from './table.ts'

/** When people are away, and on which days a team does not work. */
export const away: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'leave', {
      columns: {
        id: 'text',
        person_id: 'text',
        from_date: 'text',
        back_date: 'text?',
        set_by: 'text',
        set_at: 'bigint',
      },
      key: ['id'],
      index: [['person_id', 'from_date']],
    })
    await addColumns(db, 'team', [
      ['working_days', 'text', '1,2,3,4,5'],
      ['holidays_of', 'text', null],
      ['company_days', 'text', ''],
    ])
    await keepAskingAtWeekends(db)
    await addColumns(db, 'person', [['slack_status', 'text', '']])
    await addColumns(db, 'preference', [['holidays_of', 'text', null]])
  },
}

/** A team that asks on a Saturday or a Sunday works on it. */
async function keepAskingAtWeekends(db: Kysely<unknown>): Promise<void> {
  const teams = db as Kysely<{ team: { working_days: string; weekday: number; cadence: string } }>
  for (const weekday of [6, 7])
    await teams
      .updateTable('team')
      .set({ working_days: `1,2,3,4,5,${weekday}` })
      .where('weekday', '=', weekday)
      .where('cadence', '!=', 'daily')
      .execute()
}
