import type { Delivery, Outcome } from './delivery.ts'
import type { Limits } from './limits.ts'
import type { ClockControl, SandboxChannel, SandboxEvent, SandboxState } from './protocol.ts'
import type { State } from './state.ts'
import type { Traffic } from './traffic.ts'
import type { World } from './world.ts'

/** What every part of the local Slack works on. */
export interface Slack {
  readonly world: World
  readonly commands: SandboxState['commands']
  readonly shortcuts: SandboxState['shortcuts']
  readonly limits: Limits
  /** Another one after a reset. */
  readonly state: State
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string
  readonly clock: ClockControl | undefined
  /** The product's time, epoch ms. */
  readonly now: () => number
  /** The wall's time, epoch ms: triggers, response URLs and signatures run on it. */
  readonly realNow: () => number
  readonly stamp: (channel: string) => string
  readonly traffic: Traffic
  /** Shows something to the pages. */
  readonly show: (event: SandboxEvent) => void
  /** Gives the bot something and waits for its acknowledgement. */
  readonly deliver: (delivery: Delivery) => Promise<Outcome>
  /** The same without waiting, once more when it fails, as Slack does with events. */
  readonly tell: (delivery: Delivery) => void
  readonly reset: () => Promise<void>
}

/** What Slack answers with `ok: false`. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  /** `response_metadata.messages` */
  readonly messages: readonly string[]

  constructor(code: string, messages: readonly string[] = []) {
    super([code, ...messages].join(' '))
    this.code = code
    this.messages = messages
  }
}

/** Whether that user takes part; the bot is in every direct message. */
export function isIn({ world }: Slack, channel: SandboxChannel, user: string): boolean {
  return channel.members.includes(user) || (channel.kind === 'im' && user === world.bot.user_id)
}

export const botIsIn = (slack: Slack, channel: SandboxChannel) =>
  isIn(slack, channel, slack.world.bot.user_id)

/** Says what Slack itself would tell the person. */
export function notice(slack: Slack, user: string, channel: string | null, text: string): void {
  slack.show({ kind: 'notice', user, channel, text })
}

export function channelOf(slack: Slack, id: string): SandboxChannel {
  const channel = slack.state.channels.get(id)
  if (channel === undefined) throw new Refused('channel_not_found')
  return channel
}

export function userOf(slack: Slack, id: string) {
  const user = slack.state.users.get(id)
  if (user === undefined) throw new Refused('user_not_found')
  return user
}
