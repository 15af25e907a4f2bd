import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askingBy, daysOffOf, isExcused } from '../../src/domain/days-off.ts'
import { isOnLeave } from '../../src/domain/leave.ts'
import { periodKeyOf } from '../../src/domain/period.ts'
import type { Rule } from '../../src/domain/recurrence.ts'
import { addDays, localDateOf } from '../../src/domain/time.ts'
import type { LocalDate, Weekday } from '../../src/domain/types.ts'
import { day, instant, wall, zone } from '../support/people.ts'

const berlin = zone('Europe/Berlin')
const nine = wall('09:00')
const rule = (known: Partial<Rule> = {}): Rule => ({ cadence: 'weekly', weekday: 1, time: nine, ...known })
const off = (free: readonly string[], workingDays: readonly Weekday[] = [1, 2, 3, 4, 5]) =>
  daysOffOf({ workingDays, companyDays: [], isHoliday: (date) => free.includes(date) })

describe('when a rule asks', () => {
  test.each([
    ['on its own day', [], '2026-05-18'],
    ['on the next working day after a holiday', ['2026-05-18'], '2026-05-19'],
    ['after several free days', ['2026-05-18', '2026-05-19', '2026-05-20'], '2026-05-21'],
    [
      'on its own day, for the planner to leave out, where the whole week is free',
      ['2026-05-18', '2026-05-19', '2026-05-20', '2026-05-21', '2026-05-22'],
      '2026-05-18',
    ],
  ])('%s', (_, free, date) => {
    expect(askingBy(rule(), berlin, off(free)).next(instant('2026-05-17T12:00Z')).date).toBe(date)
  })

  test('a moved prompt keeps its time of day, is the newest once it has passed, and is followed by the next week’s', () => {
    const asking = askingBy(rule(), berlin, off(['2026-05-18']))
    const tuesday = { at: instant('2026-05-19T07:00Z'), date: '2026-05-19' }
    expect(asking.next(instant('2026-05-18T12:00Z'))).toEqual(tuesday)
    expect(asking.latest(instant('2026-05-19T07:00Z'))).toEqual(tuesday)
    expect(asking.latest(instant('2026-05-19T06:59Z')).date).toBe('2026-05-11')
    expect(asking.next(instant('2026-05-19T07:00Z')).date).toBe('2026-05-25')
  })

  test('a month’s last day on a Saturday has no working day left in its month', () => {
    const asking = askingBy(rule({ cadence: 'monthly', monthlyOn: 'date', monthDay: 31 }), berlin, off([]))
    const saturday = asking.next(instant('2026-10-01T00:00Z'))
    expect(saturday.date).toBe('2026-10-31')
    expect(asking.dayOff(saturday.date)).toBe('non-working')
  })

  test('every period is asked for once, in order, on a working day wherever it has one', () => {
    const cadences = fc.constantFrom<Rule['cadence']>('weekly', 'two-weekly', 'monthly')
    const dates = fc
      .array(fc.integer({ min: 0, max: 120 }), { maxLength: 60 })
      .map((days) => days.map((one) => addDays(day('2026-03-01'), one)))
    fc.assert(
      fc.property(cadences, fc.constantFrom<Weekday>(1, 3, 5, 7), dates, (cadence, weekday, free) => {
        const byRule = rule({ cadence, weekday, monthlyOn: 'last' })
        const dayOff = off(free)
        const moved = askingBy(byRule, berlin, dayOff)
        const named = askingBy(byRule, berlin, () => undefined)
        // The night before weeks and fortnights begin.
        let at = instant('2026-03-08T22:30Z')
        let plain = at
        for (let nth = 0; nth < 12; nth += 1) {
          const next = moved.next(at)
          const rules = named.next(plain)
          const period = periodKeyOf(cadence, rules.date)
          expect(periodKeyOf(cadence, next.date)).toBe(period)
          expect(next.at).toBeGreaterThan(at)
          expect(moved.latest(next.at)).toEqual(next)
          const isFree = dayOff(next.date) !== undefined
          const isAllFree = restOf(rules.date, cadence).every((date) => dayOff(date) !== undefined)
          expect(isFree).toBe(isAllFree)
          at = next.at
          plain = rules.at
        }
      }),
      { numRuns: 200 },
    )
  })

  /** From a date to the end of its period. */
  function restOf(date: LocalDate, cadence: Rule['cadence']): readonly LocalDate[] {
    const dates: LocalDate[] = []
    for (let one = date; periodKeyOf(cadence, one) === periodKeyOf(cadence, date); one = addDays(one, 1))
      dates.push(one)
    return dates
  }
})

describe('a leave', () => {
  const window = { first: day('2026-05-21'), last: day('2026-05-23') }
  const away = (from: string, back: string | undefined) => (date: LocalDate) =>
    isOnLeave([{ from: day(from), back: back === undefined ? undefined : day(back) }], date)

  test.each([
    ['on the prompt’s day', '2026-05-21', '2026-05-22', true],
    ['only on the day after it, a working day of the window', '2026-05-22', '2026-05-23', true],
    ['only on the Saturday of the window', '2026-05-23', '2026-05-24', false],
    ['that ends on the prompt’s day, which is worked again', '2026-05-11', '2026-05-21', false],
    ['without an end', '2026-05-01', undefined, true],
    ['after the window', '2026-05-25', '2026-05-29', false],
  ])('%s excuses: %s to %s, %s', (_, from, back, isFree) => {
    expect(isExcused(window, off([]), away(from, back))).toBe(isFree)
  })

  test('a holiday in the window that is also leave excuses nothing', () => {
    expect(isExcused(window, off(['2026-05-22']), away('2026-05-22', '2026-05-23'))).toBe(false)
  })
})

test('days of a zone are days of that zone', () => {
  const asking = askingBy(rule({ time: wall('00:30') }), zone('Asia/Taipei'), off(['2026-05-18']))
  const next = asking.next(instant('2026-05-17T00:00Z'))
  expect(localDateOf(next.at, zone('Asia/Taipei'))).toBe('2026-05-19')
})
