import type { Team } from '../src/domain/people.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import { ok, type Result, refuse } from '../src/domain/result.ts'
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
  if (!team.ok) return refused(team.refusal, visit)
  return { show: 'message', message: await told(team.value) }
}

/** The channel's team; in a direct message the person's only one. */
export async function teamMeant(deps: CommandDeps, visit: CommandVisit): Promise<Result<Team, Refusal>> {
  const team = await teamOf(deps, visit)
  if (team === undefined) return refuse({ kind: visit.isDirect ? 'choose-team' : 'no-team-here' })
  return team.isShared ? refuse({ kind: 'channel-shared', channel: team.channelName }) : ok(team)
}

async function teamOf(deps: CommandDeps, visit: CommandVisit): Promise<Team | undefined> {
  if (!visit.isDirect) return teamHere(deps, visit.workspace, visit.channel)
  const [only, ...others] = await teamsOf(deps, visit.person)
  return others.length === 0 ? only : undefined
}
