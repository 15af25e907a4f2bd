import { addMs } from '../domain/time.ts'
import type { Clock, Instant, WorkspaceId } from '../domain/types.ts'

interface Hold {
  readonly until: Instant
  readonly untilElapsed: number
}

/** Workspaces that Slack has told to wait. Both clocks must have passed: the product's may be moved by hand, Slack's is not. */
export function createHolds(now: Clock, elapsed: () => number) {
  const holds = new Map<WorkspaceId, Hold>()

  return {
    put(workspace: WorkspaceId, ms: number): void {
      const was = holds.get(workspace)
      holds.set(workspace, {
        until: later(was?.until, addMs(now(), ms)),
        untilElapsed: Math.max(was?.untilElapsed ?? 0, elapsed() + ms),
      })
    },
    isHeld(workspace: WorkspaceId): boolean {
      const hold = holds.get(workspace)
      if (hold === undefined) return false
      if (now() < hold.until || elapsed() < hold.untilElapsed) return true
      holds.delete(workspace)
      return false
    },
  }
}

export type Holds = ReturnType<typeof createHolds>

const later = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a > b ? a : b)
