import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { WorkspaceId } from '../domain/types.ts'
import type { Parts } from './parts.ts'
import { round } from './rounds.ts'
import type { Service } from './service.ts'

const QUEUE = 'serve-workspace'
const payload = z.object({ workspace: z.string() })

/** Workspaces that one process serves side by side; each has its own pace, so more cost little. */
const MOST_WORKSPACES = 16
/** A process that is silent for so long is taken for dead, and another one serves its workspaces. */
const HEARTBEAT_SECONDS = 10
const MONITOR_SECONDS = 3
const LONGEST_ROUND_SECONDS = 6 * 3600
const STOP_LIMIT_MS = 10_000

/**
 * For a database that many processes share: pg-boss hands each workspace to one of them at a time. A job says no more than
 * "somebody look after this workspace"; what is owed stands in the outbox, where it was written together with its cause. So
 * a job that is lost costs a second, until the next beat of any process.
 */
export function createSharedService(parts: Parts, databaseUrl: string): Service {
  const { holds, log } = parts
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'goalpost-jobs',
    max: 4,
    schedule: false,
    useListenNotify: true,
    monitorIntervalSeconds: MONITOR_SECONDS,
    superviseIntervalSeconds: MONITOR_SECONDS,
  })
  boss.on('error', (fault) => log.error({ err: fault }, 'the job queue failed'))
  const underWay = new Set<Promise<unknown>>()
  let hasStarted = false

  function track(work: Promise<unknown>, message: string, facts: object = {}): void {
    const quiet = work
      .catch((fault: unknown) => log.error({ ...facts, err: fault }, message))
      .finally(() => underWay.delete(quiet))
    underWay.add(quiet)
  }

  async function serveNow(workspace: WorkspaceId): Promise<void> {
    await round(parts, workspace)
    const ms = holds.askedMs(workspace)
    if (ms === 0) return
    // The one job that waits for the workspace is put off, so that no other process asks Slack too early either.
    await boss.upsert(QUEUE, { workspace }, { singletonKey: workspace, startAfter: Math.ceil(ms / 1000) })
  }

  return {
    async start() {
      hasStarted = true
      await boss.start()
      await boss.createQueue(QUEUE, {
        // One job waits and one runs, per workspace.
        policy: 'stately',
        notify: true,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        expireInSeconds: LONGEST_ROUND_SECONDS,
        // Whoever beats next asks again.
        retryLimit: 0,
        retentionSeconds: 3600,
        deleteAfterSeconds: 60,
      })
      await boss.work(
        QUEUE,
        { localConcurrency: MOST_WORKSPACES, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 3 },
        async (jobs) => {
          for (const job of jobs) {
            const workspace = payload.parse(job.data).workspace as WorkspaceId
            const serving = serveNow(workspace)
            track(serving, 'a workspace could not be served', { workspace })
            await serving
          }
        },
      )
    },
    serve(workspace) {
      const sending = boss.send(QUEUE, { workspace }, { singletonKey: workspace })
      track(sending, 'a workspace could not be handed on', { workspace })
    },
    async quiet() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    async stop() {
      if (hasStarted) await boss.stop({ graceful: true, timeout: STOP_LIMIT_MS })
    },
  }
}
