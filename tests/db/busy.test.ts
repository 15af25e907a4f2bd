import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate, openDatabase } from '../../db/open.ts'
import { openSqlite } from '../../db/sqlite.ts'
import { transact } from '../../db/transaction.ts'
import { allWorkspaces } from '../../db/workspaces.ts'
import { NoSpaceLeft } from '../../src/domain/no-space.ts'
import { acme, globex } from '../support/people.ts'
import { storeWorkspace } from '../support/stored.ts'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

/** A file that another program holds for writing, let go after so many pauses. */
async function heldFile(letGoAfter: number) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'goalpost-'))
  const file = join(folder.path, 'goalpost.db')
  const pauses: number[] = []
  const { db, close } = openSqlite(file, async (ms) => {
    pauses.push(ms)
    await nextTurn()
    if (pauses.length === letGoAfter) other.exec('commit')
  })
  await migrate(db)
  const other = new Database(file)
  other.exec('begin immediate')
  return {
    db,
    pauses,
    letGo: () => other.exec('commit'),
    async [Symbol.asyncDispose]() {
      other.close()
      await close()
      await folder.remove()
    },
  }
}

test('what another program keeps waiting is stored once it lets go, with and without a transaction', async () => {
  await using one = await heldFile(3)
  await transact(one.db, (trx) => storeWorkspace(trx))
  expect(one.pauses).toEqual([5, 10, 15])
  await using two = await heldFile(3)
  await storeWorkspace(two.db)
  expect(await allWorkspaces(two.db)).toMatchObject([{ id: acme }])
})

test('reading does not wait', async () => {
  await using held = await heldFile(Number.POSITIVE_INFINITY)
  expect(await allWorkspaces(held.db)).toEqual([])
  expect(held.pauses).toEqual([])
})

test('after some seconds it is told as a fault, at once to those behind, and all goes on when it is over', async () => {
  await using held = await heldFile(Number.POSITIVE_INFINITY)
  await expect(transact(held.db, (trx) => storeWorkspace(trx))).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  const waited = held.pauses.reduce((sum, ms) => sum + ms, 0)
  expect(waited).toBeGreaterThan(4_000)
  expect(waited).toBeLessThan(6_000)
  await expect(storeWorkspace(held.db)).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  expect(held.pauses.reduce((sum, ms) => sum + ms, 0)).toBe(waited)
  held.letGo()
  await transact(held.db, (trx) => storeWorkspace(trx))
  expect(await allWorkspaces(held.db)).toHaveLength(1)
})

test('while it waits everything else gets its turns, and SQLite itself stops them for milliseconds', async () => {
  await using held = await heldFile(40)
  let isStored = false
  const storing = transact(held.db, (trx) => storeWorkspace(trx)).finally(() => {
    isStored = true
  })
  let turns = 0
  for (; !isStored; turns += 1) await nextTurn()
  await storing
  expect(turns).toBeGreaterThanOrEqual(40)
  const { rows } = await sql<{ timeout: number }>`pragma busy_timeout`.execute(held.db)
  expect(rows[0]?.timeout).toBeLessThanOrEqual(25)
})

test('on a full disk nothing is stored by half, and all goes on once there is space', async () => {
  const { db, close } = await openDatabase(':memory:')
  await migrate(db)
  await storeWorkspace(db)
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  const most = (count: number) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(db)
  await most(pages.rows[0]?.page_count ?? 0)
  const much = 'x'.repeat(100_000)
  const setting = { workspace_id: acme, name: 'much', value: much }
  const storing = transact(db, async (trx) => {
    await storeWorkspace(trx, globex)
    await trx.insertInto('setting').values(setting).execute()
  })
  await expect(storing).rejects.toBeInstanceOf(NoSpaceLeft)
  expect(await allWorkspaces(db)).toMatchObject([{ id: acme }])
  await most(1_000_000)
  await transact(db, async (trx) => void (await trx.insertInto('setting').values(setting).execute()))
  expect(await db.selectFrom('setting').select('value').execute()).toEqual([{ value: much }])
  await close()
})
