import { sql } from 'kysely'
import type { Db } from '../../db/schema.ts'
import type { GoalDraft } from '../../src/domain/goal.ts'
import type { ChannelFacts } from '../../src/domain/people.ts'
import type { NewGoalFacts } from '../../src/usecases/goal-refusals.ts'
import { ana, day, salesChannel, someTerms } from './people.ts'
import { everyone } from './stored.ts'

/** What people ask for, and what Slack says at that moment. */

export const sales: ChannelFacts = {
  id: salesChannel,
  name: 'sales',
  isMember: true,
  isArchived: false,
  isShared: false,
  isDirect: false,
}

export const salesNow = { channel: sales, members: everyone.map((person) => person.id) }

/** Ana's 20 deals from May through July 2026. */
export function aDraft(known: Partial<GoalDraft> = {}): GoalDraft {
  return {
    ...someTerms({ start: day('2026-05-04'), due: day('2026-07-31') }),
    channel: salesChannel,
    owner: ana.id,
    coOwners: [],
    partner: undefined,
    visibility: 'team',
    ...known,
  }
}

export function theFacts(known: Partial<NewGoalFacts> = {}): NewGoalFacts {
  return { ...salesNow, owner: ana, coOwners: [], partner: undefined, key: 'form-1', ...known }
}

/** What is waiting to be sent: key without ids, kind and target, in the order it was asked for. */
export async function waiting(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('outbox').select(['kind', 'target']).orderBy('id').execute()
  return rows.map((row) => `${row.kind} -> ${row.target}`)
}

export async function deeds(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('audit').select(['action', 'person_id']).orderBy('id').execute()
  return rows.map((row) => `${row.action} by ${row.person_id}`)
}

/** How many rows each table has, so that a test can say that nothing was written. */
export async function rowCounts(db: Db): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
      db,
    )
    counts[name] = Number(rows[0]?.count)
  }
  return counts
}
