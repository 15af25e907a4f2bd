import { personOf } from '../db/people.ts'
import { firstContact } from '../views/first-contact.ts'
import type { Person } from './domain/people.ts'
import type { Messages } from './i18n/say.ts'
import type { Consequences } from './slack/changes.ts'
import type { SlackClient } from './slack/clients.ts'
import { writeTo } from './slack/deliver.ts'
import type { PeopleDirectory } from './slack/directory.ts'
import {
  channelChanged,
  channelMoved,
  memberJoined,
  memberLeft,
  setMembers,
} from './usecases/channel-news.ts'
import type { Deps } from './usecases/deps.ts'
import { offerLeave } from './usecases/offer-leave.ts'
import { reschedulePerson } from './usecases/schedules.ts'
import { channelLost, ownerGone } from './usecases/team-trouble.ts'

/** What follows from changes in the workspace that nobody told the bot in words. */
export function consequencesOf(wiring: {
  readonly deps: Deps
  readonly directory: PeopleDirectory
  readonly client: SlackClient
  readonly sayTo: (person: Person | undefined) => Messages
}): Consequences {
  const { deps, directory, client, sayTo } = wiring
  return {
    async personChanged(workspace, id, status) {
      const person = await personOf(deps.db, workspace, id)
      if (person === undefined) return
      await reschedulePerson(deps.db, deps, person)
      if (person.isDeactivated) await ownerGone(deps, person)
      else await offerLeave(deps, workspace, id, status)
    },
    joined: (workspace, channel, person) => memberJoined(deps, workspace, channel, person),
    left: (workspace, channel, person) => memberLeft(deps, workspace, channel, person),
    async botJoined(workspace, channel, by) {
      await channelChanged(deps, workspace, channel, { channelState: 'open' })
      const facts = await directory.channel(workspace, channel)
      await setMembers(deps, workspace, channel, await directory.members(workspace, channel))
      const inviter = by === undefined ? undefined : await directory.person(workspace, by)
      if (facts === undefined || inviter === undefined || inviter.isBot) return
      await writeTo(client, inviter.id, firstContact(facts, sayTo(inviter)))
    },
    botLeft: (workspace, channel) => channelLost(deps, workspace, channel, 'left'),
    channelArchived: (workspace, channel, isArchived) =>
      isArchived
        ? channelLost(deps, workspace, channel, 'archived')
        : channelChanged(deps, workspace, channel, { channelState: 'open' }),
    channelShared: (workspace, channel, isShared) => channelChanged(deps, workspace, channel, { isShared }),
    channelRenamed: (workspace, channel, name) =>
      channelChanged(deps, workspace, channel, { channelName: name }),
    channelIdChanged: (workspace, from, to) => channelMoved(deps, workspace, from, to),
  }
}
