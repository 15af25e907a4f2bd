import { describe, expect, test } from 'vitest'
import type { Goal } from '../../src/domain/goal.ts'
import { standingOf } from '../../src/domain/progress.ts'
import { aGoal, day, instant, withValue } from '../support/people.ts'

const halfTime = day('2026-05-16')
const churn = aGoal({
  measure: 'churn',
  kind: 'reach',
  direction: 'down',
  unit: { kind: 'percent' },
  baseline: 45,
  target: 20,
})
const revenue = aGoal({ measure: 'revenue', unit: { kind: 'currency', code: 'USD' }, target: 500_000 })
const uptime = aGoal({
  measure: 'custom-range',
  kind: 'maintain',
  direction: 'keep',
  unit: { kind: 'percent' },
  baseline: undefined,
  target: undefined,
  low: 99.9,
})
const certificate = aGoal({
  measure: 'deliverable',
  kind: 'milestone',
  baseline: undefined,
  target: undefined,
})

describe('the worked examples (domain.md §3.5)', () => {
  test.each<[string, Goal, number, number, number, string]>([
    ['1: 12 of 20 deals at half time', aGoal(), 12, 0.6, 0.5, 'on-track'],
    ['2: churn 45 to 20, now 38', churn, 38, 0.28, 0.5, 'off-track'],
    ['2: churn at 33', churn, 33, 0.48, 0.5, 'on-track'],
    ['2: churn at 35', churn, 35, 0.4, 0.5, 'at-risk'],
    ['2: churn at 47', churn, 47, -0.08, 0.5, 'off-track'],
    ['4: 95k of 500k, linear', revenue, 95_000, 0.19, 0.5, 'off-track'],
    [
      '4: the same, back-loaded',
      { ...revenue, curve: { kind: 'back-loaded' } },
      95_000,
      0.19,
      0.25,
      'at-risk',
    ],
  ])('%s', (_, goal, value, progress, expected, status) => {
    const standing = standingOf(withValue(goal, value), halfTime)
    expect(standing.progress).toBeCloseTo(progress, 12)
    expect(standing.expected).toBeCloseTo(expected, 12)
    expect(standing).toMatchObject({ status, computed: status, today: halfTime, daysLeft: 45 })
  })

  test('6: uptime of at least 99.9', () => {
    const at = (...recent: number[]) =>
      standingOf(withValue(uptime, recent.at(-1) ?? 0), halfTime, { recent }).status
    expect(at(99.95)).toBe('on-track')
    expect(at(99.95, 99.95, 99.2)).toBe('at-risk')
    expect(at(99.95, 99.2, 99.8)).toBe('off-track')
  })

  test('7: six days in, nothing yet', () => {
    const goal = aGoal({ start: day('2026-01-01'), due: day('2026-04-11') })
    const standing = standingOf(withValue(goal, 0), day('2026-01-07'))
    expect(standing).toMatchObject({ status: 'too-early', progress: 0 })
    expect(standing.expected).toBeCloseTo(0.06, 12)
  })

  test('8: 97 of 100 a day after is overdue, not failed', () => {
    const standing = standingOf(withValue(aGoal({ target: 100 }), 97), day('2026-07-01'))
    expect(standing).toMatchObject({
      status: 'overdue',
      progress: 0.97,
      daysLeft: -1,
      neededPerWeek: undefined,
    })
  })
})

describe('what the plan expects, the buffer and the rate from here', () => {
  test('ahead: days one may stand still', () => {
    const standing = standingOf(withValue(aGoal(), 12), halfTime)
    expect(standing.expectedValue).toBe(10)
    expect(standing.bufferDays).toBe(9)
    expect(standing.neededPerWeek).toBeCloseTo(8 / (45 / 7), 12)
  })

  test('on the line a day costs the buffer, behind there is none', () => {
    expect(standingOf(withValue(aGoal(), 10), halfTime).bufferDays).toBe(0)
    expect(standingOf(withValue(aGoal(), 3), halfTime).bufferDays).toBe(0)
  })

  test('a falling metric expects and needs less and less', () => {
    const standing = standingOf(withValue(churn, 38), halfTime)
    expect(standing.expectedValue).toBe(32.5)
    expect(standing.neededPerWeek).toBeCloseTo(-18 / (45 / 7), 12)
  })

  test('a steep end shortens the buffer', () => {
    const backLoaded = aGoal({ curve: { kind: 'back-loaded' } })
    const standing = standingOf(withValue(backLoaded, 12), halfTime)
    expect(standing.bufferDays).toBe(Math.floor(90 * Math.sqrt(0.6)) - 45)
  })

  test('reached: nothing more is needed and the rest of the time is buffer', () => {
    const standing = standingOf(withValue(aGoal(), 21), halfTime)
    expect(standing).toMatchObject({ status: 'done', bufferDays: 45, neededPerWeek: undefined })
  })

  test('in the last week what is missing is what is needed', () => {
    expect(standingOf(withValue(aGoal(), 12), day('2026-06-28')).neededPerWeek).toBe(8)
    expect(standingOf(withValue(aGoal(), 12), day('2026-06-30')).neededPerWeek).toBe(8)
  })

  test('before the start the whole window is counted', () => {
    const standing = standingOf(aGoal(), day('2026-03-01'))
    expect(standing.expected).toBe(0)
    expect(standing.neededPerWeek).toBeCloseTo(20 / (90 / 7), 12)
  })

  test('ranges and yes/no goals have no path', () => {
    for (const goal of [withValue(uptime, 99.95), certificate]) {
      expect(standingOf(goal, halfTime)).toMatchObject({
        expectedValue: undefined,
        bufferDays: undefined,
        neededPerWeek: undefined,
      })
    }
  })
})

describe('what is not known yet', () => {
  test('a goal nobody was asked about is too early to judge, wherever its window stands', () => {
    expect(standingOf(aGoal(), halfTime).status).toBe('too-early')
  })
  test('one miss without a number counts from the baseline, a second turns it grey', () => {
    expect(standingOf(aGoal(), halfTime, { missedDue: 1 }).status).toBe('off-track')
    expect(standingOf(aGoal(), halfTime, { missedDue: 2 }).status).toBe('no-data')
    expect(standingOf(withValue(aGoal(), 12), halfTime, { missedDue: 2 }).status).toBe('no-data')
  })
  test('a range answered in words only is not outside', () => {
    const answered = { ...uptime, firstCheckInAt: instant('2026-05-11T07:00Z') }
    expect(standingOf(answered, halfTime).status).toBe('too-early')
  })
  test('a path answered in words only is at its baseline', () => {
    const answered = { ...churn, firstCheckInAt: instant('2026-05-11T07:00Z') }
    expect(standingOf(answered, halfTime).status).toBe('off-track')
  })
})

describe('closed and spoken for', () => {
  test('both words are kept apart', () => {
    const ownWord = {
      status: 'on-track',
      reason: '2 verbal yeses',
      at: instant('2026-05-16T07:00Z'),
    } as const
    const standing = standingOf({ ...withValue(churn, 35), ownWord }, halfTime)
    expect(standing).toMatchObject({ computed: 'at-risk', status: 'on-track' })
  })
  test('closed as reached is done, also below the target', () => {
    const closedAt = instant('2026-05-16T09:00Z')
    const closed = { ...withValue(aGoal(), 18), state: 'reached', closedAt } as const
    expect(standingOf(closed, halfTime)).toMatchObject({ status: 'done', progress: 0.9 })
    const done = { ...certificate, state: 'reached', closedAt } as const
    expect(standingOf(done, halfTime)).toMatchObject({ status: 'done', progress: 1 })
  })
  test('a closed goal stands where it stood when it closed', () => {
    const retired = {
      ...withValue(churn, 35),
      state: 'retired',
      closedAt: instant('2026-05-16T09:00Z'),
    } as const
    expect(standingOf(retired, day('2026-09-01'))).toEqual(standingOf(retired, halfTime))
    expect(standingOf(retired, day('2026-09-01'))).toMatchObject({ status: 'at-risk', expected: 0.5 })
  })
})

test('the largest and the smallest numbers stay finite', () => {
  for (const [baseline, target, value] of [
    [0, 1e15, 1e15 - 1],
    [-1e15, 1e15, 1e15],
    [1e15, -1e15, 0],
    [0, 1e-9, 5e-10],
  ] as const) {
    const goal = withValue(
      aGoal({ kind: 'reach', direction: target > baseline ? 'up' : 'down', baseline, target }),
      value,
    )
    const { progress, expectedValue, bufferDays } = standingOf(goal, halfTime)
    for (const number of [progress, expectedValue, bufferDays]) expect(Number.isFinite(number)).toBe(true)
  }
})
