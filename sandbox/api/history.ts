import { z } from 'zod'
import { messagesOf } from '../messages.ts'
import { messageOnWire } from '../payloads.ts'
import type { SandboxMessage } from '../protocol.ts'
import { botIsIn, Refused, type Slack } from '../slack.ts'
import { seenChannel } from './conversations.ts'
import { flag, type Method, method, page, paged } from './method.ts'

const reading = {
  channel: z.string(),
  ...page,
  oldest: z.string().default('0'),
  latest: z.string().optional(),
  inclusive: flag(false),
  include_all_metadata: flag(false),
}
type Reading = z.infer<ReturnType<typeof asked>>
const asked = () => z.object(reading)

export const history: Readonly<Record<string, Method>> = {
  /** Newest first; replies stand in their threads only, as in Slack. */
  'conversations.history': method(asked(), (slack, args) => {
    const shown = readable(slack, args).filter(
      ({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts,
    )
    return pageOf(slack, [...shown].reverse(), args)
  }),
  /** The root and its replies, oldest first. */
  'conversations.replies': method(z.object({ ...reading, ts: z.string() }), (slack, args) => {
    const all = readable(slack, args)
    const thread = all.filter(({ ts, thread_ts }) => ts === args.ts || thread_ts === args.ts)
    if (thread.length === 0) throw new Refused('thread_not_found')
    return pageOf(slack, thread, args)
  }),
}

function readable(slack: Slack, args: Reading): readonly SandboxMessage[] {
  const channel = seenChannel(slack, args.channel)
  if (!botIsIn(slack, channel)) throw new Refused('not_in_channel')
  const isAfter = (ts: string) => Number(ts) > Number(args.oldest) || (args.inclusive && ts === args.oldest)
  const isBefore = (ts: string) =>
    args.latest === undefined || Number(ts) < Number(args.latest) || (args.inclusive && ts === args.latest)
  return messagesOf(slack, channel.id).filter(
    ({ ts, ephemeral_for }) => ephemeral_for === undefined && isAfter(ts) && isBefore(ts),
  )
}

function pageOf(slack: Slack, messages: readonly SandboxMessage[], args: Reading) {
  const { items, isMore, response_metadata } = paged(messages, args)
  return {
    messages: items.map((message) => ({
      ...messageOnWire(slack, message),
      ...(args.include_all_metadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
    })),
    has_more: isMore,
    response_metadata,
  }
}
