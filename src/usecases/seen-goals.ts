import type { Db } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import { maySee } from '../domain/rights.ts'
import { standpointOf } from './goal-for.ts'

/** Those of these goals that a person may see, whatever teams they belong to. */
export async function seenAmong(db: Db, actor: Person, goals: readonly Goal[]): Promise<readonly Goal[]> {
  const seen: Goal[] = []
  for (const [teamId, own] of Map.groupBy(goals, (one) => one.team)) {
    const team = await teamById(db, actor.workspace, teamId)
    if (team === undefined) continue
    const from = await standpointOf(db, team, actor)
    seen.push(...own.filter((one) => maySee(one, from)))
  }
  return seen
}
