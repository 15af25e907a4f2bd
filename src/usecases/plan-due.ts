import { dueSchedules, type Schedule } from '../../db/schedules.ts'
import { transact } from '../../db/transaction.ts'
import type { Deps } from './deps.ts'
import { planBoard } from './plan-board.ts'
import { planPrompt } from './plan-prompt.ts'

const BATCH = 50

/**
 * Turns every schedule that is due into what is owed, each in a transaction of its own. `failed` is told of a schedule
 * that could not be planned; the others go on, and it is tried again next time.
 */
export async function planDue(
  deps: Deps,
  failed: (schedule: Schedule, fault: unknown) => void,
): Promise<void> {
  const passed = new Set<string>()
  for (;;) {
    const due = await dueSchedules(deps.db, deps.now(), BATCH + passed.size)
    const open = due.filter((schedule) => !passed.has(schedule.id))
    if (open.length === 0) return
    for (const schedule of open) await planOne(deps, schedule).catch(pass(schedule))
    // Lets whatever Slack delivers in between be answered.
    await new Promise((resolve) => setImmediate(resolve))
  }

  function pass(schedule: Schedule) {
    return (fault: unknown) => {
      passed.add(schedule.id)
      failed(schedule, fault)
    }
  }
}

async function planOne(deps: Deps, schedule: Schedule): Promise<void> {
  await transact(deps.db, async (trx) => {
    if (schedule.kind === 'leaderboard') return planBoard(trx, deps, schedule)
    return planPrompt(trx, deps, schedule)
  })
}
