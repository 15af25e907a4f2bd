import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { DatabaseRefused, openDatabase } from '../../db/open.ts'
import { transact } from '../../db/transaction.ts'
import { allWorkspaces } from '../../db/workspaces.ts'
import { freshPostgres, makeDatabase } from '../support/databases.ts'
import { acme, instant } from '../support/people.ts'
import { storeWorkspace } from '../support/stored.ts'

test('instants, counts and sums come back as numbers, as from SQLite', async () => {
  await using world = await freshPostgres()
  await storeWorkspace(world.db)
  const read = await world.db
    .selectFrom('workspace')
    .select((of) => [of.fn.countAll().as('count'), of.fn.sum('created_at').as('sum')])
    .executeTakeFirst()
  expect(read).toEqual({ count: 1, sum: instant('2026-04-01T07:00Z') })
  expect(await world.db.selectFrom('workspace').select('created_at').execute()).toEqual([
    { created_at: instant('2026-04-01T07:00Z') },
  ])
})

test('of three processes that start at once on an empty database one makes the tables, and all go on', async () => {
  const { url, opened } = await makeDatabase('template1')
  const script = `
    import { migrate, openDatabase } from ${JSON.stringify(join(import.meta.dirname, '../../db/open.ts'))}
    const { db, close } = await openDatabase(${JSON.stringify(url)})
    await migrate(db)
    await close()`
  const ends = [1, 2, 3].map(() =>
    once(spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' }), 'exit'),
  )
  expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0, 0])
  expect(await allWorkspaces(opened.db)).toEqual([])
  await opened.close()
})

test('connections that are cut, at rest or at work, cost what they were doing and nothing more', async () => {
  await using world = await freshPostgres()
  const other = await world.another()
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  await Promise.all([1, 2, 3].map(() => allWorkspaces(world.db)))
  await cut.execute(other)
  await vi.waitFor(() => allWorkspaces(world.db))
  const working = transact(world.db, async (trx) => {
    await storeWorkspace(trx)
    await cut.execute(other)
    await storeWorkspace(trx)
  })
  await expect(working).rejects.toThrow()
  expect(await vi.waitFor(() => allWorkspaces(world.db))).toEqual([])
  await transact(world.db, (trx) => storeWorkspace(trx))
  expect(await allWorkspaces(world.db)).toMatchObject([{ id: acme }])
})

test.each([
  ['unreachable', (url: string) => url.replace(/:\d+\//, ':9/')],
  ['password', (url: string) => url.replace('secret', 'wrong-secret')],
  ['no-database', (url: string) => `${url}-not`],
  ['certificate', (url: string) => `${url}?sslmode=verify-full&sslrootcert=/nowhere.pem`],
])('a server that does not let us in is told as %s, without a password', async (why, changed) => {
  await using world = await freshPostgres()
  const refused = await openDatabase(changed(world.url)).catch((fault: unknown) => fault)
  expect(refused).toBeInstanceOf(DatabaseRefused)
  expect(refused).toMatchObject({ why })
  expect(String(refused)).not.toContain('secret')
})
