import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount } from '../../src/domain/amount.ts'
import type { Unit } from '../../src/domain/goal.ts'
import { goalNumber, matched, matchedForReadings } from '../../src/domain/import/match.ts'
import { orderTold, readDay, readValue, unambiguous } from '../../src/domain/import/values.ts'
import { aGoal, day, goalId } from '../support/people.ts'
import { holds } from '../support/properties.ts'

const percent: Unit = { kind: 'percent' }
const deals: Unit = { kind: 'count', noun: 'deals' }
const euro: Unit = { kind: 'currency', code: 'EUR' }

test.each<[string, Unit, boolean, number | string]>([
  ['12', deals, true, 12],
  ['12.5', percent, true, 12.5],
  ['1.234', deals, true, 1.234],
  ['1.234', deals, false, 'number-unreadable'],
  ['1.234,5', euro, false, 1234.5],
  ['12,5', percent, false, 12.5],
  ['12,5 %', percent, false, 12.5],
  ['1,450', deals, true, 1450],
  ['€1.2k', euro, true, 1200],
  ['-3', euro, true, -3],
  ['1e-7', euro, true, 1e-7],
  ['12 deals', deals, true, 12],
  ['十二萬', deals, true, 120_000],
  ['', deals, true, 'number-missing'],
  ['n/a', deals, true, 'number-unreadable'],
  ['$5', percent, true, 'unit-mismatch'],
  ['1e99', deals, true, 'number-unreadable'],
])('%j in %j, points %j: %j', (cell, unit, hasPoints, expected) => {
  const read = readValue(cell, unit, hasPoints)
  expect(read.ok ? read.value : read.refusal.kind).toBe(expected)
})

test('whatever number a computer writes is read as that number in a form too', () => {
  holds(
    fc.property(fc.double({ noNaN: true, min: -1e14, max: 1e14 }), (number) => {
      const rounded = Number(number.toPrecision(12))
      if (Math.abs(rounded) < 1e-9 && rounded !== 0) return
      const read = readAmount(unambiguous(String(rounded), true), undefined)
      expect(read.ok && read.value.value).toBeCloseTo(rounded, 6)
    }),
    500,
  )
})

describe('days', () => {
  const today = day('2026-05-20')
  test.each([
    ['2026-05-04', true, '2026-05-04'],
    ['2026/5/4', true, '2026-05-04'],
    ['2026.05.04', true, '2026-05-04'],
    ['2026年5月4日', true, '2026-05-04'],
    ['2026-05-04T23:30', true, '2026-05-04'],
    ['2026-05-04 9:30', true, '2026-05-04'],
    ['04.05.2026', false, '2026-05-04'],
    ['4.5.26', false, '2026-05-04'],
    ['4/5/2026', true, '2026-05-04'],
    ['4/5/2026', false, '2026-04-05'],
    ['13/5/2026', false, '2026-05-13'],
    ['5/13/2026', true, '2026-05-13'],
    ['4 May 2026', true, '2026-05-04'],
    ['May 4, 2026', true, '2026-05-04'],
    ['２０２６-０５-０４', true, '2026-05-04'],
    ['2026-02-30', true, undefined],
    ['30.02.2026', true, undefined],
    ['4/5', true, undefined],
    ['soon', true, undefined],
    ['', true, undefined],
    ['46146', true, undefined],
  ])('%j, day first %j: %j', (cell, isDayFirst, expected) => {
    expect(readDay(cell, { today, firstMonth: 1, isDayFirst })).toBe(expected)
  })

  test.each([
    ['13/5/2026', 'day-first'],
    ['5/13/2026', 'month-first'],
    ['4/5/2026', undefined],
    ['2026-05-13', undefined],
    [undefined, undefined],
  ])('%j tells %j', (cell, order) => {
    expect(orderTold(cell)).toBe(order)
  })
})

describe('which goal is meant', () => {
  const q1 = aGoal({
    id: goalId('a'),
    number: 1,
    title: 'Win deals',
    start: day('2026-01-01'),
    due: day('2026-03-31'),
    state: 'reached',
  })
  const q2 = aGoal({
    id: goalId('b'),
    number: 2,
    title: 'Win  DEALS',
    start: day('2026-04-01'),
    due: day('2026-06-30'),
  })
  const other = aGoal({ id: goalId('c'), number: 3, title: 'Call more' })
  const goals = [q1, q2, other]
  const found = (match: ReturnType<typeof matched<typeof q1>>) =>
    match.is === 'one' ? match.goal.number : match.is

  test.each([
    [{ number: 1, title: 'win deals' }, 1],
    [{ number: 3, title: 'Win deals' }, 2],
    [{ number: 2, title: undefined }, 2],
    [{ number: 9, title: undefined }, 'none'],
    [{ number: undefined, title: 'Win deals', start: '2026-01-01', due: '2026-03-31' }, 1],
    [{ number: undefined, title: 'Win deals', start: '2026-07-01', due: '2026-09-30' }, 2],
    [{ number: undefined, title: 'Nothing' }, 'none'],
  ])('%j means %j', (meant, expected) => {
    expect(found(matched(meant, goals))).toBe(expected)
  })

  test('two open goals of one title are asked apart; a number of readings may mean the only closed one', () => {
    const twin = { ...q2, id: goalId('d'), number: 4, due: day('2026-12-31') }
    expect(found(matched({ number: undefined, title: 'Win deals' }, [...goals, twin]))).toBe('several')
    expect(found(matchedForReadings({ number: undefined, title: 'Win deals' }, [q1, other]))).toBe(1)
    expect(found(matched({ number: undefined, title: 'Win deals' }, [q1, other]))).toBe('none')
  })

  test.each([
    ['G-12', 12],
    ['g12', 12],
    ['#12', 12],
    ['12', 12],
    ['Ｇ－12', 12],
    ['12 deals', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is number %j', (cell, number) => {
    expect(goalNumber(cell)).toBe(number)
  })
})
