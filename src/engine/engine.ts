import { forgetInbox } from '../../db/inbox.ts'
import { nextScheduleAt } from '../../db/schedules.ts'
import { nextLetterAt, orphansToUnknown, workspacesWithWork } from '../../db/sending.ts'
import { addMs, DAY_MS, HOUR_MS } from '../domain/time.ts'
import type { Instant, WorkspaceId } from '../domain/types.ts'
import type { ClientOf } from '../slack/calls.ts'
import type { Log } from '../slack/log.ts'
import type { Deps } from '../usecases/deps.ts'
import { planDue } from '../usecases/plan-due.ts'
import { coalesced } from './coalesced.ts'
import { createHolds } from './holds.ts'
import { createTurns, type Pace, usualPace } from './pace.ts'
import type { Parts, Render } from './parts.ts'
import { round } from './rounds.ts'

export type { Render } from './parts.ts'

export interface EngineOptions {
  readonly deps: Deps
  readonly clientOf: ClientOf
  readonly render: Render
  readonly log: Log
  readonly pace: Pace
}

export interface Engine {
  /** From now on everything is planned and sent when it is due. */
  start(): void
  /** Takes up nothing new and waits for what is on its way, at most ten seconds. */
  stop(): Promise<void>
  /** Plans what is due, sends what is owed, looks for what may have arrived; returns when that is done. */
  tick(): Promise<void>
  /** Something may be owed just now: soon instead of within the second. */
  kick(): void
  /** When something is next to be done; absent when nothing is planned. */
  nextDue(): Promise<Instant | undefined>
}

const TICK_MS = 1_000
const STOP_LIMIT_MS = 10_000

/** Workspaces are served side by side, each at its own pace; a fault in one of them stops none of the others. */
export function createEngine(
  options: Omit<EngineOptions, 'pace'> & { readonly pace?: Partial<Pace> | undefined },
): Engine {
  const { deps, log } = options
  const pace: Pace = { ...usualPace, ...options.pace }
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  let forgotAt: Instant | undefined
  const parts: Parts = {
    ...options,
    pace,
    turns: createTurns(pace),
    holds: createHolds(deps.now, pace.elapsed),
    inFlight: new Set(),
    isStopping: () => isStopping,
  }
  const rounds = new Map<WorkspaceId, () => Promise<void>>()
  const running = new Map<WorkspaceId, Promise<void>>()

  /** Plans, and sets the workspaces that have work going; it does not wait for them. */
  const begin = coalesced(async () => {
    if (isStopping) return
    await tried('old deliveries could not be forgotten', forget)
    await tried('what is due could not be planned', () => planDue(deps, planFailed))
    await tried('interrupted messages could not be taken up', takeUpOrphans)
    await tried('what is owed could not be read', async () => {
      for (const workspace of await workspacesWithWork(deps.db, deps.now())) serve(workspace)
    })
  })

  function planFailed(schedule: Parameters<Parameters<typeof planDue>[1]>[0], fault: unknown) {
    const { workspace, id, kind } = schedule
    log.error({ workspace, id, kind, err: fault }, 'a schedule could not be planned')
  }

  async function tried(message: string, work: () => Promise<void>): Promise<void> {
    await work().catch((fault: unknown) => log.error({ err: fault }, message))
  }

  async function takeUpOrphans(): Promise<void> {
    const count = await orphansToUnknown(deps.db, addMs(deps.now(), pace.settleMs), parts.inFlight)
    if (count > 0) log.warn({ count }, 'messages were interrupted; they will be looked for')
  }

  async function forget(): Promise<void> {
    const now = deps.now()
    if (forgotAt !== undefined && now - forgotAt < HOUR_MS) return
    forgotAt = now
    await forgetInbox(deps.db, addMs(now, -DAY_MS))
  }

  function serve(workspace: WorkspaceId): void {
    const go = rounds.get(workspace) ?? coalesced(() => served(workspace))
    rounds.set(workspace, go)
    const run = go().finally(() => {
      if (running.get(workspace) === run) running.delete(workspace)
    })
    running.set(workspace, run)
  }

  async function served(workspace: WorkspaceId): Promise<void> {
    await round(parts, workspace).catch((fault: unknown) => {
      log.error({ workspace, err: fault }, 'a workspace could not be served')
    })
  }

  async function tick(): Promise<void> {
    await begin()
    await Promise.all(running.values())
  }

  return {
    start() {
      timer = setInterval(() => void begin(), TICK_MS).unref()
      void begin()
    },
    async stop() {
      isStopping = true
      clearInterval(timer)
      await within(STOP_LIMIT_MS, tick())
    },
    tick,
    kick() {
      setImmediate(() => void begin())
    },
    async nextDue() {
      const [planned, owed] = [await nextScheduleAt(deps.db), await nextLetterAt(deps.db)]
      if (planned === undefined || owed === undefined) return planned ?? owed
      return planned < owed ? planned : owed
    },
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}
