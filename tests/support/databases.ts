import { migrate, openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/schema.ts'
import type { Instant } from '../../src/domain/types.ts'
import type { Deps } from '../../src/usecases/deps.ts'

export interface FreshDatabase extends AsyncDisposable {
  readonly db: Db
  /** Sets the clock and returns what use cases take. Later calls move the same clock, ids go on counting. */
  deps(now: Instant): Deps
}

/** An empty, migrated database of its own. Ids count up: `00000000-0000-7000-8000-000000000001`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { db, close } = await openDatabase(':memory:')
  await migrate(db)
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
  return {
    db,
    deps(at) {
      clock = at
      return { db, now, newId }
    },
    [Symbol.asyncDispose]: close,
  }
}

/** For `describe.each`: every test of stored things runs on each. */
export const databases = [{ name: 'SQLite', fresh: freshDatabase }] as const
