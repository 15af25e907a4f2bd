import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import type { OpenDatabase } from './opened.ts'
import type { Db } from './schema.ts'

export { DatabaseInUse, DatabaseRefused, type OpenDatabase } from './opened.ts'

/**
 * Opens `file:./data/goalpost.db`, `file:///srv/goalpost.db`, `:memory:` or `postgres://user:password@host/database`. Only
 * the driver that is needed is loaded.
 */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  if (isPostgres(url)) return (await import('./postgres.ts')).openPostgres(url)
  const file = fileOf(url)
  return (await import('./sqlite.ts')).openSqlite(file)
}

/**
 * Brings the tables up to date; throws what failed, with nothing of that step kept. Of several processes that start at once
 * one does the work and the others wait for it.
 */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

/** A database as it is at this moment, to read only, beside whoever writes to it. */
export async function openForReading(url: string): Promise<OpenDatabase> {
  if (isPostgres(url)) return (await import('./postgres-beside.ts')).readPostgres(url)
  return (await import('./sqlite-files.ts')).readSqlite(fileOf(url))
}

export const isPostgres = (url: string) => /^postgres(ql)?:/.test(url)

/** The path of a `file:` address. */
export function fileOf(url: string): string {
  if (url === ':memory:' || url === 'file::memory:') return ':memory:'
  if (url.startsWith('file://')) return fileURLToPath(url)
  if (url.startsWith('file:')) return resolve(url.slice('file:'.length))
  throw new Error('DATABASE_URL must begin with file: or postgres:')
}
