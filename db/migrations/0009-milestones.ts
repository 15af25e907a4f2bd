import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { z } from 'zod'
import { addColumns } from './add-columns.ts'

/**
 * A goal's parent stands beside its terms, so that what hangs below a goal is found without reading every goal. Milestones
 * stay in the terms, where each version keeps what was promised.
 */
export const milestones: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await addColumns(db, 'goal', [['parent_id', 'text', null]])
    await db.schema
      .createIndex('goal_by_parent_id')
      .on('goal')
      .columns(['workspace_id', 'parent_id'])
      .execute()
    const { rows } = await sql<{ workspace_id: string; id: string; terms: string }>`
      select workspace_id, id, terms from goal where terms like '%"parent":"%'`.execute(db)
    for (const { workspace_id, id, terms } of rows) {
      const { parent } = parentIn.parse(JSON.parse(terms))
      await sql`update goal set parent_id = ${parent ?? null}
        where workspace_id = ${workspace_id} and id = ${id}`.execute(db)
    }
  },
}

const parentIn = z.object({ parent: z.string().nullish() })
