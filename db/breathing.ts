import type { KyselyPlugin } from 'kysely'
import type { Db } from './schema.ts'

/** A query with all that is made of it takes a fraction of a millisecond, the largest some. */
const QUERIES_AT_ONCE = 4

/**
 * The same database for long work beside a running bot: SQLite in memory never waits for anything, so every few queries
 * whatever else there is to do has its turn.
 */
export function breathing(db: Db): Db {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      count += 1
      if (count % QUERIES_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
      return result
    },
  }
  return db.withPlugin(plugin)
}
