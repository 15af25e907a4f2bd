import {
  addDays,
  dayOfMonth,
  firstOfMonth,
  fortnightOf,
  hasDay,
  instantAt,
  localDateOf,
  mondayOf,
  nthWeekdayOfMonth,
  weekdayOf,
} from './time.ts'
import type { Cadence, Instant, LocalDate, MonthlyOn, WallTime, Weekday, Zone } from './types.ts'

/** When something happens again and again, told in wall time; reliability.md §4. */
export interface Rule {
  readonly cadence: Cadence
  /** Ignored by daily, and by monthly on a date. */
  readonly weekday: Weekday
  readonly time: WallTime
  /** Monthly means the first such weekday of the month when absent. */
  readonly monthlyOn?: MonthlyOn | undefined
  /** 1-31, for monthly on a date; in a shorter month its last day. */
  readonly monthDay?: number | undefined
  /** The days that daily means: Monday to Friday when absent. */
  readonly workingDays?: readonly Weekday[] | undefined
}

const usualWorkingDays: readonly Weekday[] = [1, 2, 3, 4, 5]

export interface Scheduled {
  readonly at: Instant
  /** The day the rule names. The key of what happens: clocks cannot make two of one day. */
  readonly date: LocalDate
}

/** The soonest occurrence strictly after `after`. A day that the zone jumped over has none. */
export function nextOccurrence(rule: Rule, zone: Zone, after: Instant): Scheduled {
  // A time in a gap before midnight lands on the day after, so yesterday's may still come.
  let date = firstFrom(rule, addDays(localDateOf(after, zone), -1))
  for (;;) {
    const at = instantAt(date, rule.time, zone)
    if (at > after && hasDay(zone, date)) return { at, date }
    date = firstFrom(rule, addDays(date, 1))
  }
}

/** The newest occurrence at or before `at`. */
export function latestOccurrence(rule: Rule, zone: Zone, at: Instant): Scheduled {
  let date = lastUpTo(rule, addDays(localDateOf(at, zone), 1))
  for (;;) {
    const found = instantAt(date, rule.time, zone)
    if (found <= at && hasDay(zone, date)) return { at: found, date }
    date = lastUpTo(rule, addDays(date, -1))
  }
}

/** The rule's first day that is not before `from`. */
function firstFrom(rule: Rule, from: LocalDate): LocalDate {
  const toWeekday = addDays(from, (rule.weekday - weekdayOf(from) + 7) % 7)
  switch (rule.cadence) {
    case 'daily':
      return workingDay(rule, from, 1)
    case 'weekly':
      return toWeekday
    case 'two-weekly':
      return isSecondWeek(toWeekday) ? addDays(toWeekday, 7) : toWeekday
    case 'monthly': {
      const here = dayIn(rule, from)
      return here >= from ? here : dayIn(rule, firstOfMonth(from, 1))
    }
  }
}

/** The rule's last day that is not after `to`. */
function lastUpTo(rule: Rule, to: LocalDate): LocalDate {
  const toWeekday = addDays(to, -((weekdayOf(to) - rule.weekday + 7) % 7))
  switch (rule.cadence) {
    case 'daily':
      return workingDay(rule, to, -1)
    case 'weekly':
      return toWeekday
    case 'two-weekly':
      return isSecondWeek(toWeekday) ? addDays(toWeekday, -7) : toWeekday
    case 'monthly': {
      const here = dayIn(rule, to)
      return here <= to ? here : dayIn(rule, firstOfMonth(to, -1))
    }
  }
}

/** The nearest working day from `date` on, in that direction. A team that works on no day is asked on the usual ones. */
function workingDay({ workingDays = usualWorkingDays }: Rule, date: LocalDate, step: 1 | -1): LocalDate {
  const days = workingDays.length === 0 ? usualWorkingDays : workingDays
  let day = date
  while (!days.includes(weekdayOf(day))) day = addDays(day, step)
  return day
}

const nths = { first: 1, second: 2, third: 3, fourth: 4, last: 'last' } as const

/** The rule's day in the month that holds `date`. */
function dayIn({ monthlyOn = 'first', monthDay = 1, weekday }: Rule, date: LocalDate): LocalDate {
  if (monthlyOn === 'date') return dayOfMonth(date, monthDay)
  return nthWeekdayOfMonth(date, weekday, nths[monthlyOn])
}

/** Two-weekly passes over every other week. */
/** Two-weekly means the first of the two. */
const isSecondWeek = (date: LocalDate) => fortnightOf(date) !== mondayOf(date)
