import { describe, expect, test } from 'vitest'
import { forecast } from '../../src/domain/progress.ts'
import { addDays } from '../../src/domain/time.ts'
import { type Dated, median, trendOf } from '../../src/domain/trend.ts'
import { day, someTerms } from '../support/people.ts'

const weekly = (from: string, ...values: number[]): Dated[] =>
  values.map((value, week) => ({ date: addDays(day(from), 7 * week), value }))

const deals = someTerms()
const churn = someTerms({
  measure: 'churn',
  kind: 'reach',
  direction: 'down',
  unit: { kind: 'percent' },
  baseline: 50,
  target: 35,
})
const today = day('2026-05-16')
/** The first of six weeks ends a week after the start. */
const firstWeek = '2026-04-08'

describe('what adds up goes on at its mean rate (domain.md §3.4)', () => {
  test('1: two deals a week, eight left: four weeks', () => {
    expect(forecast(weekly(firstWeek, 2, 4, 6, 8, 10, 12), deals, today)).toEqual({
      kind: 'dates',
      likely: '2026-06-10',
      earliest: '2026-06-10',
      latest: '2026-06-10',
    })
  })

  test('an uneven rate gives a range of one standard deviation', () => {
    // 1, 3, 1, 3, 1, 3 a week: mean 2, deviation 1.095.
    expect(forecast(weekly(firstWeek, 1, 4, 5, 8, 9, 12), deals, today)).toEqual({
      kind: 'dates',
      likely: '2026-06-10',
      earliest: addDays(day('2026-05-13'), Math.ceil((8 / (2 + Math.sqrt(1.2))) * 7)),
      latest: addDays(day('2026-05-13'), Math.ceil((8 / (2 - Math.sqrt(1.2))) * 7)),
    })
  })

  test('only the last six weeks count', () => {
    const late = weekly(firstWeek, 0, 0, 0, 0, 2, 4, 6, 8, 10, 12)
    expect(forecast(late, deals, day('2026-06-10'))).toMatchObject({ likely: addDays(day('2026-06-10'), 28) })
  })

  test('where the slow end of the range never arrives, there is no latest day', () => {
    const bursts = forecast(weekly(firstWeek, 0, 0, 6), deals, today)
    expect(bursts).toMatchObject({ kind: 'dates', latest: undefined })
  })

  test('no movement, and movement away, are not in sight', () => {
    expect(forecast(weekly(firstWeek, 5, 5, 5, 5, 5, 5, 5), deals, today)).toEqual({ kind: 'not-in-sight' })
    expect(forecast(weekly(firstWeek, 0, 0, -3), deals, today)).toEqual({ kind: 'not-in-sight' })
    expect(forecast(weekly(firstWeek, 0, 0, 0.01), deals, today)).toEqual({ kind: 'not-in-sight' })
  })

  test('an old reading promises no day in the past', () => {
    const long = forecast(weekly(firstWeek, 2, 4, 6, 8, 10, 12), deals, day('2026-06-25'))
    expect(long).toMatchObject({ likely: '2026-06-25', earliest: '2026-06-25' })
  })

  test('what adds up downwards is a mirror image', () => {
    const down = someTerms({ direction: 'down', baseline: 0, target: -20 })
    const up = weekly(firstWeek, 1, 4, 5, 8, 9, 12)
    const mirrored = up.map(({ date, value }) => ({ date, value: -value }))
    expect(forecast(mirrored, down, today)).toEqual(forecast(up, deals, today))
  })
})

describe('a level follows its damped trend (domain.md §2.2)', () => {
  test('50 48 47 44 43 41 % is worth 36.26 three periods on', () => {
    const { slope, level } = trendOf([50, 48, 47, 44, 43, 41], true)
    const horizon = 0.95 + 0.95 ** 2 + 0.95 ** 3
    expect(level + slope * horizon).toBeCloseTo(36.26, 2)
  })

  test('20 20.6 21.5 22.1 22.9 23.8 k is worth 25.71 three periods on', () => {
    const { slope, level } = trendOf([20, 20.6, 21.5, 22.1, 22.9, 23.8], false)
    expect(level + slope * (0.95 + 0.95 ** 2 + 0.95 ** 3)).toBeCloseTo(25.71, 2)
  })

  test('an outlier does not lead it away', () => {
    const { slope, level } = trendOf([100, 104, 98, 400, 102, 99], false)
    expect(level + slope * (0.95 + 0.95 ** 2)).toBeCloseTo(101, 0)
  })

  test('the first period past the target is the day', () => {
    const found = forecast(weekly('2026-04-08', 50, 48, 47, 44, 43, 41), churn, today)
    // 41.07 now, 1.77 less each week, each step a twentieth smaller: 34.81 after the fourth.
    expect(found).toMatchObject({ kind: 'dates', likely: addDays(day('2026-05-13'), 28) })
  })

  test('the further away, the slower it comes', () => {
    const farther = forecast(weekly('2026-04-08', 50, 48, 47, 44, 43, 41), { ...churn, target: 33 }, today)
    // 8.07 to go: a straight line would be there in the fifth week, the damped one is in the sixth.
    expect(farther).toMatchObject({ kind: 'dates', likely: addDays(day('2026-05-13'), 42) })
  })

  test('a flat level is not in sight of anything', () => {
    expect(forecast(weekly('2026-04-08', 50, 50, 50, 50), churn, today)).toEqual({ kind: 'not-in-sight' })
  })
})

describe('when there is nothing to tell', () => {
  test.each([0, 1, 2])('%i readings are too few', (count) => {
    const readings = weekly(firstWeek, 2, 4).slice(0, count)
    expect(forecast(readings, deals, today)).toEqual({ kind: 'too-few-readings', readings: count })
  })
  test('three readings of one day are one', () => {
    const [first] = weekly(firstWeek, 2)
    const thrice = [2, 3, 4].map((value) => ({ date: first?.date ?? today, value }))
    expect(forecast(thrice, deals, today)).toEqual({ kind: 'too-few-readings', readings: 1 })
  })
  test('reached is reached, with one reading too', () => {
    expect(forecast(weekly(firstWeek, 20), deals, today)).toEqual({ kind: 'reached' })
    expect(forecast(weekly(firstWeek, 34), churn, today)).toEqual({ kind: 'reached' })
  })
  test('a goal without a path has no forecast', () => {
    expect(forecast(weekly(firstWeek, 1, 1, 1), someTerms({ kind: 'maintain' }), today)).toBeUndefined()
    expect(forecast([], someTerms({ kind: 'milestone', target: undefined }), today)).toBeUndefined()
  })
  test('readings all on the first day or before the start do not divide by nothing', () => {
    const early = weekly('2026-03-18', 1, 2, 3)
    expect(forecast(early, deals, today)).toMatchObject({ kind: 'dates' })
  })
})

test('the median of an even number lies between, of none it is 0', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([3, 1, 2])).toBe(2)
  expect(median([])).toBe(0)
})
