import { answersFrom } from '../../db/check-ins.ts'
import { goalById } from '../../db/goals.ts'
import { rememberChoice } from '../../db/habits.ts'
import type { NewAnswer, Understood } from '../domain/check-in.ts'
import type { Person } from '../domain/people.ts'
import { type QuestionKind, remembered } from '../domain/question.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { recordIn } from './record-answers.ts'

/** One of the answers that a question offered. */
export interface Choice {
  readonly answer: NewAnswer
  /** Which question it was, and the choice's place in it; absent where nothing is to be learnt from it. */
  readonly asked: { readonly kind: QuestionKind; readonly choice: number } | undefined
  readonly key: string
  /** What the goal stood at when it was asked. */
  readonly was: number | undefined
}

type ChoiceFault = Refusal | { readonly kind: 'question-passed' }

/**
 * Stores what was chosen, once however often it is tapped, unless the goal has had another value since; and, where the question was about a way of
 * writing, remembers it for this person and goal.
 */
export async function chooseAnswer(
  deps: Deps,
  person: Person,
  { answer, asked, key, was }: Choice,
): Promise<Result<readonly Understood[], ChoiceFault>> {
  return decideIn(deps.db, async (trx): Promise<Result<readonly Understood[], ChoiceFault>> => {
    const repeated = await answersFrom(trx, person.workspace, key)
    const goal = await goalById(trx, person.workspace, answer.goal)
    if (repeated.length === 0 && goal !== undefined && goal.last?.value !== was)
      return refuse({ kind: 'question-passed' })
    const recorded = await recordIn(trx, deps, person, {
      answers: [answer],
      key,
      messageKey: undefined,
      provenance: 'button',
    })
    if (!recorded.ok) return recorded
    if (asked !== undefined && remembered.includes(asked.kind)) {
      await rememberChoice(trx, person.workspace, {
        person: person.id,
        goal: answer.goal,
        question: asked.kind,
        choice: asked.choice,
        at: deps.now(),
      })
    }
    return ok(recorded.value)
  })
}
