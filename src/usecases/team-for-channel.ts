import { replaceMembers } from '../../db/members.ts'
import type { Trx } from '../../db/schema.ts'
import { insertTeam, saveChannel, teamIn } from '../../db/teams.ts'
import { type ChannelFacts, defaultSettings, type Person, type Team } from '../domain/people.ts'
import type { PersonId, TeamId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { note } from './note.ts'

export interface ChannelNow {
  readonly channel: ChannelFacts
  readonly members: readonly PersonId[]
}

/** The channel's team, up to date with what Slack says; made with the defaults, the actor its lead, when it has none. */
export async function teamForChannel(
  trx: Trx,
  deps: Deps,
  actor: Person,
  { channel, members }: ChannelNow,
): Promise<{ readonly team: Team; readonly isNew: boolean }> {
  const { workspace } = actor
  const known = await teamIn(trx, workspace, channel.id)
  const team = known ?? newTeam(deps, actor, channel)
  if (known === undefined) {
    await insertTeam(trx, workspace, team)
    await note(trx, deps, actor, {
      action: 'team-made',
      subject: team.id,
      details: { channel: channel.id },
    })
  }
  const seen = {
    channelName: channel.name,
    channelState: 'open',
    isShared: channel.isShared,
  } as const
  await saveChannel(trx, workspace, channel.id, seen)
  await replaceMembers(trx, workspace, team.id, members, deps.now())
  return { team: { ...team, ...seen }, isNew: known === undefined }
}

function newTeam(deps: Deps, actor: Person, channel: ChannelFacts): Team {
  return {
    ...defaultSettings,
    zone: actor.zone,
    id: deps.newId() as TeamId,
    workspace: actor.workspace,
    channel: channel.id,
    channelName: channel.name,
    channelState: 'open',
    isShared: channel.isShared,
    leads: [actor.id],
    createdAt: deps.now(),
  }
}
