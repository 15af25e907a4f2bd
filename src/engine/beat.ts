import { forgetHeard } from '../../db/heard.ts'
import { forgetInbox } from '../../db/inbox.ts'
import type { Schedule } from '../../db/schedules.ts'
import { workspacesWithWork } from '../../db/sending.ts'
import { addMs, DAY_MS, HOUR_MS } from '../domain/time.ts'
import type { Instant, WorkspaceId } from '../domain/types.ts'
import { planSome } from '../usecases/plan-due.ts'
import { readHolidays } from '../usecases/read-holidays.ts'
import { bringBack } from '../usecases/reschedule-all.ts'
import type { Parts } from './parts.ts'

/** Which version of a message was heard last; repeats come within minutes, so this is more than enough. */
const HEARD_KEPT_MS = 30 * DAY_MS

/**
 * What is done every second: plan what is due, take up what was interrupted, set going who is owed something. A step that
 * fails is logged and stops none of the others; the next beat tries again.
 */
export function createBeat(parts: Parts, serve: (workspace: WorkspaceId) => void): () => Promise<void> {
  const { deps, log, takeUp } = parts
  let forgotAt: Instant | undefined
  let lastBeat: Instant | undefined

  async function tidy() {
    const now = deps.now()
    const wasSetBack = lastBeat !== undefined && now < lastBeat - HOUR_MS / 2
    if (!wasSetBack && forgotAt !== undefined && Math.abs(now - forgotAt) < HOUR_MS) {
      lastBeat = now
      return
    }
    // Only what was brought back is done with: where it fails the next beat finds the clock set back still.
    await bringBack(deps, wasSetBack)
    lastBeat = now
    forgotAt = now
    await readHolidays(deps)
    await forgetInbox(deps.db, addMs(now, -DAY_MS))
    await forgetHeard(deps.db, addMs(now, -HEARD_KEPT_MS))
  }

  /** What is planned is sent while the rest is planned: a thousand people are due in the same minute. */
  async function plan() {
    const failed = ({ workspace, id, kind }: Schedule, fault: unknown) => {
      log.error({ workspace, id, kind, err: fault }, 'a schedule could not be planned')
    }
    let last = await planSome(deps, failed)
    while (last !== undefined && !parts.isStopping()) {
      await setGoing()
      last = await planSome(deps, failed, last)
    }
  }

  async function setGoing() {
    for (const workspace of await workspacesWithWork(deps.db, deps.now())) serve(workspace)
  }

  async function tried(message: string, work: () => Promise<void>) {
    await work().catch((fault: unknown) => log.error({ err: fault }, message))
  }

  return async () => {
    if (parts.isStopping()) return
    await tried('what is over could not be put away', tidy)
    await tried('what is due could not be planned', plan)
    await tried('interrupted deliveries could not be taken up', takeUp)
    await tried('what is owed could not be read', setGoing)
  }
}
