import { addDays, daysBetween, firstOfMonth, isLocalDate, mondayOf, weekdayOf } from '../time.ts'
import type { LocalDate, Weekday } from '../types.ts'

/** Where spans of the calendar end, domain.md §7.4. Months count from 1, weeks begin on Monday. */

export type Span = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

export interface Calendar {
  readonly today: LocalDate
  /** The month in which the fiscal year begins; quarters and years follow it. */
  readonly firstMonth: number
  /** Whether `6/10/2026` is the sixth of October. */
  readonly isDayFirst: boolean
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7))

/** Undefined for a day the calendar does not have. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const text = [String(year).padStart(4, '0'), two(month), two(day)].join('-')
  return isLocalDate(text) ? text : undefined
}

const two = (value: number) => String(value).padStart(2, '0')

export const firstDayOf = (year: number, month: number): LocalDate => `${year}-${two(month)}-01` as LocalDate

/** The last day of the month that holds `date`, or of the one so many months away. */
export const lastOfMonth = (date: LocalDate, months = 0): LocalDate =>
  addDays(firstOfMonth(date, months + 1), -1)

/** The last day of the span that holds today, or of the one so many spans away. */
export function endOf(span: Span, away: number, calendar: Calendar): LocalDate {
  const { today } = calendar
  switch (span) {
    case 'day':
      return addDays(today, away)
    case 'week':
      return addDays(mondayOf(today), 7 * away + 6)
    case 'month':
      return lastOfMonth(today, away)
    default: {
      const months = monthsIn[span]
      const passed = monthsPassed(calendar) % months
      return lastOfMonth(today, months * (away + 1) - 1 - passed)
    }
  }
}

const monthsIn = { quarter: 3, half: 6, year: 12 } as const

/** Whole months since the fiscal year began. */
const monthsPassed = ({ today, firstMonth }: Calendar) => (monthOf(today) - firstMonth + 12) % 12

/** The last day of the `nth` quarter or half, of the fiscal year that begins in `year`, else of the next one to end. */
export function endOfNth(
  span: 'quarter' | 'half',
  nth: number,
  calendar: Calendar,
  year?: number,
): LocalDate | undefined {
  const months = monthsIn[span]
  if (nth < 1 || nth > 12 / months) return undefined
  const began = year ?? yearOf(calendar.today) - (monthOf(calendar.today) < calendar.firstMonth ? 1 : 0)
  const end = lastOfMonth(firstDayOf(began, calendar.firstMonth), months * nth - 1)
  return year === undefined && end < calendar.today ? endOfNth(span, nth, calendar, began + 1) : end
}

/** The last day before a quarter or half begins; where that has passed, its own last day. */
export function beforeNth(
  span: 'quarter' | 'half',
  nth: number,
  calendar: Calendar,
  year?: number,
): LocalDate | undefined {
  const end = endOfNth(span, nth, calendar, year)
  const before = end && addDays(firstOfMonth(end, 1 - monthsIn[span]), -1)
  return before !== undefined && before >= calendar.today ? before : end
}

/** So many spans after today; a day that the month lacks becomes its last. */
export function afterSpans(count: number, span: Span, { today }: Calendar): LocalDate | undefined {
  if (count > 10_000) return undefined
  if (span === 'day' || span === 'week') return addDays(today, Math.round(count * (span === 'week' ? 7 : 1)))
  const months = Math.round(count * (span === 'month' ? 1 : monthsIn[span]))
  const last = lastOfMonth(today, months)
  return dateOf(yearOf(last), monthOf(last), Math.min(Number(today.slice(8)), Number(last.slice(8))))
}

/** The next such day after today. */
export function nextWeekday(weekday: Weekday, { today }: Calendar): LocalDate {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

/** Of the week that begins on the next Monday, or `weeks` later. */
export const weekdayOfWeek = (weekday: Weekday, weeks: number, { today }: Calendar): LocalDate =>
  addDays(mondayOf(today), 7 * weeks + weekday - 1)

/** Today's or the next: a month and day that have passed mean next year's. */
export function nextYearly(month: number, day: number, { today }: Calendar): LocalDate | undefined {
  const dates = [0, 1, 2, 3, 4].map((years) => dateOf(yearOf(today) + years, month, day))
  return dates.find((date) => date !== undefined && date >= today)
}

/** That day of this month or, when it has passed, of the next; of the one `away` months on where that is said. */
export function dayOfMonth(
  day: number,
  away: number | undefined,
  { today }: Calendar,
): LocalDate | undefined {
  const of = (months: number) => {
    const first = firstOfMonth(today, months)
    return dateOf(yearOf(first), monthOf(first), day)
  }
  if (away !== undefined) return of(away)
  return [0, 1, 2].map(of).find((date) => date !== undefined && date >= today)
}

/** The last day of that month, this year's or, when it is over, the next one's. */
export function endOfMonthNamed(month: number, { today }: Calendar, year?: number): LocalDate {
  const end = lastOfMonth(firstDayOf(year ?? yearOf(today), month))
  return year === undefined && daysBetween(today, end) < 0
    ? lastOfMonth(firstDayOf(yearOf(today) + 1, month))
    : end
}
