import { nextScheduleAt } from '../../db/schedules.ts'
import type { Db } from '../../db/schema.ts'
import { nextLetterAt } from '../../db/sending.ts'
import type { Instant } from '../domain/types.ts'
import type { ClientOf } from '../slack/calls.ts'
import type { Log } from '../slack/log.ts'
import type { Deps } from '../usecases/deps.ts'
import { createBeat } from './beat.ts'
import { coalesced } from './coalesced.ts'
import { createHolds } from './holds.ts'
import { createTurns, type Pace, usualPace } from './pace.ts'
import type { Parts, Render } from './parts.ts'
import { createService, type Service } from './service.ts'

export type { Render } from './parts.ts'

export interface EngineOptions {
  readonly deps: Deps
  readonly clientOf: ClientOf
  readonly render: Render
  readonly log: Log
  readonly pace: Pace
  /** Works again on what Slack delivered and nobody finished. */
  readonly takeUp: () => Promise<void>
  /** Who serves the workspaces; this process alone, when absent. */
  readonly serviceOf?: ((parts: Parts) => Service) | undefined
}

export interface Engine {
  /** From now on everything is planned and sent when it is due. */
  start(): Promise<void>
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
  options: Omit<EngineOptions, 'pace' | 'takeUp'> & {
    readonly pace?: Partial<Pace> | undefined
    readonly takeUp?: EngineOptions['takeUp']
  },
): Engine {
  const { deps } = options
  const pace: Pace = { ...usualPace, ...options.pace }
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  const parts: Parts = {
    takeUp: async () => {},
    ...options,
    pace,
    turns: createTurns(pace),
    holds: createHolds(deps.now, pace.elapsed),
    inFlight: new Set(),
    isStopping: () => isStopping,
  }
  const service = (options.serviceOf ?? createService)(parts)
  const beat = coalesced(createBeat(parts, service.serve))

  async function tick(): Promise<void> {
    await beat()
    await service.quiet()
  }

  return {
    tick,
    kick: () => void setImmediate(() => void beat()),
    nextDue: () => nextDue(deps.db),
    async start() {
      await service.start()
      timer = setInterval(() => void beat(), TICK_MS).unref()
      void beat()
    },
    async stop() {
      isStopping = true
      clearInterval(timer)
      await within(
        STOP_LIMIT_MS,
        service.stop().then(() => tick()),
      )
    },
  }
}

async function nextDue(db: Db): Promise<Instant | undefined> {
  const [planned, owed] = [await nextScheduleAt(db), await nextLetterAt(db)]
  if (planned === undefined || owed === undefined) return planned ?? owed
  return planned < owed ? planned : owed
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}
