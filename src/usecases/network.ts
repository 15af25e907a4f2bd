import { goalsById } from '../../db/goals.ts'
import type { Db } from '../../db/schema.ts'
import type { Goal } from '../domain/goal.ts'
import type { GoalId, WorkspaceId } from '../domain/types.ts'

/** These goals and everything that their milestones wait for, however far back. */
export async function networkOf(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly Goal[],
): Promise<readonly Goal[]> {
  const found = new Map(goals.map((goal) => [goal.id, goal]))
  let wanted = unknownIn(goals, found)
  while (wanted.length > 0) {
    const more = await goalsById(db, workspace, wanted)
    for (const goal of more) found.set(goal.id, goal)
    wanted = unknownIn(more, found)
  }
  return [...found.values()]
}

function unknownIn(goals: readonly Goal[], found: ReadonlyMap<GoalId, Goal>): readonly GoalId[] {
  const named = goals.flatMap(({ steps }) => steps.flatMap(({ after }) => after.map(({ goal }) => goal)))
  return [...new Set(named)].filter((id) => !found.has(id))
}
