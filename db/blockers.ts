import { blockedSince } from '../src/domain/blocked.ts'
import type { GoalId, Instant, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { isSet } from './columns.ts'
import type { Db } from './schema.ts'

/** What stands in the way of a team's shared goals now, in their owners' words; goals that nothing blocks are left out. */
export async function blockersOf(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  since: Instant,
): Promise<ReadonlyMap<GoalId, string>> {
  const goals = await everBlocked(db, workspace, team, since)
  if (goals.length === 0) return new Map()
  const answers = await saidOf(db, workspace, goals, since)
  const blocked = new Map<GoalId, string>()
  for (const [goal, said] of Map.groupBy(answers, (one) => one.goal)) {
    const isBlocked = blockedSince(said.map((one) => one.said)) !== undefined
    const words = said.findLast((one) => one.said.blocker !== undefined)?.said.blocker
    if (isBlocked && words !== undefined) blocked.set(goal, words)
  }
  return blocked
}

/** Few goals are: only theirs are looked at answer by answer. */
async function everBlocked(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  since: Instant,
): Promise<readonly GoalId[]> {
  const rows = await db
    .selectFrom('goal')
    .innerJoin('answer', (join) =>
      join.onRef('answer.workspace_id', '=', 'goal.workspace_id').onRef('answer.goal_id', '=', 'goal.id'),
    )
    .select('goal.id')
    .distinct()
    .where('goal.workspace_id', '=', workspace)
    .where('goal.team_id', '=', team)
    .where('goal.state', '=', 'active')
    .where('goal.visibility', '=', 'team')
    .where('answer.at', '>=', since)
    .where('answer.blocker', 'is not', null)
    .execute()
  return rows.map(({ id }) => id as GoalId)
}

async function saidOf(db: Db, workspace: WorkspaceId, goals: readonly GoalId[], since: Instant) {
  const rows = await db
    .selectFrom('answer')
    .leftJoin('reversal', (join) =>
      join
        .onRef('reversal.workspace_id', '=', 'answer.workspace_id')
        .onRef('reversal.answer_id', '=', 'answer.id'),
    )
    .select(['answer.goal_id', 'blocker', 'is_unblocked', 'is_done', 'is_no_change', 'value'])
    .where('answer.workspace_id', '=', workspace)
    .where('answer.goal_id', 'in', [...goals])
    .where('answer.at', '>=', since)
    .where('reversal.answer_id', 'is', null)
    .orderBy('answer.at')
    .orderBy('answer.id')
    .execute()
  return rows.map((row) => ({
    goal: row.goal_id as GoalId,
    said: {
      blocker: row.blocker ?? undefined,
      isUnblocked: isSet(row.is_unblocked),
      isDone: isSet(row.is_done),
      isNoChange: isSet(row.is_no_change),
      value: row.value ?? undefined,
    },
  }))
}
