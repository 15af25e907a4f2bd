import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ambition, assessAchievability } from '../../src/domain/achievability.ts'

const level: Ambition = {
  kind: 'level',
  direction: 'up',
  isPercent: false,
  series: [],
  target: 0,
  periods: 1,
}
const percent: Ambition = { ...level, isPercent: true }
const churn: Ambition = { ...percent, direction: 'down', series: [50, 48, 47, 44, 43, 41], periods: 3 }
const deals: Ambition = { ...level, kind: 'flow', series: [3, 4, 2, 5, 4, 3, 4, 5], periods: 12 }
const mrr: Ambition = { ...level, series: [20, 20.6, 21.5, 22.1, 22.9, 23.8], periods: 3 }
const closing: Ambition = {
  ...percent,
  kind: 'rate',
  counts: Array.from({ length: 6 }, () => ({ hits: 5, of: 20 })),
}

describe('domain.md §2.3', () => {
  test.each<[string, Ambition, Partial<Record<'mean' | 'deviation' | 'p' | 'lift', number>>, string]>([
    [
      'close rate to 30 %',
      { ...percent, series: [23, 25, 27], target: 30 },
      { mean: 25, deviation: 7.217, p: 0.244, lift: 0.2 },
      'stretch',
    ],
    [
      'close rate to 50 %',
      { ...percent, series: [23, 25, 27], target: 50 },
      { mean: 25, deviation: 7.217, p: 0.0003, lift: 1 },
      'over-ambitious',
    ],
    ['30 of 120 to 30 %', { ...closing, target: 30 }, { mean: 25, p: 0.394, lift: 0.2 }, 'stretch'],
    ['30 of 120 to 50 %', { ...closing, target: 50 }, { mean: 25, p: 0.022, lift: 1 }, 'over-ambitious'],
    [
      'churn to 35 %',
      { ...churn, target: 35 },
      { mean: 36.26, deviation: 1.48, p: 0.197, lift: 0.035 },
      'stretch',
    ],
    [
      'churn to 20 %',
      { ...churn, target: 20 },
      { mean: 36.26, deviation: 1.48, p: 0, lift: 0.448 },
      'over-ambitious',
    ],
    [
      '50 deals in 12 weeks',
      { ...deals, target: 50 },
      { mean: 58.57, deviation: 11.3, p: 0.776 },
      'realistic',
    ],
    [
      '40 deals in 12 weeks',
      { ...deals, target: 40 },
      { mean: 58.57, deviation: 11.3, p: 0.95 },
      'comfortable',
    ],
    [
      '100 deals in 12 weeks',
      { ...deals, target: 100 },
      { mean: 58.57, deviation: 11.3, p: 0, lift: 0.707 },
      'over-ambitious',
    ],
    [
      '26 k in three months',
      { ...mrr, target: 26 },
      { mean: 25.71, deviation: 0.709, p: 0.34, lift: 0.011 },
      'stretch',
    ],
    [
      '40 k in three months',
      { ...mrr, target: 40 },
      { mean: 25.71, deviation: 0.709, p: 0, lift: 0.556 },
      'over-ambitious',
    ],
    [
      'a flat series',
      { ...level, series: [8, 8, 8, 8], target: 8.5, periods: 2 },
      { mean: 8, deviation: 0.386, p: 0.097, lift: 0.062 },
      'stretch',
    ],
    [
      'an outlier',
      { ...level, series: [100, 104, 98, 400, 102, 99], target: 110, periods: 2 },
      { mean: 101, deviation: 7.738, p: 0.122, lift: 0.089 },
      'stretch',
    ],
  ])('%s', (_name, ambition, { mean, deviation, p, lift }, verdict) => {
    const found = assessAchievability(ambition)
    expect(found.verdict).toBe(verdict)
    if (mean !== undefined) expect(Math.abs((found.expected?.mean ?? 0) - mean)).toBeLessThan(0.005)
    if (deviation !== undefined)
      expect(Math.abs((found.expected?.deviation ?? 0) - deviation)).toBeLessThan(0.005)
    if (p !== undefined) expect(Math.abs((found.probability ?? 9) - p)).toBeLessThan(0.005)
    if (lift !== undefined) expect(Math.abs((found.lift ?? 9) - lift)).toBeLessThan(0.005)
  })

  test('one reading says only how big the step is, and asks for a checkpoint when it is very large', () => {
    const found = assessAchievability({ ...churn, series: [45], target: 20 })
    expect(found).toMatchObject({
      verdict: 'unknown',
      step: 'very-large',
      wantsMidpoint: true,
      certainty: 'none',
    })
    expect(found.expected).toBeUndefined()
  })
})

test.each([
  [0, 'none'],
  [1, 'none'],
  [2, 'low'],
  [3, 'low'],
  [4, 'medium'],
  [7, 'medium'],
  [8, 'high'],
])('%i readings make certainty %s', (count, certainty) => {
  const series = Array.from({ length: count }, (_, n) => 10 + n)
  expect(assessAchievability({ ...level, series, target: 20 }).certainty).toBe(certainty)
})

test.each([
  [100, 110, 'small'],
  [100, 125, 'moderate'],
  [100, 50, 'large'],
  [100, 151, 'very-large'],
  [0, 5, undefined],
] as const)('from %i to %i is a %s step', (baseline, target, step) => {
  expect(assessAchievability({ ...level, baseline, target }).step).toBe(step)
})

test('three targets lie on the way, each beyond the one before, also downwards and within what is possible', () => {
  const up = assessAchievability({ ...mrr, target: 26 }).band
  expect(up?.committed).toBeCloseTo(25.71, 2)
  expect(up?.moonshot).toBeCloseTo(25.71 + 1.645 * 0.709, 2)
  const down = assessAchievability({ ...churn, target: 35 }).band
  expect(down && down.committed > down.stretch && down.stretch > down.moonshot).toBe(true)
  const few = assessAchievability({ ...percent, series: [90, 95], target: 99 }).band
  expect(few?.moonshot).toBe(100)
})

test('the evidence counts the periods that had the pace', () => {
  expect(assessAchievability({ ...deals, target: 50 }).reached).toEqual({ times: 2, of: 8 })
  expect(assessAchievability({ ...churn, target: 43 }).reached).toEqual({ times: 2, of: 6 })
})

test('a gap in the series is no zero', () => {
  const whole = assessAchievability({ ...mrr, target: 26 })
  const gap = assessAchievability({ ...mrr, series: [20, 20.6, undefined, 22.1, 22.9, 23.8], target: 26 })
  expect(gap.readings).toBe(5)
  expect(gap.expected?.mean).toBeCloseTo(whole.expected?.mean ?? 0, 0)
})

test('keeping within bounds gets less likely with every period and is certain without bounds', () => {
  const keep: Ambition = {
    ...level,
    kind: 'maintain',
    direction: 'keep',
    series: [9, 10, 11, 10, 9, 10],
    target: undefined,
    low: 8,
    high: 12,
  }
  const [one, five] = [1, 5].map((periods) => assessAchievability({ ...keep, periods }).probability ?? 0)
  expect(one).toBeGreaterThan(five ?? 1)
  expect(assessAchievability({ ...keep, low: undefined, high: undefined }).probability).toBe(1)
})

test('two ways to get there soften an over-ambitious goal with a checkpoint, one does not', () => {
  const ambition = { ...churn, target: 20 }
  expect(assessAchievability({ ...ambition, levers: 1 }).wantsMidpoint).toBe(false)
  expect(assessAchievability({ ...ambition, levers: 2 })).toMatchObject({
    verdict: 'over-ambitious',
    wantsMidpoint: true,
  })
})

const value = fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100)
const anyAmbition: fc.Arbitrary<Ambition> = fc.record({
  kind: fc.constantFrom('flow', 'level', 'maintain'),
  direction: fc.constantFrom('up', 'down'),
  isPercent: fc.boolean(),
  series: fc.array(fc.option(value, { nil: undefined }), { maxLength: 30 }),
  target: value,
  low: fc.option(value, { nil: undefined }),
  high: fc.option(value, { nil: undefined }),
  periods: fc.integer({ min: -3, max: 60 }),
})

describe('whatever the numbers', () => {
  test('a chance is a chance, and nothing is NaN', () => {
    fc.assert(
      fc.property(anyAmbition, (ambition) => {
        const found = assessAchievability(ambition)
        const numbers = [found.expected?.mean, found.expected?.deviation, found.probability, found.lift]
        for (const number of numbers) if (number !== undefined && !Number.isFinite(number)) return false
        return found.probability === undefined || (found.probability >= 0 && found.probability <= 1)
      }),
    )
  })

  test('a harder target is never more likely', () => {
    fc.assert(
      fc.property(anyAmbition, fc.integer({ min: 0, max: 1e6 }), (ambition, more) => {
        fc.pre(ambition.kind !== 'maintain')
        const toward = ambition.direction === 'down' ? -more : more
        const easy = assessAchievability(ambition).probability ?? 0
        const hard =
          assessAchievability({ ...ambition, target: (ambition.target ?? 0) + toward }).probability ?? 0
        return hard <= easy + 1e-9
      }),
    )
  })
})
