import { dueSchedules, type Schedule } from '../../db/schedules.ts'
import { transact } from '../../db/transaction.ts'
import type { Deps } from './deps.ts'
import { planBoard } from './plan-board.ts'
import { planPrompt } from './plan-prompt.ts'

const BATCH = 50

/** Told of a schedule that could not be planned; the others go on, and it is tried again next time. */
type Failed = (schedule: Schedule, fault: unknown) => void

/** Turns every schedule that is due into what is owed, each in a transaction of its own. */
export async function planDue(deps: Deps, failed: Failed): Promise<void> {
  let last: Schedule | undefined
  do last = await planSome(deps, failed, last)
  while (last !== undefined)
}

/** Some of those that are due behind `after`, the longest due first; answers the last of them, or nothing when all are done. */
export async function planSome(deps: Deps, failed: Failed, after?: Schedule): Promise<Schedule | undefined> {
  const due = await dueSchedules(deps.db, deps.now(), BATCH, after)
  for (const schedule of due) {
    await planOne(deps, schedule).catch((fault: unknown) => failed(schedule, fault))
  }
  // Lets whatever Slack delivers in between be answered.
  await new Promise((resolve) => setImmediate(resolve))
  return due.at(-1)
}

async function planOne(deps: Deps, schedule: Schedule): Promise<void> {
  await transact(deps.db, async (trx) => {
    if (schedule.kind === 'leaderboard') return planBoard(trx, deps, schedule)
    return planPrompt(trx, deps, schedule)
  })
}
