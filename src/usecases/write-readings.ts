import { saveValue, valueBefore } from '../../db/answer-values.ts'
import { refreshGoal, reverse } from '../../db/check-ins.ts'
import { goalById } from '../../db/goals.ts'
import { dependentsSince, headersFor, insertImported } from '../../db/imports.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import { transact } from '../../db/transaction.ts'
import type { Goal } from '../domain/goal.ts'
import { wasBornClosed } from '../domain/goal-rules.ts'
import type { Placed } from '../domain/import/readings.ts'
import type { Person } from '../domain/people.ts'
import { importKeyOf } from '../domain/period.ts'
import type { AnswerId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { mayBring } from './import-readings.ts'
import { pause } from './pause.ts'
import { valueAfter } from './refold.ts'
import { oweWeekAgain } from './week-again.ts'

/** A transaction holds so many: nobody waits long for it, and what is done is done whatever comes. */
const ROWS_AT_ONCE = 100

/**
 * Writes a goal's readings piece by piece. They stand beside the periods, never in them: no prompt is answered by a file.
 * Gives how many were new; those of a repeat are not.
 */
export async function writeReadings(
  deps: Deps,
  actor: Person,
  goal: Goal,
  readings: readonly Placed[],
): Promise<number> {
  let count = 0
  for (let from = 0; from < readings.length; from += ROWS_AT_ONCE) {
    const piece = readings.slice(from, from + ROWS_AT_ONCE)
    count += await transact(deps.db, (trx) => writePiece(trx, deps, actor, goal, piece))
    await pause()
  }
  return count
}

async function writePiece(
  trx: Trx,
  deps: Deps,
  actor: Person,
  planned: Goal,
  piece: readonly Placed[],
): Promise<number> {
  const { workspace } = actor
  const goal = await goalById(trx, workspace, planned.id)
  const team = goal && (await teamById(trx, workspace, goal.team))
  // Closed, or handed to someone else, since the file was looked at.
  if (goal === undefined || team === undefined) return 0
  if (goal.state !== 'active' && !wasBornClosed(goal)) return 0
  if (!(await mayBring({ db: trx }, { actor }, goal))) return 0
  const newId = deps.newId
  const replaced = piece.flatMap(({ replaces }) => replaces ?? [])
  await reverse(trx, workspace, replaced, { person: actor.id, at: deps.now(), reason: 'import' })
  const keys = piece.map(({ date }) => importKeyOf(team.cadence, date))
  const of = { goal: goal.id, team: team.id, person: goal.owner, at: deps.now(), newId }
  const headers = await headersFor(trx, workspace, of, keys)
  const count = await insertImported(
    trx,
    workspace,
    { goal: goal.id, person: actor.id },
    piece.map(({ date, at, value, note, nth }) => ({
      answer: newId() as AnswerId,
      reading: newId(),
      checkIn: headers.get(importKeyOf(team.cadence, date)) ?? '',
      at,
      value,
      note,
      key: `import:${at}:${nth}`,
    })),
  )
  await follow(trx, deps, goal, piece)
  await refreshGoal(trx, workspace, goal.id, deps.now())
  await oweWeekAgain(trx, deps, goal)
  return count
}

/** What was said as a change counts from the number before it, which may be another one now. */
async function follow(trx: Trx, deps: Deps, goal: Goal, piece: readonly Placed[]): Promise<void> {
  const [first] = piece
  if (first === undefined) return
  for (const answer of await dependentsSince(trx, goal.workspace, goal.id, first.at)) {
    const before = await valueBefore(trx, goal.workspace, goal.id, answer)
    const value = valueAfter(answer, before, goal)
    if (value !== answer.value || before !== answer.before)
      await saveValue(trx, goal.workspace, answer.id, { value, before }, deps.newId)
  }
}
