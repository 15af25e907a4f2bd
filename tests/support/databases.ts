import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { migrate, type OpenDatabase, openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/schema.ts'
import type { Holidays } from '../../src/domain/holidays.ts'
import type { Instant } from '../../src/domain/types.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { onePostgres } from './one-postgres.ts'

export interface FreshDatabase extends AsyncDisposable {
  readonly db: Db
  /** Sets the clock and returns what use cases take. Later calls move the same clock, ids go on counting. */
  deps(now: Instant): Deps
}

/** What another process sees of a shared database; closed with it. */
export interface SharedDatabase extends FreshDatabase {
  readonly url: string
  another(): Promise<Db>
}

/** An empty, migrated SQLite of its own. Ids count up: `00000000-0000-7000-8000-000000000001`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { db, close } = await openDatabase(':memory:')
  await migrate(db)
  return { db, deps: depsOn(db), [Symbol.asyncDispose]: close }
}

/**
 * An empty, migrated database of its own on the run's PostgreSQL. Making one takes as long as a hundred tests do, so the
 * tests of a file use a few again and again, emptied in between.
 */
export async function freshPostgres(): Promise<SharedDatabase> {
  const made = free.pop() ?? (await makeDatabase('migrated'))
  const others: OpenDatabase[] = []
  return {
    db: made.opened.db,
    url: made.url,
    deps: depsOn(made.opened.db),
    async another() {
      const other = await openDatabase(made.url)
      others.push(other)
      return other.db
    },
    async [Symbol.asyncDispose]() {
      for (const other of others) await other.close()
      await emptied(made.opened.db)
      free.push(made)
    },
  }
}

interface Made {
  readonly url: string
  readonly opened: OpenDatabase
}

const free: Made[] = []

/** `template1` has no tables, `migrated` has all of them. It lasts as long as the run. */
export async function makeDatabase(template: 'migrated' | 'template1'): Promise<Made> {
  const server = await onePostgres()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const keeper = await openDatabase(`${server}postgres`)
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(keeper.db)
  await keeper.close()
  const url = `${server}${name}`
  return { url, opened: await openDatabase(url) }
}

/** Deleting is fifty times as fast as truncating while tables are small. Whatever is not ours, such as a job queue, goes. */
async function emptied(db: Db): Promise<void> {
  const tables = Map.groupBy(await db.introspection.getTables(), ({ schema }) => schema ?? 'public')
  const own = tables.get('public') ?? []
  const others = [...tables.keys()].filter((schema) => schema !== 'public')
  const statements = [
    'set session_replication_role = replica',
    ...own.map(({ name }) => `delete from "${name}"`),
    'reset session_replication_role',
    ...others.map((schema) => `drop schema "${schema}" cascade`),
  ]
  await sql.raw(statements.join(';')).execute(db)
}

function depsOn(db: Db): FreshDatabase['deps'] {
  let clock: Instant | undefined
  let ids = 0
  const now = () => {
    if (clock === undefined) throw new Error('set the clock with deps(now) first')
    return clock
  }
  const newId = () => {
    ids += 1
    return `00000000-0000-7000-8000-${String(ids).padStart(12, '0')}`
  }
  return (at) => {
    clock = at
    return { db, now, newId, holidays }
  }
}

/** Enough to tell a holiday from another day: Christmas in Germany, New Year in Taiwan. */
const holidays: Holidays = {
  of: async (place) => (date) =>
    (place.startsWith('DE') && date.endsWith('-12-25')) || (place === 'TW' && date.endsWith('-01-01')),
  places: async () => [],
}

/** For `describe.each`: every test of stored things runs on each. */
export const databases = [
  { name: 'SQLite', fresh: freshDatabase },
  { name: 'PostgreSQL', fresh: freshPostgres },
] as const
