import { goalsOf as ownGoals } from '../../db/goals.ts'
import type { Standing } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import type { Deps } from './deps.ts'
import { standingsOf } from './standings.ts'

/** A person's own active goals and how they go, soonest due first. */
export async function goalsOf(deps: Deps, actor: Person): Promise<readonly Standing[]> {
  const goals = await ownGoals(deps.db, actor.workspace, actor.id)
  const standings = await standingsOf(
    deps.db,
    actor.workspace,
    goals,
    { person: actor.id },
    deps.now(),
    actor,
  )
  return standings.map(({ standing }) => standing)
}
