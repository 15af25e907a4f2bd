import type { Timeliness } from './check-in.ts'
import type { Scheduled } from './recurrence.ts'
import { addHours, addMs, DAY_MS, fortnightOf, isoWeekOf, localDateOf } from './time.ts'
import type { Cadence, Instant, LocalDate, PeriodKey, Zone } from './types.ts'

/** Which period an answer belongs to, and whether it came in time; PRODUCT.md §3 and §10. */

const EARLY_DAYS = 3

/** Of the scheduled prompt's day in the team's zone: `2026-11-23`, `2026-W48` (of two weeks the first) or `2026-11`. */
export function periodKeyOf(cadence: Cadence, date: LocalDate): PeriodKey {
  switch (cadence) {
    case 'daily':
      return date as string as PeriodKey
    case 'weekly':
      return weekKey(date)
    case 'two-weekly':
      return weekKey(fortnightOf(date))
    case 'monthly':
      return date.slice(0, 7) as PeriodKey
  }
}

/**
 * Under which imported readings stand: beside the period, so that no file answers a prompt. Sorts behind the period's own
 * key and before the next period's.
 */
export const importKeyOf = (cadence: Cadence, date: LocalDate): PeriodKey =>
  `${periodKeyOf(cadence, date)}${IMPORT_MARK}` as PeriodKey

/** The period itself, whatever stands beside it. */
export const periodOf = (key: string): string => key.replace(IMPORT_MARK, '')

const IMPORT_MARK = '~import'

function weekKey(date: LocalDate): PeriodKey {
  const { year, week } = isoWeekOf(date)
  return `${year}-W${String(week).padStart(2, '0')}` as PeriodKey
}

/** On time through `ends`: so many hours after the prompt, or until the next one if that is sooner. */
export function windowOf(
  promptAt: Instant,
  nextPromptAt: Instant,
  windowHours: number,
): { readonly ends: Instant } {
  const full = addHours(promptAt, windowHours)
  return { ends: full < nextPromptAt ? full : nextPromptAt }
}

/** The last local day of which something belongs to a window that ends then. */
export const lastDayIn = (ends: Instant, zone: Zone): LocalDate => localDateOf(addMs(ends, -1), zone)

export interface PlaceFacts {
  readonly now: Instant
  readonly cadence: Cadence
  readonly windowHours: number
  /** The newest scheduled prompt at or before now, and the one after it. */
  readonly current: Scheduled
  readonly next: Scheduled
  /** What is known of the ask for the current period that lists this goal; absent when none does. */
  readonly asked: { readonly isAnswered: boolean } | undefined
}

export interface Placed {
  readonly periodKey: PeriodKey
  readonly timeliness: Timeliness
}

/** An open question is answered first; then the coming one, if it is near; then the current one once more. */
export function placeAnswer(facts: PlaceFacts): Placed {
  const { now, cadence, current, next, asked } = facts
  const isOpen = asked !== undefined && !asked.isAnswered
  if (!isOpen && now >= earliestFor(current, next)) {
    return { periodKey: periodKeyOf(cadence, next.date), timeliness: 'early' }
  }
  const periodKey = periodKeyOf(cadence, current.date)
  if (asked === undefined) return { periodKey, timeliness: 'unasked' }
  const { ends } = windowOf(current.at, next.at, facts.windowHours)
  return { periodKey, timeliness: now <= ends ? 'on-time' : 'late' }
}

/** Three days before the prompt, but never more than half the way: a second answer today is not tomorrow's. */
function earliestFor(current: Scheduled, next: Scheduled): Instant {
  const half = (next.at - current.at) / 2
  return addMs(next.at, -Math.min(EARLY_DAYS * DAY_MS, half))
}
