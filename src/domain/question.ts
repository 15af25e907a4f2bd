import { z } from 'zod'
import type { NewAnswer } from './check-in.ts'
import type { GoalId } from './types.ts'

/** The one thing the bot asks back, with ready answers for its buttons; domain.md §7.2. */
export type QuestionKind = (typeof questionKinds)[number]

export const questionKinds = [
  'which-goal',
  'total-or-added',
  'percent-of-target',
  'fraction-or-percent',
  'thousands-missing',
  'large-jump',
  'out-of-range',
  'final-value',
  'value-missing',
  'unit-mismatch',
  'currency-mismatch',
  'points-or-relative',
  'forecast-not-value',
  'uncertain',
  'range-midpoint',
  'not-whole',
  'delta-and-total-disagree',
  'unreadable',
] as const

/** Ways of writing that stay a person's own: what they chose once is taken as meant the next time. */
export const remembered: readonly QuestionKind[] = [
  'total-or-added',
  'points-or-relative',
  'percent-of-target',
  'fraction-or-percent',
  'thousands-missing',
]

export interface QuestionChoice {
  readonly answer: NewAnswer
}

export interface Question {
  readonly kind: QuestionKind
  /** Absent when it is not known which goal was meant. */
  readonly goal: GoalId | undefined
  /** What was typed, as the question quotes it. */
  readonly typed: string
  readonly choices: readonly QuestionChoice[]
}

const goal = z.custom<GoalId>((value) => typeof value === 'string' && value !== '')
const maybe = <T extends z.ZodType>(schema: T) => schema.optional()
const number = z.number().min(-1e15).max(1e15)
const words = z.string().max(3000)

/** JSON leaves absent fields out; read back, every field is there again. */
export const newAnswerSchema = z
  .strictObject({
    goal,
    value: maybe(number),
    delta: maybe(number),
    status: maybe(z.enum(['on-track', 'at-risk', 'off-track'])),
    confidence: maybe(z.int().min(1).max(10)),
    note: maybe(words),
    blocker: maybe(words),
    isNoChange: z.boolean(),
    isDone: z.boolean(),
    isUnblocked: maybe(z.boolean()),
    counts: maybe(z.strictObject({ numerator: number, denominator: number })),
  })
  .transform(
    (read): NewAnswer => ({
      goal: read.goal,
      value: read.value,
      delta: read.delta,
      status: read.status,
      confidence: read.confidence,
      note: read.note,
      blocker: read.blocker,
      isNoChange: read.isNoChange,
      isDone: read.isDone,
      ...(read.isUnblocked === undefined ? {} : { isUnblocked: read.isUnblocked }),
      ...(read.counts === undefined ? {} : { counts: read.counts }),
    }),
  )

export const questionSchema = z
  .strictObject({
    kind: z.enum(questionKinds),
    goal: maybe(goal),
    typed: words,
    choices: z.array(z.strictObject({ answer: newAnswerSchema })),
  })
  .transform(
    (read): Question => ({ kind: read.kind, goal: read.goal, typed: read.typed, choices: read.choices }),
  )
