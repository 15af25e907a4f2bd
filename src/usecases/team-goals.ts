import { goalsOfTeam } from '../../db/goals.ts'
import type { Person, Team } from '../domain/people.ts'
import { maySee } from '../domain/rights.ts'
import type { Deps } from './deps.ts'
import { standpointOf } from './goal-for.ts'
import { type OwnedStanding, standingsOf } from './standings.ts'

/** A team's active goals as far as the actor may see them: nothing for people outside the channel. */
export async function teamGoals(deps: Deps, actor: Person, team: Team): Promise<readonly OwnedStanding[]> {
  if (team.workspace !== actor.workspace) return []
  const from = await standpointOf(deps.db, team, actor)
  const goals = await goalsOfTeam(deps.db, actor.workspace, team.id)
  const seen = goals.filter((goal) => maySee(goal, from))
  return standingsOf(deps.db, actor.workspace, seen, { teams: [team.id] }, deps.now())
}
