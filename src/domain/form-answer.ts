import type { NewAnswer } from './check-in.ts'
import type { StatusWord } from './goal.ts'
import type { QuestionKind } from './question.ts'
import { interpretReply, type ReplyGoal } from './reply.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Language } from './types.ts'

/** What one goal's fields of the check-in form hold. */
export interface FormAnswer {
  readonly typed: string | undefined
  readonly status: StatusWord | undefined
  readonly confidence: number | undefined
  readonly blocker: string | undefined
  readonly note: string | undefined
}

/** What a form cannot leave open, since nobody answers back in it. */
export type FormDoubt = QuestionKind | 'nothing'

/**
 * Reads the fields like a reply about this one goal. A large step is taken as meant: it was typed into a field that shows
 * the last value beside it.
 */
export function answerFromForm(
  form: FormAnswer,
  goal: ReplyGoal,
  language: Language,
): Result<NewAnswer, FormDoubt> {
  const read = typedAnswer(form.typed, goal, language)
  if (!read.ok) return read
  const { typed: _, ...fields } = form
  const answer = { ...nothingSaid, goal: goal.id, ...read.value }
  const said = {
    ...answer,
    status: fields.status ?? answer.status,
    confidence: fields.confidence ?? answer.confidence,
    blocker: fields.blocker ?? answer.blocker,
    note: fields.note ?? answer.note,
  }
  return saysSomething(said) ? ok(said) : refuse('nothing')
}

export const nothingSaid = {
  value: undefined,
  delta: undefined,
  status: undefined,
  confidence: undefined,
  note: undefined,
  blocker: undefined,
  isNoChange: false,
  isDone: false,
} as const satisfies Omit<NewAnswer, 'goal'>

function typedAnswer(
  typed: string | undefined,
  goal: ReplyGoal,
  language: Language,
): Result<Partial<NewAnswer>, FormDoubt> {
  if (typed === undefined) return ok({})
  const reading = interpretReply(typed, { goals: [{ ...goal, position: 1 }], language })
  if (reading.kind !== 'answers') return refuse('unreadable')
  const [question] = reading.questions
  const [answer] = reading.answers
  if (question?.kind === 'large-jump') return ok(question.choices[0]?.answer ?? {})
  if (question !== undefined && question.kind !== 'value-missing') return refuse(question.kind)
  if (answer === undefined || reading.unreadParts.length > 0) return refuse('unreadable')
  const { because: __, ...said } = answer
  return ok(said)
}

function saysSomething({ goal: _, isNoChange, isDone, ...said }: NewAnswer): boolean {
  return isNoChange || isDone || Object.values(said).some((part) => part !== undefined)
}
