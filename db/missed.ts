import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { GoalId, Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import type { Db, Schema } from './schema.ts'

/** Whose goals to look at. */
export type Whose =
  | { readonly person: PersonId }
  | { readonly teams: readonly TeamId[] }
  | { readonly goals: readonly GoalId[] }

/** How far back misses in a row are counted: enough for two monthly ones. */
const LOOK_BACK_MS = 100 * 24 * 60 * 60 * 1000

/** Per goal: the due check-ins since it was last answered. Due means that the window has closed. Goals without any are left out. */
export async function missedInARow(
  db: Db,
  workspace: WorkspaceId,
  whose: Whose,
  now: Instant,
): Promise<ReadonlyMap<GoalId, number>> {
  const rows = await db
    .selectFrom('ask')
    .innerJoin('ask_item', (join) =>
      join.onRef('ask_item.workspace_id', '=', 'ask.workspace_id').onRef('ask_item.ask_id', '=', 'ask.id'),
    )
    .select('ask_item.goal_id')
    .where('ask.workspace_id', '=', workspace)
    .where((is) => asked(is, whose))
    .where('ask.state', '=', 'asked')
    .where('ask.prompt_at', '>', now - LOOK_BACK_MS)
    .where('ask.window_ends_at', '<=', now)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('answer')
            .leftJoin('reversal', (join) =>
              join
                .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
                .onRef('reversal.answer_id', '=', 'answer.id'),
            )
            .select('answer.id')
            .where('answer.workspace_id', '=', workspace)
            .whereRef('answer.goal_id', '=', 'ask_item.goal_id')
            .whereRef('answer.at', '>=', 'ask.prompt_at')
            // Follows from what is asked of the ask; PostgreSQL finds by it what it does not find by the line above.
            .where('answer.at', '>', now - LOOK_BACK_MS)
            .where('reversal.answer_id', 'is', null),
        ),
      ),
    )
    .execute()
  // Counted here: grouping in SQL makes SQLite walk every ask of the workspace in the order of the goals.
  const byGoal = Map.groupBy(rows, (row) => row.goal_id as GoalId)
  return new Map([...byGoal].map(([goal, missed]) => [goal, missed.length]))
}

function asked(is: ExpressionBuilder<Schema, 'ask' | 'ask_item'>, whose: Whose): Expression<SqlBool> {
  if ('goals' in whose) return is('ask_item.goal_id', 'in', [...whose.goals])
  if ('teams' in whose) return is('ask.team_id', 'in', [...whose.teams])
  return is('ask.person_id', '=', whose.person)
}
