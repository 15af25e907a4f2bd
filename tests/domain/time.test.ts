import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  firstOfMonth,
  firstWeekdayOfMonth,
  hasDay,
  instantAt,
  isLocalDate,
  isoWeekOf,
  isWallTime,
  isZone,
  localDateOf,
  mondayOf,
  wallTimeOf,
  weekdayOf,
  workingDays,
} from '../../src/domain/time.ts'
import { day, instant, wall, zone } from '../support/people.ts'

describe('a moment on the walls of the world', () => {
  test.each([
    ['2026-11-23T23:30Z', 'Europe/Berlin', '2026-11-24', '00:30'],
    ['2026-11-23T23:30Z', 'America/New_York', '2026-11-23', '18:30'],
    ['2026-11-23T23:30Z', 'Asia/Kathmandu', '2026-11-24', '05:15'],
    ['2026-11-23T23:30Z', 'Pacific/Kiritimati', '2026-11-24', '13:30'],
    ['2026-11-23T23:30:59Z', 'UTC', '2026-11-23', '23:30'],
    ['1969-12-31T23:30Z', 'UTC', '1969-12-31', '23:30'],
  ])('%s in %s is %s %s', (at, name, date, time) => {
    expect(localDateOf(instant(at), zone(name))).toBe(date)
    expect(wallTimeOf(instant(at), zone(name))).toBe(time)
  })

  test('a skipped wall time moves on by the gap, a doubled one is its first', () => {
    const newYork = zone('America/New_York')
    expect(instantAt(day('2026-03-08'), wall('02:30'), newYork)).toBe(instant('2026-03-08T03:30-04:00'))
    expect(instantAt(day('2026-11-01'), wall('01:30'), newYork)).toBe(instant('2026-11-01T01:30-04:00'))
  })

  test('a day that a zone jumped over is not there', () => {
    expect(hasDay(zone('Pacific/Apia'), day('2011-12-30'))).toBe(false)
    expect(hasDay(zone('Pacific/Apia'), day('2011-12-31'))).toBe(true)
    expect(hasDay(zone('Europe/Berlin'), day('2011-12-30'))).toBe(true)
  })

  test('a day that begins at 01:00 is there', () => {
    expect(hasDay(zone('Africa/Cairo'), day('2026-04-24'))).toBe(true)
    expect(hasDay(zone('Asia/Beirut'), day('2026-03-29'))).toBe(true)
  })
})

describe('days', () => {
  test.each([
    ['2026-05-16', 1, '2026-05-17'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-05-16', 0, '2026-05-16'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to)
    expect(daysBetween(day(from), day(to))).toBe(days)
  })

  test.each([
    ['2026-05-11', 1],
    ['2026-05-16', 6],
    ['2026-05-17', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2000-02-29', 2],
  ])('%s is weekday %i', (date, weekday) => expect(weekdayOf(day(date))).toBe(weekday))

  test('a week begins on Monday', () => {
    expect(mondayOf(day('2026-05-17'))).toBe('2026-05-11')
    expect(mondayOf(day('2026-05-11'))).toBe('2026-05-11')
  })

  test.each([
    ['2024-12-30', 2025, 1],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2021-01-03', 2020, 53],
    ['2026-01-01', 2026, 1],
    ['2023-01-01', 2022, 52],
  ])('%s lies in week %i-%i', (date, year, week) => expect(isoWeekOf(day(date))).toEqual({ year, week }))

  test.each([
    ['2026-05-04', '2026-05-08', 5],
    ['2026-05-04', '2026-05-15', 10],
    ['2026-05-09', '2026-05-10', 0],
    ['2026-05-08', '2026-05-11', 2],
    ['2026-05-08', '2026-05-08', 1],
    ['2026-05-08', '2026-05-07', 0],
    ['2026-01-01', '2026-12-31', 261],
  ])('from %s through %s are %i working days', (from, to, count) =>
    expect(workingDays(day(from), day(to))).toBe(count),
  )

  test('months begin on their first and cross the year', () => {
    expect(firstOfMonth(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(firstOfMonth(day('2026-01-15'), -1)).toBe('2025-12-01')
    expect(firstWeekdayOfMonth(day('2026-05-31'), 1)).toBe('2026-05-04')
    expect(firstWeekdayOfMonth(day('2026-06-30'), 1)).toBe('2026-06-01')
  })
})

describe('what counts as a day, a time and a zone', () => {
  test.each([
    ['2026-05-16', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-5-16', false],
    ['16.05.2026', false],
    ['', false],
    ['2026-05-16T00:00Z', false],
  ])('%j as a day: %s', (text, isOne) => expect(isLocalDate(text)).toBe(isOne))

  test.each([
    ['09:00', true],
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09:60', false],
    ['09:00:00', false],
  ])('%j as a time: %s', (text, isOne) => expect(isWallTime(text)).toBe(isOne))

  test.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['America/Argentina/Buenos_Aires', true],
    ['Mars/Olympus_Mons', false],
    ['+08:00', false],
    ['', false],
  ])('%j as a zone: %s', (text, isOne) => expect(isZone(text)).toBe(isOne))

  test('every zone of this runtime can be reckoned with', () => {
    const at = instant('2026-05-16T09:00Z')
    const names = Intl.supportedValuesOf('timeZone')
    expect(names.length).toBeGreaterThan(400)
    for (const name of names) {
      const here = zone(name)
      const back = instantAt(localDateOf(at, here), wallTimeOf(at, here), here)
      expect(Math.abs(back - at), name).toBeLessThan(60_000)
    }
  })
})
