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
