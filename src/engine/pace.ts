import type { WorkspaceId } from '../domain/types.ts'

/** How fast Slack is asked, reliability.md §5; the waiting itself is handed in so that tests need not wait. */
export interface Pace {
  readonly workspacePerSecond: number
  readonly channelPerSecond: number
  /** How long a message may take to show up in Slack's history. */
  readonly settleMs: number
  readonly wait: (ms: number) => Promise<void>
  /** Milliseconds that have really passed, from any beginning. */
  readonly elapsed: () => number
}

export const usualPace: Pace = {
  workspacePerSecond: 5,
  channelPerSecond: 1,
  settleMs: 45_000,
  wait: (ms) => (ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))),
  elapsed: () => performance.now(),
}

export interface Turns {
  /** Resolves when one more message may go to the channel; whoever asks first goes first. */
  take(workspace: WorkspaceId, channel: string): Promise<void>
}

/** Slack tolerates short bursts. */
const BURST = 3
const MOST_KEPT = 5_000

/** One bucket per channel and one per workspace; a message takes from both. */
export function createTurns(pace: Pace): Turns {
  const workspaces = createBuckets(pace.workspacePerSecond, pace.elapsed)
  const channels = createBuckets(pace.channelPerSecond, pace.elapsed)
  return {
    async take(workspace, channel) {
      await pace.wait(channels(`${workspace} ${channel}`))
      await pace.wait(workspaces(workspace))
    },
  }
}

/** Takes one from the named bucket and answers in how many milliseconds it is there. */
function createBuckets(perSecond: number, elapsed: () => number): (name: string) => number {
  const interval = 1000 / perSecond
  /** When each bucket is full again. */
  const fullAt = new Map<string, number>()
  return (name) => {
    const now = elapsed()
    const full = fullAt.get(name) ?? now
    const start = Math.max(now, full - (BURST - 1) * interval)
    fullAt.set(name, Math.max(start, full) + interval)
    if (fullAt.size > MOST_KEPT) forgetFull(fullAt, now)
    return start - now
  }
}

function forgetFull(fullAt: Map<string, number>, now: number): void {
  for (const [name, at] of fullAt) if (at <= now) fullAt.delete(name)
}
