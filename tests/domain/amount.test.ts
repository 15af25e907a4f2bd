import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount } from '../../src/domain/amount.ts'
import type { Unit } from '../../src/domain/goal.ts'
import { readUnit } from '../../src/domain/unit.ts'

const percent: Unit = { kind: 'percent' }
const dollars: Unit = { kind: 'currency', code: 'USD' }
const taiwan: Unit = { kind: 'currency', code: 'TWD' }
const hours: Unit = { kind: 'time', in: 'hours' }
const deals: Unit = { kind: 'count', noun: 'deals' }

/** The value, or why there is none. */
function amount(typed: string, unit?: Unit): number | string {
  const read = readAmount(typed, unit)
  return read.ok ? read.value.value : read.refusal.kind
}

describe('numbers as people write them', () => {
  test.each([
    ['20', 20],
    ['  20 ', 20],
    ['1,450', 1450],
    ['1.450.000', 1_450_000],
    ['1 450', 1450],
    ['1\u00a0450', 1450],
    ['1\u202f450\u202f000', 1_450_000],
    ["1'450", 1450],
    ['1’450', 1450],
    ['1,5', 1.5],
    ['1,45', 1.45],
    ['0.125', 0.125],
    ['.5', 0.5],
    ['1,450.50', 1450.5],
    ['1.450,50', 1450.5],
    ['1450.5', 1450.5],
    ['+3', 3],
    ['-5', -5],
    ['−5', -5],
    ['３２', 32],
    ['１，４５０', 1450],
    ['1.2k', 1200],
    ['1,5 Mio', 1_500_000],
    ['3 million', 3_000_000],
    ['2bn', 2_000_000_000],
    ['100 萬', 1_000_000],
    ['3.5億', 350_000_000],
    ['十二萬', 120_000],
    ['三百五十', 350],
    ['三百五', 350],
    ['三百零五', 305],
    ['一萬二', 12_000],
    ['兩千零五', 2005],
    ['三點五億', 350_000_000],
    ['二〇二六', 2026],
  ])('%s is %d', (typed, value) => {
    expect(amount(typed)).toBe(value)
  })

  test.each([
    '',
    ' ',
    'abc',
    '-',
    '+',
    '.',
    ',',
    '1e5',
    '1e999',
    '0x10',
    '5%%',
    '3rd',
    '14+',
    '12/20',
    '12-14',
  ])('%j is no number', (typed) => {
    expect(amount(typed)).toBe('unreadable')
  })

  test.each([
    '1.450',
    '1,234 million',
    '1,00,000',
    '12 3456',
    '½',
    '2½',
    '10²',
    '2026-11-23',
    '兩三',
    '三四十',
    '--5',
    '5 5',
    '٣',
  ])('%s may mean more than one thing, or nothing', (typed) => {
    expect(amount(typed)).toBe('unreadable')
  })

  test('beyond 1e15 a number is too large to be meant', () => {
    expect(amount('1000000000000000')).toBe(1e15)
    expect(amount('1000000000000001')).toBe('too-large')
    expect(amount('9'.repeat(400))).toBe('too-large')
    expect(amount('2000000 bn')).toBe('too-large')
  })

  test('a page of text is no number, even one that begins with it', () => {
    expect(amount(`5${' '.repeat(3000)}`)).toBe('unreadable')
  })
})

describe('units beside the number', () => {
  test.each<[string, Unit]>([
    ['20%', percent],
    ['３２％', percent],
    ['32 percent', percent],
    ['三成', percent],
    ['百分之二十', percent],
    ['$1.2k', dollars],
    ['US$ 5', dollars],
    ['5 usd', dollars],
    ['€5', { kind: 'currency', code: 'EUR' }],
    ['1.5 Mio €', { kind: 'currency', code: 'EUR' }],
    ['£5', { kind: 'currency', code: 'GBP' }],
    ['NT$48,000', taiwan],
    ['48,000 元', taiwan],
    ['5 ISK', { kind: 'currency', code: 'ISK' }],
    ['1:30', hours],
    ['2.5h', hours],
    ['30 分鐘', { kind: 'time', in: 'minutes' }],
    ['3 days', { kind: 'time', in: 'days' }],
    ['20 deals', deals],
    ['20 件', { kind: 'count', noun: '件' }],
  ])('%s names its unit', (typed, unit) => {
    const read = readAmount(typed, undefined)
    expect(read.ok && read.value.unit).toEqual(unit)
  })

  test.each<[string, Unit, number | string]>([
    ['20', percent, 20],
    ['三成五', percent, 35],
    ['2 pp', percent, 2],
    ['$5', percent, 'unit-mismatch'],
    ['5 deals', percent, 'unit-mismatch'],
    ['50k', dollars, 50_000],
    ['50k USD', dollars, 50_000],
    ['€5', dollars, 'unit-mismatch'],
    ['5%', dollars, 'unit-mismatch'],
    ['$500', taiwan, 500],
    ['500 元', taiwan, 500],
    ['1:30', hours, 1.5],
    ['2h30', hours, 2.5],
    ['90 min', hours, 1.5],
    ['30m', hours, 0.5],
    ['2 days', hours, 'unit-mismatch'],
    ['1:30', { kind: 'time', in: 'minutes' }, 'unreadable'],
    ['20 deal', deals, 20],
    ['20 leads', deals, 'unit-mismatch'],
    ['20%', deals, 'unit-mismatch'],
    ['20 個', { kind: 'count', noun: '件' }, 20],
  ])('%s for a goal in %j', (typed, unit, expected) => {
    expect(amount(typed, unit)).toBe(expected)
  })

  test('a number is given in the unit that was asked for', () => {
    expect(readAmount('90 min', hours)).toEqual({ ok: true, value: { value: 1.5, unit: hours } })
  })
})

test.each<[string, Unit]>([
  ['', { kind: 'count', noun: undefined }],
  ['%', percent],
  ['Percent', percent],
  ['％', percent],
  ['$', dollars],
  ['USD', dollars],
  ['usd', dollars],
  ['NT$', taiwan],
  ['台幣', taiwan],
  ['hours', hours],
  ['小時', hours],
  ['Days', { kind: 'time', in: 'days' }],
  ['deals', deals],
  ['Demo  calls\u0000', { kind: 'count', noun: 'Demo calls' }],
  ['件', { kind: 'count', noun: '件' }],
  ['top', { kind: 'count', noun: 'top' }],
  ['TOP', { kind: 'currency', code: 'TOP' }],
])('the unit field %j', (typed, unit) => {
  expect(readUnit(typed)).toEqual(unit)
})

test('whatever is typed is read or refused, never a fault, and never beyond its bounds', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(..."0123456789.,' +-%$€k萬億十百三成:/e"), maxLength: 16 }),
  )
  fc.assert(
    fc.property(typed, fc.constantFrom(undefined, percent, dollars, hours, deals), (text, unit) => {
      const read = readAmount(text, unit)
      if (read.ok) expect(Math.abs(read.value.value)).toBeLessThanOrEqual(1e15)
    }),
    { numRuns: 10_000, seed: 2 },
  )
})

test('a number written by any formatter of ours is read back', () => {
  const number = fc.integer({ min: -1e9, max: 1e9 })
  fc.assert(
    fc.property(number, (value) => {
      expect(amount(new Intl.NumberFormat('en').format(value))).toBe(value)
      expect(amount(new Intl.NumberFormat('zh-Hant').format(value))).toBe(value)
      expect(amount(`${value}`)).toBe(value)
    }),
  )
})
