import type { NewAnswer } from '../../src/domain/check-in.ts'
import { interpretReply, type ReplyGoal, type ReplyReading } from '../../src/domain/reply.ts'
import { aGoal, goalId } from './people.ts'

/** The goals that replies are read against in tests, and a short way to write what was read. */

export function aReplyGoal(known: Partial<ReplyGoal> = {}): ReplyGoal {
  return { ...aGoal(), id: goalId('deals'), lastValue: 12, position: 1, ...known }
}

export const deals = aReplyGoal()
export const rate = aReplyGoal({
  id: goalId('rate'),
  number: 13,
  position: 2,
  title: 'Raise the close rate',
  measure: 'close-rate',
  kind: 'reach',
  unit: { kind: 'percent' },
  baseline: 25,
  target: 40,
  lastValue: 28,
})
export const portal = aReplyGoal({
  id: goalId('portal'),
  number: 14,
  position: 3,
  title: 'Ship the partner portal',
  measure: 'deliverable',
  kind: 'milestone',
  unit: { kind: 'count', noun: undefined },
  baseline: undefined,
  target: undefined,
  lastValue: undefined,
})
export const revenue = aReplyGoal({
  id: goalId('revenue'),
  number: 15,
  position: 4,
  title: 'Grow revenue',
  measure: 'revenue',
  unit: { kind: 'currency', code: 'USD' },
  target: 100_000,
  lastValue: 58_000,
})
export const churn = aReplyGoal({
  id: goalId('churn'),
  number: 16,
  position: 5,
  title: 'Reduce customer churn',
  measure: 'churn',
  kind: 'reach',
  direction: 'down',
  unit: { kind: 'percent' },
  baseline: 45,
  target: 20,
  lastValue: 35,
})
export const reply = aReplyGoal({
  id: goalId('response'),
  number: 17,
  position: 6,
  title: 'Answer within 4 hours',
  measure: 'first-response',
  kind: 'reach',
  direction: 'down',
  unit: { kind: 'time', in: 'hours' },
  baseline: 8,
  target: 4,
  lastValue: 6,
})

export const read = (text: string, ...goals: readonly ReplyGoal[]): ReplyReading =>
  interpretReply(text, { goals, language: 'en' })

/** `deals 14`, `deals +3`, `rate same`, `portal done`, `deals at-risk blocked(legal) note(…)`; `? large-jump deals [140]`. */
export function told(text: string, ...goals: readonly ReplyGoal[]): string {
  const reading = read(text, ...goals)
  if (reading.kind === 'command') return `/${reading.command}`
  if (reading.kind === 'life') return `/${Object.values(reading.word).join(' ').trim()}`
  if (reading.kind === 'unread') return 'unread'
  const answers = reading.answers.map((answer) => `${answer.goal} ${said(answer)}`)
  const questions = reading.questions.map(({ kind, goal, choices }) => {
    const offered = choices.map(({ answer }) =>
      goal === undefined ? `${answer.goal} ${said(answer)}` : said(answer),
    )
    return `? ${[kind, goal, `[${offered.join(' | ')}]`].filter((word) => word !== undefined).join(' ')}`
  })
  return [...answers, ...questions, ...reading.unreadParts.map((part) => `unread(${part})`)].join('; ')
}

function said({ value, delta, status, note, blocker, isNoChange, isDone }: NewAnswer): string {
  return [
    value?.toString(),
    delta === undefined ? undefined : delta < 0 ? `${delta}` : `+${delta}`,
    isNoChange ? 'same' : undefined,
    isDone ? 'done' : undefined,
    status,
    blocker === undefined ? undefined : `blocked(${blocker})`,
    note === undefined ? undefined : `note(${note})`,
  ]
    .filter((word) => word !== undefined)
    .join(' ')
}
