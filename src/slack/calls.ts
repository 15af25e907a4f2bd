import type { Message } from '../../views/message.ts'
import type { ChannelId, Instant, PersonId, WorkspaceId } from '../domain/types.ts'

/** The calls that put something into Slack, each exactly one request without a retry. */
export interface SlackCalls {
  /** To a channel, or to a person's direct messages. `key` travels in the metadata and finds the message again. */
  post(what: {
    readonly channel: ChannelId | PersonId | string
    readonly message: Message
    /** In place of message.blocks: the fallback after `invalid_blocks`. */
    readonly blocks?: Message['blocks'] | undefined
    readonly threadTs?: string | undefined
    readonly key?: string | undefined
  }): Promise<{ readonly channel: string; readonly ts: string }>
  update(what: {
    readonly channel: string
    readonly ts: string
    readonly message: Message
    readonly blocks?: Message['blocks'] | undefined
  }): Promise<void>
  /** The message that carries the key, if Slack's history shows one no older than `since`. Takes what `post` took. */
  findPosted(what: {
    readonly channel: string
    readonly threadTs?: string | undefined
    readonly key: string
    readonly since: Instant
  }): Promise<{ readonly channel?: string; readonly ts: string } | undefined>
}

export type ClientOf = (workspace: WorkspaceId) => SlackCalls

/** Slack said no; nothing happened there. */
export class SlackRefused extends Error {
  override readonly name = 'SlackRefused'
  readonly code: string
  /** JSON pointers of refused blocks and the like. */
  readonly details: readonly string[]

  constructor(method: string, code: string, details: readonly string[] = []) {
    super(`${method}: ${code}`)
    this.code = code
    this.details = details
  }
}

/** Slack wants us to wait; nothing happened there. */
export class SlackLimited extends Error {
  override readonly name = 'SlackLimited'
  readonly retryAfterMs: number

  constructor(method: string, retryAfterMs: number) {
    super(`${method}: wait ${retryAfterMs} ms`)
    this.retryAfterMs = retryAfterMs
  }
}

/** A timeout, a reset, a 5xx: it may have happened. */
export class SlackUnknown extends Error {
  override readonly name = 'SlackUnknown'

  constructor(method: string, options?: ErrorOptions) {
    super(`${method}: outcome unknown`, options)
  }
}
