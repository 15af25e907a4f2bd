import { teamIn, teamsWith } from '../../db/teams.ts'
import type { Person, Team } from '../domain/people.ts'
import type { ChannelId, WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'

/** The teams a person is a member or lead of. */
export async function teamsOf(deps: Deps, person: Person): Promise<readonly Team[]> {
  return teamsWith(deps.db, person.workspace, person.id)
}

/** The team whose channel this is. */
export async function teamHere(
  deps: Deps,
  workspace: WorkspaceId,
  channel: ChannelId,
): Promise<Team | undefined> {
  return teamIn(deps.db, workspace, channel)
}
