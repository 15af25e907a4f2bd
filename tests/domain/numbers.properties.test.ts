import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GoalTerms, PlanCurve } from '../../src/domain/goal.ts'
import { easeOf } from '../../src/domain/goal-rules.ts'
import { expectedProgress, forecast, progressOf, standingOf } from '../../src/domain/progress.ts'
import { addDays } from '../../src/domain/time.ts'
import { aGoal, aStep, day, someTerms, stepId, withValue } from '../support/people.ts'
import { holds } from '../support/properties.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const curves: fc.Arbitrary<PlanCurve> = fc.oneof(
  fc.constantFrom<PlanCurve>(
    { kind: 'linear' },
    { kind: 'business-days' },
    { kind: 'back-loaded' },
    { kind: 's-curve' },
    { kind: 'steps' },
  ),
  fc.array(fc.tuple(share, share), { maxLength: 6 }).map((points): PlanCurve => ({ kind: 'custom', points })),
)
const steps = fc.array(
  fc.record({
    title: fc.constant('Step'),
    weight: fc.integer({ min: 0, max: 5 }),
    due: fc.option(
      fc.integer({ min: -10, max: 250 }).map((days) => addDays(day('2026-04-01'), days)),
      { nil: undefined },
    ),
    isDone: fc.boolean(),
  }),
  { maxLength: 5 },
)
const kinds = fc.constantFrom('reach', 'cumulative', 'cadence', 'maintain', 'milestone')
const windows = fc.integer({ min: 1, max: 200 }).map((days) => ({ due: addDays(day('2026-04-01'), days) }))
const anyTerms = fc.tuple(kinds, curves, steps, windows).map(([kind, curve, list, window]): GoalTerms => {
  const named = list.map((step, index) => aStep({ ...step, id: stepId(`step-${index}`) }))
  return someTerms({ kind, curve, steps: named, ...window })
})
const daysAway = fc.integer({ min: -20, max: 260 })
const onDay = (days: number) => addDays(day('2026-04-01'), days)

const whole = fc.integer({ min: -1000, max: 1000 })
/** A goal with a way to go, and a value somewhere about it. */
const ways = fc
  .tuple(whole, whole, whole, curves)
  .filter(([baseline, target]) => baseline !== target)
  .map(([baseline, target, value, curve]) => ({ baseline, target, value, curve }))
type Way = { baseline: number; target: number; value: number; curve: PlanCurve }

/** The same goal told on another scale, which may turn it upside down. */
function goalOn({ baseline, target, value, curve }: Way, scale = 1, shift = 0) {
  const on = (number: number) => number * scale + shift
  const direction = on(target) > on(baseline) ? 'up' : 'down'
  return withValue(
    aGoal({ kind: 'reach', curve, direction, baseline: on(baseline), target: on(target) }),
    on(value),
  )
}

test('the expected share lies between 0 and 1 and never falls', () => {
  holds(
    fc.property(anyTerms, daysAway, fc.nat(50), (terms, days, later) => {
      const now = expectedProgress(terms, onDay(days))
      const then = expectedProgress(terms, onDay(days + later))
      expect(now).toBeGreaterThanOrEqual(0)
      expect(then).toBeLessThanOrEqual(1)
      expect(then).toBeGreaterThanOrEqual(now - 1e-12)
    }),
    500,
  )
})

test('a better value never means less progress', () => {
  holds(
    fc.property(ways, fc.nat(500), (way, better) => {
      const towards = Math.sign(way.target - way.baseline)
      const terms = goalOn(way)
      const now = progressOf(terms, way.value)
      expect(progressOf(terms, way.value + towards * better)).toBeGreaterThanOrEqual(now)
    }),
  )
})

test('falling goals are rising goals in a mirror', () => {
  holds(
    fc.property(ways, daysAway, (way, days) => {
      const here = standingOf(goalOn(way), onDay(days))
      const mirrored = standingOf(goalOn(way, -1), onDay(days))
      const { progress, expected, status, computed, bufferDays, daysLeft } = here
      expect(mirrored).toMatchObject({ progress, expected, status, computed, bufferDays, daysLeft })
      expect(-(mirrored.neededPerWeek ?? 0)).toBeCloseTo(here.neededPerWeek ?? 0, 9)
      expect(-(mirrored.expectedValue ?? 0)).toBeCloseTo(here.expectedValue ?? 0, 9)
    }),
    400,
  )
})

test('another unit changes nothing but the numbers', () => {
  const scales = fc.constantFrom(0.01, 0.3048, 1.8, 100, 7.77e6)
  const shifts = fc.constantFrom(0, 32, -273.15, 1e4)
  holds(
    fc.property(ways, scales, shifts, daysAway, (way, scale, shift, days) => {
      const here = standingOf(goalOn(way), onDay(days))
      const there = standingOf(goalOn(way, scale, shift), onDay(days))
      fc.pre(!isNearThreshold(here.progress, here.expected))
      expect(there.progress).toBeCloseTo(here.progress, 6)
      expect(there).toMatchObject({ status: here.status, expected: here.expected })
      expect((there.neededPerWeek ?? 0) / scale).toBeCloseTo(here.neededPerWeek ?? 0, 4)
    }),
    400,
  )
})

const isNearThreshold = (progress: number, expected: number) => {
  const gap = expected - progress
  const ratio = expected === 0 ? 1 : progress / expected
  return [gap - 0.05, gap - 0.15, ratio - 0.9, ratio - 0.7, progress - 1].some(
    (distance) => Math.abs(distance) < 1e-6,
  )
}

test('while the buffer lasts the value stays on the line, a day later it does not', () => {
  holds(
    fc.property(ways, fc.integer({ min: 0, max: 89 }), (way, days) => {
      const { goal, progress, expected, bufferDays = 0, daysLeft } = standingOf(goalOn(way), onDay(days))
      if (progress < expected) {
        expect(bufferDays).toBe(0)
        return
      }
      expect(progress).toBeGreaterThanOrEqual(expectedProgress(goal, onDay(days + bufferDays)) - 1e-6)
      if (bufferDays === daysLeft) return
      expect(progress).toBeLessThan(expectedProgress(goal, onDay(days + bufferDays + 1)))
    }),
    400,
  )
})

test('a forecast is a range in order, never before today, never from fewer than three days', () => {
  const readings = fc
    .array(fc.tuple(fc.nat(80), whole), { maxLength: 12 })
    .map((pairs) => pairs.map(([days, value]) => ({ date: onDay(days), value })))
  const upward = fc.constantFrom('cumulative', 'reach')
  holds(
    fc.property(readings, upward, (known, kind) => {
      const today = onDay(80)
      const found = forecast(known, someTerms({ kind, baseline: 0, target: 500 }), today)
      const distinctDays = new Set(known.map(({ date }) => date)).size
      if (found?.kind === 'too-few-readings') {
        expect(distinctDays).toBeLessThan(3)
        return
      }
      if (found?.kind !== 'dates') return
      expect(distinctDays).toBeGreaterThanOrEqual(3)
      expect(found.earliest >= today).toBe(true)
      expect(found.likely >= found.earliest).toBe(true)
      expect((found.latest ?? found.likely) >= found.likely).toBe(true)
    }),
    500,
  )
})

test('what eases one way is harder the other way, unless it does both', () => {
  holds(
    fc.property(ways, ways, windows, windows, (a, b, first, second) => {
      fc.pre(Math.sign(a.target - a.baseline) === Math.sign(b.target - b.baseline))
      const before = { ...goalOn(a), ...first }
      const after = { ...goalOn(b), ...second }
      const there = easeOf(before, after)
      const back = easeOf(after, before)
      if (there === 'harder') expect(back).toBe('easier')
      if (there === 'same') expect(back).toBe('same')
      expect(easeOf(before, before)).toBe('same')
    }),
  )
})
