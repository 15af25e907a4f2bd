import type { Kysely } from 'kysely'

export type Added = readonly [
  name: string,
  type: 'text' | 'integer' | 'bigint' | 'double precision',
  filled: string | number | null,
]

/** One statement each: SQLite adds no two at once. */
export async function addColumns(
  db: Kysely<unknown>,
  table: string,
  columns: readonly Added[],
): Promise<void> {
  for (const [name, type, filled] of columns)
    await db.schema
      .alterTable(table)
      .addColumn(name, type, (column) => (filled === null ? column : column.notNull().defaultTo(filled)))
      .execute()
}
