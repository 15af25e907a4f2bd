import { addMembers, dropMember, replaceMembers } from '../../db/members.ts'
import { moveChannel, saveChannel, teamIn } from '../../db/teams.ts'
import { transact } from '../../db/transaction.ts'
import type { Team } from '../domain/people.ts'
import type { ChannelId, PersonId, WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'

/** What Slack tells about a team's channel. Channels without a team are none of our business. */

export async function memberJoined(
  deps: Deps,
  workspace: WorkspaceId,
  channel: ChannelId,
  person: PersonId,
): Promise<void> {
  const team = await teamIn(deps.db, workspace, channel)
  if (team !== undefined) await addMembers(deps.db, workspace, team.id, [person], deps.now())
}

/** Who leaves drops off the board at once; their goals stay. */
export async function memberLeft(
  deps: Deps,
  workspace: WorkspaceId,
  channel: ChannelId,
  person: PersonId,
): Promise<void> {
  const team = await teamIn(deps.db, workspace, channel)
  if (team !== undefined) await dropMember(deps.db, workspace, team.id, person)
}

/** The channel's whole list of people, as just read from Slack. */
export async function setMembers(
  deps: Deps,
  workspace: WorkspaceId,
  channel: ChannelId,
  members: readonly PersonId[],
): Promise<void> {
  await transact(deps.db, async (trx) => {
    const team = await teamIn(trx, workspace, channel)
    if (team !== undefined) await replaceMembers(trx, workspace, team.id, members, deps.now())
  })
}

/** The bot was removed or let in again, the channel archived, opened, renamed or shared: what is due there stops or goes on. */
export async function channelChanged(
  deps: Deps,
  workspace: WorkspaceId,
  channel: ChannelId,
  facts: Partial<Pick<Team, 'channelName' | 'channelState' | 'isShared'>>,
): Promise<void> {
  await saveChannel(deps.db, workspace, channel, facts)
}

/** Slack gave the channel another id, as when it is shared for the first time. */
export async function channelMoved(
  deps: Deps,
  workspace: WorkspaceId,
  from: ChannelId,
  to: ChannelId,
): Promise<void> {
  await moveChannel(deps.db, workspace, from, to)
}
