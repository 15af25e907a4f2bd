import type { KnownBlock } from '@slack/types'
import type { Goal } from '../src/domain/goal.ts'
import type { LookBack, Outcome } from '../src/domain/look-back.ts'
import type { GoalSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, rich, section } from './blocks.ts'
import { openButton } from './goal-actions.ts'
import { goalName, joined } from './goal-words.ts'
import { clip } from './limits.ts'
import { lookBackActions } from './look-back-actions.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

const WORDS_MOST = 900

/** "Reached, 3 days early" and "You gave it 8 of 10 at first; it came to 62 %." */
export function outcomeLines(outcome: Outcome, goal: Pick<Goal, 'isAspirational'>, say: Messages): string[] {
  const { share, isReached, isGood, eased, confidence } = outcome
  const came = share === undefined ? undefined : say['look-back.came-to']({ share: say.format.share(share) })
  const facts = [
    say[isReached ? 'look-back.reached' : 'look-back.ended'](),
    isReached ? undefined : came,
    !isReached && isGood && goal.isAspirational ? say['look-back.good']() : undefined,
    daysText(outcome, say),
    eased > 0 ? say['look-back.eased']({ count: eased }) : undefined,
  ]
  if (confidence === undefined) return [joined(facts)]
  const end = isReached ? say['look-back.came-reached']() : (came ?? say['look-back.came-ended']())
  const said = say['look-back.confidence']({ value: confidence })
  return [joined(facts), say['look-back.confidence-then']({ said, came: end })]
}

/** Of what was given up its day says nothing. */
function daysText({ isReached, daysEarly }: Outcome, say: Messages): string | undefined {
  if (!isReached) return undefined
  if (daysEarly === 0) return say['look-back.on-day']()
  return daysEarly > 0
    ? say['look-back.days-early']({ days: daysEarly })
    : say['look-back.days-late']({ days: -daysEarly })
}

/** To the owner, on the morning after: once, and with a way to say no. */
export function askedToLookBack(
  { goal, outcome }: { readonly goal: Goal; readonly outcome: Outcome },
  say: Messages,
): Message {
  const value = JSON.stringify({ goal: goal.id })
  return {
    text: spoken(say['look-back.ask.text']({ goal: goalName(goal, say) })),
    blocks: [
      section(say['look-back.ask']()),
      rich(
        { text: goalName(goal, say), style: { bold: true } },
        `\n${outcomeLines(outcome, goal, say).join('\n')}`,
      ),
      actions([
        button({
          text: say['look-back.open'](),
          actionId: lookBackActions.open,
          value,
          style: 'primary',
        }),
        button({ text: say['look-back.next'](), actionId: lookBackActions.next, value }),
        button({ text: say['look-back.no'](), actionId: lookBackActions.decline, value }),
      ]),
    ],
  }
}

/** In place of the question, once it is answered either way. */
export function lookBackAnswered(goal: Goal, as: 'saved' | 'declined', say: Messages): Message {
  const value = JSON.stringify({ goal: goal.id })
  const text = say[`look-back.${as}`]()
  return {
    text: spoken(text),
    blocks: [
      section(text),
      context(goalName(goal, say)),
      actions([
        button({ text: say['look-back.next'](), actionId: lookBackActions.next, value }),
        openButton(goal, say),
      ]),
    ],
  }
}

/** In the goal's thread, for everyone. */
export function lookedBack(
  {
    goal,
    owner,
    outcome,
    written,
  }: { readonly goal: Goal; readonly owner: string; readonly outcome: Outcome; readonly written: LookBack },
  say: Messages,
): Message {
  const title = say['look-back.shown']({ owner })
  const lines = [
    ...outcomeLines({ ...outcome, confidence: undefined }, goal, say),
    ...wordLines(written, say),
  ]
  return {
    text: spoken(`${title}: ${goalName(goal, say)}`),
    blocks: [rich({ text: title, style: { bold: true } }, `\n${lines.join('\n')}`)],
  }
}

/** On the page of a goal that has ended. What was expected of it is between its owner and the bot. */
export function endedBlock({ ended, standing, owner, can }: GoalSheet, say: Messages): KnownBlock[] {
  if (ended === undefined) return []
  const { outcome, written } = ended
  const shown = can.lookBack ? outcome : { ...outcome, confidence: undefined }
  const lines = outcomeLines(shown, standing.goal, say)
  if (written === undefined) return [context(...lines)]
  const title = say[written.isShared ? 'look-back.shown' : 'look-back.shown.own']({ owner: owner.name })
  return [
    rich({ text: title, style: { bold: true } }, `\n${[...lines, ...wordLines(written, say)].join('\n')}`),
  ]
}

function wordLines({ lessons, helped, hindered }: LookBack, say: Messages): string[] {
  const tapped = joined(lessons.map((lesson) => say[`look-back.lesson.${lesson}`]()))
  return [
    ...(tapped === '' ? [] : [tapped]),
    ...(helped === undefined ? [] : [say['look-back.helped']({ words: clip(helped, WORDS_MOST) })]),
    ...(hindered === undefined ? [] : [say['look-back.hindered']({ words: clip(hindered, WORDS_MOST) })]),
  ]
}
