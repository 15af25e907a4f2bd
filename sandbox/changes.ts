import { eventDelivery, userOnWire } from './payloads.ts'
import type { SandboxChannel, SandboxUser } from './protocol.ts'
import { botIsIn, channelOf, type Slack, userOf } from './slack.ts'
import { OTHER_TEAM } from './world.ts'

/** A person changes zone, language or name, or leaves; the bot hears `user_change`. */
export function changeUser(slack: Slack, id: string, changes: Partial<Omit<SandboxUser, 'id'>>): void {
  const user = { ...userOf(slack, id), ...changes }
  slack.state.users.set(id, user)
  const event_ts = slack.stamp('users')
  slack.tell(
    eventDelivery(slack, {
      type: 'user_change',
      user: userOnWire(slack, user, { withLocale: true }),
      cache_ts: Math.floor(slack.now() / 1000),
      event_ts,
    }),
  )
}

/** A channel is renamed, archived, brought back, or shared with another organisation. */
export function changeChannel(
  slack: Slack,
  id: string,
  changes: Partial<Pick<SandboxChannel, 'name' | 'is_archived' | 'is_ext_shared'>>,
): void {
  const before = channelOf(slack, id)
  const channel = { ...before, ...changes }
  slack.state.channels.set(id, channel)
  slack.show({ kind: 'channel', channel })
  if (!botIsIn(slack, channel)) return
  const kind = channel.kind === 'private' ? 'group' : 'channel'
  const event_ts = slack.stamp(id)
  if (before.name !== channel.name) {
    const renamed = { id, name: channel.name, created: 1_767_225_600 }
    slack.tell(eventDelivery(slack, { type: `${kind}_rename`, channel: renamed, event_ts }, channel))
  }
  if (before.is_ext_shared !== channel.is_ext_shared) {
    const shared = channel.is_ext_shared
      ? { type: 'channel_shared', channel: id, connected_team_id: OTHER_TEAM, event_ts }
      : {
          type: 'channel_unshared',
          channel: id,
          previously_connected_team_id: OTHER_TEAM,
          is_ext_shared: false,
          event_ts,
        }
    slack.tell(eventDelivery(slack, shared, channel))
  }
  if (before.is_archived !== channel.is_archived) {
    const type = `${kind}_${channel.is_archived ? 'archive' : 'unarchive'}`
    slack.tell(eventDelivery(slack, { type, channel: id, event_ts }, channel))
  }
}
