import type { SandboxMessage, SandboxState, SandboxUser } from '../../protocol.ts'
import type { Place } from './place.ts'

export interface Notice {
  readonly id: number
  readonly text: string
}

/** All the page knows. What is being filled in lives with the modal or message it is filled in. */
export interface Model {
  readonly slack: SandboxState | undefined
  /** What to add to real time to get the product's. */
  readonly clockAheadMs: number
  readonly place: Place
  readonly notices: readonly Notice[]
  readonly isConnected: boolean
  /** Up to which `ts` a person has read a channel, by `person channel`. */
  readonly read: Readonly<Record<string, string>>
  /** Goes up whenever the state must be read anew. */
  readonly reads: number
}

export const emptyModel = (place: Place): Model => ({
  slack: undefined,
  clockAheadMs: 0,
  place,
  notices: [],
  isConnected: true,
  read: {},
  reads: 0,
})

/** Adds a notice unless the same words already stand there. */
export function noticed(model: Model, text: string): Model {
  if (model.notices.some((notice) => notice.text === text)) return model
  const id = (model.notices.at(-1)?.id ?? 0) + 1
  return { ...model, notices: [...model.notices, { id, text }] }
}

export function messagesAt(model: Model, channel: string | undefined): readonly SandboxMessage[] {
  return model.slack?.messages.filter((message) => message.channel === channel) ?? []
}

/** How many messages by others came to a channel since the acting person last looked. */
export function unreadIn(model: Model, channel: string): number {
  const { user } = model.place
  const read = Number(model.read[`${user} ${channel}`] ?? model.read['*'] ?? 0)
  return messagesAt(model, channel).filter((message) => message.user !== user && Number(message.ts) > read)
    .length
}

export const botOf = (slack: SandboxState): SandboxUser | undefined =>
  slack.users.find(({ id }) => id === slack.bot.user_id)

/** The app's name as people read it, `Goalpost`; the state's `bot.name` is a login name. */
export const botName = (slack: SandboxState): string => botOf(slack)?.real_name ?? slack.bot.name
