import type { Team } from '../src/domain/people.ts'
import type { CommandVisit, Reply } from '../src/slack/feature.ts'
import { teamHere, teamsOf } from '../src/usecases/teams-of.ts'
import type { Message } from '../views/message.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'

/** A private answer about the channel's team; in a direct message about the person's only one. */
export async function aboutTeam(
  deps: CommandDeps,
  visit: CommandVisit,
  told: (team: Team) => Promise<Message>,
): Promise<Reply> {
  const team = await teamMeant(deps, visit)
  if (team === undefined) return refused({ kind: visit.isDirect ? 'choose-team' : 'no-team-here' }, visit)
  if (team.isShared) return refused({ kind: 'channel-shared', channel: team.channelName }, visit)
  return { show: 'message', message: await told(team) }
}

async function teamMeant(deps: CommandDeps, visit: CommandVisit): Promise<Team | undefined> {
  if (!visit.isDirect) return teamHere(deps, visit.workspace, visit.channel)
  const [only, ...others] = await teamsOf(deps, visit.person)
  return others.length === 0 ? only : undefined
}
