import type { Button, KnownBlock } from '@slack/types'
import type { Rung } from '../src/domain/blocked.ts'
import type { Understood } from '../src/domain/check-in.ts'
import type { Goal, Standing } from '../src/domain/goal.ts'
import { progressOf } from '../src/domain/progress.ts'
import type { Question } from '../src/domain/question.ts'
import type { Instant } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, escaped, mrkdwn, type RichPart, rich } from './blocks.ts'
import { checkInActions } from './check-in-actions.ts'
import { goalActions } from './goal-actions.ts'
import { currentText, hasPath, joined, SHORT_TITLE, shareText, valueText } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { dayToken } from './moments.ts'
import { question, questionBlocks } from './question.ts'
import { spoken } from './spoken.ts'
import { statusText } from './status.ts'

/** The goal as it is after the answer; with its standing the status by the numbers is told too. */
export interface UnderstoodItem extends Understood {
  readonly standing?: Standing | undefined
  /** Who hears of a block unless it ends before. */
  readonly ladder?: readonly { readonly name: string; readonly rung: Rung; readonly at: Instant }[]
}

export interface Asked {
  readonly question: Question
  readonly goals: readonly Goal[]
}

/** What is left of a message beside what was understood. */
export interface Rest {
  readonly asked?: Asked | undefined
  /** Parts that were no answer. */
  readonly unread?: readonly string[] | undefined
}

const MOST_SHOWN = 20
const MOST_IN_A_BUTTON = 40
const MOST_CLOSED_HERE = 5
const NOTE_MOST = 200
const MOST_UNREAD = 5
const MOST_LADDERS = 5

/** One line per goal, as it was understood. `key` is the source key that Undo takes back. */
export function understood(
  items: readonly UnderstoodItem[],
  key: string,
  say: Messages,
  { asked, unread = [] }: Rest = {},
): Message {
  if (items.length === 0 && asked !== undefined) return question(asked.question, asked.goals, say)
  const reached = items.filter(isAtTarget).slice(0, MOST_CLOSED_HERE)
  const blocks = [
    ...lineBlocks(items, (item) => whatWasSaid(item, say), say),
    ...remarks(items, reached.length > 0, say),
    ...items.slice(0, MOST_LADDERS).flatMap((item) => ladderLines(item, say)),
    ...unread
      .slice(0, MOST_UNREAD)
      .map((typed) => context(say['understood.unread']({ typed: clip(typed, NOTE_MOST) }))),
    actions([...changeButtons(items, key, say), ...closeButtons(reached, items.length === 1, say)]),
    ...(asked === undefined ? [] : questionBlocks(asked.question, asked.goals, say)),
  ]
  return { text: spoken(textOf(items, whatWasSaid, 'understood.text', say)), blocks }
}

/** What Undo took back, goal by goal, with the value that holds again. */
export function takenBack(items: readonly UnderstoodItem[], say: Messages): Message {
  return {
    text: spoken(textOf(items, whatHolds, 'taken-back.text', say)),
    blocks: [
      context(say['taken-back.text']({ count: items.length })),
      ...lineBlocks(items, (item) => whatHolds(item, say), say),
    ],
  }
}

type Sentence = (item: UnderstoodItem, say: Messages) => string

function textOf(
  items: readonly UnderstoodItem[],
  sentence: Sentence,
  many: 'understood.text' | 'taken-back.text',
  say: Messages,
): string {
  const [only] = items
  if (only === undefined || items.length > 1) return say[many]({ count: items.length })
  return say['understood.line']({ goal: clip(only.goal.title, SHORT_TITLE), said: sentence(only, say) })
}

function lineBlocks(
  items: readonly UnderstoodItem[],
  sentence: (item: UnderstoodItem) => string,
  say: Messages,
): KnownBlock[] {
  const shown = items.slice(0, MOST_SHOWN)
  const most = items.length > 5 ? SHORT_TITLE : 150
  const parts = shown.flatMap((item, index): (string | RichPart)[] => [
    { text: `${index === 0 ? '' : '\n'}${clip(item.goal.title, most)}`, style: { bold: true } },
    `  ${sentence(item)}`,
  ])
  const unseen = items.length - shown.length
  if (unseen > 0) parts.push(`\n${say['understood.more']({ count: unseen })}`)
  return parts.length === 0 ? [] : [rich(...parts)]
}

/** `25% → 32% · ● On track · 40% of the way` and whatever else was said. */
function whatWasSaid({ goal, answer, standing }: UnderstoodItem, say: Messages): string {
  const status = answer.status ?? standing?.status
  const value = answer.value ?? goal.last?.value
  return joined([
    numberSaid({ goal, answer }, say),
    answer.counts && say['understood.counts'](answer.counts),
    status === undefined || goal.state !== 'active' ? undefined : statusText(status, say),
    hasPath(goal) && value !== undefined
      ? say['goal.progress']({ share: shareText(progressOf(goal, value), say) })
      : undefined,
    answer.confidence === undefined ? undefined : say['understood.confidence']({ value: answer.confidence }),
    answer.blocker && say['understood.blocked']({ blocker: clip(answer.blocker, NOTE_MOST) }),
    answer.note && say['understood.note']({ note: clip(answer.note, NOTE_MOST) }),
    goal.state === 'reached' ? say['understood.closed']() : undefined,
  ])
}

function numberSaid({ goal, answer }: Understood, say: Messages): string | undefined {
  const amount = (value: number) => valueText(goal, value, say)
  if (answer.isNoChange) {
    const held = answer.value ?? answer.before
    return held === undefined
      ? say['understood.no-change-yet']()
      : say['understood.no-change']({ amount: amount(held) })
  }
  if (answer.isDone && (answer.value === undefined || goal.kind === 'milestone'))
    return say['understood.done']()
  if (answer.value === undefined) return answer.status === undefined ? say['understood.noted']() : undefined
  if (answer.before === undefined) return say['understood.set']({ amount: amount(answer.value) })
  return say['understood.moved']({ from: amount(answer.before), to: amount(answer.value) })
}

function whatHolds({ goal, answer }: UnderstoodItem, say: Messages): string {
  if (answer.value === undefined && !answer.isDone) return say['taken-back.word']()
  if (answer.before !== undefined) {
    return say['taken-back.to']({ amount: valueText(goal, answer.before, say) })
  }
  return goal.last === undefined && goal.kind !== 'milestone'
    ? say['taken-back.none']()
    : say['taken-back.to']({ amount: currentText(goal, say) })
}

/** Each kind of timing once, however many goals it holds for. */
function remarks(items: readonly UnderstoodItem[], isMet: boolean, say: Messages): KnownBlock[] {
  const timings = new Set(items.map(({ answer }) => answer.timeliness))
  const told = (['early', 'late', 'unasked'] as const).filter((timing) => timings.has(timing))
  const lines = told.map((timing) => say[`understood.${timing}`]())
  return [...lines, ...(isMet ? [say['understood.target-met']()] : [])].map((line) => context(line))
}

/** Nobody is told behind anyone's back: who hears of it, and when, stands here beforehand. */
function ladderLines({ ladder = [] }: UnderstoodItem, say: Messages): KnownBlock[] {
  const lines = ladder.map(({ name, rung, at }) =>
    mrkdwn(say[`ladder.${rung}`]({ name: escaped(name, 80), moment: dayToken(at, say) })),
  )
  return lines.length === 0 ? [] : [context(...lines)]
}

function changeButtons(items: readonly UnderstoodItem[], key: string, say: Messages): Button[] {
  const goals = items.slice(0, MOST_IN_A_BUTTON).map(({ goal }) => goal.id)
  return [
    button({
      text: say['understood.undo'](),
      actionId: checkInActions.undo,
      value: JSON.stringify({ key }),
    }),
    button({
      text: say['understood.edit'](),
      actionId: checkInActions.edit,
      value: JSON.stringify({ key, goals }),
    }),
    ...(items.some(({ answer }) => answer.because !== undefined)
      ? [
          button({
            text: say['understood.why'](),
            actionId: checkInActions.why,
            value: JSON.stringify({ key }),
          }),
        ]
      : []),
  ]
}

function isAtTarget({ goal, answer }: UnderstoodItem): boolean {
  const value = answer.value ?? goal.last?.value
  return goal.state === 'active' && hasPath(goal) && value !== undefined && progressOf(goal, value) >= 1
}

function closeButtons(reached: readonly UnderstoodItem[], isAlone: boolean, say: Messages): Button[] {
  return reached.map(({ goal }) => {
    const named = say['understood.close-for']({ number: goal.number })
    return button({
      text: isAlone ? say['understood.close']() : named,
      actionId: isAlone ? goalActions.reach : `${goalActions.reach}/${goal.number}`,
      value: JSON.stringify({ goal: goal.id }),
      style: 'primary',
      spoken: named,
    })
  })
}
