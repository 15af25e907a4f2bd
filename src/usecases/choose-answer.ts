import { rememberChoice } from '../../db/habits.ts'
import type { NewAnswer, Understood } from '../domain/check-in.ts'
import type { Person } from '../domain/people.ts'
import { type QuestionKind, remembered } from '../domain/question.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result } from '../domain/result.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { recordIn } from './record-answers.ts'

/** One of the answers that a question offered. */
export interface Choice {
  readonly answer: NewAnswer
  /** Which question it was, and the choice's place in it; absent where nothing is to be learnt from it. */
  readonly asked: { readonly kind: QuestionKind; readonly choice: number } | undefined
  readonly key: string
}

/** Stores what was chosen and, where the question was about a way of writing, remembers it for this person and goal. */
export async function chooseAnswer(
  deps: Deps,
  person: Person,
  { answer, asked, key }: Choice,
): Promise<Result<readonly Understood[], Refusal>> {
  return decideIn(deps.db, async (trx) => {
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
