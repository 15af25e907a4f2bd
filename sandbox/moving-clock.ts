import type { GoalpostApp } from '../src/app.ts'
import type { Instant } from '../src/domain/types.ts'
import type { ClockControl } from './protocol.ts'

export interface MovingClock {
  readonly now: () => Instant
  /** Jumps there without letting anyone do anything. */
  set(epochMs: number): void
}

/** Begins at `start` and goes on as the wall clock does; `isStill` keeps it where it is put. */
export function createMovingClock(start: number, { isStill = false } = {}): MovingClock {
  let base = start
  let since = performance.now()
  return {
    now: () => Math.floor(isStill ? base : base + (performance.now() - since)) as Instant,
    set(epochMs) {
      base = epochMs
      since = performance.now()
    },
  }
}

/** Moves the product's time the way it passes: from one thing due to the next, each done at its own hour. */
export function controlOf(
  clock: MovingClock,
  app: () => GoalpostApp,
  settle: () => Promise<void>,
): ClockControl {
  async function arriveAt(epochMs: number) {
    clock.set(Math.max(epochMs, clock.now()))
    await settle()
  }
  return {
    now: clock.now,
    async nextDue() {
      return (await app().nextDue()) ?? null
    },
    async moveTo(epochMs) {
      for (;;) {
        const next = await app().nextDue()
        if (next === undefined || next > epochMs) break
        await arriveAt(next)
      }
      await arriveAt(epochMs)
    },
  }
}
