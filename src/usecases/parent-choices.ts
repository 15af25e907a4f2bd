import { goalsOfTeam } from '../../db/goals.ts'
import { teamsWith } from '../../db/teams.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import { maySee } from '../domain/rights.ts'
import type { GoalId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { standpointOf } from './goal-for.ts'

/** Slack shows at most 100 options; a longer list nobody reads. */
const MOST_CHOICES = 25

/** Active goals that the actor may see and whose number or title has what was typed; those that begin with it first. `own` is the goal itself. */
export async function parentChoices(
  deps: Deps,
  actor: Person,
  typed: string,
  own?: GoalId,
): Promise<readonly Goal[]> {
  const wanted = typed.trim().toLowerCase()
  const found: Goal[] = []
  for (const team of await teamsWith(deps.db, actor.workspace, actor.id)) {
    const from = await standpointOf(deps.db, team, actor)
    const goals = await goalsOfTeam(deps.db, actor.workspace, team.id)
    found.push(
      ...goals.filter((goal) => maySee(goal, from) && names(goal).some((name) => name.includes(wanted))),
    )
  }
  const others = found.filter(({ id }) => id !== own)
  const begins = (goal: Goal) => names(goal).some((name) => name.startsWith(wanted))
  return others.toSorted((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, MOST_CHOICES)
}

const names = (goal: Goal): readonly string[] => [
  goal.title.toLowerCase(),
  `g-${goal.number}`,
  String(goal.number),
]
