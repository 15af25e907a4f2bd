import { describe, expect, test } from 'vitest'
import { isEligible, paceOf, scoringPace } from '../../src/domain/leaderboard.ts'
import { standingOf } from '../../src/domain/progress.ts'
import { addMs, DAY_MS, localDateOf, UTC } from '../../src/domain/time.ts'
import { aGoal, aStanding, aVersion, day, instant, someTerms, withValue } from '../support/people.ts'

describe('the pace of a goal', () => {
  test.each([
    ['ahead', {}, 1.15],
    ['behind', { progress: 0.4, expected: 0.5 }, 0.8],
    ['below the baseline', { progress: -0.2 }, 0],
    ['done early, however little early', { progress: 1, expected: 0.95, computed: 'done' }, 1.15],
    ['done on the due day', { progress: 1, expected: 1, computed: 'done', today: day('2026-06-30') }, 1],
    ['silent', { computed: 'no-data' }, 0],
    ['a tenth expected', { progress: 0.05, expected: 0.1 }, 0.5],
    ['less than a tenth expected', { progress: 0.5, expected: 0.0999 }, undefined],
  ] as const)('%s', (_, known, pace) => {
    const found = paceOf(aStanding(known))
    if (pace === undefined) expect(found).toBeUndefined()
    else expect(found).toBeCloseTo(pace, 12)
  })

  test('a range inside is 1.0 and outside 0, before and after its end', () => {
    const range = aGoal({ kind: 'maintain', low: 10 })
    const paces = (value: number) =>
      ['2026-05-16', '2026-07-01'].map((date) => paceOf(standingOf(withValue(range, value), day(date))))
    expect(paces(11)).toEqual([1, 1])
    expect(paces(9)).toEqual([0, 0])
  })
})

describe('a goal may score', () => {
  const createdAt = instant('2026-04-01T08:00Z')
  const lockedAt = instant('2026-04-02T08:00Z')
  const daysIn = (days: number) => addMs(lockedAt, days * DAY_MS)
  const counts = (known: Parameters<typeof aGoal>[0], days: number) => {
    const now = daysIn(days)
    return isEligible(aGoal({ createdAt, firstCheckInAt: lockedAt, ...known }), now, localDateOf(now, UTC))
  }
  const yesNo = { kind: 'milestone', measure: 'deliverable', baseline: undefined, target: undefined } as const

  test.each<[string, Parameters<typeof aGoal>[0], number, boolean]>([
    ['two weeks after its lock', {}, 14, true],
    ['not a day sooner', {}, 13.99, false],
    ['after half its window when that is shorter', { due: day('2026-04-11') }, 5, true],
    ['not before', { due: day('2026-04-11') }, 4.99, false],
    ['only when a tenth is expected', { due: day('2027-04-01') }, 20, false],
    ['and then', { due: day('2027-04-01') }, 36, true],
    ['a private one never', { visibility: 'private' }, 30, false],
    ['a yes/no goal not on its way', yesNo, 60, false],
    ['a yes/no goal from its due day', yesNo, 89, true],
    [
      'a yes/no goal closed early, from its due day',
      { ...yesNo, state: 'reached', closedAt: daysIn(80) },
      89,
      true,
    ],
    ['a closed one for thirty days', { state: 'retired', closedAt: daysIn(20) }, 50, true],
    ['not longer', { state: 'retired', closedAt: daysIn(20) }, 50.01, false],
  ])('%s', (_, known, days, isOne) => expect(counts(known, days)).toBe(isOne))

  test('what was finished and closed early keeps its best pace', () => {
    const closed = { ...yesNo, state: 'reached', closedAt: daysIn(80) } as const
    expect(paceOf(standingOf(aGoal(closed), day('2026-06-30')))).toBe(1.15)
  })

  test('without a check-in the lock falls after 72 hours', () => {
    const goalOf = (days: number) =>
      isEligible(aGoal({ createdAt }), addMs(createdAt, days * DAY_MS), day('2026-05-16'))
    expect([16.99, 17].map(goalOf)).toEqual([false, true])
  })
})

describe('while an easing waits', () => {
  const eased = instant('2026-05-12T09:00Z')
  const today = day('2026-05-16')
  const now = instant('2026-05-16T09:00Z')
  const aWeekLater = addMs(eased, 7 * DAY_MS)
  const versions = (terms: Parameters<typeof someTerms>[0]) => [
    aVersion({ version: 1 }),
    aVersion({ version: 2, terms: someTerms(terms), at: eased, ease: 'easier', countsFrom: aWeekLater }),
  ]
  const paceWith = (terms: Parameters<typeof someTerms>[0], at = now) =>
    scoringPace(withValue(aGoal(terms), 4), versions(terms), at, today)

  test('a lower target does not raise the pace', () => {
    expect(paceWith({ target: 10 })).toBeCloseTo(0.4, 12)
    expect(paceWith({ target: 10 }, aWeekLater)).toBeCloseTo(0.8, 12)
  })
  test('a later due date does not either', () => {
    const later = { due: day('2026-09-28') }
    expect(paceWith(later)).toBeCloseTo(0.4, 12)
    expect(paceWith(later, aWeekLater)).toBeCloseTo(0.8, 12)
  })
  test('without any version the goal speaks for itself', () => {
    expect(scoringPace(withValue(aGoal(), 6), [], now, today)).toBeCloseTo(0.6, 12)
  })
})
