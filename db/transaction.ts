import { setTimeout as sleep } from 'node:timers/promises'
import type { Db, Trx } from './schema.ts'

/** Each failed try means that another transaction got through, so contention ends long before this. */
const MOST_TRIES = 20

const LONGEST_PAUSE_MS = 50

/** SQLSTATEs of a transaction that could not be told from one running alone, or that waited in a ring. */
const overtaken: readonly unknown[] = ['40001', '40P01']

/**
 * Runs `work` in a transaction as if nobody else were at the tables. Where others are, a transaction that they have
 * overtaken is rolled back and run again from its beginning: `work` has no effects but those on the tables.
 */
export async function transact<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(work)
    } catch (fault) {
      if (tries >= MOST_TRIES || !isOvertaken(fault)) throw fault
      // At different moments, or those that met would meet again.
      await sleep(Math.random() * Math.min(2 ** tries, LONGEST_PAUSE_MS))
    }
  }
}

/**
 * All of it or nothing, for statements of which each holds its own condition, so that it does not matter what others do in
 * between. Never has to be run again.
 */
export function together<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

function isOvertaken(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && overtaken.includes(fault.code)
}
