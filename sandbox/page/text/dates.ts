import { utcOf } from '../time.ts'

/** Whose eyes a time is written for. */
export interface Reader {
  readonly locale: string
  readonly tz: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Builds each format once: making one costs far more than using it. */
function formatOf(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${reader.locale}|${reader.tz}|${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options })
  formats.set(key, made)
  return made
}

export function written(at: number, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  return formatOf(reader, options).format(at)
}

export const timeOfDay = (at: number, reader: Reader): string =>
  written(at, reader, { hour: 'numeric', minute: '2-digit' })

/** `Mon 23 Nov, 09:00`: the page's own words are English whatever language the person's Slack speaks. */
export const dayAndTime = (at: number, tz: string): string =>
  written(
    at,
    { locale: 'en-GB', tz },
    { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  )

/** `2026-11-23` in the reader's zone; also what tells one day from the next. */
export function dayOf(at: number, reader: Reader): string {
  return written(at, { ...reader, locale: 'en-CA' }, { year: 'numeric', month: '2-digit', day: '2-digit' })
}

/** `2026-11-23T09:00`, what a `datetime-local` input holds. */
export function wallTimeOf(at: number, reader: Reader): string {
  const time = written(
    at,
    { ...reader, locale: 'en-GB' },
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  )
  return `${dayOf(at, reader)}T${time}`
}

/** The epoch seconds a wall time stands for in the reader's zone; undefined while it is half typed. */
export function epochSecondsAt(wallTime: string, reader: Reader): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(wallTime)
  if (parts === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number)
  const wanted = utcOf(year, month, day, hour, minute)
  // Two corrections reach the fixed point, also on the days the clocks change.
  const once = wanted - offsetAt(wanted, reader)
  return Math.round((wanted - offsetAt(once, reader)) / 1000)
}

function offsetAt(at: number, reader: Reader): number {
  const shown = wallTimeOf(at, reader)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = shown.split(/[-T:]/).map(Number)
  return utcOf(year, month, day, hour, minute) - Math.floor(at / 60_000) * 60_000
}

/** `today`, `yesterday`, `tomorrow` in the reader's language, else undefined. */
export function dayWord(at: number, now: number, reader: Reader): string | undefined {
  const days = daysBetween(dayOf(now, reader), dayOf(at, reader))
  if (Math.abs(days) > 1) return undefined
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day')
}

export function daysBetween(from: string, to: string): number {
  const [a = 0, b = 0] = [from, to].map((day) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    return utcOf(year, month, date, 0, 0)
  })
  return Math.round((b - a) / 86_400_000)
}

/** `4 minutes ago`, `in 2 days`. */
export function ago(at: number, now: number, reader: Reader): string {
  const words = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' })
  const seconds = Math.round((at - now) / 1000)
  const size = Math.abs(seconds)
  if (size < 60) return words.format(seconds, 'second')
  if (size < 3600) return words.format(Math.round(seconds / 60), 'minute')
  if (size < 86_400) return words.format(Math.round(seconds / 3600), 'hour')
  return words.format(Math.round(seconds / 86_400), 'day')
}

/** A message's `ts` as epoch ms. */
export const instantOf = (ts: string): number => Math.floor(Number(ts) * 1000)
