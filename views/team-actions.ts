import type { Button } from '@slack/types'
import { z } from 'zod'
import { type BoardChoice, boardModes, boardRanges } from '../src/domain/board-mode.ts'
import type { Team } from '../src/domain/people.ts'
import type { ChannelId, TeamId } from '../src/domain/types.ts'
import { channelId } from './answers.ts'
import { button, readable } from './blocks.ts'
import { buttonValue } from './button-value.ts'

export const teamActions = {
  /** A channel's settings, also before it has a team: `channelButton`. */
  setUp: 'team.set-up',
  /** `teamButton` */
  board: 'team.board',
  /** Another way to rank, what follows the slash names it: `boardChoiceButton`. */
  rank: 'team.rank',
  /** How one's own place came about: `teamButton`. */
  receipt: 'team.receipt',
} as const

const teamId = z.custom<TeamId>((value) => typeof value === 'string' && value !== '')

/** Reads the value back: the channel's id. */
export const channelButton = buttonValue({ channel: channelId }).transform(({ channel }) => channel)
/** Reads the value back: the team's id. */
export const teamButton = buttonValue({ team: teamId }).transform(({ team }) => team)

/** Reads the value back: the team's id, and what its board ranks by. */
export const boardChoiceButton = buttonValue({
  team: teamId,
  mode: z.enum(boardModes),
  range: z.enum(boardRanges),
})

export function choiceButton(team: Pick<Team, 'id'>, { mode, range }: BoardChoice, text: string): Button {
  return button({
    text,
    actionId: `${teamActions.rank}/${mode}-${range}`,
    value: JSON.stringify({ team: team.id, mode, range }),
  })
}

export function receiptButton(team: Pick<Team, 'id'>, text: string): Button {
  return button({ text, actionId: teamActions.receipt, value: JSON.stringify({ team: team.id }) })
}

/** `spoken` names the team where several such buttons stand together. */
export function setUpButton(channel: ChannelId, text: string, spoken?: string): Button {
  return button({
    text,
    actionId: teamActions.setUp,
    value: JSON.stringify({ channel }),
    ...(spoken === undefined ? {} : { spoken: readable(spoken) }),
  })
}

export function boardButton(team: Pick<Team, 'id'>, text: string, spoken?: string): Button {
  return button({
    text,
    actionId: teamActions.board,
    value: JSON.stringify({ team: team.id }),
    ...(spoken === undefined ? {} : { spoken: readable(spoken) }),
  })
}
