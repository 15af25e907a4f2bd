import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { copyWorkspace } from '../../db/copy.ts'
import { fileOf, isPostgres, openDatabase, openForReading } from '../../db/open.ts'
import { releaseOf } from '../../db/released.ts'
import { markRestored } from '../../db/restored.ts'
import { rowsIn } from '../../db/row-counts.ts'
import { copySqlite, finishSqlite, moveFile, removeSqlite, sqliteFiles } from '../../db/sqlite-files.ts'
import { allWorkspaces } from '../../db/workspaces.ts'
import { localDateOf, UTC, wallTimeOf } from '../domain/time.ts'
import type { Instant } from '../domain/types.ts'
import { bringForward, type Place, source, target } from './places.ts'
import { about, Refused } from './refused.ts'

export interface Restored {
  readonly rows: number
  /** Where what stood there before is now. */
  readonly kept: string | undefined
}

export interface RestoreOptions {
  readonly force: boolean
  readonly now: Instant
}

/**
 * Puts a backup in place of the database. From then on whatever may have been sent between the backup and now is looked for
 * in Slack before it is sent.
 */
export async function restore(file: string, place: Place, options: RestoreOptions): Promise<Restored> {
  const backup = resolve(file)
  if (!existsSync(backup)) throw new Refused(`There is no ${file}.`)
  return isPostgres(place.url)
    ? intoPostgres(backup, file, place, options)
    : intoFile(backup, file, place, options)
}

async function intoFile(
  backup: string,
  name: string,
  place: Place,
  { force, now }: RestoreOptions,
): Promise<Restored> {
  const file = fileOf(place.url)
  if (backup === file) throw new Refused(`${name} is the database itself.`)
  const { lockOf } = await import('../../db/sqlite.ts')
  const lock = await about(place.name, async () => lockOf(file))
  const unfinished = `${file}.unfinished`
  try {
    if (!force && (await holdsSomething(file)))
      throw new Refused(
        `${file} holds data already. With --force it is kept beside the restored one under another name.`,
      )
    const rows = await prepare(backup, name, unfinished, now)
    const kept = await putAside(file, now)
    await moveFile(unfinished, file)
    return { rows, kept }
  } finally {
    await removeSqlite(unfinished)
    lock.close()
  }
}

async function intoPostgres(
  backup: string,
  name: string,
  place: Place,
  { force, now }: RestoreOptions,
): Promise<Restored> {
  const to = await target(place)
  const folder = await mkdtemp(join(tmpdir(), 'goalpost-'))
  try {
    if (!force && (await allWorkspaces(to.db)).length > 0)
      throw new Refused(
        `${place.name} holds data already. Keep it with pg_dump, then replace it with --force.`,
      )
    const prepared = join(folder, 'prepared.db')
    const rows = await prepare(backup, name, prepared, now)
    const from = await source({ url: `file:${prepared}`, name })
    try {
      for (const { id } of await allWorkspaces(from.db)) await copyWorkspace(from.db, id, to.db)
    } finally {
      await from.close()
    }
    return { rows, kept: undefined }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await to.close()
  }
}

/** A checked copy of the backup, brought to this release and told that it was restored. Answers its rows. */
async function prepare(backup: string, name: string, to: string, now: Instant): Promise<number> {
  await removeSqlite(to)
  await about(name, () => copySqlite(backup, to))
  const opened = await openDatabase(`file:${to}`)
  let rows = 0
  try {
    if ((await releaseOf(opened.db)) === 'no-tables') throw new Refused(`${name} is no Goalpost database.`)
    await bringForward(opened, name)
    for (const { id } of await allWorkspaces(opened.db)) await markRestored(opened.db, id, now)
    rows = await rowsIn(opened.db)
  } finally {
    await opened.close()
  }
  await finishSqlite(to)
  return rows
}

/** What cannot be read is taken for data too. */
async function holdsSomething(file: string): Promise<boolean> {
  if (!existsSync(file) || (await stat(file)).size === 0) return false
  try {
    const { db, close } = await openForReading(`file:${file}`)
    try {
      return (await releaseOf(db)) === 'no-tables' || (await allWorkspaces(db)).length > 0
    } finally {
      await close()
    }
  } catch {
    return true
  }
}

/** The newest writes may stand in a file beside it that belongs to it alone: it goes first. */
async function putAside(file: string, now: Instant): Promise<string | undefined> {
  if (!existsSync(file)) {
    await removeBeside(file)
    return undefined
  }
  const base = `${file}.before-${localDateOf(now, UTC)}-${wallTimeOf(now, UTC).replace(':', '')}`
  let kept = base
  for (let n = 2; existsSync(kept); n += 1) kept = `${base}-${n}`
  for (const one of sqliteFiles(file)) if (existsSync(one)) await moveFile(one, one.replace(file, kept))
  return kept
}

async function removeBeside(file: string): Promise<void> {
  for (const one of sqliteFiles(file)) await rm(one, { force: true })
}
