import { goalsOfTeam } from '../../db/goals.ts'
import type { Goal } from '../domain/goal.ts'
import { inOrder } from '../domain/milestones.ts'
import type { Person } from '../domain/people.ts'
import { maySee } from '../domain/rights.ts'
import type { ItemName, Predecessor } from '../domain/sheets.ts'
import type { GoalId, StepId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { goalSeenBy } from './goal-for.ts'

/** Slack shows at most a hundred; more nobody reads. */
const MOST_CHOICES = 50

/** What a milestone may wait for: the goal's other milestones first, then the team's goals and theirs. */
export async function predecessorChoices(
  deps: Deps,
  actor: Person,
  asked: { readonly goal: GoalId; readonly step: StepId | undefined; readonly typed: string },
): Promise<readonly Predecessor[]> {
  const seen = await goalSeenBy(deps.db, actor, { id: asked.goal })
  if (!seen.ok) return []
  const { goal, from } = seen.value
  const team = await goalsOfTeam(deps.db, goal.workspace, goal.team)
  const others = team.filter(
    (other) => other.id !== goal.id && other.visibility === 'team' && maySee(other, from),
  )
  const all = [
    ...stepsOf(goal, undefined).filter(({ link }) => link.step !== asked.step),
    ...others.flatMap((other) => [wholeOf(other), ...stepsOf(other, other)]),
  ]
  const wanted = asked.typed.trim().toLowerCase()
  return all.filter(({ name }) => wordsOf(name).includes(wanted)).slice(0, MOST_CHOICES)
}

const wholeOf = (goal: Goal): Predecessor => ({
  link: { goal: goal.id, step: undefined },
  name: { goal, step: undefined },
})

const stepsOf = (goal: Goal, shown: Goal | undefined): readonly Predecessor[] =>
  inOrder(goal.steps)
    .filter(({ isDone }) => !isDone)
    .map(({ id, title }) => ({ link: { goal: goal.id, step: id }, name: { goal: shown, step: title } }))

const wordsOf = ({ goal, step = '' }: ItemName) =>
  `${goal === undefined ? '' : `g-${goal.number} ${goal.title}`} ${step}`.toLowerCase()
