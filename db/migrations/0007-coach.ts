import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { addColumns } from './add-columns.ts'
import { createTable } from './table.ts'

/** Why an answer was read as it was, what a rate was made of, what a person chose when asked back, and KPIs of one's own. */
export const coach: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await addColumns(db, 'answer', [
      ['because', 'text', null],
      ['numerator', 'double precision', null],
      ['denominator', 'double precision', null],
    ])
    await createTable(db, 'habit', {
      columns: {
        person_id: 'text',
        goal_id: 'text',
        question: 'text',
        choice: 'integer',
        chosen_at: 'bigint',
      },
      key: ['person_id', 'goal_id', 'question'],
      index: [['goal_id']],
      points: { goal_id: 'goal' },
    })
    await createTable(db, 'kpi', {
      columns: {
        id: 'text',
        name: 'text',
        kind: 'text',
        direction: 'text',
        unit: 'text',
        cadence: 'text',
        formula: 'text?',
        guard: 'text?',
        created_by: 'text',
        created_at: 'bigint',
        retired_at: 'bigint?',
      },
      key: ['id'],
      index: [['created_at']],
    })
  },
}
