import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Goal, Step } from '../../src/domain/goal.ts'
import { standingOf } from '../../src/domain/progress.ts'
import { addDays } from '../../src/domain/time.ts'
import type { TimelineGoal } from '../../src/domain/timeline.ts'
import { daysIn, quarterOf } from '../../src/domain/timeline-window.ts'
import { aGoal, aStep, day, goalId, withValue } from '../support/people.ts'
import { drawn } from '../support/timelines.ts'

/** April through June, which is where the goals of `aGoal` lie: 91 days, today the 46th. */
const today = day('2026-05-16')
const quarter = quarterOf(today)

function of(number: number, known: Partial<Goal> = {}, value?: number, recent?: number[]): TimelineGoal {
  const goal = aGoal({ id: goalId(`goal-${number}`), number, ...known })
  const valued = value === undefined ? goal : withValue(goal, value)
  return { standing: standingOf(valued, today, { recent }), owner: 'Ana' }
}

const rowOf = (...parts: Parameters<typeof of>) => drawn([of(...parts)], quarter, today).rows[0]

const order = (goals: readonly TimelineGoal[]) =>
  drawn(goals, quarter, today).rows.map(({ standing, depth }) => [standing.goal.number, depth])

const step = (title: string, due: string | undefined, isDone = false): Step =>
  aStep({ title, due: due === undefined ? undefined : day(due), isDone })

describe('the order', () => {
  test('is by due day, then by number', () => {
    const goals = [of(3), of(2, { due: day('2026-06-01') }), of(1)]
    expect(order(goals)).toEqual([
      [2, 0],
      [1, 0],
      [3, 0],
    ])
    expect(order(goals.toReversed())).toEqual(order(goals))
  })

  test('puts what a goal is made of below it, indented', () => {
    const goals = [
      of(1, { due: day('2026-06-30') }),
      of(2, { due: day('2026-05-20') }),
      of(3, { parent: goalId('goal-1'), due: day('2026-06-10') }),
      of(4, { parent: goalId('goal-1'), due: day('2026-06-01') }),
      of(5, { parent: goalId('goal-4') }),
    ]
    expect(order(goals)).toEqual([
      [2, 0],
      [1, 0],
      [4, 1],
      [5, 2],
      [3, 1],
    ])
  })

  test('lets a goal stand alone whose parent is not among them', () => {
    expect(order([of(1, { parent: goalId('somewhere-else') })])).toEqual([[1, 0]])
  })

  test('loses nobody where parents go in a circle', () => {
    const circle = [
      of(1, { parent: goalId('goal-2') }),
      of(2, { parent: goalId('goal-1') }),
      of(3, { parent: goalId('goal-3') }),
    ]
    expect(order(circle).map(([number]) => number)).toEqual([1, 2, 3])
  })

  test('shows every goal of the months once, whatever the parents', () => {
    const parents = fc.array(fc.option(fc.nat(30), { nil: undefined }), { maxLength: 30 })
    fc.assert(
      fc.property(parents, (all) => {
        const goals = all.map((parent, index) =>
          of(index, parent === undefined ? {} : { parent: goalId(`goal-${parent}`) }),
        )
        const shown = order(goals).map(([number]) => number)
        expect(shown.toSorted((a = 0, b = 0) => a - b)).toEqual(goals.map((_, index) => index))
      }),
    )
  })
})

describe('the bar', () => {
  test('goes from the first day through the due day', () => {
    const row = rowOf(1, { start: day('2026-04-11'), due: day('2026-04-20') })
    expect(row).toMatchObject({ bar: { from: 10, to: 20 }, isCutBefore: false, isCutAfter: false })
    expect(rowOf(1, {}, 12)).toMatchObject({ bar: { from: 0, to: 91 }, isCutAfter: false })
  })

  test('is cut at the first and the last month, and says so', () => {
    const row = rowOf(1, { start: day('2026-01-01'), due: day('2026-12-31') })
    expect(row).toMatchObject({ bar: { from: 0, to: 91 }, isCutBefore: true, isCutAfter: true })
  })

  test.each([
    ['12 of 20 deals', {}, 12, undefined, 0.6],
    ['no value yet', {}, undefined, undefined, undefined],
    [
      'a falling goal half way',
      { kind: 'reach', direction: 'down', baseline: 40, target: 20 },
      30,
      undefined,
      0.5,
    ],
    ['below the baseline', { kind: 'reach', baseline: 10, target: 20 }, 5, undefined, undefined],
    ['past the target', {}, 30, undefined, 1],
    ['a range that is kept covers what has passed', { kind: 'maintain', low: 1, high: 3 }, 2, [2], 45 / 91],
    ['a range that is left covers nothing', { kind: 'maintain', low: 1, high: 3 }, 5, [5], undefined],
    ['a rhythm kept in half of its weeks', { kind: 'cadence', target: 5 }, 5, [5, 4], 45 / 182],
    ['yes or no, not yet', { kind: 'milestone', target: undefined }, undefined, undefined, undefined],
    ['yes', { kind: 'milestone', target: undefined }, 1, undefined, 1],
    [
      'a milestone with one of two steps',
      { kind: 'milestone', target: undefined, steps: [step('a', undefined, true), step('b', undefined)] },
      undefined,
      undefined,
      0.5,
    ],
    ['a goal that was reached', { state: 'reached' }, 2, undefined, 1],
  ] as const)('is done so far: %s', (_what, known, value, recent, share) => {
    const done = rowOf(1, known as Partial<Goal>, value, recent === undefined ? undefined : [...recent])?.done
    if (share === undefined) expect(done).toBeUndefined()
    else expect(done).toEqual({ from: 0, to: expect.closeTo(share * 91, 6) })
  })

  test('goes on to today where it is overdue', () => {
    const row = rowOf(1, { due: day('2026-05-10') }, 12)
    expect(row).toMatchObject({ bar: { from: 0, to: 40 }, over: { from: 40, to: 46 } })
    expect(rowOf(1, { due: day('2026-05-10') }, 20)?.over).toBeUndefined()
    expect(rowOf(1, { due: day('2026-05-10'), state: 'reached' }, 12)?.over).toBeUndefined()
  })

  test('is absent where only being overdue reaches into the months', () => {
    const row = rowOf(1, { start: day('2026-01-01'), due: day('2026-03-20') }, 12)
    expect(row).toMatchObject({ bar: undefined, over: { from: 0, to: 46 }, isCutBefore: true })
  })

  test('lies within the months, its parts in order, whatever the goal', () => {
    const date = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(date, fc.nat(500), fc.double({ min: -50, max: 50, noNaN: true }), (from, length, value) => {
        const start = addDays(today, from)
        const row = rowOf(1, { start, due: addDays(start, length) }, value)
        const spans = [row?.bar, row?.done, row?.over].filter((span) => span !== undefined)
        expect(spans.every(({ from, to }) => from >= 0 && from < to && to <= daysIn(quarter))).toBe(true)
        expect(row?.done?.to ?? 0).toBeLessThanOrEqual(row?.bar?.to ?? daysIn(quarter))
        expect(row?.over?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(row?.bar?.to ?? 0)
      }),
    )
  })
})

describe('steps', () => {
  const steps = [
    step('later', '2026-06-10'),
    step('done', '2026-04-20', true),
    step('late', '2026-05-15'),
    step('today', '2026-05-16'),
    step('without a date', undefined),
    step('next year', '2027-01-10'),
  ]

  test('stand at their days, done, open or late', () => {
    expect(rowOf(1, { steps })?.marks.map(({ title, at, state }) => [title, at, state])).toEqual([
      ['done', 19, 'done'],
      ['late', 44, 'late'],
      ['today', 45, 'open'],
      ['later', 70, 'open'],
    ])
  })

  test('the next one is the first that is not done', () => {
    expect(rowOf(1, { steps })?.next).toMatchObject({ title: 'late', state: 'late' })
    const all = steps.map((one) => ({ ...one, isDone: one.title !== 'next year' }))
    expect(rowOf(1, { steps: all })?.next).toMatchObject({ title: 'next year', state: 'open' })
    expect(rowOf(1, { steps: [] })?.next).toBeUndefined()
  })

  test('of a goal that is closed are late no more', () => {
    expect(rowOf(1, { steps, state: 'reached' })?.marks.map(({ state }) => state)).not.toContain('late')
  })
})

test('goals beyond the months are counted, not shown', () => {
  const goals = [
    of(1),
    of(2, { start: day('2026-07-01'), due: day('2026-07-31') }),
    of(3, { start: day('2026-01-01'), due: day('2026-03-31'), state: 'reached' }),
  ]
  const { rows, outside } = drawn(goals, quarter, today)
  expect(rows.map(({ standing }) => standing.goal.number)).toEqual([1])
  expect(outside).toBe(2)
})

test('today is a day of the months, or none', () => {
  expect(drawn([], quarter, today).today).toBe(45)
  expect(drawn([], quarterOf(today, 1), today).today).toBeUndefined()
})
