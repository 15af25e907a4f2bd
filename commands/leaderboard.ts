import { type BoardChoice, boardModes, boardRanges, usualBoard } from '../src/domain/board-mode.ts'
import type { Team } from '../src/domain/people.ts'
import type { TeamId } from '../src/domain/types.ts'
import type { Feature, Press, Reply, Visit } from '../src/slack/feature.ts'
import { boardSheet, receiptFor } from '../src/usecases/board-sheet.ts'
import { teamsOf } from '../src/usecases/teams-of.ts'
import { leaderboard as board } from '../views/leaderboard.ts'
import type { Message } from '../views/message.ts'
import { placeReceipt } from '../views/receipt-of-place.ts'
import { boardChoiceButton, teamActions, teamButton } from '../views/team-actions.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'
import { aboutTeam } from './team-meant.ts'

/** /goal leaderboard: the same board as the channel gets, with one's own place added, for one's own eyes. */
export function leaderboard(deps: CommandDeps): Feature {
  return {
    name: 'leaderboard',
    aliases: ['board', 'rank', 'ranking', '排行榜'],
    help: 'help.leaderboard',
    run: (visit) => {
      const choice = choiceIn(visit.words)
      return aboutTeam(deps, visit, (team) =>
        choice === 'why' ? receiptOf(deps, visit, team) : boardOf(deps, visit, team, choice),
      )
    },
    presses: {
      [teamActions.board]: (press) => ofTeam(deps, press, teamButton.parse(press.value), boardOf),
      [teamActions.receipt]: (press) => ofTeam(deps, press, teamButton.parse(press.value), receiptOf),
      [teamActions.rank]: async (press) => {
        const { team, ...choice } = boardChoiceButton.parse(press.value)
        return instead(
          press,
          await ofTeam(deps, press, team, (all, visit, one) => boardOf(all, visit, one, choice)),
        )
      },
    },
  }
}

type Told = (deps: CommandDeps, visit: Visit, team: Team) => Promise<Message>

/** A button may be old or not one's own: only a team the person belongs to is shown. */
async function ofTeam(deps: CommandDeps, press: Press, id: TeamId, told: Told): Promise<Reply> {
  const team = (await teamsOf(deps, press.person)).find((one) => one.id === id)
  if (team === undefined) return refused({ kind: 'no-team-here' }, press)
  if (team.isShared) return refused({ kind: 'channel-shared', channel: team.channelName }, press)
  return { show: 'message', message: await told(deps, press, team) }
}

/** In place of the board whose button was pressed. */
const instead = (press: Press, reply: Reply): Reply =>
  reply.show === 'message' && press.from.kind === 'message' ? { ...reply, show: 'replacement' } : reply

async function boardOf(deps: CommandDeps, visit: Visit, team: Team, choice: BoardChoice = usualBoard) {
  return board(await boardSheet(deps, team, visit.now, choice), visit.say, visit.person)
}

async function receiptOf(deps: CommandDeps, visit: Visit, team: Team) {
  return placeReceipt(await receiptFor(deps, team, visit.person.id, visit.now), visit.say)
}

/** `consistency month`, `進步`, `why`; words that say nothing of a board change nothing. */
function choiceIn(words: string): BoardChoice | 'why' {
  const said = words.toLowerCase()
  if (/\bwhy\b|為什麼|為何/.test(said)) return 'why'
  const mode = boardModes.find((one) => named[one].test(said)) ?? usualBoard.mode
  const range = boardRanges.find((one) => ranges[one].test(said)) ?? usualBoard.range
  return { mode, range }
}

const named = {
  pace: /pace|進度/,
  consistency: /consisten|reliab|on[- ]time|準時|穩定/,
  improved: /improv|進步/,
  team: /\bteam\b|團隊/,
} as const
const ranges = {
  week: /week|週/,
  month: /month|月/,
  quarter: /quarter|季/,
  season: /season|year|半年|年/,
} as const
