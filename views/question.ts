import type { Button, KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { NewAnswer } from '../src/domain/check-in.ts'
import type { Goal } from '../src/domain/goal.ts'
import { newAnswerSchema, type Question, questionKinds, remembered } from '../src/domain/question.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, quoted, section } from './blocks.ts'
import { buttonValue } from './button-value.ts'
import { checkInActions } from './check-in-actions.ts'
import { changeText, currentText, goalName, rangeText, SHORT_TITLE, valueText } from './goal-words.ts'
import { clip, limits } from './limits.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'
import { statusText } from './status.ts'

/** Slack draws up to five buttons in a row; more choices than this are easier made in the form. */
const MOST_CHOICES = 10
const TYPED_MOST = 80

/** Reads a choice's value back: an answer ready to be stored. */
export const choiceButton = buttonValue({
  answer: newAnswerSchema,
  asked: z.strictObject({ kind: z.enum(questionKinds), choice: z.int().min(0).max(50) }).optional(),
  /** What the goal stood at when it was asked; absent before its first value. */
  was: z.number().optional(),
})

/** `goals` holds those that the question and its choices name. */
export function question(asked: Question, goals: readonly Goal[], say: Messages): Message {
  return {
    text: spoken(questionText(asked, goalOf(asked, goals), say)),
    blocks: questionBlocks(asked, goals, say),
  }
}

/** A question that was left for a day is dropped. */
export function staleQuestion(say: Messages): Message {
  return { text: say['question.stale'](), blocks: [section(say['question.stale']())] }
}

/** The goal has another value by now: what was offered would be counted from the old one. */
export function passedQuestion(say: Messages): Message {
  return { text: say['question.passed'](), blocks: [section(say['question.passed']())] }
}

/** The one question, its choices, and a way to enter the number instead. */
export function questionBlocks(asked: Question, goals: readonly Goal[], say: Messages): KnownBlock[] {
  const goal = asked.goal === undefined ? undefined : goalOf(asked, goals)
  const choices = asked.choices.slice(0, MOST_CHOICES).flatMap(({ answer }, index) => {
    const of = goals.find(({ id }) => id === answer.goal)
    return of === undefined ? [] : [choice({ asked, answer, of, index }, say)]
  })
  return [
    ...(goal === undefined ? [] : [context(goalName(goal, say))]),
    section(questionText(asked, goalOf(asked, goals), say)),
    actions([...choices, enterButton(goal, say)]),
    context(say['question.stored-nothing']()),
  ]
}

const goalOf = (asked: Question, goals: readonly Goal[]) =>
  goals.find(({ id }) => id === (asked.goal ?? asked.choices[0]?.answer.goal))

function questionText(asked: Question, goal: Goal | undefined, say: Messages): string {
  const typed = clip(asked.typed.trim(), TYPED_MOST)
  const last = goal === undefined ? say['goal.never']() : currentText(goal, say)
  switch (asked.kind) {
    case 'which-goal':
      return typed === '' ? say['question.which-goal.bare']() : say['question.which-goal']({ typed })
    case 'total-or-added':
    case 'large-jump':
      return say[`question.${asked.kind}`]({ typed, last })
    case 'percent-of-target':
    case 'final-value':
      return say[`question.${asked.kind}`]({ typed, target: targetText(goal, say) })
    case 'value-missing':
    case 'forecast-not-value':
      return say[`question.${asked.kind}`]()
    case 'currency-mismatch':
      return say['question.currency-mismatch']({
        typed,
        currency: goal?.unit.kind === 'currency' ? goal.unit.code : '',
      })
    case 'out-of-range':
    case 'not-whole':
    case 'points-or-relative':
    case 'uncertain':
    case 'range-midpoint':
    case 'delta-and-total-disagree':
    case 'unit-mismatch':
    case 'unreadable':
    case 'thousands-missing':
    case 'fraction-or-percent':
      return say[`question.${asked.kind}`]({ typed })
  }
}

function targetText(goal: Goal | undefined, say: Messages): string {
  if (goal === undefined) return say['goal.never']()
  return goal.target === undefined ? rangeText(goal, say) : valueText(goal, goal.target, say)
}

interface ChoiceParts {
  readonly asked: Question
  readonly answer: NewAnswer
  readonly of: Goal
  readonly index: number
}

function choice({ asked, answer, of, index }: ChoiceParts, say: Messages): Button {
  return button({
    text: choiceText(asked, answer, of, say),
    actionId: `${checkInActions.choose}/${index + 1}`,
    value: choiceValueOf(answer, { ...learntFrom(asked, index), was: of.last?.value }),
  })
}

/** A way of writing is remembered for its goal; which goal was meant is not. */
const learntFrom = ({ kind, goal }: Question, choice: number) =>
  goal !== undefined && remembered.includes(kind) ? { asked: { kind, choice } } : {}

function choiceText(asked: Question, answer: NewAnswer, of: Goal, say: Messages): string {
  if (asked.kind === 'which-goal') return goalName(of, say, SHORT_TITLE)
  if (answer.isDone && answer.value === undefined) return say['question.choice.done']()
  if (answer.delta !== undefined) return addedText(answer.delta, of, say)
  if (answer.value === undefined) return wordText(answer, of, say)
  const amount = valueText(of, answer.value, say)
  return asked.kind === 'total-or-added'
    ? say['question.choice.total']({ amount })
    : say['question.choice.yes']({ amount })
}

/** A choice without a number is the word that was said. */
function wordText({ isNoChange, status, blocker, note }: NewAnswer, of: Goal, say: Messages): string {
  if (isNoChange) return say['question.choice.no-change']()
  if (status !== undefined) return statusText(status, say)
  return quoted(blocker ?? note ?? goalName(of, say, SHORT_TITLE))
}

/** `+3 (15 deals in total)` */
function addedText(delta: number, of: Goal, say: Messages): string {
  const change = changeText(delta, of.unit, say)
  const amount = valueText(of, (of.last?.value ?? of.baseline ?? 0) + delta, say)
  return say['question.choice.added']({ change, amount })
}

/** Slack takes 2,000 characters of a value: long notes give way, the number never does. */
function choiceValueOf(
  answer: NewAnswer,
  more: ReturnType<typeof learntFrom> & { readonly was: number | undefined },
): string {
  const { note, blocker, ...certain } = answer
  const tries = [1500, 600, 200].map((most) =>
    JSON.stringify({
      answer: { ...certain, note: note && clip(note, most), blocker: blocker && clip(blocker, most) },
      ...more,
    }),
  )
  return (
    tries.find((value) => value.length <= limits.buttonValue) ?? JSON.stringify({ answer: certain, ...more })
  )
}

/** Opens the form for the goal, or for all when it is not known which. */
function enterButton(goal: Goal | undefined, say: Messages): Button {
  return button({
    text: say['question.enter'](),
    actionId: goal === undefined ? checkInActions.all : checkInActions.enter,
    value: JSON.stringify(goal === undefined ? {} : { goal: goal.id }),
  })
}
