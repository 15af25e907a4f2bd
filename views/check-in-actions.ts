import type { Button, StaticSelect } from '@slack/types'
import { z } from 'zod'
import type { PromptItem } from '../src/domain/check-in.ts'
import type { GoalId, OccurrenceId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { goalId, occurrenceId } from './answers.ts'
import { actions, button, plain, readable } from './blocks.ts'
import { buttonValue } from './button-value.ts'
import { goalActions } from './goal-actions.ts'
import { clip, limits } from './limits.ts'
import { statusText, statusWords } from './status.ts'

/** What the buttons of check-ins send. An id may end in `/…` where Slack wants it unique within its block. */
export const checkInActions = {
  /** Opens the form for one goal: `checkInButton`. */
  enter: 'check-in.enter',
  /** Opens the form for everything that is open: `checkInAllButton`. */
  all: 'check-in.all',
  /** `checkInButton` */
  noChange: 'check-in.no-change',
  /** A select: its option's value is `statusOption`. */
  status: 'check-in.status',
  /** `choiceButton` of views/question.ts */
  choose: 'check-in.choose',
  /** `undoButton` */
  undo: 'check-in.undo',
  /** Says why it was read so: `undoButton`. */
  why: 'check-in.why',
  /** Opens the form with what was said: `amendButton`. */
  edit: 'check-in.edit',
} as const

/** With the occurrence of the prompt the button stands in, so that the prompt can be shown anew. */
export const checkInButton = buttonValue({ goal: goalId, occurrence: occurrenceId.optional() })
export const checkInAllButton = buttonValue({ occurrence: occurrenceId.optional() })
export const statusOption = buttonValue({
  goal: goalId,
  status: z.enum(['on-track', 'at-risk', 'off-track']),
  occurrence: occurrenceId.optional(),
})
/** `key` is the source key of what is to be taken back. */
export const undoButton = buttonValue({ key: z.string() })
export const amendButton = buttonValue({ key: z.string(), goals: z.array(goalId) })

/** The three ways to answer for one goal of a prompt; an answered one can be changed. */
export function answerButtons(item: PromptItem, occurrence: OccurrenceId, say: Messages) {
  const { goal } = item.standing
  const value = JSON.stringify({ goal: goal.id, occurrence })
  const ends = isPastItsDay(item) ? endings(item, say) : []
  if (item.isAnswered) {
    return actions([button({ text: say['prompt.change'](), actionId: checkInActions.enter, value }), ...ends])
  }
  const isBack = isComeback(item)
  return actions([
    enterButton({ goal: goal.id, kind: goal.kind, title: goal.title, occurrence, isBack }, say),
    button({
      text: say['prompt.no-change'](),
      actionId: checkInActions.noChange,
      value,
      spoken: say['prompt.no-change-for']({ title: clip(readable(goal.title), limits.button - 20) }),
    }),
    statusSelect(goal.id, occurrence, say),
    ...(isBack ? wayOuts(goal.id, say) : ends),
  ])
}

/** It is still open though its day is over: it is to be closed, or to have another day. */
export const isPastItsDay = ({ standing }: PromptItem): boolean => standing.today > standing.goal.due

/** Unanswered again after a miss: three honest choices are offered. */
export const isComeback = (item: PromptItem): boolean =>
  (item.missed ?? 0) > 0 && !item.isAnswered && !isPastItsDay(item)

function wayOuts(goal: GoalId, say: Messages): Button[] {
  const value = JSON.stringify({ goal })
  return [
    button({ text: say['comeback.re-scope'](), actionId: goalActions.edit, value }),
    button({ text: say['comeback.retire'](), actionId: goalActions.close, value }),
  ]
}

function endings({ standing: { goal, status } }: PromptItem, say: Messages): Button[] {
  const value = JSON.stringify({ goal: goal.id })
  const actionId = status === 'done' ? goalActions.reach : goalActions.close
  return [
    button({ text: say['past-day.close'](), actionId, value }),
    button({ text: say['past-day.move'](), actionId: goalActions.edit, value }),
  ]
}

interface EnterParts {
  readonly goal: GoalId
  readonly kind: string
  readonly title: string
  readonly occurrence: OccurrenceId
  readonly isBack: boolean
}

function enterButton({ goal, kind, title, occurrence, isBack }: EnterParts, say: Messages): Button {
  const word = kind === 'milestone' ? say['prompt.answer']() : say['prompt.enter']()
  return button({
    text: isBack ? say['comeback.catch-up']() : word,
    actionId: checkInActions.enter,
    value: JSON.stringify({ goal, occurrence }),
    style: 'primary',
    spoken: say['prompt.enter-for']({ title: clip(readable(title), limits.button - 25) }),
  })
}

function statusSelect(goal: GoalId, occurrence: OccurrenceId, say: Messages): StaticSelect {
  return {
    type: 'static_select',
    action_id: checkInActions.status,
    placeholder: plain(say['prompt.status'](), limits.placeholder),
    options: statusWords.map((status) => ({
      text: plain(statusText(status, say), limits.optionText),
      value: JSON.stringify({ goal, status, occurrence }),
    })),
  }
}

/** One form for every goal that is open. */
export function answerAllButton(occurrence: OccurrenceId | undefined, say: Messages): Button {
  return button({
    text: say['prompt.all'](),
    actionId: checkInActions.all,
    value: JSON.stringify({ occurrence }),
    style: 'primary',
  })
}
