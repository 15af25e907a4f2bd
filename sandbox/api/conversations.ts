import { z } from 'zod'
import { channelOnWire } from '../payloads.ts'
import type { SandboxChannel } from '../protocol.ts'
import { botIsIn, channelOf, Refused, type Slack, userOf } from '../slack.ts'
import { directMessage, dmId } from '../state.ts'
import { flag, type Method, method, page, paged } from './method.ts'

const listing = {
  ...page,
  types: z.string().default('public_channel'),
  exclude_archived: flag(false),
}

export const conversations: Readonly<Record<string, Method>> = {
  'conversations.list': method(z.object(listing), (slack, args) => {
    const { items, response_metadata } = paged(listed(slack, args, canSee), args)
    return { channels: items.map((channel) => channelOnWire(slack, channel)), response_metadata }
  }),
  'users.conversations': method(z.object({ ...listing, user: z.string().optional() }), (slack, args) => {
    const of = args.user
    const isTheirs = (on: Slack, channel: SandboxChannel) =>
      canSee(on, channel) && (of === undefined ? botIsIn(on, channel) : channel.members.includes(of))
    const { items, response_metadata } = paged(listed(slack, args, isTheirs), args)
    return { channels: items.map((channel) => channelOnWire(slack, channel)), response_metadata }
  }),
  'conversations.info': method(z.object({ channel: z.string() }), (slack, { channel }) => ({
    channel: channelOnWire(slack, seenChannel(slack, channel)),
  })),
  'conversations.members': method(z.object({ channel: z.string(), ...page }), (slack, args) => {
    const channel = seenChannel(slack, args.channel)
    const all = channel.kind === 'im' ? [...channel.members, slack.world.bot.user_id] : channel.members
    const { items, response_metadata } = paged(all, args)
    return { members: items, response_metadata }
  }),
  'conversations.open': method(
    z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag(false) }),
    (slack, args) => {
      const known = args.channel === undefined ? undefined : channelOf(slack, args.channel)
      if (args.users?.includes(',')) throw new Refused('method_not_supported_for_channel_type')
      const channel = known ?? directMessageWith(slack, userOf(slack, args.users ?? '').id)
      return { channel: args.return_im ? channelOnWire(slack, channel) : { id: channel.id } }
    },
  ),
}

/** Public channels are seen by all; private ones by members only. */
const canSee = (slack: Slack, channel: SandboxChannel) => channel.kind === 'public' || botIsIn(slack, channel)

export function seenChannel(slack: Slack, id: string): SandboxChannel {
  const channel = channelOf(slack, id)
  if (!canSee(slack, channel)) throw new Refused('channel_not_found')
  return channel
}

const typeOf = ({ kind }: SandboxChannel) =>
  ({ public: 'public_channel', private: 'private_channel', im: 'im' })[kind]

function listed(
  slack: Slack,
  args: { readonly types: string; readonly exclude_archived: boolean },
  isListed: (slack: Slack, channel: SandboxChannel) => boolean,
): readonly SandboxChannel[] {
  const types = args.types.split(',').map((type) => type.trim())
  return [...slack.state.channels.values()].filter(
    (channel) =>
      types.includes(typeOf(channel)) &&
      isListed(slack, channel) &&
      !(args.exclude_archived && channel.is_archived),
  )
}

/** The bot's conversation with one person, made when there is none. */
export function directMessageWith(slack: Slack, user: string): SandboxChannel {
  const found = slack.state.channels.get(dmId(user))
  if (found !== undefined) return found
  const person = userOf(slack, user)
  if (person.is_bot) throw new Refused('cannot_dm_bot')
  if (person.deleted) throw new Refused('user_disabled')
  const channel = directMessage(person)
  slack.state.channels.set(channel.id, channel)
  slack.show({ kind: 'channel', channel })
  return channel
}
