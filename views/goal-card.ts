import type { Goal, GoalTerms, GoalVersion } from '../src/domain/goal.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, mrkdwn, type RichPart, rich, section } from './blocks.ts'
import { changedLines } from './changes.ts'
import { openButton } from './goal-actions.ts'
import { currentText, goalName, joined, spanText, valueText } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { dayToken } from './moments.ts'
import { spoken } from './spoken.ts'

const WORDS_MOST = 600

export interface CardFacts {
  readonly goal: Goal
  /** Names, never mentions: a card calls nobody. */
  readonly owner: string
  readonly coOwners: readonly string[]
}

/** The quiet card a new goal gets in its channel; what changes later stands in its thread. */
export function goalCard({ goal, owner, coOwners }: CardFacts, say: Messages): Message {
  const who =
    coOwners.length === 0
      ? say['card.owner']({ owner })
      : say['card.owner-with']({ owner, names: say.format.list(coOwners) })
  const facts = joined([
    spanText(goal, say),
    say['goal.due']({ due: say.format.date(goal.due) }),
    goal.isAspirational ? say['show.aspirational']() : undefined,
  ])
  const words = [
    goal.levers && say['card.by']({ levers: clip(goal.levers, WORDS_MOST) }),
    goal.why && say['card.why']({ why: clip(goal.why, WORDS_MOST) }),
  ].filter((line) => line !== undefined && line !== '')
  return {
    text: spoken(say['card.text']({ owner, goal: goalName(goal, say) })),
    blocks: [
      rich(...titleLines(goal, `${who}\n${facts}`, say)),
      ...(words.length === 0 ? [] : [context(words.join('\n'))]),
    ],
  }
}

export interface Change {
  readonly goal: Pick<Goal, 'number' | 'title'>
  readonly before: GoalTerms
  readonly version: Pick<GoalVersion, 'terms' | 'reason' | 'ease' | 'countsFrom'>
  /** Who changed it. */
  readonly by: string
}

/** The goalposts never move silently: old and new, who and why, and from when an easing counts. */
export function goalChanged({ goal, before, version, by }: Change, say: Messages): Message {
  const lines = changedLines(before, version.terms, say)
  const { reason } = version
  const counts =
    version.ease === 'easier'
      ? mrkdwn(say['changed.counts-from']({ moment: dayToken(version.countsFrom, say) }))
      : say['changed.counts-now']()
  return {
    text: spoken(say['changed.text']({ name: by, goal: goalName(goal, say) })),
    blocks: [
      rich(
        { text: say[`changed.${version.ease}`]({ name: by }), style: { bold: true } },
        `\n${lines.join('\n')}`,
      ),
      ...(reason === undefined ? [] : [section(say['changed.reason']({ reason: clip(reason, WORDS_MOST) }))]),
      context(counts),
    ],
  }
}

/** Reached is celebrated, retired is told as it is. */
export function goalClosed(
  { goal, owner }: { readonly goal: Goal; readonly owner: string },
  say: Messages,
): Message {
  const isReached = goal.state === 'reached'
  const intro = say[isReached ? 'closed.reached' : 'closed.retired']({ owner })
  const value = goal.last && goal.kind !== 'milestone' ? valueText(goal, goal.last.value, say) : undefined
  const facts = joined([spanText(goal, say), value && say['closed.reached.at']({ amount: value })])
  return {
    text: spoken(
      say[isReached ? 'closed.reached.text' : 'closed.retired.text']({
        owner,
        goal: goalName(goal, say),
      }),
    ),
    blocks: [
      section(intro),
      rich(...titleLines(goal, facts, say)),
      ...(goal.closingNote === undefined
        ? []
        : [section(say['closed.note']({ note: clip(goal.closingNote, WORDS_MOST) }))]),
    ],
  }
}

/** Told to whoever opened a closed goal again. */
export function reopened(goal: Goal, say: Messages): Message {
  const text = say['card.reopened']({ goal: goalName(goal, say) })
  return {
    text: spoken(text),
    blocks: [section(text), context(currentText(goal, say)), actions([openButton(goal, say)])],
  }
}

const titleLines = (goal: Goal, lines: string, say: Messages): (string | RichPart)[] => [
  { text: goalName(goal, say), style: { bold: true } },
  `\n${lines}`,
]
