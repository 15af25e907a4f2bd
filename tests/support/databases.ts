import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { migrate, type OpenDatabase, openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/schema.ts'
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

/** An empty, migrated database of its own on the run's PostgreSQL, copied from one that was migrated once. */
export async function freshPostgres(): Promise<SharedDatabase> {
  const server = await onePostgres()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const keeper = await keeperOf(server)
  await sql`create database ${sql.id(name)} template migrated`.execute(keeper.db)
  const url = `${server}${name}`
  const opened: OpenDatabase[] = []
  const open = async () => {
    const one = await openDatabase(url)
    opened.push(one)
    return one.db
  }
  const db = await open()
  return {
    db,
    url,
    another: open,
    deps: depsOn(db),
    async [Symbol.asyncDispose]() {
      for (const one of opened) await one.close()
      await sql`drop database ${sql.id(name)} with (force)`.execute(keeper.db)
    },
  }
}

let keeper: Promise<OpenDatabase> | undefined

/** The connection that makes and drops databases; one per test file, ended with its worker. */
function keeperOf(server: string): Promise<OpenDatabase> {
  keeper ??= openDatabase(`${server}postgres`)
  return keeper
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
    return { db, now, newId }
  }
}

/** For `describe.each`: every test of stored things runs on each. */
export const databases = [
  { name: 'SQLite', fresh: freshDatabase },
  { name: 'PostgreSQL', fresh: freshPostgres },
] as const
