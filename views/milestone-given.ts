import type { Goal, Step } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, rich, section } from './blocks.ts'
import { openButton } from './goal-actions.ts'
import { goalName, joined } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

const STEP_MOST = 150

export interface GivenMilestone {
  readonly goal: Goal
  readonly step: Step
  /** Whose goal it belongs to. */
  readonly owner: string
}

/** To whoever a milestone was given to, or whose milestone has another day now. */
export function milestoneGiven({ goal, step, owner }: GivenMilestone, say: Messages): Message {
  const due = say['goal.due']({ due: say.format.date(step.due ?? goal.due) })
  const title = clip(step.title, STEP_MOST)
  return {
    text: spoken(say['milestones.given.text']({ step: title, due })),
    blocks: [
      section(say['milestones.given']({ owner })),
      rich({ text: title, style: { bold: true } }, `\n${due}`),
      context(joined([goalName(goal, say)])),
      actions([openButton(goal, say)]),
    ],
  }
}
