import { type Ask, openAsksOf, setExcused } from '../../db/asks.ts'
import { leavesOf } from '../../db/leaves.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import { isExcused } from '../domain/days-off.ts'
import { isOnLeave, type Leave } from '../domain/leave.ts'
import type { Person } from '../domain/people.ts'
import { lastDayIn } from '../domain/period.ts'
import { addDays, localDateOf } from '../domain/time.ts'
import { askingOf } from './asking.ts'
import type { Deps } from './deps.ts'
import { refreshTally } from './tally.ts'

/** After someone's leave changed: what was asked and is still on time counts for nothing, or counts again. Says how many were newly excused. */
export async function refreshExcuses(trx: Trx, deps: Deps, person: Person): Promise<number> {
  const { workspace, id } = person
  const today = localDateOf(deps.now(), person.zone)
  const leaves = await leavesOf(trx, workspace, id, addDays(today, -31))
  let excused = 0
  for (const ask of await openAsksOf(trx, workspace, id, deps.now())) {
    const isFree = await isExcusedBy(trx, deps, person, ask, leaves)
    if (isFree === (ask.state === 'excused')) continue
    // Passed over and not free: it stays passed over.
    if (ask.state === 'skipped' && !isFree) continue
    await setExcused(trx, workspace, ask.id, isFree)
    await refreshTally(trx, deps, workspace, { team: ask.team, person: id })
    if (isFree) excused += 1
  }
  return excused
}

async function isExcusedBy(
  trx: Trx,
  deps: Deps,
  person: Person,
  ask: Ask,
  leaves: readonly Leave[],
): Promise<boolean> {
  const team = await teamById(trx, person.workspace, ask.team)
  if (team === undefined) return false
  const { dayOff } = await askingOf(deps, team, person)
  const first = localDateOf(ask.promptAt, person.zone)
  const window = { first, last: lastDayIn(ask.windowEnds, person.zone) }
  return isExcused(window, dayOff, (date) => isOnLeave(leaves, date))
}
