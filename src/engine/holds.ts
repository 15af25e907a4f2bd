import { addMs } from '../domain/time.ts'
import type { Clock, Instant, WorkspaceId } from '../domain/types.ts'

interface Hold {
  readonly until: Instant
  readonly untilElapsed: number
}

/** Workspaces to which nothing is sent for a while. */
export function createHolds(now: Clock, elapsed: () => number) {
  const holds = new Map<WorkspaceId, Hold>()

  function put(workspace: WorkspaceId, ms: number, untilElapsed: number): void {
    const was = holds.get(workspace)
    holds.set(workspace, {
      until: later(was?.until, addMs(now(), ms)),
      untilElapsed: Math.max(was?.untilElapsed ?? 0, untilElapsed),
    })
  }

  return {
    /** Slack asks for it: real time must pass as well, since the product's clock may be moved by hand and Slack's is not. */
    asked(workspace: WorkspaceId, ms: number): void {
      put(workspace, ms, elapsed() + ms)
    },
    /** We think it better. */
    chosen(workspace: WorkspaceId, ms: number): void {
      put(workspace, ms, 0)
    },
    /** In how many milliseconds Slack allows us to ask again; 0 when it does already. */
    askedMs(workspace: WorkspaceId): number {
      return Math.max(0, (holds.get(workspace)?.untilElapsed ?? 0) - elapsed())
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
