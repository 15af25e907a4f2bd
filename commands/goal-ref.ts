import type { Refusal } from '../src/domain/refusals.ts'
import { ok, type Result, refuse } from '../src/domain/result.ts'
import type { Reply, Visit } from '../src/slack/feature.ts'
import type { GoalRef } from '../src/usecases/goal-for.ts'
import { goalsOf } from '../src/usecases/goals-of.ts'
import { refusalMessage } from '../views/refusal-message.ts'
import type { CommandDeps } from './deps.ts'

/** The goal that a command names: `G-12`, `g12`, `#12` or `12`; without a number the person's only one. */
export async function goalMeant(
  deps: CommandDeps,
  visit: Visit,
  words: string,
): Promise<Result<GoalRef, Refusal>> {
  const number = goalNumberIn(words)
  if (number !== undefined) return ok({ number })
  if (words !== '') return refuse({ kind: 'no-such-goal', number: undefined })
  const [first, ...others] = await goalsOf(deps, visit.person)
  if (first === undefined) return refuse({ kind: 'no-goals' })
  return others.length === 0 ? ok({ id: first.goal.id }) : refuse({ kind: 'which-goal' })
}

export function goalNumberIn(words: string): number | undefined {
  const found = /^(?:g[\s-]?|#)?(\d{1,9})(?!\S)/iu.exec(words)
  return found === null ? undefined : Number(found[1])
}

export const refused = (
  refusal: Refusal,
  { say }: Pick<Visit, 'say'>,
): Extract<Reply, { show: 'message' }> => ({
  show: 'message',
  message: refusalMessage(refusal, say),
})
