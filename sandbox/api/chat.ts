import { z } from 'zod'
import { amend, messageAt, noticeIn, post, remove, whisper } from '../messages.ts'
import { messageOnWire } from '../payloads.ts'
import type { SandboxChannel } from '../protocol.ts'
import { demandMessage } from '../refusals.ts'
import { botIsIn, isIn, Refused, type Slack } from '../slack.ts'
import { directMessageWith } from './conversations.ts'
import { json, type Method, method } from './method.ts'

const metadata = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) })
const body = {
  channel: z.string().min(1),
  text: z.string().optional(),
  blocks: json(z.array(z.unknown())).optional(),
}

export const chat: Readonly<Record<string, Method>> = {
  'chat.postMessage': method(
    z.object({ ...body, thread_ts: z.string().optional(), metadata: json(metadata).optional() }),
    (slack, args) => {
      const channel = channelToWriteIn(slack, args.channel)
      demandText(slack, channel, args)
      const message = post(slack, channel, { ...args, text: args.text ?? '', user: slack.world.bot.user_id })
      return { channel: channel.id, ts: message.ts, message: messageOnWire(slack, message) }
    },
  ),
  'chat.postEphemeral': method(
    z.object({ ...body, user: z.string(), thread_ts: z.string().optional() }),
    (slack, args) => {
      const channel = channelToWriteIn(slack, args.channel)
      if (!isIn(slack, channel, args.user)) throw new Refused('user_not_in_channel')
      demandText(slack, channel, args)
      const { ts } = whisper(slack, channel, args.user, {
        ...args,
        text: args.text ?? '',
        user: slack.world.bot.user_id,
      })
      return { message_ts: ts }
    },
  ),
  'chat.update': method(
    z.object({ ...body, ts: z.string(), metadata: json(z.unknown()).optional() }),
    (slack, args) => {
      const message = ownMessage(slack, args, 'cant_update_message')
      const channel = channelToWriteIn(slack, args.channel)
      demandText(slack, channel, args)
      const changed = amend(slack, message, { ...args, text: args.text ?? '' })
      return { channel: channel.id, ts: args.ts, text: changed.text, message: messageOnWire(slack, changed) }
    },
  ),
  'chat.delete': method(z.object({ channel: z.string(), ts: z.string() }), (slack, args) => {
    remove(slack, ownMessage(slack, args, 'cant_delete_message'))
    return { channel: args.channel, ts: args.ts }
  }),
  'chat.getPermalink': method(z.object({ channel: z.string(), message_ts: z.string() }), (slack, args) => {
    const channel = channelToWriteIn(slack, args.channel)
    if (messageAt(slack, channel.id, args.message_ts) === undefined) throw new Refused('message_not_found')
    // A link that leads somewhere here: the page's own address of the message.
    const at = new URLSearchParams({ at: channel.id, thread: args.message_ts })
    return { channel: channel.id, permalink: `${slack.url}/?${at}` }
  }),
}

/** A person's id opens their direct messages. */
function channelToWriteIn(slack: Slack, id: string): SandboxChannel {
  const channel = slack.state.channels.get(id) ?? openedFor(slack, id)
  const isHidden = channel.kind === 'private' && !botIsIn(slack, channel)
  if (isHidden) throw new Refused('channel_not_found')
  if (channel.is_archived) throw new Refused('is_archived')
  if (!botIsIn(slack, channel)) throw new Refused('not_in_channel')
  const reader = channel.kind === 'im' ? slack.state.users.get(channel.members[0] ?? '') : undefined
  if (reader?.deleted === true) throw new Refused('is_inactive')
  return channel
}

function openedFor(slack: Slack, id: string): SandboxChannel {
  if (!slack.state.users.has(id)) throw new Refused('channel_not_found')
  return directMessageWith(slack, id)
}

function demandText(
  slack: Slack,
  channel: SandboxChannel,
  { text = '', blocks = [] }: { text?: string | undefined; blocks?: readonly unknown[] | undefined },
): void {
  try {
    if (text === '' && blocks.length === 0) throw new Refused('no_text')
    if (text.length > 40_000) throw new Refused('msg_too_long')
    if (blocks.length > 0) demandMessage(blocks)
  } catch (fault) {
    if (fault instanceof Refused) noticeIn(slack, channel, fault.message)
    throw fault
  }
}

function ownMessage(slack: Slack, { channel, ts }: { channel: string; ts: string }, code: string) {
  if (!slack.state.channels.has(channel)) throw new Refused('channel_not_found')
  const message = messageAt(slack, channel, ts)
  if (message === undefined || message.ephemeral_for !== undefined) throw new Refused('message_not_found')
  if (message.user !== slack.world.bot.user_id) throw new Refused(code)
  return message
}
