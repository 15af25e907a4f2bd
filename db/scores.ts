import type { WeekScore } from '../src/domain/board-mode.ts'
import type { LocalDate, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { localDate } from './columns.ts'
import type { Db, Trx } from './schema.ts'

/** What boards kept of people's scores from that week on, by person. */
export async function scoresOf(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  since: LocalDate,
): Promise<ReadonlyMap<PersonId, readonly WeekScore[]>> {
  const rows = await db
    .selectFrom('score')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .where('week', '>=', since)
    .execute()
  const scores = rows.map((row) => ({
    person: row.person_id as PersonId,
    kept: { week: localDate(row.week), score: row.score, onTime: row.on_time, due: row.due },
  }))
  return new Map(
    [...Map.groupBy(scores, ({ person }) => person)].map(([person, own]) => [
      person,
      own.map(({ kept }) => kept),
    ]),
  )
}

/** Kept once a week; a second board of the week changes nothing. */
export async function keepScores(
  trx: Trx,
  workspace: WorkspaceId,
  team: TeamId,
  scores: readonly (WeekScore & { readonly person: PersonId })[],
): Promise<void> {
  for (const { person, week, score, onTime, due } of scores) {
    await trx
      .insertInto('score')
      .values({
        workspace_id: workspace,
        team_id: team,
        person_id: person,
        week,
        score,
        on_time: onTime,
        due,
      })
      .onConflict((on) => on.columns(['workspace_id', 'team_id', 'person_id', 'week']).doNothing())
      .execute()
  }
}
