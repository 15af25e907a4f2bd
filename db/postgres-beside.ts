import { sql } from 'kysely'
import type { OpenDatabase } from './opened.ts'
import { openPostgres } from './postgres.ts'
import type { Db } from './schema.ts'

/** A PostgreSQL looked at from beside the processes that serve from it. */

/** What it holds at this moment, to read only, whatever is written to it meanwhile. */
export async function readPostgres(url: string): Promise<OpenDatabase> {
  const opened = await openPostgres(url)
  const db = await opened.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  return {
    db,
    isShared: true,
    async close() {
      await db.rollback().execute()
      await opened.close()
    },
  }
}

/** Whether a bot runs on it: only a running one has the queue open. */
export async function isServed(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'goalpost-jobs' limit 1`.execute(db)
  return rows.length > 0
}
