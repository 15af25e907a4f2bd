import type { Trouble } from './faults.ts'
import type { Limits } from './limits.ts'

/** Refuses posts that come faster than Slack takes them: so many a second in the workspace and in each channel, with short bursts. */
export type Pacing = (method: string, request: unknown) => Trouble | undefined

/** Posts at once that Slack lets pass, or a second's worth of them where that is more. */
const BURST = 4

export function createPacing({ postsPerSecond }: Limits, now: () => number): Pacing {
  /** When what was posted so far would have been all right at the pace itself. */
  const paidUntil = new Map<string, number>()

  function isTooFast(name: string, perSecond: number, at: number): boolean {
    const interval = 1000 / perSecond
    const burst = Math.max(BURST, perSecond)
    return (paidUntil.get(name) ?? at) - at > (burst - 1) * interval
  }

  return (method, request) => {
    if (method !== 'chat.postMessage') return undefined
    const at = now()
    const { workspace, channel } = postsPerSecond
    const buckets = [
      ['', workspace],
      [channelIn(request), channel],
    ] as const
    if (buckets.some(([name, perSecond]) => isTooFast(name, perSecond, at)))
      return { status: 429, retryAfter: 1 }
    for (const [name, perSecond] of buckets)
      paidUntil.set(name, Math.max(at, paidUntil.get(name) ?? at) + 1000 / perSecond)
    return undefined
  }
}

const channelIn = (request: unknown): string =>
  typeof request === 'object' && request !== null && 'channel' in request ? String(request.channel) : ''
