import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { addColumns } from './add-columns.ts'
import { createTable } from './table.ts'

/** When a month asks, who is told of a block, what people put off or silence, and zones that a runtime lacks. */
export const promptLife: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await addColumns(db, 'team', [
      ['monthly_on', 'text', 'first'],
      ['month_day', 'integer', 1],
      ['tells_leads', 'integer', 0],
    ])
    await addColumns(db, 'preference', [
      ['is_news_muted', 'integer', 0],
      ['muted_at', 'bigint', null],
      ['stopped_at', 'bigint', null],
      ['stopped_until', 'text', null],
    ])
    await addColumns(db, 'person', [['zone_offset', 'integer', null]])
    await addColumns(db, 'answer', [['is_unblocked', 'integer', 0]])
    await createTable(db, 'snooze', {
      columns: { occurrence_id: 'text', person_id: 'text', until: 'bigint', set_at: 'bigint' },
      key: ['occurrence_id'],
    })
  },
}
