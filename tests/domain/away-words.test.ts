import { describe, expect, test } from 'vitest'
import { awaySpanIn, awayWordIn } from '../../src/domain/reply/away-words.ts'
import { isDayFirst } from '../../src/domain/reply/day-order.ts'
import { day } from '../support/people.ts'

/** A Monday. */
const today = day('2026-05-18')

test.each([
  ['', '2026-05-18', undefined],
  ['3', '2026-05-18', '2026-05-21'],
  ['1 day', '2026-05-18', '2026-05-19'],
  ['for 3 days', '2026-05-18', '2026-05-21'],
  ['2 weeks', '2026-05-18', '2026-06-01'],
  ['today', '2026-05-18', '2026-05-19'],
  ['tomorrow', '2026-05-19', '2026-05-20'],
  ['until Wed', '2026-05-18', '2026-05-20'],
  ['till 1 June', '2026-05-18', '2026-06-01'],
  ['until Monday', '2026-05-18', '2026-05-25'],
  ['back on Thursday', '2026-05-18', '2026-05-21'],
  ['through Wed', '2026-05-18', '2026-05-21'],
  ['Wed', '2026-05-20', '2026-05-21'],
  ['on Monday', '2026-05-18', '2026-05-19'],
  ['Mon to Wed', '2026-05-18', '2026-05-21'],
  ['Thursday to Monday', '2026-05-21', '2026-05-26'],
  ['from 24 Dec until 2 Jan', '2026-12-24', '2027-01-02'],
  ['24-28 Dec', '2026-12-24', '2026-12-29'],
  ['Dec 24 - 28', '2026-12-24', '2026-12-29'],
  ['2026-12-24 to 2026-12-28', '2026-12-24', '2026-12-29'],
  ['next week', '2026-05-25', '2026-06-01'],
  ['this week', '2026-05-18', '2026-05-25'],
  ['3天', '2026-05-18', '2026-05-21'],
  ['三天', '2026-05-18', '2026-05-21'],
  ['到週五', '2026-05-18', '2026-05-23'],
  ['到 5/22', '2026-05-18', '2026-05-23'],
  ['5/20 到 5/22', '2026-05-20', '2026-05-23'],
  ['5月20日到22日', '2026-05-20', '2026-05-23'],
  ['明天', '2026-05-19', '2026-05-20'],
  ['下週', '2026-05-25', '2026-06-01'],
  ['下週一', '2026-05-25', '2026-05-26'],
  ['15-19 May', '2026-05-15', '2026-05-20'],
  ['May 15-19', '2026-05-15', '2026-05-20'],
])('“away %s” on a Monday begins on %s and is back on %s', (words, from, back) => {
  expect(awaySpanIn(words, today, true)).toEqual({ from, back })
})

test.each(['soon', '30 February', 'until the cows come home', '0', 'from Ana', '32-35 Dec', '一些'])(
  'the time “%s” cannot be read',
  (words) => {
    expect(awaySpanIn(words, today, true)).toBeUndefined()
  },
)

test('6/10 is read in the order of the person', () => {
  expect(awaySpanIn('until 6/10', today, true)?.back).toBe('2026-10-06')
  expect(awaySpanIn('until 6/10', today, false)?.back).toBe('2026-06-10')
})

test('Americans and East Asia put the month first', () => {
  expect(['en-US', 'zh-Hant-TW', 'ja-JP'].map(isDayFirst)).toEqual([false, false, false])
  expect(['en-GB', 'de-DE', 'pt-BR'].map(isDayFirst)).toEqual([true, true, true])
  expect(awaySpanIn('7/3 到 7/6', day('2026-07-01'), false)).toEqual({
    from: '2026-07-03',
    back: '2026-07-07',
  })
})

describe('a message', () => {
  test.each([
    ['away until Wed', 'until Wed'],
    ['Away', ''],
    ['ooo 3', '3'],
    ['OOO tomorrow!', 'tomorrow'],
    ['I’m out of office until 1 June', 'until 1 June'],
    ["I'll be on vacation next week", 'next week'],
    ['on leave 24-28 Dec', '24-28 Dec'],
    ['off until Wednesday', 'until Wednesday'],
    ['sick today', 'today'],
    ['請假到週五', '到週五'],
    ['請假 3', '3'],
    ['away from Monday to whenever', 'from Monday to whenever'],
    ['我明天請假', '明天'],
    ['休假 3天', '3天'],
  ])('“%s” is about being away: %s', (text, words) => {
    expect(awayWordIn(text)).toEqual({ is: 'away', words })
  })

  test.each(['back', 'I’m back', 'back again!', 'back from vacation', '我回來了', '銷假'])(
    '“%s” is about being there again',
    (text) => {
      expect(awayWordIn(text)).toEqual({ is: 'back' })
    },
  )

  test.each([
    'off track',
    'leave it at 14',
    'vacation bookings 14',
    'holiday sales 1,450',
    'back to 12',
    '14, back on Monday for more',
    'sick of waiting for legal',
    'holidays 3',
    'vacation: 3',
    'sick 2',
    'off 3',
    'out 5',
    '特休 2',
    '3 放假',
    'PTO requests 14',
    'Away games: 12',
    'pto 30%',
    '客戶請假，這週沒有進度',
    '32%',
    '',
    `away ${'x'.repeat(100)}`,
  ])('“%s” is not', (text) => {
    expect(awayWordIn(text)).toBeUndefined()
  })
})
