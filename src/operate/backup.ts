import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { copyWorkspace } from '../../db/copy.ts'
import { fileOf, isPostgres, migrate, openDatabase, openForReading } from '../../db/open.ts'
import { releaseOf } from '../../db/released.ts'
import { rowsIn } from '../../db/row-counts.ts'
import { copySqlite, finishSqlite, moveFile, removeSqlite } from '../../db/sqlite-files.ts'
import { allWorkspaces } from '../../db/workspaces.ts'
import { type Place, source } from './places.ts'
import { about, Refused } from './refused.ts'

export interface Backup {
  readonly file: string
  readonly rows: number
  readonly bytes: number
}

/**
 * Puts what the database holds at this moment into a file, also while a bot writes to it. The file appears whole and
 * checked, or not at all.
 */
export async function backup(place: Place, to: string, { force = false } = {}): Promise<Backup> {
  const file = resolve(to)
  if (!isPostgres(place.url) && file === fileOf(place.url))
    throw new Refused(`${to} is the database itself. Choose another name.`)
  if (existsSync(file) && !force)
    throw new Refused(`${to} exists already. Choose another name, or replace it with --force.`)
  if (!existsSync(dirname(file))) throw new Refused(`There is no folder ${dirname(file)}.`)
  const unfinished = `${file}.unfinished`
  await removeSqlite(unfinished)
  try {
    await (isPostgres(place.url) ? copyRows(place, unfinished) : copyFile(place, unfinished))
    const rows = await about(to, () => counted(unfinished))
    await moveFile(unfinished, file)
    return { file: to, rows, bytes: (await stat(file)).size }
  } finally {
    await removeSqlite(unfinished)
  }
}

async function copyFile({ url, name }: Place, to: string): Promise<void> {
  if (!existsSync(fileOf(url))) throw new Refused(`${name}: there is no ${fileOf(url)}.`)
  await about(name, () => copySqlite(fileOf(url), to))
}

/** The rows of a PostgreSQL fit into the tables of a file. */
async function copyRows(place: Place, to: string): Promise<void> {
  const from = await source(place)
  try {
    const file = await about('The backup', () => openDatabase(`file:${to}`))
    try {
      await migrate(file.db)
      for (const { id } of await allWorkspaces(from.db)) await copyWorkspace(from.db, id, file.db)
    } finally {
      await file.close()
    }
  } finally {
    await from.close()
  }
  await finishSqlite(to)
}

async function counted(file: string): Promise<number> {
  const { db, close } = await openForReading(`file:${file}`)
  try {
    if ((await releaseOf(db)) === 'no-tables') throw new Refused('What was read is no Goalpost database.')
    return await rowsIn(db)
  } finally {
    await close()
  }
}
