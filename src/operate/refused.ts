import { DamagedFile } from '../../db/sqlite-files.ts'
import { mendOf } from '../start.ts'

/** What an operator asked for is not done, and why, in words. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** Runs work on the database that the operator knows by that name; its faults come back as words about it. */
export async function about<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof DamagedFile) throw new Refused(`${cause.message}.`, { cause })
    const mend = mendOf(cause)
    throw mend === undefined ? cause : new Refused(mend.replaceAll('DATABASE_URL', name), { cause })
  }
}
