import type { Rung } from '../src/domain/blocked.ts'
import type { Goal } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, quoted, rich, section } from './blocks.ts'
import { openButton } from './goal-actions.ts'
import { goalName } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

const BLOCKER_MOST = 300

/** Told to a partner or a lead when a goal stays blocked; the owner saw beforehand that it would be. */
export function blockedTold(
  {
    goal,
    owner,
    blocker,
    to,
  }: { readonly goal: Goal; readonly owner: string; readonly blocker: string; readonly to: Rung },
  say: Messages,
): Message {
  const name = quoted(owner)
  return {
    text: spoken(say['blocked-told.text']({ owner: name })),
    blocks: [
      section(say[`blocked-told.${to}`]({ owner: name })),
      rich(
        { text: goalName(goal, say), style: { bold: true } },
        `\n${say['blocked-told.by']({ blocker: clip(blocker, BLOCKER_MOST) })}`,
      ),
      context(say['blocked-told.knows']({ owner: name })),
      actions([openButton(goal, say)]),
    ],
  }
}
