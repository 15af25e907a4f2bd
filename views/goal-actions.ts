import type { Button } from '@slack/types'
import { z } from 'zod'
import type { Goal } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { goalId } from './answers.ts'
import { button, readable } from './blocks.ts'
import { buttonValue } from './button-value.ts'
import { goalName } from './goal-words.ts'

/** What the buttons of a goal send, with `goalButton`; `page` sends `pageButton`. */
export const goalActions = {
  show: 'goal.show',
  edit: 'goal.edit',
  close: 'goal.close',
  /** Closing because the target is met. */
  reach: 'goal.reach',
  reopen: 'goal.reopen',
  /** Another page of one's own list. */
  page: 'goal.page',
} as const

/** Reads the value back: the goal's id. */
export const goalButton = buttonValue({ goal: goalId }).transform(({ goal }) => goal)
/** Reads the value back: the page, counted from 1. */
export const pageButton = buttonValue({ page: z.int().min(1) }).transform(({ page }) => page)

export function openButton(goal: Pick<Goal, 'id' | 'number' | 'title'>, say: Messages): Button {
  return button({
    text: say['button.open'](),
    actionId: goalActions.show,
    value: JSON.stringify({ goal: goal.id }),
    spoken: readable(`${say['button.open']()} ${goalName(goal, say)}`),
  })
}
