import type { KnownBlock } from '@slack/types'
import type { Goal } from '../src/domain/goal.ts'
import type { Team } from '../src/domain/people.ts'
import type { Instant } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, mrkdwn, rich, section } from './blocks.ts'
import { checkInActions } from './check-in-actions.ts'
import { goalActions, openButton } from './goal-actions.ts'
import { goalName, joined, rangeText, spanText } from './goal-words.ts'
import { clip } from './limits.ts'
import { measureName } from './measures.ts'
import type { Message } from './message.ts'
import { dayToken } from './moments.ts'
import { spoken } from './spoken.ts'
import { setUpButton } from './team-actions.ts'

const WORDS_MOST = 600

export interface Receipt {
  readonly goal: Goal
  /** Absent when the team asks nobody. */
  readonly nextPromptAt: Instant | undefined
  /** Who made the goal, when that was not its owner. */
  readonly setBy: string | undefined
  /** The team, when this goal made it. */
  readonly madeTeam: Team | undefined
}

/** What the owner is told once a goal is made: the goal in one sentence, and when the number is asked for. */
export function receipt({ goal, nextPromptAt, setBy, madeTeam }: Receipt, say: Messages): Message {
  const intro = setBy === undefined ? say['receipt.set']() : say['receipt.set-by']({ name: setBy })
  const next =
    nextPromptAt === undefined
      ? say['receipt.no-next']()
      : mrkdwn(say['receipt.next']({ moment: dayToken(nextPromptAt, say) }))
  return {
    text: spoken(say['receipt.text']({ goal: goalName(goal, say) })),
    blocks: [
      section(intro),
      rich({ text: goalName(goal, say), style: { bold: true } }, `\n${smartSentence(goal, say)}`),
      section(next),
      ...(goal.visibility === 'private' ? [context(say['receipt.private']())] : []),
      actions([
        button({
          text: say['receipt.check-in'](),
          actionId: checkInActions.enter,
          value: JSON.stringify({ goal: goal.id }),
        }),
        button({
          text: say['receipt.edit'](),
          actionId: goalActions.edit,
          value: JSON.stringify({ goal: goal.id }),
        }),
      ]),
      ...(madeTeam === undefined ? [] : teamMade(madeTeam, say)),
    ],
  }
}

/** Told to whoever was named partner; nothing is asked of them. */
export function partnerTold(
  told: { readonly goal: Goal; readonly owner: string; readonly namedBy: string },
  say: Messages,
): Message {
  const { goal, owner, namedBy } = told
  return {
    text: spoken(say['partner.text']({ owner })),
    blocks: [
      section(say['partner.named']({ name: namedBy, owner })),
      rich(
        { text: goalName(goal, say), style: { bold: true } },
        `\n${joined([spanText(goal, say), say['goal.due']({ due: say.format.date(goal.due) })])}`,
      ),
      context(say['partner.means']()),
      actions([
        {
          ...openButton(goal, say),
          text: button({ text: say['partner.show'](), actionId: goalActions.show }).text,
        },
      ]),
    ],
  }
}

/** How much, by when, measured how, by doing what, and why. */
function smartSentence(goal: Goal, say: Messages): string {
  return [
    measuredSentence(goal, say),
    goal.levers && say['receipt.by']({ levers: clip(goal.levers, WORDS_MOST) }),
    goal.why && say['receipt.why']({ why: clip(goal.why, WORDS_MOST) }),
    goal.firstStep && say['receipt.first-step']({ step: clip(goal.firstStep, WORDS_MOST) }),
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n')
}

/** A measure of one's own adds nothing to the numbers. */
function measuredSentence(goal: Goal, say: Messages): string {
  const before = spanSentence(goal, say)
  if (goal.measure === 'deliverable' || goal.measure.startsWith('custom-')) return before
  const sentence = say['receipt.measure']({ measure: measureName(goal.measure, say) })
  return say['form.sentences']({ before, sentence })
}

function spanSentence(goal: Goal, say: Messages): string {
  const { format } = say
  const amount = (value: number | undefined) => format.amount(value ?? 0, goal.unit)
  const dates = { start: format.date(goal.start), due: format.date(goal.due) }
  switch (goal.kind) {
    case 'reach':
    case 'cumulative':
      return say['receipt.from-to']({ from: amount(goal.baseline), to: amount(goal.target), ...dates })
    case 'maintain':
      return say['receipt.keep']({ range: rangeText(goal, say), ...dates })
    case 'cadence':
      return say['receipt.each-week']({ amount: amount(goal.target), ...dates })
    case 'milestone':
      return say['receipt.deliver'](dates)
  }
}

function teamMade(team: Team, say: Messages): KnownBlock[] {
  const { format } = say
  const asked = say['receipt.asked']({
    cadence: team.cadence,
    weekday: format.weekday(team.weekday),
    time: format.time(team.time),
  })
  const board =
    team.hasBoard || team.hasSummary
      ? say['receipt.week']({ weekday: format.weekday(team.boardWeekday), time: format.time(team.boardTime) })
      : say['receipt.no-week']()
  return [
    context(say['receipt.made-team']({ channel: team.channelName }), joined([asked, board])),
    actions([setUpButton(team.channel, say['receipt.settings']())]),
  ]
}
