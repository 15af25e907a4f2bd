import { sql } from 'kysely'
import { migrations } from './migrations/index.ts'
import type { Db } from './schema.ts'

/** How a database's tables stand to those of this release. */
export type Release = 'no-tables' | 'older' | 'this' | 'newer'

export async function releaseOf(db: Db): Promise<Release> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const has = (name: string) => tables.some((table) => table.name === name)
  if (!has('kysely_migration') || !has('outbox')) return 'no-tables'
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const done = rows.map(({ name }) => name)
  const known = Object.keys(migrations)
  if (done.some((name) => !known.includes(name))) return 'newer'
  return known.every((name) => done.includes(name)) ? 'this' : 'older'
}
