import type { SandboxEvent, SandboxMessage, SandboxState, TrafficEntry } from '../../protocol.ts'
import { realNow } from '../time.ts'
import { type Model, noticed } from './model.ts'

const TRAFFIC_KEPT = 400

/** What one event from the server changes for the acting person; other people's events change nothing. */
export function applyEvent(model: Model, event: SandboxEvent): Model {
  const { slack } = model
  if (slack === undefined) return model
  const me = model.place.user
  switch (event.kind) {
    case 'clock':
      return { ...model, clockAheadMs: event.now - realNow(), slack: { ...slack, next_due: event.next_due } }
    case 'notice':
      return event.user === me ? noticed(model, event.text) : model
    case 'channel':
      return withChannel(model, slack, event)
    case 'reset':
      return { ...model, reads: model.reads + 1, notices: [], read: {} }
    default:
      return { ...model, slack: nextSlack(slack, event, me) }
  }
}

type SlackEvent = Exclude<SandboxEvent, { kind: 'clock' | 'notice' | 'channel' | 'reset' }>

function nextSlack(slack: SandboxState, event: SlackEvent, me: string | undefined): SandboxState {
  switch (event.kind) {
    case 'message':
    case 'message_changed':
    case 'ephemeral':
      return withMessage(slack, event.message, me)
    case 'message_deleted':
      return { ...slack, messages: slack.messages.filter((message) => !isSame(message, event)) }
    case 'view_stack':
      return event.user === me ? { ...slack, modals: event.modals } : slack
    case 'home':
      return event.user === me ? { ...slack, home: event.view } : slack
    case 'traffic':
      return { ...slack, traffic: withEntry(slack.traffic, event.entry) }
  }
}

function withEntry(traffic: readonly TrafficEntry[], entry: TrafficEntry): readonly TrafficEntry[] {
  return [...traffic.filter(({ id }) => id !== entry.id), entry].slice(-TRAFFIC_KEPT)
}

interface Placed {
  readonly channel: string
  readonly ts: string
}

const isSame = (one: Placed, other: Placed): boolean => one.channel === other.channel && one.ts === other.ts

function withMessage(slack: SandboxState, message: SandboxMessage, me: string | undefined): SandboxState {
  const isForOther = message.ephemeral_for !== undefined && message.ephemeral_for !== me
  if (isForOther || !slack.channels.some(({ id }) => id === message.channel)) return slack
  const isKnown = slack.messages.some((known) => isSame(known, message))
  const messages = isKnown
    ? slack.messages.map((known) => (isSame(known, message) ? message : known))
    : [...slack.messages, message].sort((a, b) => Number(a.ts) - Number(b.ts))
  return { ...slack, messages }
}

/** A channel joined or left changes what may be seen: read everything anew. */
function withChannel(
  model: Model,
  slack: SandboxState,
  { channel }: Extract<SandboxEvent, { kind: 'channel' }>,
): Model {
  const isMine = model.place.user !== undefined && channel.members.includes(model.place.user)
  const wasMine = slack.channels.some(({ id }) => id === channel.id)
  if (isMine !== wasMine) return { ...model, reads: model.reads + 1 }
  const channels = slack.channels.map((known) => (known.id === channel.id ? channel : known))
  return { ...model, slack: { ...slack, channels } }
}
