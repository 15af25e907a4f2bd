import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { WorkspaceId } from '../src/domain/types.ts'
import { insertRows, type Row, refs, rowsOf, type Table, tablesOf, values } from './rows.ts'
import type { Db } from './schema.ts'
import { together } from './transaction.ts'

/** One workspace's rows of a table: how many, and a hash that is the same for the same rows in any order. */
export interface Contents {
  readonly rows: number
  readonly hash: string
}

export interface CopiedTable {
  readonly table: string
  readonly from: Contents
  readonly to: Contents
}

/** What was written is not what was read; nothing of it is kept. */
export class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers'
  readonly tables: readonly CopiedTable[]

  constructor(tables: readonly CopiedTable[]) {
    super('the copy differs from its source')
    this.tables = tables
  }
}

/**
 * Makes one workspace on `to` what it is on `from`, in one transaction, and reads it back within it. Rows pass by in small
 * numbers, so that the size of a table does not matter. Both have the same migrations.
 */
export async function copyWorkspace(
  from: Db,
  workspace: WorkspaceId,
  to: Db,
): Promise<readonly CopiedTable[]> {
  const tables = await tablesOf(from)
  return together(to, async (trx) => {
    for (const table of tables.toReversed()) await empty(trx, workspace, table)
    const copied: CopiedTable[] = []
    for (const table of tables) {
      const sent = tallying()
      for await (const rows of rowsOf(from, workspace, table)) {
        sent.add(table, rows)
        await insertRows(trx, table, rows)
      }
      const arrived = tallying()
      for await (const rows of rowsOf(trx, workspace, table)) arrived.add(table, rows)
      copied.push({ table: table.name, from: sent.contents(), to: arrived.contents() })
    }
    if (copied.some(isDifferent)) throw new CopyDiffers(copied)
    return copied
  })
}

export const isDifferent = ({ from, to }: CopiedTable) => from.rows !== to.rows || from.hash !== to.hash

/** Batch by batch: one statement over a large table may take longer than a server lets it. */
async function empty(db: Db, workspace: WorkspaceId, table: Table): Promise<void> {
  const { name, scope, key } = table
  for await (const rows of rowsOf(db, workspace, table)) {
    const last = rows.at(-1)
    if (last === undefined) return
    const upTo = key.length === 0 ? sql`` : sql`and (${refs(key)}) <= (${values(key, last)})`
    await sql`delete from ${sql.table(name)} where ${sql.ref(scope)} = ${workspace} ${upTo}`.execute(db)
  }
}

/** Rows have keys, so no two are equal and exclusive-or loses none. */
function tallying() {
  const sum = Buffer.alloc(16)
  let count = 0
  return {
    add({ columns }: Table, rows: readonly Row[]) {
      for (const row of rows) {
        const text = JSON.stringify(columns.map((column) => row[column]))
        const hash = createHash('sha256').update(text).digest()
        for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) ^ (hash[at] ?? 0)
      }
      count += rows.length
    },
    contents: (): Contents => ({ rows: count, hash: sum.toString('hex') }),
  }
}
