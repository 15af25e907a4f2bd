import { existsSync } from 'node:fs'
import {
  fileOf,
  isPostgres,
  migrate,
  type OpenDatabase,
  openDatabase,
  openForReading,
} from '../../db/open.ts'
import { releaseOf } from '../../db/released.ts'
import { about, Refused } from './refused.ts'

/** A database and what the operator calls it. */
export interface Place {
  readonly url: string
  readonly name: string
}

/** What it holds now, to read; refused when it is no database of this release. */
export async function source({ url, name }: Place): Promise<OpenDatabase> {
  if (!isPostgres(url) && !existsSync(fileOf(url))) throw new Refused(`${name}: there is no ${fileOf(url)}.`)
  return about(name, async () => {
    const opened = await openForReading(url)
    return closingWhenRefused(opened, async () => {
      const release = await releaseOf(opened.db)
      if (release === 'no-tables') throw new Refused(`${name} is no Goalpost database.`)
      if (release === 'newer') throw newer(name)
      if (release === 'older')
        throw new Refused(
          `${name} is of an older release. Run "goalpost migrate" with it as DATABASE_URL first.`,
        )
    })
  })
}

/** Brought to this release, to write; refused while a bot runs on it. */
export async function target(place: Place): Promise<OpenDatabase> {
  return about(place.name, async () => {
    const opened = await openDatabase(place.url)
    return closingWhenRefused(opened, async () => {
      if (await isServed(opened)) throw served(place)
      await bringForward(opened, place.name)
    })
  })
}

export async function bringForward({ db }: OpenDatabase, name: string): Promise<void> {
  if ((await releaseOf(db)) === 'newer') throw newer(name)
  await migrate(db)
}

/** An SQLite file that is served could not have been opened. */
export async function isServed({ db, isShared }: OpenDatabase): Promise<boolean> {
  return isShared && (await import('../../db/postgres-beside.ts')).isServed(db)
}

export const served = ({ name }: Place) =>
  new Refused(`${name} is in use by a running Goalpost. Stop it first.`)

const newer = (name: string) =>
  new Refused(`${name} is of a newer release than this program. Update the program first.`)

async function closingWhenRefused(opened: OpenDatabase, check: () => Promise<void>): Promise<OpenDatabase> {
  try {
    await check()
    return opened
  } catch (fault) {
    await opened.close()
    throw fault
  }
}
