import {
  addDays,
  daysBetween,
  firstOfMonth,
  firstWeekdayOfMonth,
  hasDay,
  instantAt,
  localDateOf,
  mondayOf,
  weekdayOf,
} from './time.ts'
import type { Cadence, Instant, LocalDate, WallTime, Weekday, Zone } from './types.ts'

/** When something happens again and again, told in wall time; reliability.md §4. */
export interface Rule {
  readonly cadence: Cadence
  /** Ignored by daily, which is Monday to Friday. Monthly means the first such weekday of the month. */
  readonly weekday: Weekday
  readonly time: WallTime
  /** Any day of a week that two-weekly means; absent, the weeks counted from 2024-01-01. */
  readonly anchor?: LocalDate | undefined
}

const firstAnchor = '2024-01-01' as LocalDate

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
      return weekdayOf(from) <= 5 ? from : addDays(mondayOf(from), 7)
    case 'weekly':
      return toWeekday
    case 'two-weekly':
      return isOffWeek(rule, toWeekday) ? addDays(toWeekday, 7) : toWeekday
    case 'monthly': {
      const here = firstWeekdayOfMonth(from, rule.weekday)
      return here >= from ? here : firstWeekdayOfMonth(firstOfMonth(from, 1), rule.weekday)
    }
  }
}

/** The rule's last day that is not after `to`. */
function lastUpTo(rule: Rule, to: LocalDate): LocalDate {
  const toWeekday = addDays(to, -((weekdayOf(to) - rule.weekday + 7) % 7))
  switch (rule.cadence) {
    case 'daily':
      return weekdayOf(to) <= 5 ? to : addDays(mondayOf(to), 4)
    case 'weekly':
      return toWeekday
    case 'two-weekly':
      return isOffWeek(rule, toWeekday) ? addDays(toWeekday, -7) : toWeekday
    case 'monthly': {
      const here = firstWeekdayOfMonth(to, rule.weekday)
      return here <= to ? here : firstWeekdayOfMonth(firstOfMonth(to, -1), rule.weekday)
    }
  }
}

/** Two-weekly passes over every other week. */
function isOffWeek(rule: Rule, date: LocalDate): boolean {
  const weeks = daysBetween(mondayOf(rule.anchor ?? firstAnchor), mondayOf(date)) / 7
  return weeks % 2 !== 0
}
