import type { Goal } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, rich, section } from './blocks.ts'
import { goalActions, openButton } from './goal-actions.ts'
import { goalName } from './goal-words.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

/** To the owner: someone marked the last milestone, and the goal may be closed. */
export function milestonesDone(goal: Goal, say: Messages): Message {
  const value = JSON.stringify({ goal: goal.id })
  const text = say['milestones.close']()
  return {
    text: spoken(say['milestones.all-done.text']({ goal: goalName(goal, say) })),
    blocks: [
      section(say['milestones.all-done']()),
      rich({ text: goalName(goal, say), style: { bold: true } }),
      actions([
        button({ text, actionId: goalActions.reach, value, style: 'primary' }),
        openButton(goal, say),
      ]),
    ],
  }
}
