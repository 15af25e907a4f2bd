import { sql } from 'kysely'
import type { WorkspaceId } from '../src/domain/types.ts'
import { keys } from './copied-tables.ts'
import type { Db, Schema } from './schema.ts'

/** Whole rows of any table, as they are. */

const BATCH = 250

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  /** The column that holds the workspace. */
  readonly scope: string
  readonly key: readonly string[]
}

export type Row = Readonly<Record<string, unknown>>

/** In an order in which what is pointed at comes first. Columns are the database's own, so that none is forgotten. */
export async function tablesOf(db: Db): Promise<readonly Table[]> {
  // pg-boss has tables of its own beside ours.
  const known = (await db.introspection.getTables()).filter(({ schema }) => (schema ?? 'public') === 'public')
  return Object.entries(keys).map(([name, key]) => {
    const columns = known.find((table) => table.name === name)?.columns ?? []
    return {
      name,
      columns: columns.map((column) => column.name).toSorted(),
      scope: name === ('workspace' satisfies keyof Schema) ? 'id' : 'workspace_id',
      key,
    }
  })
}

/** By key, each batch beginning behind the last row of the one before. */
export async function* rowsOf(db: Db, workspace: WorkspaceId, table: Table): AsyncGenerator<readonly Row[]> {
  const { name, columns, scope, key } = table
  const order = key.length === 0 ? sql`` : sql`order by ${refs(key)}`
  let last: Row | undefined
  for (;;) {
    const behind = last === undefined ? sql`` : sql`and (${refs(key)}) > (${values(key, last)})`
    const { rows } = await sql<Row>`select ${refs(columns)} from ${sql.table(name)}
      where ${sql.ref(scope)} = ${workspace} ${behind} ${order} limit ${sql.lit(BATCH)}`.execute(db)
    if (rows.length > 0) yield rows
    last = rows.at(-1)
    if (rows.length < BATCH || last === undefined) return
  }
}

export async function insertRows(db: Db, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  const all = sql.join(rows.map((row) => sql`(${values(columns, row)})`))
  await sql`insert into ${sql.table(name)} (${refs(columns)}) values ${all}`.execute(db)
}

export const refs = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))
export const values = (columns: readonly string[], row: Row) => sql.join(columns.map((column) => row[column]))
