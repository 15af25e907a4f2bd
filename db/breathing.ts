import type { KyselyPlugin } from 'kysely'
import type { Db } from './schema.ts'

/** A query with all that is made of it takes a fraction of a millisecond. */
const QUERIES_AT_ONCE = 4
/** What is made of so many rows takes some. */
const MANY_ROWS = 500

/**
 * The same database for long work beside a running bot: SQLite never waits for anything, so every few queries, and behind
 * each large one, whatever else there is to do has its turn.
 */
export function breathing(db: Db): Db {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      count += 1
      if (count % QUERIES_AT_ONCE === 0 || result.rows.length > MANY_ROWS)
        await new Promise((resolve) => setImmediate(resolve))
      return result
    },
  }
  return db.withPlugin(plugin)
}
