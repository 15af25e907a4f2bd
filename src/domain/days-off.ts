import { periodKeyOf } from './period.ts'
import { latestOccurrence, nextOccurrence, type Rule, type Scheduled } from './recurrence.ts'
import { addDays, hasDay, instantAt, weekdayOf } from './time.ts'
import type { Instant, LocalDate, Weekday, Zone } from './types.ts'

/** Why nobody works on a day. */
export type DayOff = 'non-working' | 'holiday' | 'company-day'

export type DaysOff = (date: LocalDate) => DayOff | undefined

export interface WorkCalendar {
  readonly workingDays: readonly Weekday[]
  readonly companyDays: readonly LocalDate[]
  readonly isHoliday: (date: LocalDate) => boolean
}

export function daysOffOf({ workingDays, companyDays, isHoliday }: WorkCalendar): DaysOff {
  return (date) => {
    if (!workingDays.includes(weekdayOf(date))) return 'non-working'
    if (companyDays.includes(date)) return 'company-day'
    return isHoliday(date) ? 'holiday' : undefined
  }
}

/**
 * When a rule really asks: on the day it names, or on the next working day of the same period, at the same time of day. In
 * a period without one it keeps its day, for the planner to leave it out and say why.
 */
export interface Asking {
  /** The soonest strictly after `after`. */
  next(after: Instant): Scheduled
  /** The newest at or before `at`. */
  latest(at: Instant): Scheduled
  readonly dayOff: DaysOff
}

export function askingBy(rule: Rule, zone: Zone, dayOff: DaysOff): Asking {
  const moved = (named: Scheduled) => movedToWork(rule, zone, dayOff, named)
  return {
    dayOff,
    next(after) {
      // What was named before may have been moved beyond.
      const before = moved(latestOccurrence(rule, zone, after))
      return before.at > after ? before : moved(nextOccurrence(rule, zone, after))
    },
    latest(at) {
      const named = latestOccurrence(rule, zone, at)
      const found = moved(named)
      return found.at <= at ? found : moved(latestOccurrence(rule, zone, (named.at - 1) as Instant))
    },
  }
}

function movedToWork(rule: Rule, zone: Zone, dayOff: DaysOff, named: Scheduled): Scheduled {
  const period = periodKeyOf(rule.cadence, named.date)
  for (let date = named.date; periodKeyOf(rule.cadence, date) === period; date = addDays(date, 1)) {
    if (dayOff(date) === undefined && hasDay(zone, date))
      return date === named.date ? named : { at: instantAt(date, rule.time, zone), date }
  }
  return named
}

/** Whether a leave touches a working day between the prompt's day and the last day of its on-time window; PRODUCT.md §3. */
export function isExcused(
  window: { readonly first: LocalDate; readonly last: LocalDate },
  dayOff: DaysOff,
  isAway: (date: LocalDate) => boolean,
): boolean {
  for (let date = window.first; date <= window.last; date = addDays(date, 1)) {
    if (dayOff(date) === undefined && isAway(date)) return true
  }
  return false
}
