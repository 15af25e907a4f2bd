import type { Reading } from '../src/domain/goal.ts'
import type { GoalId, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instant, provenances } from './columns.ts'
import type { Db } from './schema.ts'

/** The newest readings of each goal, oldest first, without those whose answer was taken back. */
export async function newestReadings(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly GoalId[],
  most: number,
): Promise<ReadonlyMap<GoalId, readonly Reading[]>> {
  if (goals.length === 0) return new Map()
  const rows = await db
    .selectFrom((of) =>
      of
        .selectFrom('reading')
        .leftJoin('reversal', (join) =>
          join
            .onRef('reversal.workspace_id', '=', 'reading.workspace_id')
            .onRef('reversal.answer_id', '=', 'reading.answer_id'),
        )
        .selectAll('reading')
        .select((is) =>
          is.fn
            .agg<number>('row_number')
            .over((rows) =>
              rows.partitionBy('reading.goal_id').orderBy('reading.at', 'desc').orderBy('reading.id', 'desc'),
            )
            .as('newness'),
        )
        .where('reading.workspace_id', '=', workspace)
        .where('reading.goal_id', 'in', [...goals])
        .where('reversal.answer_id', 'is', null)
        .as('live'),
    )
    .selectAll()
    .where('newness', '<=', most)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({
      goal: row.goal_id as GoalId,
      value: row.value,
      at: instant(row.at),
      by: row.by_id as PersonId,
      provenance: provenances.parse(row.provenance),
    })),
    (reading) => reading.goal,
  )
}
