/**
 * When a rule should ask, told apart from the product's own reckoning: day by day, on plain dates and by what Intl shows on
 * the wall. Slow, and short enough to be read against PRODUCT.md §3.
 */

export interface Asked {
  readonly cadence: 'daily' | 'weekly' | 'two-weekly' | 'monthly'
  readonly weekday: number
  readonly monthlyOn: string
  readonly monthDay: number
  readonly workingDays: readonly number[]
}

export type Free = 'non-working' | 'holiday' | 'company-day' | undefined

export interface ExpectedDay {
  readonly date: string
  /** Why nobody is asked on it; absent: they are. */
  readonly reason: string | undefined
}

const DAY = 86_400_000
const at = (date: string) => Date.parse(`${date}T00:00Z`)
export const plus = (date: string, days: number) => new Date(at(date) + days * DAY).toISOString().slice(0, 10)
export const weekdayOn = (date: string) => ((new Date(at(date)).getUTCDay() + 6) % 7) + 1

/** Every day on which something is owed, from `first` through `last`. */
export function expectedDays(
  rule: Asked,
  first: string,
  last: string,
  free: (date: string) => Free,
  isAway: (date: string) => boolean,
): readonly ExpectedDay[] {
  const days: ExpectedDay[] = []
  // What was named before may be moved into the span.
  for (let date = plus(first, -40); date <= last; date = plus(date, 1)) {
    if (!isNamed(rule, date)) continue
    const asked = movedFrom(rule, date, free)
    if (asked < first || asked > last) continue
    days.push({ date: asked, reason: isAway(asked) ? 'leave' : free(asked) })
  }
  return days
}

function isNamed(rule: Asked, date: string): boolean {
  const isWeekday = weekdayOn(date) === rule.weekday
  switch (rule.cadence) {
    case 'daily':
      return rule.workingDays.includes(weekdayOn(date))
    case 'weekly':
      return isWeekday
    case 'two-weekly':
      return isWeekday && isFirstWeek(date)
    case 'monthly':
      return isOfMonth(rule, date)
  }
}

/** Fortnights are counted from Monday, 1 January 2024. */
const fortnight = (date: string) => Math.floor((at(date) - at('2024-01-01')) / (14 * DAY))
const isFirstWeek = (date: string) => ((at(date) - at('2024-01-01')) / DAY) % 14 < 7

function isOfMonth({ monthlyOn, monthDay, weekday }: Asked, date: string): boolean {
  const dayOfMonth = Number(date.slice(8))
  const isLastDay = plus(date, 1).slice(8) === '01'
  if (monthlyOn === 'date') return dayOfMonth === monthDay || (isLastDay && dayOfMonth < monthDay)
  if (weekdayOn(date) !== weekday) return false
  if (monthlyOn === 'last') return plus(date, 7).slice(0, 7) !== date.slice(0, 7)
  const nth = ['first', 'second', 'third', 'fourth'].indexOf(monthlyOn)
  return Math.floor((dayOfMonth - 1) / 7) === nth
}

/** The next working day of the same period; the named one where it has none. */
function movedFrom(rule: Asked, named: string, free: (date: string) => Free): string {
  for (let date = named; periodOf(rule, date) === periodOf(rule, named); date = plus(date, 1))
    if (free(date) === undefined) return date
  return named
}

function periodOf({ cadence }: Asked, date: string): string {
  if (cadence === 'daily') return date
  if (cadence === 'monthly') return date.slice(0, 7)
  if (cadence === 'two-weekly') return String(fortnight(date))
  return plus(date, 1 - weekdayOn(date))
}

const walls = new Map<string, Intl.DateTimeFormat>()

/** `2026-05-18 09:00` */
export function wallAt(instant: number, zone: string): string {
  const wall =
    walls.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  walls.set(zone, wall)
  return wall.format(instant)
}

/** Whether that moment is the first at which the wall shows this; where clocks leave it out, the gap's length later. */
export function isRightMoment(instant: number, zone: string, date: string, time: string): boolean {
  const wanted = `${date} ${time}`
  const minutes = Array.from({ length: 24 * 12 }, (_, n) => instant + (n - 12 * 12) * 300_000)
  const first = minutes.find((one) => wallAt(one, zone) === wanted)
  if (first !== undefined) return first === instant
  // Left out: as long after the last minute before the gap as the time lies after that minute on the wall.
  const before = minutes.findLast((one) => wallAt(one, zone) < wanted)
  if (before === undefined) return false
  const late =
    Date.parse(`${wanted.replace(' ', 'T')}Z`) - Date.parse(`${wallAt(before, zone).replace(' ', 'T')}Z`)
  return before + late === instant
}
