import { chmod, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { OpenDatabase } from './opened.ts'
import type { Schema } from './schema.ts'

/** SQLite files looked at from beside the program that owns them, without its lock. */

/** About a megabyte: the disk is other programs' too. */
const PAGES_AT_ONCE = 256

/** What the file holds at this moment, to read only, whatever is written to it meanwhile. */
export function readSqlite(file: string): OpenDatabase {
  const sqlite = pinned(file)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) })
  return {
    db,
    isShared: false,
    async close() {
      await db.destroy()
      sqlite.close()
    },
  }
}

/**
 * Copies what `from` holds at this moment to the new file `to`, readable by its owner only, and checks it. Throws
 * `DamagedFile` when what was read is no whole database.
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  await (await open(to, 'wx', 0o600)).close()
  const sqlite = pinned(from)
  try {
    await sqlite.backup(to, { progress: () => PAGES_AT_ONCE })
  } finally {
    sqlite.close()
  }
  await finishSqlite(to)
}

/** Makes a file that nobody has open whole: checked, without files beside it, on disk. */
export async function finishSqlite(file: string): Promise<void> {
  const sqlite = new Database(file, { fileMustExist: true })
  try {
    const found = sqlite.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new DamagedFile(file)
    sqlite.pragma('journal_mode = DELETE')
  } finally {
    sqlite.close()
  }
  await chmod(file, 0o600)
  await flush(file)
}

/** What is at `from` is at `to` from one moment to the next, also after a power cut. */
export async function moveFile(from: string, to: string): Promise<void> {
  await rename(from, to)
  await flush(dirname(to))
}

/** The file and everything SQLite keeps beside it. */
export const sqliteFiles = (file: string) => [`${file}-wal`, `${file}-shm`, file] as const

export async function removeSqlite(file: string): Promise<void> {
  for (const one of [...sqliteFiles(file), `${file}-journal`, `${file}.lock`]) await rm(one, { force: true })
}

export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'

  constructor(file: string) {
    super(`${file} is a damaged database`)
  }
}

/**
 * A transaction held open for reading: without it a backup begins again after every write of another program and never
 * ends. Writers do not wait for it.
 */
function pinned(file: string): Database.Database {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  try {
    sqlite.exec('begin')
    sqlite.prepare('select count(*) from sqlite_schema').get()
    return sqlite
  } catch (fault) {
    sqlite.close()
    throw fault
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
