import type { SandboxMessage } from '../../protocol.ts'
import { dayOf, instantOf, type Reader } from '../text/dates.ts'

export interface Line {
  readonly message: SandboxMessage
  /** Follows another by the same author closely enough to need no name of its own. */
  readonly isFollowing: boolean
  /** Set on the first message of a day. */
  readonly newDay: string | undefined
}

const TOGETHER_MS = 5 * 60_000

export function linesOf(messages: readonly SandboxMessage[], reader: Reader): readonly Line[] {
  return messages.map((message, nth) => {
    const before = messages[nth - 1]
    const at = instantOf(message.ts)
    const day = dayOf(at, reader)
    const isNewDay = before === undefined || dayOf(instantOf(before.ts), reader) !== day
    const isFollowing =
      !isNewDay &&
      before.user === message.user &&
      before.ephemeral_for === message.ephemeral_for &&
      at - instantOf(before.ts) < TOGETHER_MS
    return { message, isFollowing, newDay: isNewDay ? day : undefined }
  })
}

/** What stands in the channel itself. */
export const isTop = (message: SandboxMessage): boolean =>
  message.thread_ts === undefined || message.thread_ts === message.ts

export const repliesTo = (messages: readonly SandboxMessage[], ts: string): readonly SandboxMessage[] =>
  messages.filter((message) => message.thread_ts === ts && message.ts !== ts)
