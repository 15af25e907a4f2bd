import { describe, expect, test } from 'vitest'
import type { GoalTerms, PlanCurve } from '../../src/domain/goal.ts'
import { expectedProgress, progressOf, shownProgress } from '../../src/domain/progress.ts'
import { aStep, day, someTerms } from '../support/people.ts'

const deals = someTerms()
const churn = someTerms({
  measure: 'churn',
  kind: 'reach',
  direction: 'down',
  unit: { kind: 'percent' },
  baseline: 45,
  target: 20,
})
const uptime = someTerms({
  measure: 'custom-range',
  kind: 'maintain',
  direction: 'keep',
  unit: { kind: 'percent' },
  baseline: undefined,
  target: undefined,
  low: 99.9,
})
const calls = someTerms({ measure: 'custom-cadence', kind: 'cadence', baseline: undefined, target: 250 })
const certificate = someTerms({
  measure: 'deliverable',
  kind: 'milestone',
  baseline: undefined,
  target: undefined,
})
describe('progress (domain.md §3.1)', () => {
  const rising = someTerms({ kind: 'reach', baseline: 25, target: 30 })
  test.each<[string, GoalTerms, number | undefined, number]>([
    ['adds up from nothing', deals, 12, 0.6],
    ['adds up from a baseline', someTerms({ baseline: 10, target: 20 }), 12, 0.2],
    ['adds up without a baseline', someTerms({ baseline: undefined, target: 20 }), 12, 0.6],
    ['has no value yet', deals, undefined, 0],
    ['rises', rising, 26, 0.2],
    ['rises past its target', rising, 35, 2],
    ['rose the wrong way', rising, 20, -1],
    ['falls', churn, 38, 0.28],
    ['falls past its target', churn, 15, 1.2],
    ['fell the wrong way', churn, 47, -0.08],
    ['rises through zero', someTerms({ kind: 'reach', baseline: -50, target: 50 }), 0, 0.5],
    [
      'falls below zero',
      someTerms({ kind: 'reach', direction: 'down', baseline: -10, target: -30 }),
      -20,
      0.5,
    ],
    ['is as large as numbers get', someTerms({ kind: 'reach', baseline: -1e15, target: 1e15 }), 0, 0.5],
    ['has no way to go and is there', someTerms({ baseline: 20, target: 20 }), 20, 1],
    ['has no way to go and is not there', someTerms({ baseline: 20, target: 20 }), 19, 0],
    ['has lost its target', someTerms({ target: undefined }), 19, 0],
    ['is inside its range', uptime, 99.95, 1],
    ['is on the bound of its range', uptime, 99.9, 1],
    ['is outside its range', uptime, 99.2, 0],
    ['has no value for its range', uptime, undefined, 0],
    ['is over its upper bound', { ...uptime, low: undefined, high: 10 }, 11, 0],
    ['is between its bounds', { ...uptime, low: -5, high: 10 }, -5, 1],
    ['is not done', certificate, undefined, 0],
    ['is done', certificate, 1, 1],
  ])('a goal that %s', (_, terms, value, share) => {
    expect(progressOf(terms, value)).toBeCloseTo(share, 12)
  })

  test('a rhythm is the share of complete periods that met it', () => {
    expect(progressOf(calls, 250, [250, 249, 300, 0])).toBe(0.5)
    expect(progressOf(calls, 250)).toBe(1)
    expect(progressOf(calls, undefined)).toBe(0)
    expect(progressOf({ ...calls, direction: 'down', target: 3 }, undefined, [3, 4])).toBe(0.5)
  })

  test('steps count by their weight, and alike where none has any', () => {
    const steps = [aStep({ weight: 3, isDone: true }), aStep({ weight: 1 })]
    expect(progressOf({ ...certificate, steps }, undefined)).toBe(0.75)
    const weightless = steps.map((step) => ({ ...step, weight: 0 }))
    expect(progressOf({ ...certificate, steps: weightless }, undefined)).toBe(0.5)
    expect(progressOf({ ...certificate, steps }, 1)).toBe(1)
  })

  test('below the baseline nothing is shown, and at most 120 %', () => {
    expect([-0.08, 0, 0.6, 1.2, 7].map(shownProgress)).toEqual([0, 0, 0.6, 1.2, 1.2])
  })
})

describe('the expected share (domain.md §3.2)', () => {
  const on = (curve: PlanCurve, known: Partial<GoalTerms> = {}) => someTerms({ curve, ...known })
  const custom: PlanCurve = {
    kind: 'custom',
    points: [
      [0.5, 0.2],
      [0.75, 0.8],
    ],
  }

  test.each<[string, GoalTerms, string, number]>([
    ['before the start', deals, '2026-03-31', 0],
    ['on the first day', deals, '2026-04-01', 0],
    ['at half time, linear', deals, '2026-05-16', 0.5],
    ['on the due day', deals, '2026-06-30', 1],
    ['long after', deals, '2027-06-30', 1],
    ['at half time, back-loaded', on({ kind: 'back-loaded' }), '2026-05-16', 0.25],
    ['at a quarter, S-curve', on({ kind: 's-curve' }, { due: day('2026-04-21') }), '2026-04-06', 0.15625],
    ['at half time, S-curve', on({ kind: 's-curve' }), '2026-05-16', 0.5],
    ['at a checkpoint', on(custom), '2026-05-16', 0.2],
    ['before the first checkpoint', on(custom, { due: day('2026-04-21') }), '2026-04-06', 0.1],
    ['after the last checkpoint', on(custom, { due: day('2026-04-09') }), '2026-04-08', 0.9],
    [
      'checkpoints that fall are held',
      on({
        kind: 'custom',
        points: [
          [0.2, 0.6],
          [0.5, 0.1],
        ],
      }),
      '2026-05-16',
      0.6,
    ],
    ['no checkpoints at all', on({ kind: 'custom', points: [] }), '2026-05-16', 0.5],
    ['a range, once it has begun', uptime, '2026-04-01', 1],
    ['a range, before', uptime, '2026-03-31', 0],
    ['a rhythm', calls, '2026-05-16', 1],
    ['a yes/no goal on the way', certificate, '2026-06-29', 0],
    ['a yes/no goal on its day', certificate, '2026-06-30', 1],
  ])('%s', (_, terms, today, share) => {
    expect(expectedProgress(terms, day(today))).toBeCloseTo(share, 12)
  })

  test('calendar days and working days part over a weekend (§3.5, 3)', () => {
    const window = { start: day('2026-05-04'), due: day('2026-05-15') }
    const friday = day('2026-05-08')
    expect(expectedProgress(on({ kind: 'linear' }, window), friday)).toBeCloseTo(4 / 11, 12)
    expect(expectedProgress(on({ kind: 'business-days' }, window), friday)).toBe(0.5)
    expect(expectedProgress(on({ kind: 'business-days' }, window), day('2026-05-10'))).toBe(0.5)
  })

  test('a window of only a weekend still passes', () => {
    const weekend = on({ kind: 'business-days' }, { start: day('2026-05-09'), due: day('2026-05-10') })
    expect(expectedProgress(weekend, day('2026-05-09'))).toBe(0)
    expect(expectedProgress(weekend, day('2026-05-10'))).toBe(1)
  })

  test('steps are expected on their days, the undated with the goal', () => {
    const steps = [
      aStep({ weight: 2, due: day('2026-05-01') }),
      aStep({ weight: 1, due: day('2026-06-01') }),
      aStep({ weight: 1 }),
    ]
    const terms = someTerms({ ...certificate, curve: { kind: 'steps' }, steps })
    const shares = ['2026-04-30', '2026-05-01', '2026-06-01', '2026-06-30'].map((date) =>
      expectedProgress(terms, day(date)),
    )
    expect(shares).toEqual([0, 0.5, 0.75, 1])
  })
})
