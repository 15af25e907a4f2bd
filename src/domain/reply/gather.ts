import type { Question } from '../question.ts'
import type { ReadAnswer, ReplyReading } from './types.ts'

/** What was heard in one part. */
export interface Heard {
  readonly answers: readonly ReadAnswer[]
  readonly questions: readonly Question[]
  /** Set when nothing in it is an answer. */
  readonly unread: string | undefined
  /** Under the answer before it, what is no answer is a note. */
  readonly mayBeNote: boolean
}

export const nothingHeard = (typed: string): Heard => ({
  answers: [],
  questions: [],
  unread: typed,
  mayBeNote: false,
})

/** One answer per goal: two that say different things about it are asked back. */
export function gathered(heard: readonly Heard[], typed: string): ReplyReading {
  const parts = withNotes(heard)
  const goals = new Set(parts.flatMap(({ answers }) => answers.map(({ goal }) => goal)))
  const merged = [...goals].map((goal) =>
    mergedFor(
      parts.flatMap(({ answers }) => answers.filter((one) => one.goal === goal)),
      typed,
    ),
  )
  const answers = merged.flatMap(({ answer }) => answer ?? [])
  const questions = distinct([...parts, ...merged].flatMap((one) => one.questions))
  if (answers.length === 0 && questions.length === 0) return { kind: 'unread' }
  return { kind: 'answers', answers, questions, unreadParts: parts.flatMap(({ unread }) => unread || []) }
}

function withNotes(heard: readonly Heard[]): readonly Heard[] {
  const parts: Heard[] = []
  for (const part of heard) {
    const before = parts.at(-1)
    const [answer] = before?.answers ?? []
    if (part.mayBeNote && part.unread !== undefined && before?.answers.length === 1 && answer !== undefined) {
      parts[parts.length - 1] = { ...before, answers: [{ ...answer, note: words(answer.note, part.unread) }] }
    } else parts.push(part)
  }
  return parts
}

interface Merged {
  readonly answer: ReadAnswer | undefined
  readonly questions: readonly Question[]
}

function mergedFor(answers: readonly ReadAnswer[], typed: string): Merged {
  const [first, ...rest] = answers
  let answer = first
  for (const next of rest) {
    const both = answer === undefined ? next : joined(answer, next)
    if (both === undefined) return { answer: undefined, questions: [contradiction(answers, typed)] }
    answer = both
  }
  return { answer, questions: [] }
}

const words = (one: string | undefined, other: string | undefined) =>
  [one, other].filter((word) => word !== undefined && word !== '').join(', ') || undefined

/** Undefined where the two cannot both be so. */
function joined(a: ReadAnswer, b: ReadAnswer): ReadAnswer | undefined {
  const saysNumber = (one: ReadAnswer) =>
    one.value !== undefined || one.delta !== undefined || one.isNoChange || one.isDone
  if (saysNumber(a) && saysNumber(b) && !isSameNumber(a, b)) return undefined
  if (a.status !== undefined && b.status !== undefined && a.status !== b.status) return undefined
  const first = saysNumber(b) && !saysNumber(a) ? b : a
  return {
    ...first,
    status: a.status ?? b.status,
    confidence: a.confidence ?? b.confidence,
    note: words(a.note, b.note),
    blocker: words(a.blocker, b.blocker),
  }
}

/** Two equal totals are one; two equal changes may be two. */
const isSameNumber = (a: ReadAnswer, b: ReadAnswer) =>
  a.value === b.value &&
  a.delta === undefined &&
  b.delta === undefined &&
  a.isNoChange === b.isNoChange &&
  a.isDone === b.isDone

function contradiction(answers: readonly ReadAnswer[], typed: string): Question {
  const choices = answers.flatMap(({ because: _, ...answer }) =>
    answer.value === undefined && answer.delta === undefined ? [] : [{ answer }],
  )
  return { kind: 'unreadable', goal: answers[0]?.goal, typed, choices }
}

/** A status without a number is asked for once, even if two parts leave it out. */
function distinct(questions: readonly Question[]): readonly Question[] {
  return questions.filter(
    (one, index) =>
      questions.findIndex(
        (other) => other.kind === one.kind && other.goal === one.goal && other.typed === one.typed,
      ) === index,
  )
}
