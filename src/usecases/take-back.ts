import { valueBefore } from '../../db/answer-values.ts'
import { newestAsked } from '../../db/asks.ts'
import { liveAnswersOf, newestSourceOf, refreshGoal, reverse, type StoredAnswer } from '../../db/check-ins.ts'
import { markReopened } from '../../db/goal-writes.ts'
import { goalById } from '../../db/goals.ts'
import { forgetChoices } from '../../db/habits.ts'
import type { Trx } from '../../db/schema.ts'
import type { Understood } from '../domain/check-in.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Instant, WorkspaceId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { refold } from './refold.ts'
import { refreshTally } from './tally.ts'

/**
 * Takes back everything that one message or click of the person wrote: the one with that key, or the newest. Until the
 * next prompt; then the number is history and is corrected by a new one.
 */
export async function undo(
  deps: Deps,
  person: Person,
  key?: string,
): Promise<Result<readonly Understood[], Refusal>> {
  return decideIn(deps.db, (trx) => undoIn(trx, deps, person, key))
}

/** Without a key the newest until then: when it was asked for. */
export async function undoIn(
  trx: Trx,
  deps: Deps,
  person: Person,
  key?: string,
  until: Instant = deps.now(),
): Promise<Result<readonly Understood[], Refusal>> {
  const { workspace } = person
  const asked = await newestAsked(trx, workspace, person.id)
  const since = asked?.promptAt ?? (0 as Instant)
  const sourceKey = key ?? (await newestSourceOf(trx, workspace, person.id, { since, until }))
  if (sourceKey === undefined) return refuse({ kind: 'nothing-to-undo' })
  const live = await liveAnswersOf(trx, workspace, person.id, { sourceKey })
  const recent = live.filter((answer) => answer.at >= since)
  if (recent.length === 0) return refuse({ kind: 'nothing-to-undo' })
  return ok(await takeBack(trx, deps, person, recent, 'undo'))
}

/** What came after is counted from what was said before. */
async function closeGap(trx: Trx, deps: Deps, answer: StoredAnswer, workspace: WorkspaceId): Promise<void> {
  const goal = await goalById(trx, workspace, answer.goal)
  if (goal === undefined || answer.value === undefined) return
  await refold(trx, deps, goal, answer, await valueBefore(trx, workspace, goal.id, answer))
}

/** Appends the reversals and brings goals and tallies up to date. */
export async function takeBack(
  trx: Trx,
  deps: Deps,
  person: Person,
  answers: readonly StoredAnswer[],
  reason: 'undo' | 'edited' | 'deleted',
): Promise<readonly Understood[]> {
  const { workspace } = person
  const at = deps.now()
  const ids = answers.map((answer) => answer.id)
  await reverse(trx, workspace, ids, { person: person.id, at, reason })
  const taken: Understood[] = []
  for (const answer of answers) {
    await closeGap(trx, deps, answer, workspace)
    await refreshGoal(trx, workspace, answer.goal, at)
    // A deliverable closed itself when it was said to be done; taken back, it is open again.
    const before = await goalById(trx, workspace, answer.goal)
    if (answer.isDone && before?.kind === 'milestone') await markReopened(trx, workspace, answer.goal, at)
    const goal = await goalById(trx, workspace, answer.goal)
    if (goal === undefined) continue
    await refreshTally(trx, deps, workspace, { team: goal.team, person: goal.owner })
    if (answer.because?.how === 'remembered') await forgetChoices(trx, workspace, person.id, goal.id)
    taken.push({ goal, answer })
  }
  return taken
}
