import { describe, expect, test } from 'vitest'
import type { Ease, GoalTerms } from '../../src/domain/goal.ts'
import { countsFrom, easeOf, lockedAt, scoringProgress } from '../../src/domain/goal-rules.ts'
import { addHours, addMs, DAY_MS } from '../../src/domain/time.ts'
import { aGoal, aVersion, day, instant, someTerms } from '../support/people.ts'

const created = instant('2026-04-01T08:00Z')

describe('the lock (domain.md §4.3)', () => {
  test.each([
    ['falls 72 hours after creation', undefined, 72],
    ['falls at the first check-in', 5, 5],
    ['does not wait for a late first check-in', 100, 72],
  ])('%s', (_, checkedInAfter, hours) => {
    const firstCheckInAt = checkedInAfter === undefined ? undefined : addHours(created, checkedInAfter)
    expect(lockedAt(aGoal({ createdAt: created, firstCheckInAt }))).toBe(addHours(created, hours))
  })
})

describe('what a change of terms does', () => {
  const rising = someTerms({
    kind: 'reach',
    measure: 'close-rate',
    unit: { kind: 'percent' },
    baseline: 25,
    target: 30,
  })
  const falling = someTerms({
    kind: 'reach',
    measure: 'churn',
    direction: 'down',
    unit: { kind: 'percent' },
    baseline: 45,
    target: 20,
  })
  const range = someTerms({
    kind: 'maintain',
    measure: 'custom-range',
    direction: 'keep',
    baseline: undefined,
    target: undefined,
    low: 10,
    high: 20,
  })
  const rhythm = someTerms({ kind: 'cadence', measure: 'custom-cadence', baseline: undefined, target: 250 })
  const summed = someTerms({ baseline: undefined })

  test.each<[string, GoalTerms, Partial<GoalTerms>, Ease]>([
    ['rising, lower target', rising, { target: 29 }, 'easier'],
    ['rising, higher target', rising, { target: 31 }, 'harder'],
    ['rising, lower baseline', rising, { baseline: 20 }, 'easier'],
    ['rising, higher baseline', rising, { baseline: 26 }, 'harder'],
    ['falling, higher target', falling, { target: 25 }, 'easier'],
    ['falling, lower target', falling, { target: 15 }, 'harder'],
    ['falling, higher baseline', falling, { baseline: 50 }, 'easier'],
    ['falling, lower baseline', falling, { baseline: 40 }, 'harder'],
    ['adding up, lower target', summed, { target: 15 }, 'easier'],
    ['adding up, a baseline of nothing', summed, { baseline: 0 }, 'same'],
    ['a rhythm, fewer a week', rhythm, { target: 200 }, 'easier'],
    ['a rhythm, more a week', rhythm, { target: 300 }, 'harder'],
    ['a range, lower low', range, { low: 9 }, 'easier'],
    ['a range, no low', range, { low: undefined }, 'easier'],
    ['a range, higher low', range, { low: 11 }, 'harder'],
    ['a range, higher high', range, { high: 21 }, 'easier'],
    ['a range, lower high', range, { high: 19 }, 'harder'],
    ['a range moved as a whole', range, { low: 11, high: 21 }, 'easier'],
    ['a range with a bound it had not', { ...range, high: undefined }, { high: 20 }, 'harder'],
    ['due later', rising, { due: day('2026-07-01') }, 'easier'],
    ['due sooner', rising, { due: day('2026-06-29') }, 'harder'],
    ['begun later', rising, { start: day('2026-04-02') }, 'easier'],
    ['begun sooner', rising, { start: day('2026-03-31') }, 'harder'],
    ['harder and due later', rising, { target: 40, due: day('2026-07-01') }, 'easier'],
    ['another way', rising, { direction: 'down' }, 'easier'],
    ['another unit', rising, { unit: { kind: 'currency', code: 'EUR' } }, 'easier'],
    [
      'another currency',
      { ...rising, unit: { kind: 'currency', code: 'USD' } },
      { unit: { kind: 'currency', code: 'EUR' } },
      'easier',
    ],
    ['another kind', rising, { kind: 'cumulative' }, 'easier'],
    ['another measure', rising, { measure: 'retention' }, 'easier'],
    ['another word for the same things', summed, { unit: { kind: 'count', noun: 'contracts' } }, 'same'],
    ['another title', rising, { title: 'Close more', why: 'because', levers: 'calls' }, 'same'],
    ['nothing', rising, {}, 'same'],
  ])('%s', (_, before, change, ease) => expect(easeOf(before, { ...before, ...change })).toBe(ease))
})

describe('from when a change counts', () => {
  const now = instant('2026-05-12T09:00Z')
  test('an easing after the lock counts alone a week later', () => {
    expect(countsFrom('easier', true, now)).toBe(addMs(now, 7 * DAY_MS))
  })
  test.each<[Ease, boolean]>([
    ['easier', false],
    ['harder', true],
    ['harder', false],
    ['same', true],
  ])('%s, locked %s: at once', (ease, isLocked) => expect(countsFrom(ease, isLocked, now)).toBe(now))
})

describe('the progress that scores', () => {
  const now = instant('2026-05-12T09:00Z')
  const aWeekLater = addMs(now, 7 * DAY_MS)
  const first = aVersion({ version: 1 })
  const eased = aVersion({
    version: 2,
    terms: someTerms({ target: 10 }),
    ease: 'easier',
    at: now,
    countsFrom: aWeekLater,
  })

  test('is the lesser of old and new for a week, then the new', () => {
    expect(scoringProgress([first, eased], 8, now)).toBe(0.4)
    expect(scoringProgress([first, eased], 8, addMs(aWeekLater, -1))).toBe(0.4)
    expect(scoringProgress([first, eased], 8, aWeekLater)).toBe(0.8)
  })
  test('a raised target counts at once', () => {
    const raised = aVersion({
      version: 2,
      terms: someTerms({ target: 40 }),
      ease: 'harder',
      at: now,
      countsFrom: now,
    })
    expect(scoringProgress([first, raised], 8, now)).toBe(0.2)
  })
  test('a small raise does not end the wait of an easing', () => {
    const raised = aVersion({
      version: 3,
      terms: someTerms({ target: 11 }),
      ease: 'harder',
      at: now,
      countsFrom: now,
    })
    expect(scoringProgress([first, eased, raised], 8, now)).toBe(0.4)
    expect(scoringProgress([raised, first, eased], 8, aWeekLater)).toBeCloseTo(8 / 11, 12)
  })
  test('two easings wait from the last terms that stood alone', () => {
    const later = addMs(now, 3 * DAY_MS)
    const again = aVersion({
      version: 3,
      terms: someTerms({ target: 8 }),
      ease: 'easier',
      at: later,
      countsFrom: addMs(later, 7 * DAY_MS),
    })
    expect(scoringProgress([first, eased, again], 8, later)).toBe(0.4)
    expect(scoringProgress([first, eased, again], 8, aWeekLater)).toBe(0.8)
    expect(scoringProgress([first, eased, again], 8, addMs(later, 7 * DAY_MS))).toBe(1)
  })
  test('without versions there is none', () => expect(scoringProgress([], 8, now)).toBe(0))
})

test.each([
  ['linear', 'back-loaded', 'easier'],
  ['back-loaded', 'linear', 'harder'],
  ['linear', 's-curve', 'easier'],
  ['linear', 'business-days', 'same'],
] as const)('a path from %s to %s is %s', (from, to, ease) => {
  const terms = someTerms({ curve: { kind: from } })
  expect(easeOf(terms, { ...terms, curve: { kind: to } })).toBe(ease)
})
