import { sql } from 'kysely'
import { keys } from './copied-tables.ts'
import type { Db } from './schema.ts'

/** How many rows our tables have; a database of an older release has fewer tables. */
export async function rowsIn(db: Db): Promise<number> {
  let count = 0
  const there = new Set((await db.introspection.getTables()).map(({ name }) => name))
  for (const table of Object.keys(keys).filter((name) => there.has(name))) {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(db)
    count += rows[0]?.rows ?? 0
  }
  return count
}
