import { type Follower, followersOf, type Place, saveValue, valueBefore } from '../../db/answer-values.ts'
import type { Trx } from '../../db/schema.ts'
import type { NewAnswer } from '../domain/check-in.ts'
import type { Goal } from '../domain/goal.ts'
import type { Deps } from './deps.ts'

/** The value that an answer means, given the one before it. A change counts from there; "no change" says it again. */
export function valueAfter(
  answer: Pick<NewAnswer, 'value' | 'delta' | 'isNoChange'>,
  before: number | undefined,
  goal: Pick<Goal, 'baseline'>,
): number | undefined {
  if (answer.delta !== undefined) return (before ?? goal.baseline ?? 0) + answer.delta
  return answer.isNoChange ? before : answer.value
}

/** Nearly always: nothing that has a value was said later. */
const isNewest = ({ last }: Goal, { at }: Place) => last !== undefined && last.at < at

/** The goal's value by the answers before a place. */
export async function valueAt(trx: Trx, goal: Goal, place: Place): Promise<number | undefined> {
  if (isNewest(goal, place)) return goal.last?.value
  return valueBefore(trx, goal.workspace, goal.id, place)
}

/** After an answer came: the values of later ones, where there are any. `goal` is as it was before. */
export async function refoldAfter(
  trx: Trx,
  deps: Pick<Deps, 'newId'>,
  goal: Goal,
  place: Place,
  value: number | undefined,
): Promise<void> {
  if (!isNewest(goal, place)) await refold(trx, deps, goal, place, value)
}

/** After an answer came in between or went: the values that follow from it are computed anew, until one stands by itself. */
export async function refold(
  trx: Trx,
  deps: Pick<Deps, 'newId'>,
  goal: Goal,
  place: Place,
  value: number | undefined,
): Promise<void> {
  let before = value
  for (const answer of await followersOf(trx, goal.workspace, goal.id, place)) {
    const now = valueAfter(answer, before, goal)
    if (isAlready(answer, { value: now, before })) return
    await saveValue(trx, goal.workspace, answer.id, { value: now, before }, deps.newId)
    if (now !== undefined) before = now
  }
}

const isAlready = (answer: Follower, now: Pick<Follower, 'value' | 'before'>) =>
  answer.value !== undefined && answer.value === now.value && answer.before === now.before
