import type { KnownBlock } from '@slack/types'
import type { Goal } from '../src/domain/goal.ts'
import type { Team } from '../src/domain/people.ts'
import type { Instant } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, mrkdwn, rich, section } from './blocks.ts'
import { checkInActions } from './check-in-actions.ts'
import { goalActions, openButton } from './goal-actions.ts'
import { goalName, joined, spanText } from './goal-words.ts'
import type { Message } from './message.ts'
import { dayToken } from './moments.ts'
import { smartSentence } from './smart-sentence.ts'
import { spoken } from './spoken.ts'
import { setUpButton } from './team-actions.ts'

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
