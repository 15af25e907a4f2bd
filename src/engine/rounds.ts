import { dueLetters, orphansToUnknown, settledLetters, type Waiting } from '../../db/sending.ts'
import { addMs } from '../domain/time.ts'
import type { WorkspaceId } from '../domain/types.ts'
import { look } from './looking.ts'
import { about, type Parts } from './parts.ts'
import { send } from './sender.ts'

/** Enough that Slack's answering time does not slow us below our pace. */
const MOST_AT_ONCE = 8
const READ_AHEAD = 100

/**
 * Sends what one workspace is owed and looks for what may have arrived, until nothing is left for now. One letter per
 * target at a time, so that what is told in one place stays in order.
 */
export async function round(parts: Parts, workspace: WorkspaceId): Promise<void> {
  const { db, now } = parts.deps
  const failed = new Set<string>()
  const going = new Map<string, Promise<void>>()
  const works = () => !parts.isStopping() && !parts.holds.isHeld(workspace)

  async function attempt(work: (parts: Parts, letter: Waiting) => Promise<void>, letter: Waiting) {
    try {
      await work(parts, letter)
    } catch (fault) {
      failed.add(letter.id)
      parts.log.error({ ...about(letter), err: fault }, 'the work on an owed message failed')
    }
  }

  async function nextDue(): Promise<Waiting | undefined> {
    const due = works() ? await dueLetters(db, workspace, now(), READ_AHEAD + failed.size) : []
    return due.find(({ id, target }) => !failed.has(id) && !going.has(target))
  }

  function setGoing(letter: Waiting): void {
    const sending = attempt(send, letter).finally(() => going.delete(letter.target))
    going.set(letter.target, sending)
  }

  async function sendDue(): Promise<void> {
    for (;;) {
      const next = await nextDue()
      if (next !== undefined) setGoing(next)
      if (going.size === 0) return
      if (next === undefined || going.size >= MOST_AT_ONCE) await Promise.race(going.values())
    }
  }

  async function lookForOne(): Promise<boolean> {
    const settled = works() ? await settledLetters(db, workspace, now(), 1 + failed.size) : []
    const next = settled.find(({ id }) => !failed.has(id))
    if (next !== undefined) await attempt(look, next)
    return next !== undefined
  }

  await takeUpOrphans(parts, workspace)
  do await sendDue()
  while (await lookForOne())
}

/** Between a claim and its outcome its sender died. */
async function takeUpOrphans({ deps, pace, inFlight, log }: Parts, workspace: WorkspaceId): Promise<void> {
  const count = await orphansToUnknown(deps.db, workspace, addMs(deps.now(), pace.settleMs), inFlight)
  if (count > 0) log.warn({ workspace, count }, 'messages were interrupted; they will be looked for')
}
