import type { LastWord } from '../src/domain/sheets.ts'
import type { GoalId, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { instant, statusWords } from './columns.ts'
import type { Db } from './schema.ts'

/** What the newest answer for a goal said beside its number; undefined before the first one. */
export async function lastWordOn(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
): Promise<Omit<LastWord, 'byName'> | undefined> {
  const row = await db
    .selectFrom('answer')
    .leftJoin('reversal', (join) =>
      join
        .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
        .onRef('reversal.answer_id', '=', 'answer.id'),
    )
    .select(['answer.at', 'person_id', 'status', 'confidence', 'note', 'blocker'])
    .where('answer.workspace_id', '=', workspace)
    .where('answer.goal_id', '=', goal)
    .where('reversal.answer_id', 'is', null)
    .orderBy('answer.at', 'desc')
    .orderBy('answer.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    at: instant(row.at),
    by: row.person_id as PersonId,
    status: row.status === null ? undefined : statusWords.parse(row.status),
    confidence: row.confidence ?? undefined,
    note: row.note ?? undefined,
    blocker: row.blocker ?? undefined,
  }
}

/** The newest note or blocker of each goal that has one, in one query. */
export async function lastNotesOn(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, string>> {
  if (goals.length === 0) return new Map()
  const rows = await db
    .selectFrom((of) =>
      of
        .selectFrom('answer')
        .leftJoin('reversal', (join) =>
          join
            .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
            .onRef('reversal.answer_id', '=', 'answer.id'),
        )
        .select(['answer.goal_id', 'answer.note', 'answer.blocker'])
        .select((is) =>
          is.fn
            .agg<number>('row_number')
            .over((rows) =>
              rows.partitionBy('answer.goal_id').orderBy('answer.at', 'desc').orderBy('answer.id', 'desc'),
            )
            .as('newness'),
        )
        .where('answer.workspace_id', '=', workspace)
        .where('answer.goal_id', 'in', [...goals])
        .where('reversal.answer_id', 'is', null)
        .where((is) => is.or([is('answer.note', 'is not', null), is('answer.blocker', 'is not', null)]))
        .as('said'),
    )
    .select(['goal_id', 'note', 'blocker'])
    .where('newness', '=', 1)
    .execute()
  return new Map(rows.map((row) => [row.goal_id as GoalId, row.blocker ?? row.note ?? '']))
}
