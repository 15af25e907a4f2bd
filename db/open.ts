import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import type { Db, Schema } from './schema.ts'

export interface OpenDatabase {
  readonly db: Db
  /** Whether other processes may work on it at the same time. */
  readonly isShared: boolean
  close(): Promise<void>
}

/** Another process has the file open. SQLite has one writer, and two bots would ask everyone twice. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`${file} is in use by another running Goalpost. Stop that one first.`, { cause })
    this.file = file
  }
}

/** Opens `file:./data/goalpost.db`, `file:///srv/goalpost.db` or `:memory:`. All that differs between databases is in this file. */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  const file = fileOf(url)
  const lock = file === ':memory:' ? undefined : lockOf(file)
  try {
    const sqlite = new Database(file)
    for (const pragma of pragmas) sqlite.pragma(pragma)
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: remembering(sqlite) }) })
    return {
      db,
      isShared: false,
      async close() {
        await db.destroy()
        // Kysely closes only what it has used.
        sqlite.close()
        lock?.close()
      },
    }
  } catch (fault) {
    lock?.close()
    throw fault
  }
}

/** Brings the tables up to date; throws what failed, with nothing of that step kept. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

/** WAL so that readers never wait; FULL so that what was acknowledged survives a power cut. */
const pragmas = ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 25', 'foreign_keys = ON']

function fileOf(url: string): string {
  if (url === ':memory:' || url === 'file::memory:') return ':memory:'
  if (url.startsWith('file://')) return fileURLToPath(url)
  if (url.startsWith('file:')) return resolve(url.slice('file:'.length))
  throw new Error('DATABASE_URL must begin with file:')
}

/** The open transaction on a file beside the database is the lock: the system drops it however the process ends. */
function lockOf(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true })
  const lock = new Database(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (cause) {
    lock.close()
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY'))
      throw new DatabaseInUse(file, cause)
    throw cause
  }
}

const MOST_REMEMBERED = 400

/** Prepared statements are kept: preparing costs more than running one of our queries. */
function remembering(sqlite: Database.Database) {
  const prepared = new Map<string, Database.Statement<unknown[]>>()
  return {
    close: () => {
      prepared.clear()
      sqlite.close()
    },
    prepare(sql: string): Database.Statement<unknown[]> {
      const known = prepared.get(sql)
      if (known !== undefined) return known
      const statement = sqlite.prepare<unknown[]>(sql)
      if (prepared.size >= MOST_REMEMBERED) prepared.clear()
      prepared.set(sql, statement)
      return statement
    },
  }
}
