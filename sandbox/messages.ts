import type { Wire } from './block-rules/walk.ts'
import { withIds } from './element-state.ts'
import { channelType, eventDelivery, messageOnWire } from './payloads.ts'
import type { SandboxChannel, SandboxFile, SandboxMessage } from './protocol.ts'
import { botIsIn, notice, Refused, type Slack } from './slack.ts'

export interface Draft {
  readonly user: string
  readonly text: string
  readonly blocks?: readonly unknown[] | undefined
  readonly thread_ts?: string | undefined
  readonly metadata?: unknown
  readonly subtype?: string | undefined
  readonly files?: readonly SandboxFile[]
  /** What the person typed before Slack made entities of it; only people's messages have it. */
  readonly typed?: string | undefined
}

export const messagesOf = ({ state }: Slack, channel: string) => state.messages.get(channel) ?? []

export function messageAt(slack: Slack, channel: string, ts: string): SandboxMessage | undefined {
  return messagesOf(slack, channel).find((message) => message.ts === ts)
}

/** Posts to everyone in the channel, and tells the bot when it is there. */
export function post(slack: Slack, channel: SandboxChannel, draft: Draft): SandboxMessage {
  const message = store(slack, channel, draft)
  slack.show({ kind: 'message', message })
  const typed = draft.typed === undefined ? {} : { blocks: richText(draft.typed) }
  tellBot(slack, channel, { ...messageOnWire(slack, message), ...typed })
  return message
}

/** Shows a message of the bot to one person only. */
export function whisper(slack: Slack, channel: SandboxChannel, to: string, draft: Draft): SandboxMessage {
  const message = store(slack, channel, draft, to)
  slack.show({ kind: 'ephemeral', message })
  return message
}

function store(slack: Slack, channel: SandboxChannel, draft: Draft, to?: string): SandboxMessage {
  const { bot, app } = slack.world
  const root =
    draft.thread_ts && (messageAt(slack, channel.id, draft.thread_ts)?.thread_ts ?? draft.thread_ts)
  const message: SandboxMessage = {
    channel: channel.id,
    ts: slack.stamp(channel.id),
    user: draft.user,
    text: draft.text,
    ...(draft.user === bot.user_id ? { bot_id: app.bot_id } : {}),
    ...(draft.blocks === undefined ? {} : { blocks: withIds(draft.blocks) }),
    ...(root ? { thread_ts: root } : {}),
    ...(draft.metadata === undefined ? {} : { metadata: draft.metadata }),
    ...(draft.subtype === undefined ? {} : { subtype: draft.subtype }),
    ...(draft.files === undefined ? {} : { files: draft.files }),
    ...(to === undefined ? {} : { ephemeral_for: to }),
  }
  slack.state.messages.set(channel.id, [...messagesOf(slack, channel.id), message])
  return message
}

export interface Change {
  readonly text: string
  readonly blocks?: readonly unknown[] | undefined
  /** Undefined keeps what is there. */
  readonly metadata?: unknown
  readonly isEditedByPerson?: boolean
}

/** Changes a message in place. Without blocks it has none afterwards, as in Slack. */
export function amend(slack: Slack, before: SandboxMessage, change: Change): SandboxMessage {
  const channel = channelOfMessage(slack, before)
  const edited = slack.stamp(before.channel)
  const { blocks: _blocks, ...rest } = before
  const message: SandboxMessage = {
    ...rest,
    text: change.text,
    ...(change.blocks === undefined ? {} : { blocks: withIds(change.blocks) }),
    ...(change.metadata === undefined ? {} : { metadata: change.metadata }),
    ...(before.ephemeral_for === undefined ? { edited: { ts: edited } } : {}),
  }
  const all = messagesOf(slack, before.channel)
  slack.state.messages.set(
    before.channel,
    all.map((one) => (one.ts === before.ts ? message : one)),
  )
  if (message.ephemeral_for !== undefined) {
    slack.show({ kind: 'ephemeral', message })
    return message
  }
  slack.show({ kind: 'message_changed', message })
  tellBot(slack, channel, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    ts: edited,
    message: messageOnWire(slack, message),
    previous_message: messageOnWire(slack, before),
  })
  return message
}

export function remove(slack: Slack, message: SandboxMessage): void {
  const { channel, ts } = message
  slack.state.messages.set(
    channel,
    messagesOf(slack, channel).filter((one) => one.ts !== ts),
  )
  slack.show({ kind: 'message_deleted', channel, ts })
  if (message.ephemeral_for !== undefined) return
  tellBot(slack, channelOfMessage(slack, message), {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    ts: slack.stamp(channel),
    deleted_ts: ts,
    previous_message: messageOnWire(slack, message),
  })
}

function channelOfMessage({ state }: Slack, { channel }: SandboxMessage): SandboxChannel {
  const found = state.channels.get(channel)
  if (found === undefined) throw new Refused('channel_not_found')
  return found
}

function tellBot(slack: Slack, channel: SandboxChannel, event: Wire & { readonly ts: string }): void {
  if (!botIsIn(slack, channel)) return
  const place = { channel: channel.id, channel_type: channelType(channel), event_ts: event.ts }
  slack.tell(eventDelivery(slack, { ...event, type: 'message', ...place }, channel))
}

const richText = (typed: string) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }] },
]

/** What Slack refused of the bot, to everyone who would have seen it. */
export function noticeIn(slack: Slack, channel: SandboxChannel, text: string): void {
  const readers = channel.members.filter((user) => slack.state.users.get(user)?.is_bot !== true)
  for (const user of readers) notice(slack, user, channel.id, text)
}

/** The notice's words for a refusal. */
export const wordsOf = (fault: unknown) => (fault instanceof Refused ? fault.message : String(fault))
