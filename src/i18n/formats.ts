import type { Unit } from '../domain/goal.ts'
import { DAY_MS, daysBetween, HOUR_MS } from '../domain/time.ts'
import type { Instant, LocalDate, WallTime, Weekday, Zone } from '../domain/types.ts'

/** Writes values the way people of one locale do. All through Intl; nothing here knows a language. */
export interface Formats {
  /** `32%`, `$1,200`, `14 deals`, `2.5 hr`. */
  amount(value: number, unit: Unit): string
  /** With its sign: `+3`, `+$200`, `-5%`; nouns are left out. A percentage is in points. */
  change(value: number, unit: Unit): string
  number(value: number): string
  /** A share 0-1 as `62%`. Never 100% before it is reached. */
  share(share: number): string
  /** `30 Jun 2026` */
  date(date: LocalDate): string
  /** `Jun` */
  month(date: LocalDate): string
  /** `Jun 2026` */
  monthOfYear(date: LocalDate): string
  /** `Monday` */
  weekday(weekday: Weekday): string
  /** `January` for 1 */
  monthName(month: number): string
  /** `09:00`, or `9:00 AM` where people write it so. */
  time(time: WallTime): string
  /** Date and time in a zone (UTC without one), for texts where Slack's own date tokens cannot stand. */
  moment(at: Instant, zone?: Zone): string
  /** `Germany` for DE; the code itself where it names no country. */
  country(code: string): string
  /** `Ana, Ben and Chen` */
  list(items: readonly string[]): string
  /** Picks by plural category: plural(2, { one: 'day', other: 'days' }). */
  plural(count: number, words: { readonly one?: string; readonly other: string }): string
}

export function formatsOf(locale: string): Formats {
  const numbers = numbersOf(locale)
  const days = daysOf(locale)
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const plurals = new Intl.PluralRules(locale)
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  return {
    ...numbers,
    ...days,
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    list: (items) => lists.format(items),
    plural: (count, words) => (plurals.select(count) === 'one' ? (words.one ?? words.other) : words.other),
  }
}

type NumberFormats = Pick<Formats, 'amount' | 'change' | 'number' | 'share'>

function numbersOf(locale: string): NumberFormats {
  const made = new Map<string, Intl.NumberFormat>()
  const written = (value: number, options: Intl.NumberFormatOptions) => {
    const all = { ...options, ...digitsFor(value, options.style === 'currency') }
    const key = JSON.stringify(all)
    const known = made.get(key) ?? new Intl.NumberFormat(locale, all)
    made.set(key, known)
    return known.format(value)
  }
  const wholePercent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  })
  return {
    amount(value, unit) {
      const shown = written(inStyle(value, unit), { ...styleOf(unit), signDisplay: 'negative' })
      return unit.kind === 'count' && unit.noun !== undefined ? `${shown} ${unit.noun}` : shown
    },
    change: (value, unit) => written(inStyle(value, unit), { ...styleOf(unit), signDisplay: 'exceptZero' }),
    number: (value) => written(value, { signDisplay: 'negative' }),
    share: (share) => wholePercent.format(share > 0.99 && share < 1 ? 0.99 : share),
  }
}

/** Two decimals, and for small numbers as many as make them differ from zero; money has its own. */
function digitsFor(value: number, isMoney: boolean): Intl.NumberFormatOptions {
  if (value !== 0 && Math.abs(value) < 0.01) return { maximumSignificantDigits: 2 }
  return isMoney ? { trailingZeroDisplay: 'stripIfInteger' } : { maximumFractionDigits: 2 }
}

/** Intl's percent style multiplies by a hundred; percent goals hold points. */
const inStyle = (value: number, unit: Unit) => (unit.kind === 'percent' ? value / 100 : value)

function styleOf(unit: Unit): Intl.NumberFormatOptions {
  switch (unit.kind) {
    case 'percent':
      return { style: 'percent' }
    case 'currency':
      return { style: 'currency', currency: unit.code }
    case 'time':
      return {
        style: 'unit',
        unit: { minutes: 'minute', hours: 'hour', days: 'day' }[unit.in],
        unitDisplay: 'short',
      }
    case 'count':
      return {}
  }
}

type DayFormats = Pick<
  Formats,
  'date' | 'month' | 'monthOfYear' | 'monthName' | 'weekday' | 'time' | 'moment'
>

function daysOf(locale: string): DayFormats {
  // Days and wall times have no zone: they are written in UTC, where they were put.
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const monthOfYear = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
  const moments = new Map<string, Intl.DateTimeFormat>()
  return {
    date: (day) => date.format(msOf(day)),
    month: (day) => month.format(msOf(day)),
    monthOfYear: (day) => monthOfYear.format(msOf(day)),
    weekday: (day) => weekday.format((day + 3) * DAY_MS),
    monthName: (number) => monthName.format(msOf(`2026-${String(number).padStart(2, '0')}-01` as LocalDate)),
    time: (wall) => time.format(hoursOf(wall) * HOUR_MS),
    moment(at, zone: string = 'UTC') {
      const known = moments.get(zone) ?? new Intl.DateTimeFormat(locale, { ...inMoment, timeZone: zone })
      moments.set(zone, known)
      return known.format(at)
    },
  }
}

const epoch = '1970-01-01' as LocalDate
const msOf = (day: LocalDate) => daysBetween(epoch, day) * DAY_MS

const inMoment: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
}

function hoursOf(wall: WallTime): number {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number)
  return hours + minutes / 60
}
