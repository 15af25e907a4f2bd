import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/time.ts'
import {
  daysIn,
  firstDays,
  lastDayOf,
  MOST_MONTHS,
  monthsFor,
  movedBy,
  quarterOf,
  yearOf,
} from '../../src/domain/timeline-window.ts'
import { readTimelineWords } from '../../src/domain/timeline-words.ts'
import { day } from '../support/people.ts'

const today = day('2026-05-16')
const stretch = (start: string, due: string) => ({ start: day(start), due: day(due) })

describe('the months that are shown when nobody names any', () => {
  test.each([
    ['nothing at all', [], '2026-04-01', 3],
    ['all within the quarter', [['2026-04-01', '2026-06-30']], '2026-04-01', 3],
    ['one that began a day earlier', [['2026-03-31', '2026-06-30']], '2026-03-01', 4],
    ['one that ends a day later', [['2026-04-01', '2026-07-01']], '2026-04-01', 4],
    ['one that begins next year', [['2027-01-01', '2027-02-28']], '2026-05-01', 10],
    ['one that was due long ago', [['2026-01-10', '2026-02-20']], '2026-01-01', 5],
    ['a year and a day', [['2026-01-01', '2027-01-01']], '2026-02-01', 12],
    ['years before and behind', [['2020-01-01', '2030-12-31']], '2026-03-01', 12],
    ['years before alone', [['2020-01-01', '2026-06-30']], '2025-07-01', 12],
  ])('%s', (_what, stretches, from, count) => {
    const all = stretches.map(([start = '', due = '']) => stretch(start, due))
    expect(monthsFor(all, today)).toEqual({ from, count })
  })

  test('they are one to twelve whole months with today among them', () => {
    const date = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays(today, days))
    const some = fc.array(fc.record({ start: date, due: date }), { maxLength: 8 })
    fc.assert(
      fc.property(some, (stretches) => {
        const months = monthsFor(stretches, today)
        expect(months.count).toBeGreaterThanOrEqual(1)
        expect(months.count).toBeLessThanOrEqual(MOST_MONTHS)
        expect(months.from).toMatch(/-01$/)
        expect(months.from <= today && today <= lastDayOf(months)).toBe(true)
      }),
    )
  })
})

test('months follow on one another without a gap', () => {
  const quarter = quarterOf(day('2027-01-31'))
  expect(quarter).toEqual({ from: '2027-01-01', count: 3 })
  expect(lastDayOf(quarter)).toBe('2027-03-31')
  expect(daysIn(quarter)).toBe(90)
  expect(firstDays(quarter)).toEqual(['2027-01-01', '2027-02-01', '2027-03-01'])
  expect(movedBy(quarter, -1)).toEqual({ from: '2026-10-01', count: 3 })
  expect(daysIn(yearOf(day('2028-06-01')))).toBe(366)
})

describe('what is typed behind the command', () => {
  test.each([
    ['', undefined, undefined],
    ['mine', 'mine', undefined],
    ['my goals', 'mine', undefined],
    ['team', 'team', undefined],
    ['2027', undefined, ['2027-01-01', 12]],
    ['mine 2027', 'mine', ['2027-01-01', 12]],
    ['next quarter', undefined, ['2026-07-01', 3]],
    ['Last Quarter mine', 'mine', ['2026-01-01', 3]],
    ['this year', undefined, ['2026-01-01', 12]],
    ['next year', undefined, ['2027-01-01', 12]],
    ['next month', undefined, ['2026-06-01', 1]],
    ['Q1 2027', undefined, ['2027-01-01', 3]],
    ['2027 q4', undefined, ['2027-10-01', 3]],
    ['q3', undefined, ['2026-07-01', 3]],
    ['2027-03', undefined, ['2027-03-01', 1]],
    ['我的', 'mine', undefined],
    ['下一季', undefined, ['2026-07-01', 3]],
    ['上季 我的', 'mine', ['2026-01-01', 3]],
    ['明年', undefined, ['2027-01-01', 12]],
    ['2027年', undefined, ['2027-01-01', 12]],
    ['2027年第二季', undefined, ['2027-04-01', 3]],
    ['第4季', undefined, ['2026-10-01', 3]],
    ['2027年3月', undefined, ['2027-03-01', 1]],
    ['團隊 下個月', 'team', ['2026-06-01', 1]],
  ])('%s', (typed, whose, months) => {
    const [from, count] = months ?? []
    expect(readTimelineWords(typed, today)).toEqual({
      whose,
      months: months === undefined ? undefined : { from, count },
    })
  })

  test.each(['someday', '2027 please', '1999', '20271', 'G-12', 'mine @ben', 'next week', '2027-13', '隨便'])(
    '%s is nothing we know',
    (typed) => {
      expect(readTimelineWords(typed, today)).toBeUndefined()
    },
  )

  test('nothing that anybody types makes it stumble', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (typed) => {
        const read = readTimelineWords(typed.normalize('NFKC'), today)
        expect(read?.months?.from ?? '2026-01-01').toMatch(/^20\d\d-(0[1-9]|1[0-2])-01$/)
      }),
    )
  })
})
