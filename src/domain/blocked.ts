import type { Answer } from './check-in.ts'
import type { DaysOff } from './days-off.ts'
import { addDays, instantAt, localDateOf, wallTimeOf } from './time.ts'
import type { Instant, Zone } from './types.ts'

/** Who hears of a goal that stays blocked, after so many working days; PRODUCT.md §3. */
export const ladder = { partner: 2, lead: 4 } as const
export type Rung = keyof typeof ladder

const MOST_DAYS = 31

type Said = Pick<Answer, 'blocker' | 'isUnblocked' | 'isDone' | 'isNoChange' | 'value'>

/**
 * The answer since which a goal has been blocked without a break; undefined while nothing stands in its way. A word such as
 * "no change" or "at risk" leaves it blocked, a number without a blocker does not. `answers`: live ones, oldest first.
 */
export function blockedSince<A extends Said>(answers: readonly A[]): A | undefined {
  let since: A | undefined
  for (const answer of answers) {
    if (answer.blocker !== undefined) since ??= answer
    else if (endsBlock(answer)) since = undefined
  }
  return since
}

const endsBlock = ({ isUnblocked, isDone, isNoChange, value }: Said) =>
  isUnblocked === true || isDone || (value !== undefined && !isNoChange)

/** The same time of day so many working days later; a month without any counts as over. */
export function afterWorkingDays(at: Instant, days: number, zone: Zone, dayOff: DaysOff): Instant {
  let date = localDateOf(at, zone)
  const last = addDays(date, MOST_DAYS)
  for (let left = days; left > 0 && date < last; ) {
    date = addDays(date, 1)
    if (dayOff(date) === undefined) left -= 1
  }
  return instantAt(date, wallTimeOf(at, zone), zone)
}
