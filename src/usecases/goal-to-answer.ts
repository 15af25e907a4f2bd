import type { Standing } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { mayAnswer } from '../domain/rights.ts'
import type { Deps } from './deps.ts'
import { type GoalRef, goalSeenBy } from './goal-for.ts'
import { standingsOf } from './standings.ts'

/** A goal that the person is asked for or may answer for, and that is still open. */
export async function goalToAnswer(
  deps: Deps,
  person: Person,
  ref: GoalRef,
): Promise<Result<Standing, Refusal>> {
  const seen = await goalSeenBy(deps.db, person, ref)
  if (!seen.ok) return seen
  const { goal } = seen.value
  if (!mayAnswer(goal, person.id)) return refuse({ kind: 'not-your-goal', number: goal.number })
  if (goal.state !== 'active') return refuse({ kind: 'goal-closed', number: goal.number, title: goal.title })
  const [owned] = await standingsOf(deps.db, goal.workspace, [goal], { goals: [goal.id] }, deps.now())
  if (owned === undefined) return refuse({ kind: 'no-such-goal', number: goal.number })
  return ok(owned.standing)
}
