import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { addColumns } from './add-columns.ts'
import { createTable } from './table.ts'

/** What is needed to count answers in the order in which they were said, whatever order they arrive in. */
export const answerOrder: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await addColumns(db, 'answer', [['delta', 'double precision', null]])
    await createTable(db, 'heard', {
      columns: { message_key: 'text', version: 'text', heard_at: 'bigint' },
      key: ['message_key'],
      indexAcross: [['heard_at']],
    })
  },
}
