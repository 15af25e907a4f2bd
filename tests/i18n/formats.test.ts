import { describe, expect, test } from 'vitest'
import type { Unit } from '../../src/domain/goal.ts'
import { formatsOf } from '../../src/i18n/formats.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { day, instant, wall, zone } from '../support/people.ts'

const percent: Unit = { kind: 'percent' }
const dollars: Unit = { kind: 'currency', code: 'USD' }
const yen: Unit = { kind: 'currency', code: 'JPY' }
const deals: Unit = { kind: 'count', noun: 'deals' }
const plain: Unit = { kind: 'count', noun: undefined }
const hours: Unit = { kind: 'time', in: 'hours' }
const days: Unit = { kind: 'time', in: 'days' }

test.each([
  ['en-US', 32, percent, '32%'],
  ['en-US', 32.456, percent, '32.46%'],
  ['en-US', 0.001, percent, '0.001%'],
  ['en-US', 1200, dollars, '$1,200'],
  ['en-US', 1200.5, dollars, '$1,200.50'],
  ['en-US', 1200.5, yen, '¥1,201'],
  ['en-US', 1e15, plain, '1,000,000,000,000,000'],
  ['en-US', 14, deals, '14 deals'],
  ['en-US', -3, plain, '-3'],
  ['en-US', -0, plain, '0'],
  ['en-US', 2.5, hours, '2.5 hr'],
  ['en-US', 1, days, '1 day'],
  ['zh-Hant-TW', 2.5, hours, '2.5 小時'],
  ['zh-Hant-TW', 1200, { kind: 'currency', code: 'TWD' }, '$1,200'],
  ['zh-Hant-TW', 1200, dollars, 'US$1,200'],
] as const)('in %s %d of its unit is written %s', (locale, value, unit, written) => {
  expect(formatsOf(locale).amount(value, unit)).toBe(written)
})

test.each([
  [3, deals, '+3'],
  [-3, plain, '-3'],
  [0, plain, '0'],
  [200, dollars, '+$200'],
  [7, percent, '+7%'],
])('a change of %d is written with its sign', (change, unit, written) => {
  expect(formatsOf('en-US').change(change, unit)).toBe(written)
})

test.each([
  [0.62, '62%'],
  [0.999, '99%'],
  [1, '100%'],
  [1.104, '110%'],
  [-0.001, '0%'],
  [-0.2, '-20%'],
])('a share of %d is written %s: never 100%% before it is reached', (share, written) => {
  expect(formatsOf('en').share(share)).toBe(written)
})

describe('days have no zone', () => {
  test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'a day stays the day wherever the process runs: %s',
    (where) => {
      const before = process.env.TZ
      process.env.TZ = where
      expect(formatsOf('en-GB').date(day('2026-06-30'))).toBe('30 Jun 2026')
      process.env.TZ = before
    },
  )

  test.each([
    ['en-GB', '30 Jun 2026', 'Monday', '09:00'],
    ['en-US', 'Jun 30, 2026', 'Monday', '9:00 AM'],
    ['zh-Hant-TW', '2026年6月30日', '星期一', '上午9:00'],
  ])('%s writes a day, a weekday and a time its own way', (locale, date, weekday, time) => {
    const format = formatsOf(locale)
    expect(format.date(day('2026-06-30'))).toBe(date)
    expect(format.weekday(1)).toBe(weekday)
    expect(format.time(wall('09:00')).replace(/\s/g, ' ')).toBe(time)
  })

  test('Monday is the first weekday, Sunday the seventh', () => {
    const names = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => formatsOf('en').weekday(weekday))
    expect(names[0]).toBe('Monday')
    expect(names[6]).toBe('Sunday')
    expect(new Set(names).size).toBe(7)
  })
})

test('a moment names its zone', () => {
  const at = instant('2026-05-18T07:00Z')
  expect(formatsOf('en-GB').moment(at, zone('Asia/Taipei'))).toMatch(/^Mon, 18 May 2026, 15:00 (GMT\+8|CST)$/)
  expect(formatsOf('en-GB').moment(at)).toBe('Mon, 18 May 2026, 07:00 UTC')
})

test('lists and plurals follow the language', () => {
  expect(formatsOf('en-GB').list(['Ana', 'Ben', 'Chen'])).toBe('Ana, Ben and Chen')
  expect(formatsOf('zh-Hant-TW').list(['Ana', 'Ben', 'Chen'])).toBe('Ana、Ben和Chen')
  const words = { one: 'day', other: 'days' }
  expect([0, 1, 2].map((count) => formatsOf('en').plural(count, words))).toEqual(['days', 'day', 'days'])
  expect(formatsOf('zh-Hant').plural(1, words)).toBe('days')
})

test.each([
  ['en-GB', 'Jun', 'May – Jun 2026', 'Dec 2026 – Jan 2027'],
  ['zh-Hant-TW', '6月', '2026年5月至6月', '2026年12月至2027年1月'],
])('in %s months are written %s, %s and %s', (locale, month, span, acrossYears) => {
  const say = sayIn(locale === 'en-GB' ? 'en' : 'zh-Hant', locale)
  expect(say.format.month(day('2026-06-30'))).toBe(month)
  expect(say['timeline.span']({ start: day('2026-05-01'), due: day('2026-06-30') })).toBe(span)
  expect(say['timeline.span']({ start: day('2026-12-01'), due: day('2027-01-31') })).toBe(acrossYears)
  const june = say['timeline.span']({ start: day('2026-06-01'), due: day('2026-06-30') })
  expect(june).toBe(say.format.monthOfYear(day('2026-06-30')))
})
