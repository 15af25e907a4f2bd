import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { DatabaseInUse, type OpenDatabase } from './opened.ts'
import type { Schema } from './schema.ts'
import { PatientSqlite } from './sqlite-patience.ts'

/** Opens one file, or `:memory:`, for this process alone. `pause` is what waiting for another program is done with. */
export function openSqlite(file: string, pause: (ms: number) => Promise<unknown> = sleep): OpenDatabase {
  const lock = file === ':memory:' ? undefined : lockOf(file)
  try {
    const sqlite = new Database(file)
    for (const pragma of pragmas) sqlite.pragma(pragma)
    const db = new Kysely<Schema>({ dialect: new PatientSqlite(remembering(sqlite), pause) })
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

/**
 * WAL so that readers never wait; FULL so that what was acknowledged survives a power cut. Nothing else runs while SQLite
 * itself waits for a lock, so it waits hardly at all.
 */
const pragmas = ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5', 'foreign_keys = ON']

/**
 * Throws `DatabaseInUse` while another process has the lock. The open transaction on a file beside the database is the lock:
 * the system drops it however the process ends.
 */
export function lockOf(file: string): Database.Database {
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
    isInTransaction: () => sqlite.inTransaction,
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
