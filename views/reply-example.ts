import type { PromptItem } from '../src/domain/check-in.ts'
import type { Goal, Standing } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { roughly } from './goal-words.ts'

/** A reply the person could send as it is: their own first goals, with numbers near where the plan is. */
export function exampleReply(open: readonly PromptItem[], isOneOfMany: boolean, say: Messages): string {
  const [first, second] = open
  if (first === undefined) return say['example.no-change']()
  const answer = exampleAnswer(first.standing.goal, first.standing.expectedValue, say)
  if (!isOneOfMany) return answer
  const parts = [{ position: first.position, answer }]
  if (second !== undefined) {
    parts.push({ position: second.position, answer: say['prompt.example.no-change']() })
  }
  return parts.map((part) => say['prompt.example.one-of'](part)).join(' ')
}

/** `14`, `32%` or `done`: in the goal's own unit, without words in it. */
export function exampleAnswer(goal: Goal, expected: Standing['expectedValue'], say: Messages): string {
  if (goal.kind === 'milestone') return say['prompt.example.done']()
  const value = expected ?? goal.last?.value ?? goal.target ?? goal.low ?? goal.high ?? 1
  const near = expected === undefined ? value : roughly(value, goal.unit)
  return goal.unit.kind === 'percent' ? say.format.amount(near, goal.unit) : say.format.number(near)
}
