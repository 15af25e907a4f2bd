import { describe, expect, test } from 'vitest'
import type { OwnWord, Status, StatusWord } from '../../src/domain/goal.ts'
import { statusOf } from '../../src/domain/progress.ts'
import type { StatusFacts } from '../../src/domain/status.ts'
import { day, instant, someTerms } from '../support/people.ts'

const facts = (known: Partial<StatusFacts> = {}): StatusFacts => ({
  progress: 0.5,
  expected: 0.5,
  elapsed: 0.5,
  today: day('2026-05-16'),
  terms: someTerms(),
  missedDue: 0,
  ...known,
})
const range = someTerms({ kind: 'maintain', low: 99.9 })
const afterDue = day('2026-07-01')

describe('the first that fits, in this order (domain.md §3.3)', () => {
  test.each<[string, Partial<StatusFacts>, Status]>([
    ['reached, however late and silent', { progress: 1, today: afterDue, elapsed: 1, missedDue: 5 }, 'done'],
    ['reached in the first days', { progress: 1.2, elapsed: 0.01 }, 'done'],
    [
      '97 of 100 a day after (§3.5, 8)',
      { progress: 0.97, expected: 1, elapsed: 1, today: afterDue },
      'overdue',
    ],
    [
      '97 of 100 on the day',
      { progress: 0.97, expected: 1, elapsed: 1, today: day('2026-06-30') },
      'on-track',
    ],
    ['over and silent', { progress: 0.5, today: afterDue, elapsed: 1, missedDue: 2 }, 'overdue'],
    ['two check-ins missed, never green', { progress: 0.9, missedDue: 2 }, 'no-data'],
    ['two missed in the first days', { progress: 0, elapsed: 0.05, missedDue: 2 }, 'no-data'],
    ['one missed', { progress: 0.5, missedDue: 1 }, 'on-track'],
    ['x = 0.06, A = 0 (§3.5, 7)', { progress: 0, expected: 0.06, elapsed: 0.06 }, 'too-early'],
    ['x just under a tenth', { progress: 0, expected: 0.0999, elapsed: 0.0999 }, 'too-early'],
    ['x a tenth', { progress: 0, expected: 0.1, elapsed: 0.1 }, 'at-risk'],
    ['before the first check-in', { progress: 0, isBeforeFirstCheckIn: true }, 'too-early'],
  ])('%s', (_, known, status) => expect(statusOf(facts(known))).toBe(status))
})

describe('the thresholds belong to the better side', () => {
  test.each<[string, number, number, StatusWord]>([
    ['ratio 0.90', 0.45, 0.5, 'on-track'],
    ['ratio 0.90 where floats fall short', 0.9 * 0.7, 0.7, 'on-track'],
    ['ratio under 0.90, gap over 0.05', 0.6299, 0.7, 'at-risk'],
    ['gap 0.05 at a low ratio', 0.1, 0.15, 'on-track'],
    ['gap 0.05 where floats fall short', 0.25, 0.3, 'on-track'],
    ['gap just over 0.05', 0.1999, 0.25, 'at-risk'],
    ['ratio 0.70', 0.56, 0.8, 'at-risk'],
    ['ratio under 0.70, gap over 0.15', 0.5599, 0.8, 'off-track'],
    ['gap 0.15 at a low ratio', 0.05, 0.2, 'at-risk'],
    ['gap just over 0.15', 0.0499, 0.2, 'off-track'],
    ['nothing expected yet, nothing done', 0, 0, 'on-track'],
    ['nothing expected yet, gone back a little', -0.1, 0, 'at-risk'],
    ['nothing expected yet, gone back a lot', -0.2, 0, 'off-track'],
  ])('%s', (_, progress, expected, status) => {
    expect(statusOf(facts({ progress, expected }))).toBe(status)
  })

  test('every ratio of exactly 0.90 is on track and of exactly 0.70 at risk', () => {
    for (let step = 600; step <= 1000; step += 1) {
      const expected = step / 1000
      expect(statusOf(facts({ progress: expected * 0.9, expected })), String(expected)).toBe('on-track')
      expect(statusOf(facts({ progress: expected * 0.7, expected })), String(expected)).toBe('at-risk')
    }
  })
})

describe('a range', () => {
  const inRange = { terms: range, expected: 1 }
  test.each<[string, Partial<StatusFacts>, Status]>([
    ['inside', { progress: 1, recent: [99.95] }, 'on-track'],
    ['inside again after two outside', { progress: 1, recent: [99.2, 99.2, 99.95] }, 'on-track'],
    ['outside now', { progress: 0, recent: [99.95, 99.95, 99.2] }, 'at-risk'],
    ['outside in two of the last three', { progress: 0, recent: [99.2, 99.95, 99.8] }, 'off-track'],
    ['outside long ago and now', { progress: 0, recent: [99.2, 99.95, 99.95, 99.8] }, 'at-risk'],
    ['inside is not done before the end', { progress: 1, today: day('2026-06-30'), elapsed: 1 }, 'on-track'],
    ['inside at the end', { progress: 1, today: afterDue, elapsed: 1 }, 'done'],
    ['outside at the end', { progress: 0, today: afterDue, elapsed: 1 }, 'overdue'],
  ])('%s', (_, known, status) => expect(statusOf(facts({ ...inRange, ...known }))).toBe(status))

  test('a rhythm kept so far is on track, and done only at the end', () => {
    const rhythm = { terms: someTerms({ kind: 'cadence' }), progress: 1, expected: 1 }
    expect(statusOf(facts(rhythm))).toBe('on-track')
    expect(statusOf(facts({ ...rhythm, today: afterDue, elapsed: 1 }))).toBe('done')
    expect(statusOf(facts({ ...rhythm, progress: 0.75 }))).toBe('at-risk')
  })
})

describe("the owner's own word", () => {
  const word = (status: StatusWord, reason?: string): OwnWord => ({
    status,
    reason,
    at: instant('2026-05-16T07:00Z'),
  })
  const onTrack = facts({ progress: 0.5 })
  const atRisk = facts({ progress: 0.375 })
  const offTrack = facts({ progress: 0.1 })

  test.each<[string, StatusFacts, OwnWord, Status]>([
    ['lowers freely', onTrack, word('off-track'), 'off-track'],
    ['lowers by one', onTrack, word('at-risk'), 'at-risk'],
    ['agrees', atRisk, word('at-risk'), 'at-risk'],
    ['raises by one with a reason', atRisk, word('on-track', '2 verbal yeses'), 'on-track'],
    ['raises nothing without one', atRisk, word('on-track'), 'at-risk'],
    ['raises nothing with a blank one', atRisk, word('on-track', ' '), 'at-risk'],
    ['raises by one only', offTrack, word('on-track', 'a big deal is near'), 'at-risk'],
    ['warns early', facts({ elapsed: 0.05 }), word('off-track'), 'off-track'],
    ['praises too early', facts({ elapsed: 0.05 }), word('on-track', 'going well'), 'too-early'],
    ['does not turn silence green', facts({ missedDue: 2 }), word('on-track', 'all fine'), 'no-data'],
    ['does not undo what is done', facts({ progress: 1 }), word('off-track'), 'done'],
    ['does not undo the calendar', facts({ today: afterDue }), word('on-track', 'soon'), 'overdue'],
  ])('%s', (_, known, ownWord, status) => expect(statusOf({ ...known, ownWord })).toBe(status))
})

test.each<[number | undefined, StatusWord]>([
  [undefined, 'at-risk'],
  [0.049, 'off-track'],
  [0.05, 'at-risk'],
  [0.79, 'at-risk'],
  [0.8, 'on-track'],
])('a chance of %s makes at risk %s', (chance, status) => {
  expect(statusOf(facts({ progress: 0.375, chance }))).toBe(status)
})
