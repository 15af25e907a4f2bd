import { addDays, daysBetween, firstOfMonth } from './time.ts'
import type { LocalDate } from './types.ts'

/** The months that a timeline shows. `from` is the first day of the first one. */
export interface Months {
  readonly from: LocalDate
  /** 1-12 */
  readonly count: number
}

export const MOST_MONTHS = 12
/** What is over is shown so far back where twelve months are too few for all. */
const MONTHS_BACK = 2
const QUARTER = 3

export const lastDayOf = ({ from, count }: Months): LocalDate => addDays(firstOfMonth(from, count), -1)

export const daysIn = (months: Months): number => daysBetween(months.from, lastDayOf(months)) + 1

/** The same number of months, so many times their length later; negative for earlier. */
export const movedBy = ({ from, count }: Months, times: number): Months => ({
  from: firstOfMonth(from, times * count),
  count,
})

/** The first day of each month, in order. */
export const firstDays = ({ from, count }: Months): readonly LocalDate[] =>
  Array.from({ length: count }, (_, index) => firstOfMonth(from, index))

/** The calendar quarter that holds a date, or one so many quarters away. */
export function quarterOf(date: LocalDate, away = 0): Months {
  const month = Number(date.slice(5, 7)) - 1
  return { from: firstOfMonth(date, away * QUARTER - (month % QUARTER)), count: QUARTER }
}

/** The calendar year that holds a date, or one so many years away. */
export function yearOf(date: LocalDate, away = 0): Months {
  const month = Number(date.slice(5, 7)) - 1
  return { from: firstOfMonth(date, away * MOST_MONTHS - month), count: MOST_MONTHS }
}

/** What a goal takes of the calendar, both days counted. */
export interface Stretch {
  readonly start: LocalDate
  readonly due: LocalDate
}

/**
 * The quarter of today where everything fits into it; else from the first start to the last due day, today's month always
 * among them. Of more than twelve months those that are ahead come before those that are over.
 */
export function monthsFor(stretches: readonly Stretch[], today: LocalDate): Months {
  const quarter = quarterOf(today)
  const last = lastDayOf(quarter)
  if (stretches.every(({ start, due }) => start >= quarter.from && due <= last)) return quarter
  const now = firstOfMonth(today)
  const begin = stretches.reduce((least, { start }) => (start < least ? start : least), now)
  const end = stretches.reduce((most, { due }) => (due > most ? due : most), now)
  const from = firstOfMonth(begin)
  const count = monthsBetween(from, end) + 1
  if (count <= MOST_MONTHS) return { from, count }
  const soonest = firstOfMonth(now, -MONTHS_BACK)
  const latest = firstOfMonth(end, 1 - MOST_MONTHS)
  return { from: soonest < latest ? soonest : latest, count: MOST_MONTHS }
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}
