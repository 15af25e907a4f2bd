import { childrenOf, goalsById } from '../../db/goals.ts'
import type { Db } from '../../db/schema.ts'
import { MOST_DEPTH } from '../domain/alignment.ts'
import type { Goal } from '../domain/goal.ts'
import type { GoalId, WorkspaceId } from '../domain/types.ts'

/** These goals and what they are a part of, upwards; closed goals too. Old data may hold a ring: it is walked once. */
export async function ancestorsOf(
  db: Db,
  workspace: WorkspaceId,
  from: readonly GoalId[],
): Promise<readonly Goal[]> {
  const found = new Map<GoalId, Goal>()
  let level = from
  while (level.length > 0) {
    const goals = await goalsById(db, workspace, level)
    for (const goal of goals) found.set(goal.id, goal)
    const above = goals.flatMap(({ parent }) => (parent === undefined ? [] : [parent]))
    level = [...new Set(above)].filter((id) => !found.has(id))
  }
  return [...found.values()]
}

/** Everything below these goals, level by level. More levels than there may be are not looked at. */
export async function descendantsOf(
  db: Db,
  workspace: WorkspaceId,
  from: readonly GoalId[],
): Promise<readonly Goal[]> {
  const found = new Map<GoalId, Goal>()
  let level = from
  for (let depth = 0; depth <= MOST_DEPTH && level.length > 0; depth += 1) {
    const below = (await childrenOf(db, workspace, level)).filter(({ id }) => !found.has(id))
    for (const goal of below) found.set(goal.id, goal)
    level = below.map(({ id }) => id)
  }
  return [...found.values()]
}
