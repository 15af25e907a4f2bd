import { goalsOfTeam } from '../../db/goals.ts'
import { treeOf } from '../domain/alignment.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person, Team } from '../domain/people.ts'
import type { TreeSheet } from '../domain/sheets.ts'
import type { GoalId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { ancestorsOf, descendantsOf } from './family.ts'
import { seenAmong } from './seen-goals.ts'
import { standingsOf } from './standings.ts'

/**
 * A team's open goals, what they are part of and what is part of them, also in other teams. What the actor may not see is
 * left out of the statuses too.
 */
export async function treeSheet(deps: Deps, actor: Person, team: Team): Promise<TreeSheet> {
  const { db } = deps
  const { workspace } = actor
  const own = await seenAmong(db, actor, await goalsOfTeam(db, workspace, team.id))
  const around = await seenAmong(db, actor, await familyOf(deps, own))
  const goals = [...new Map([...own, ...around].map((goal) => [goal.id, goal])).values()]
  const ids = goals.map(({ id }) => id)
  const owned = await standingsOf(db, workspace, goals, { goals: ids }, deps.now())
  return {
    team,
    branches: treeOf(owned.map(({ standing }) => standing)),
    owners: new Map(owned.map(({ owner }) => [owner.id, owner.name])),
  }
}

/** Above the goals and below them; siblings of theirs come with their parents. */
async function familyOf({ db }: Deps, own: readonly Goal[]): Promise<readonly Goal[]> {
  const [first] = own
  if (first === undefined) return []
  const idsOf = (goals: readonly Goal[]): readonly GoalId[] => goals.map(({ id }) => id)
  const parents = own.flatMap(({ parent }) => (parent === undefined ? [] : [parent]))
  const above = await ancestorsOf(db, first.workspace, parents)
  const below = await descendantsOf(db, first.workspace, idsOf([...own, ...above]))
  // A retired part says nothing any more; a retired whole leaves orphans.
  return [...above, ...below.filter(({ state }) => state !== 'retired')]
}
