import type { Team } from '../src/domain/people.ts'
import type { TeamId } from '../src/domain/types.ts'
import type { CommandVisit, Feature, Reply, Visit } from '../src/slack/feature.ts'
import { boardSheet } from '../src/usecases/board-sheet.ts'
import { teamHere, teamsOf } from '../src/usecases/teams-of.ts'
import { leaderboard as board } from '../views/leaderboard.ts'
import { teamActions, teamButton } from '../views/team-actions.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'

/** /goal leaderboard: the same board as the channel gets, with one's own place added, for one's own eyes. */
export function leaderboard(deps: CommandDeps): Feature {
  return {
    name: 'leaderboard',
    aliases: ['board', 'rank', 'ranking', '排行榜'],
    help: 'help.leaderboard',
    run: async (visit) => {
      const team = await teamMeant(deps, visit)
      if (team !== undefined) return boardOf(deps, visit, team)
      return refused({ kind: visit.isDirect ? 'choose-team' : 'no-team-here' }, visit)
    },
    presses: {
      [teamActions.board]: async (press) => {
        const team = await ownTeam(deps, press, teamButton.parse(press.value))
        return team === undefined ? refused({ kind: 'no-team-here' }, press) : boardOf(deps, press, team)
      },
    },
  }
}

/** The channel's team; in a direct message the person's only one. */
async function teamMeant(deps: CommandDeps, visit: CommandVisit): Promise<Team | undefined> {
  if (!visit.isDirect) return teamHere(deps, visit.workspace, visit.channel)
  const [only, ...others] = await teamsOf(deps, visit.person)
  return others.length === 0 ? only : undefined
}

/** A button may be old or not one's own: only a team the person belongs to is shown. */
async function ownTeam(deps: CommandDeps, visit: Visit, id: TeamId): Promise<Team | undefined> {
  return (await teamsOf(deps, visit.person)).find((team) => team.id === id)
}

async function boardOf(deps: CommandDeps, visit: Visit, team: Team): Promise<Reply> {
  if (team.isShared) return refused({ kind: 'channel-shared', channel: team.channelName }, visit)
  const sheet = await boardSheet(deps, team, visit.now)
  return { show: 'message', message: board(sheet, visit.say, visit.person) }
}
