import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Delivery, Outcome } from './delivery.ts'
import type { Trouble } from './faults.ts'
import type { Limits } from './limits.ts'
import type {
  ClockControl,
  ElementState,
  SandboxChannel,
  SandboxMessage,
  SandboxState,
  SandboxUser,
  TrafficEntry,
  UiActions,
  UiAnswer,
} from './protocol.ts'
import type { StoredView } from './state.ts'
import type { Traffic } from './traffic.ts'
import type { World } from './world.ts'

/** How the bot gets what people do. */
export type DeliveryKind =
  | { readonly kind: 'socket' }
  | { readonly kind: 'http'; readonly eventsUrl: string; readonly signingSecret: string }

export interface LocalSlackOptions {
  /** 0 or absent: any free one. */
  readonly port?: number
  /** The product's time, epoch ms. */
  readonly now: () => number
  readonly world: World
  readonly commands: SandboxState['commands']
  readonly shortcuts: SandboxState['shortcuts']
  readonly delivery: DeliveryKind
  /** The built page: index.html and /assets. */
  readonly pageFolder?: string
  readonly clock?: ClockControl
  /** The bot's own answer to `/calendar/…`, so that one port serves all of the demo. */
  readonly calendar?: (request: IncomingMessage, response: ServerResponse) => void
  /** Runs after the workspace is as in the beginning, before the pages read it anew. */
  readonly onReset?: () => Promise<void>
  /** The wall's time for triggers, response URLs and signatures; tests move it. */
  readonly realNow?: () => number
  readonly limits?: Partial<Limits>
}

/** A Slack of one's own on 127.0.0.1. People and channels are named by id, or by name (`ana`, `sales`) in the accessors. */
export interface LocalSlack {
  /** Without a slash at its end. */
  readonly url: string
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string

  /** Does what a person does on the page. Commands, clicks and forms end with the bot's acknowledgement. */
  ui<A extends keyof UiActions>(action: A, body: UiActions[A]): Promise<UiAnswer>
  /** What a person chooses in a file input: the state it then holds. */
  choose(user: string, name: string, bytes: Uint8Array): ElementState
  /** From now on apps are told that people's files are there: what a forged answer would say. */
  moveFiles(url: string): void
  /** What that person's page shows. */
  state(user: string): SandboxState

  readonly traffic: Traffic
  /** Every request to this method (or `response_url`), oldest first. */
  calls(method: string): readonly TrafficEntry['request'][]
  userId(name: string): string
  channelId(name: string): string
  messagesIn(channel: string): readonly SandboxMessage[]
  /** Messages between that person and the bot. */
  dmWith(user: string): readonly SandboxMessage[]
  channelOf(channel: string): SandboxChannel
  homeOf(user: string): StoredView | undefined
  /** Top last. */
  modalsOf(user: string): readonly StoredView[]
  /** What Slack itself told people, or one of them by id: refused blocks, timeouts. */
  notices(user?: string): readonly string[]
  /** Socket Mode connections that are open. */
  connections(): number

  /** The next `times` calls of the method (or of `response_url`) go wrong. */
  fail(method: string, trouble: Trouble, times?: number): void
  /** Anything at all to the bot: forged clicks, repeated events. */
  send(delivery: Delivery): Promise<Outcome>
  changeUser(user: string, changes: Partial<Omit<SandboxUser, 'id'>>): void
  changeChannel(
    channel: string,
    changes: Partial<Pick<SandboxChannel, 'name' | 'is_archived' | 'is_ext_shared'>>,
  ): void
  setDelivery(delivery: DeliveryKind): void
  /** Asks every socket to connect anew, or so many of them. */
  refreshSockets(most?: number): void

  /** Resolves when nothing is under way between Slack and bot; rejects after `withinMs` (5 s). */
  quiet(withinMs?: number): Promise<void>
  /** Resolves with the first value that is there; looks again and again, rejects after `withinMs` (5 s). */
  until<T>(find: () => T | undefined | false, withinMs?: number): Promise<T>
  stop(): Promise<void>
}
