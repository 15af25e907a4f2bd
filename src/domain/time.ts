import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate, WallTime, Weekday, Zone } from './types.ts'

/** Everything that knows about calendars, clocks and zones. Zones are Temporal's; days are whole numbers. */

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

export const UTC = 'UTC' as Zone

export const addMs = (at: Instant, ms: number): Instant => (at + ms) as Instant
export const addHours = (at: Instant, hours: number): Instant => addMs(at, hours * HOUR_MS)

/** Slack's name for a message is when it was written: seconds with six digits behind the point. */
export const writtenAt = (ts: string): Instant => Math.floor(Number(ts) * 1000) as Instant

/** The calendar day that a wall calendar in `zone` shows at that moment. */
export function localDateOf(at: Instant, zone: Zone): LocalDate {
  return inZone(at, zone).toPlainDate().toString() as LocalDate
}

/** The minute that a wall clock in `zone` shows at that moment, seconds dropped. */
export function wallTimeOf(at: Instant, zone: Zone): WallTime {
  return inZone(at, zone).toPlainTime().toString().slice(0, 5) as WallTime
}

/** A wall time that the clocks skip moves on by what they skip; of one they show twice it is the first. */
export function instantAt(date: LocalDate, time: WallTime, zone: Zone): Instant {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds as Instant
}

/** `20260518T070000Z`, seconds kept: the way calendars write a moment. */
export function utcStamp(at: Instant): string {
  const iso = new Date(at).toISOString()
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`
}

/** `2026-05-18T07:00:00Z`, milliseconds where there are any. */
export const isoOf = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toString()

/** A moment with its offset or a `Z`; undefined for anything else. */
export function instantFrom(iso: string): Instant | undefined {
  try {
    return Temporal.Instant.from(iso).epochMilliseconds as Instant
  } catch (fault) {
    if (fault instanceof RangeError) return undefined
    throw fault
  }
}

/** When the zone's clocks are next put forward or back; absent where they never are. */
export function nextClockChange(after: Instant, zone: Zone): Instant | undefined {
  const change = inZone(after, zone).getTimeZoneTransition('next')
  return change === null ? undefined : (change.epochMilliseconds as Instant)
}

/** False for a day that a zone jumped over, as Apia did with 2011-12-30. */
export function hasDay(zone: Zone, date: LocalDate): boolean {
  return localDateOf(instantAt(date, '00:00' as WallTime, zone), zone) === date
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** The Monday on which the two weeks begin that hold a date; fortnights are counted from Monday, 1 January 2024. */
export function fortnightOf(date: LocalDate): LocalDate {
  const monday = mondayOf(date)
  const isSecond = (daysBetween('2024-01-01' as LocalDate, monday) / 7) % 2 !== 0
  return isSecond ? addDays(monday, -7) : monday
}

/** Positive when `to` is later. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function weekdayOf(date: LocalDate): Weekday {
  // Day 0, 1970-01-01, was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** The week that holds the date's Thursday names both number and year. */
export function isoWeekOf(date: LocalDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(mondayOf(date), 3)
  const year = Number(thursday.slice(0, 4))
  const first = `${thursday.slice(0, 4)}-01-01` as LocalDate
  return { year, week: Math.floor(daysBetween(first, thursday) / 7) + 1 }
}

/** Mondays to Fridays from `from` through `to`, both counted; 0 when `to` is earlier. */
export function workingDays(from: LocalDate, to: LocalDate): number {
  const days = daysBetween(from, to) + 1
  if (days <= 0) return 0
  const weeks = Math.floor(days / 7)
  let count = weeks * 5
  for (let day = weeks * 7; day < days; day += 1) {
    if (weekdayOf(addDays(from, day)) <= 5) count += 1
  }
  return count
}

/** The first such weekday of the month that holds `date`. */
export function firstWeekdayOfMonth(date: LocalDate, weekday: Weekday): LocalDate {
  const first = `${date.slice(0, 7)}-01` as LocalDate
  return addDays(first, (weekday - weekdayOf(first) + 7) % 7)
}

/** Such a weekday of the month that holds `date`: the first to the fourth, or the last. */
export function nthWeekdayOfMonth(date: LocalDate, weekday: Weekday, nth: 1 | 2 | 3 | 4 | 'last'): LocalDate {
  if (nth === 'last') return addDays(firstWeekdayOfMonth(firstOfMonth(date, 1), weekday), -7)
  return addDays(firstWeekdayOfMonth(date, weekday), 7 * (nth - 1))
}

/** That day of the month that holds `date`; in a shorter month its last. */
export function dayOfMonth(date: LocalDate, day: number): LocalDate {
  const last = addDays(firstOfMonth(date, 1), -1)
  const meant = addDays(firstOfMonth(date), day - 1)
  return meant < last ? meant : last
}

/** The first day of the month `months` away. */
export function firstOfMonth(date: LocalDate, months = 0): LocalDate {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return fromDayNumber(Date.UTC(year, month - 1 + months, 1) / DAY_MS)
}

/** Asking Intl costs more than a query; there are some six hundred names. */
const knownZones = new Set<string>()

/** A name of the IANA database that this runtime knows; offsets such as `+08:00` are not zones. */
export function isZone(text: string): text is Zone {
  if (knownZones.has(text)) return true
  if (!/^[a-z]/i.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    knownZones.add(text)
    return true
  } catch (fault) {
    if (fault instanceof RangeError) return false
    throw fault
  }
}

/** Zones of half and quarter hours whose clocks never change. */
const oddZones: Readonly<Record<number, string>> = {
  [-570]: 'Pacific/Marquesas',
  210: 'Asia/Tehran',
  270: 'Asia/Kabul',
  330: 'Asia/Kolkata',
  345: 'Asia/Kathmandu',
  390: 'Asia/Yangon',
  525: 'Australia/Eucla',
  570: 'Australia/Darwin',
}

/** A zone that stands still at so many minutes from UTC, or the nearest whole hour to it. */
export function fixedZone(minutes: number): Zone {
  const odd = oddZones[minutes]
  if (odd !== undefined) return odd as Zone
  const hours = Math.max(-12, Math.min(14, Math.round(minutes / 60)))
  // POSIX counts westward: Etc/GMT-8 is eight hours ahead.
  return (hours === 0 ? UTC : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`) as Zone
}

/** `YYYY-MM-DD` of a day that the calendar has. */
export function isLocalDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text)
}

/** `HH:mm`, 00:00 to 23:59. */
export function isWallTime(text: string): text is WallTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

const inZone = (at: Instant, zone: Zone) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** Days are few and are counted thousands of times for one board: those that came up are kept. */
const MOST_DAYS_KEPT = 20_000
const numbers = new Map<LocalDate, number>()
const dates = new Map<number, LocalDate>()

function dayNumber(date: LocalDate): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const day = Date.parse(date) / DAY_MS
  keep(numbers, date, day)
  return day
}

function fromDayNumber(day: number): LocalDate {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate
  keep(dates, day, date)
  return date
}

function keep<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value): void {
  if (kept.size >= MOST_DAYS_KEPT) kept.clear()
  kept.set(key, value)
}

function isRealDay(text: string): boolean {
  const ms = Date.parse(text)
  // V8 reads 30 February as 2 March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}
