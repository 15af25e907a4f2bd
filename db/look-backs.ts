import { z } from 'zod'
import { type LookBack, lessons } from '../src/domain/look-back.ts'
import type { GoalId, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { flag, instant, isSet } from './columns.ts'
import type { Db } from './schema.ts'

const stored = z.array(z.enum(lessons))

/** What was written of a goal's end; undefined while nobody has. */
export async function lookBackOn(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
): Promise<LookBack | undefined> {
  const row = await db
    .selectFrom('look_back')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('goal_id', '=', goal)
    .executeTakeFirst()
  return (
    row && {
      helped: row.helped ?? undefined,
      hindered: row.hindered ?? undefined,
      lessons: stored.parse(JSON.parse(row.lessons)),
      isShared: isSet(row.is_shared),
      isDeclined: isSet(row.is_declined),
      by: row.by_id as PersonId,
      at: instant(row.at),
    }
  )
}

/** Written again, it replaces what was there. */
export async function putLookBack(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
  { helped, hindered, lessons: tapped, isShared, isDeclined, by, at }: LookBack,
): Promise<void> {
  const said = {
    by_id: by,
    at,
    helped: helped ?? null,
    hindered: hindered ?? null,
    lessons: JSON.stringify(tapped),
    is_shared: flag(isShared),
    is_declined: flag(isDeclined),
  }
  await db
    .insertInto('look_back')
    .values({ workspace_id: workspace, goal_id: goal, ...said })
    .onConflict((on) => on.columns(['workspace_id', 'goal_id']).doUpdateSet(said))
    .execute()
}

/** Confidences told in a goal's check-ins, 1-10, oldest first; what was taken back is left out. */
export async function confidencesIn(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('answer')
    .leftJoin('reversal', (join) =>
      join
        .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
        .onRef('reversal.answer_id', '=', 'answer.id'),
    )
    .select('confidence')
    .where('answer.workspace_id', '=', workspace)
    .where('answer.goal_id', '=', goal)
    .where('answer.confidence', 'is not', null)
    .where('reversal.answer_id', 'is', null)
    .orderBy('answer.at')
    .orderBy('answer.id')
    .execute()
  return rows.flatMap(({ confidence }) => confidence ?? [])
}
