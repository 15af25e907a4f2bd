import type { WorkspaceId } from '../domain/types.ts'
import { coalesced } from './coalesced.ts'
import type { Parts } from './parts.ts'
import { round } from './rounds.ts'

/** Who serves a workspace, and when: at most one round per workspace at a time, wherever it runs. */
export interface Service {
  /** From now on workspaces are taken up. */
  start(): Promise<void>
  /** Sets the workspace going, once more if it is going already; nobody waits for it. */
  serve(workspace: WorkspaceId): void
  /** Resolves when every workspace that is going now has nothing left for now. */
  quiet(): Promise<void>
  /** Takes up nothing new. What is under way ends by itself, since rounds end when the engine stops. */
  stop(): Promise<void>
}

/** For a database that is this process's alone: all workspaces side by side, so that a slow one holds up nobody else. */
export function createService(parts: Parts): Service {
  const rounds = new Map<WorkspaceId, () => Promise<void>>()
  const running = new Map<WorkspaceId, Promise<void>>()

  async function served(workspace: WorkspaceId): Promise<void> {
    await round(parts, workspace).catch((fault: unknown) => {
      parts.log.error({ workspace, err: fault }, 'a workspace could not be served')
    })
  }

  return {
    async start() {},
    async stop() {},
    serve(workspace) {
      const go = rounds.get(workspace) ?? coalesced(() => served(workspace))
      rounds.set(workspace, go)
      const run = go().finally(() => {
        if (running.get(workspace) === run) running.delete(workspace)
      })
      running.set(workspace, run)
    },
    async quiet() {
      await Promise.all(running.values())
    },
  }
}
