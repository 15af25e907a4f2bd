import { post } from './messages.ts'
import { eventDelivery } from './payloads.ts'
import type { SandboxChannel } from './protocol.ts'
import { botIsIn, type Slack } from './slack.ts'

/** Brings someone, or the bot, into a channel. Nothing happens when they are there already. */
export function join(slack: Slack, channel: SandboxChannel, user: string, inviter?: string): void {
  if (channel.members.includes(user)) return
  const joined = changed(slack, channel, [...channel.members, user])
  post(slack, joined, { user, text: `<@${user}> has joined the channel`, subtype: 'channel_join' })
  if (!botIsIn(slack, joined)) return
  slack.tell(
    eventDelivery(
      slack,
      {
        type: 'member_joined_channel',
        ...membership(slack, joined, user),
        ...(inviter === undefined ? {} : { inviter }),
      },
      joined,
    ),
  )
}

export function leave(slack: Slack, channel: SandboxChannel, user: string): void {
  if (!channel.members.includes(user)) return
  const isBot = user === slack.world.bot.user_id
  const knew = botIsIn(slack, channel)
  const left = changed(
    slack,
    channel,
    channel.members.filter((member) => member !== user),
  )
  post(slack, left, { user, text: `<@${user}> has left the channel`, subtype: 'channel_leave' })
  if (!knew) return
  const event_ts = slack.stamp(channel.id)
  // Of its own leaving a bot hears by channel_left or group_left.
  const own = {
    type: channel.kind === 'private' ? 'group_left' : 'channel_left',
    channel: channel.id,
    event_ts,
  }
  const theirs = { type: 'member_left_channel', ...membership(slack, channel, user) }
  slack.tell(eventDelivery(slack, isBot ? own : theirs, channel))
}

function changed(slack: Slack, channel: SandboxChannel, members: readonly string[]): SandboxChannel {
  const now = { ...channel, members }
  slack.state.channels.set(channel.id, now)
  slack.show({ kind: 'channel', channel: now })
  return now
}

const membership = (slack: Slack, channel: SandboxChannel, user: string) => ({
  user,
  channel: channel.id,
  channel_type: channel.kind === 'private' ? 'G' : 'C',
  team: slack.world.team.id,
  event_ts: slack.stamp(channel.id),
})
