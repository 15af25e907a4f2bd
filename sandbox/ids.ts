import { randomBytes } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** An id in Slack's manner: the letter of its kind, then ten of its alphabet. */
export function newId(kind: string): string {
  return kind + Array.from(randomBytes(10), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

export const newSecret = () => randomBytes(16).toString('hex')

/** Makes a channel's `ts`: the product's time in microseconds, unique in the channel and always rising. */
export function createStamps(now: () => number): (channel: string) => string {
  const last = new Map<string, number>()
  return (channel) => {
    const micros = Math.max(Math.floor(now()) * 1000, (last.get(channel) ?? 0) + 1)
    last.set(channel, micros)
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`
  }
}
