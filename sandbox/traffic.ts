import type { SandboxEvent, TrafficEntry } from './protocol.ts'

const KEPT = 400

/** What went between bot and Slack, newest last. */
export interface Traffic {
  readonly entries: readonly TrafficEntry[]
  /** Everything since the start, also what `entries` has forgotten. */
  readonly calls: (name: string) => readonly TrafficEntry[]
  add(entry: Omit<TrafficEntry, 'id'>): void
}

export function createTraffic(show: (event: SandboxEvent) => void): Traffic {
  let all: TrafficEntry[] = []
  let count = 0
  return {
    get entries() {
      return all.slice(-KEPT)
    },
    calls: (name) => all.filter((entry) => entry.name === name),
    add(given) {
      count += 1
      const entry = { id: count, ...given }
      all.push(entry)
      if (all.length > 20 * KEPT) all = all.slice(-10 * KEPT)
      show({ kind: 'traffic', entry })
    },
  }
}
