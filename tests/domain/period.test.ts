import { describe, expect, test } from 'vitest'
import { type PlaceFacts, periodKeyOf, placeAnswer, windowOf } from '../../src/domain/period.ts'
import { addMs } from '../../src/domain/time.ts'
import { day, instant } from '../support/people.ts'

describe('the key of a period', () => {
  test.each([
    ['daily', '2026-11-23', '2026-11-23'],
    ['weekly', '2026-11-23', '2026-W48'],
    ['two-weekly', '2026-11-16', '2026-W47'],
    ['two-weekly', '2026-11-29', '2026-W47'],
    ['two-weekly', '2026-11-30', '2026-W49'],
    ['two-weekly', '2027-01-03', '2026-W53'],
    ['monthly', '2026-11-23', '2026-11'],
    ['weekly', '2027-01-01', '2026-W53'],
    ['weekly', '2024-12-30', '2025-W01'],
    ['monthly', '2027-01-01', '2027-01'],
  ] as const)('%s on %s is %s', (cadence, date, key) => expect(periodKeyOf(cadence, day(date))).toBe(key))
})

describe('the window of an answer in time', () => {
  const prompt = instant('2026-05-18T07:00Z')
  test('is so many hours', () => {
    expect(windowOf(prompt, instant('2026-05-25T07:00Z'), 48)).toEqual({ ends: instant('2026-05-20T07:00Z') })
  })
  test('ends with the next prompt if that is sooner', () => {
    expect(windowOf(prompt, instant('2026-05-19T07:00Z'), 48)).toEqual({ ends: instant('2026-05-19T07:00Z') })
  })
})

describe('where an answer belongs', () => {
  const monday = { at: instant('2026-05-18T07:00Z'), date: day('2026-05-18') }
  const nextMonday = { at: instant('2026-05-25T07:00Z'), date: day('2026-05-25') }
  const facts = (known: Partial<PlaceFacts>): PlaceFacts => ({
    now: instant('2026-05-18T08:00Z'),
    cadence: 'weekly',
    windowHours: 48,
    current: monday,
    next: nextMonday,
    asked: { isAnswered: false },
    ...known,
  })
  const open = { isAnswered: false }
  const answered = { isAnswered: true }

  test.each([
    ['an hour after the prompt', '2026-05-18T08:00Z', open, '2026-W21', 'on-time'],
    ['at the last moment of the window', '2026-05-20T07:00Z', open, '2026-W21', 'on-time'],
    ['a moment later', '2026-05-20T07:00:00.001Z', open, '2026-W21', 'late'],
    ['just before the next prompt, still unanswered', '2026-05-25T06:59Z', open, '2026-W21', 'late'],
    ['again within the window', '2026-05-19T08:00Z', answered, '2026-W21', 'on-time'],
    ['again after the window', '2026-05-21T08:00Z', answered, '2026-W21', 'late'],
    ['again three days before the next prompt', '2026-05-22T07:00Z', answered, '2026-W22', 'early'],
    ['again a moment before that', '2026-05-22T06:59Z', answered, '2026-W21', 'late'],
    ['never asked, in the middle of the week', '2026-05-20T08:00Z', undefined, '2026-W21', 'unasked'],
    ['never asked, the day before the prompt', '2026-05-24T08:00Z', undefined, '2026-W22', 'early'],
  ] as const)('%s', (_, now, asked, periodKey, timeliness) => {
    expect(placeAnswer(facts({ now: instant(now), asked }))).toEqual({ periodKey, timeliness })
  })

  test("a second answer to a daily prompt is not tomorrow's", () => {
    const daily = facts({
      cadence: 'daily',
      asked: answered,
      next: { at: instant('2026-05-19T07:00Z'), date: day('2026-05-19') },
    })
    expect(placeAnswer({ ...daily, now: instant('2026-05-18T09:00Z') })).toEqual({
      periodKey: '2026-05-18',
      timeliness: 'on-time',
    })
    expect(placeAnswer({ ...daily, now: addMs(daily.next.at, -1) })).toEqual({
      periodKey: '2026-05-19',
      timeliness: 'early',
    })
  })
})
