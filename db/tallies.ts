import { z } from 'zod'
import type { CheckInOutcome } from '../src/domain/leaderboard.ts'
import type { Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import type { Db } from './schema.ts'

/** One ask and what became of it so far. */
export interface TalliedAsk {
  readonly key: string
  readonly windowEnds: Instant
  readonly outcome: CheckInOutcome
}

const stored = z.array(
  z.object({
    key: z.string(),
    windowEnds: z.custom<Instant>((at) => typeof at === 'number'),
    outcome: z.enum(['on-time', 'late', 'missed', 'excused', 'skipped']),
  }),
)

/** A hundred of them are read for every board: a schema that changes nothing is the fastest. */
const recentFrom = (column: string): readonly TalliedAsk[] => stored.parse(JSON.parse(column))

export async function putTally(
  db: Db,
  workspace: WorkspaceId,
  tally: {
    readonly team: TeamId
    readonly person: PersonId
    /** Oldest first. */
    readonly recent: readonly TalliedAsk[]
    readonly at: Instant
  },
): Promise<void> {
  const recent = JSON.stringify(tally.recent)
  await db
    .insertInto('tally')
    .values({
      workspace_id: workspace,
      team_id: tally.team,
      person_id: tally.person,
      recent,
      updated_at: tally.at,
    })
    .onConflict((on) =>
      on.columns(['workspace_id', 'team_id', 'person_id']).doUpdateSet({ recent, updated_at: tally.at }),
    )
    .execute()
}

/** Per person the newest asks, oldest first, their windows closed or not. */
export async function talliesOf(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
): Promise<ReadonlyMap<PersonId, readonly TalliedAsk[]>> {
  const rows = await db
    .selectFrom('tally')
    .select(['person_id', 'recent'])
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .execute()
  return new Map(rows.map((row) => [row.person_id as PersonId, recentFrom(row.recent)]))
}

export async function tallyRows(
  db: Db,
  workspace: WorkspaceId,
): Promise<
  readonly { readonly team: TeamId; readonly person: PersonId; readonly recent: readonly TalliedAsk[] }[]
> {
  const rows = await db.selectFrom('tally').selectAll().where('workspace_id', '=', workspace).execute()
  return rows.map((row) => ({
    team: row.team_id as TeamId,
    person: row.person_id as PersonId,
    recent: recentFrom(row.recent),
  }))
}

/** One person's outcomes, whether their windows have closed or not, oldest first. */
export async function tallyOf(
  db: Db,
  workspace: WorkspaceId,
  whose: { readonly team: TeamId; readonly person: PersonId },
): Promise<readonly CheckInOutcome[]> {
  const row = await db
    .selectFrom('tally')
    .select('recent')
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', whose.team)
    .where('person_id', '=', whose.person)
    .executeTakeFirst()
  return row === undefined ? [] : recentFrom(row.recent).map((ask) => ask.outcome)
}
