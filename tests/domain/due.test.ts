import { expect, test } from 'vitest'
import type { Calendar } from '../../src/domain/due/calendar.ts'
import { findDues, readDue } from '../../src/domain/due.ts'
import { day } from '../support/people.ts'

const said: Calendar = { today: day('2026-02-10'), firstMonth: 1, isDayFirst: false }

test.each([
  ['Reduce churn from 45% to 20% by end of next quarter by extending trials', '2026-06-30'],
  ['Reduce churn next quarter by extending trials', '2026-06-30'],
  ['by Q3', '2026-09-30'],
  ['in Q1', '2026-03-31'],
  ['Q4 2027', '2027-12-31'],
  ['by the end of Q2', '2026-06-30'],
  ['this quarter', '2026-03-31'],
  ['by the end of the quarter', '2026-03-31'],
  ['EOQ', '2026-03-31'],
  ['by year end', '2026-12-31'],
  ['before the end of the year', '2026-12-31'],
  ['this year', '2026-12-31'],
  ['end of month', '2026-02-28'],
  ['by March', '2026-03-31'],
  ['by January', '2027-01-31'],
  ['before March', '2026-02-28'],
  ['before Q3', '2026-06-30'],
  ['before the end of Q3', '2026-09-30'],
  ['before Q1', '2026-03-31'],
  ['第三季前', '2026-06-30'],
  ['第三季結束前', '2026-09-30'],
  ['2 weeks before June 30', '2026-06-16'],
  ['three days before the end of April', '2026-04-27'],
  ['between March and May', '2026-05-31'],
  ['直到六月底', '2026-06-30'],
  ['before the end of March', '2026-03-31'],
  ['mid-June', '2026-06-15'],
  ['in May, June and July', '2026-07-31'],
  ['by the end of July', '2026-07-31'],
  ['by 30 June', '2026-06-30'],
  ['on June 30th, 2027', '2027-06-30'],
  ['by 5 January', '2027-01-05'],
  ['by 2026-10-31', '2026-10-31'],
  ['by 2030', '2030-12-31'],
  ['within 90 days', '2026-05-11'],
  ['within six months', '2026-08-10'],
  ['in 3 months', '2026-05-10'],
  ['over the next two quarters', '2026-08-10'],
  ['by Friday', '2026-02-13'],
  ['by Tuesday', '2026-02-17'],
  ['next Friday', '2026-02-20'],
  ['next week', '2026-02-22'],
  ['by tomorrow', '2026-02-11'],
  ['before Black Friday', '2026-11-27'],
  ['by Christmas', '2026-12-25'],
  ['by 6/10/2026', '2026-06-10'],
  ['bis 31.12.2026', '2026-12-31'],
  ['by the 15th', '2026-02-15'],
  ['by the 5th', '2026-03-05'],
  ['on the 3rd of next month', '2026-03-03'],
  ['the first of March', '2026-03-01'],
  ['the day after tomorrow', '2026-02-12'],
  ['within a fortnight', '2026-02-24'],
  ['two weeks from Friday', '2026-02-27'],
  ['Friday week', '2026-02-20'],
  ['十五號前交出', '2026-02-15'],
  ['下個月三號', '2026-03-03'],
  ['兩個禮拜後', '2026-02-24'],
  ['大後天', '2026-02-13'],
  ['in the second half of 2026', '2026-12-31'],
  ['下一季把流失率降到 20%', '2026-06-30'],
  ['本季結束前', '2026-03-31'],
  ['本月底', '2026-02-28'],
  ['下個月底前', '2026-03-31'],
  ['六月底前', '2026-06-30'],
  ['12 月 31 日前', '2026-12-31'],
  ['八月前', '2026-07-31'],
  ['三個月內', '2026-05-10'],
  ['12 週內減重', '2026-05-05'],
  ['90 天內', '2026-05-11'],
  ['第三季', '2026-09-30'],
  ['年底前', '2026-12-31'],
  ['今年底', '2026-12-31'],
  ['下週五', '2026-02-20'],
  ['2026 年 3 月 31 日', '2026-03-31'],
  ['民國 115 年 3 月底', '2026-03-31'],
  ['明年三月', '2027-03-31'],
  ['下半年', '2026-12-31'],
])('on 2026-02-10, “%s” ends %s', (text, due) => {
  expect(readDue(text, said)?.due).toBe(due)
})

test.each([
  'every week',
  'Send 200 emails every week',
  '每週打 50 通電話',
  'soon',
  'since March',
  'last year',
  'from 9 days to 4 days',
  'three mornings a week',
  'by extending trials',
  'by 15%',
  'we may grow',
  '30 February',
  '2026-02-30',
  '把流失率從 45% 降到 20%',
  '努力成為更好的主管',
])('“%s” is no deadline', (text) => {
  expect(readDue(text, said)).toBeUndefined()
})

test.each(['by the end of term', 'before winter', 'in the first week after launch', '期末考前'])(
  '“%s” is bounded, by an event',
  (text) => {
    expect(readDue(text, said)).toMatchObject({ kind: 'event', due: undefined })
  },
)

test('a slashed day follows the reader’s country and is worth asking unless it can be one day only', () => {
  expect(readDue('by 6/10', said)).toMatchObject({ due: '2026-06-10', isAmbiguous: true })
  expect(readDue('by 6/10', { ...said, isDayFirst: true })).toMatchObject({
    due: '2026-10-06',
    isAmbiguous: true,
  })
  expect(readDue('by 25/10', said)).toMatchObject({ due: '2026-10-25', isAmbiguous: false })
  expect(readDue('2026/6/10', said)).toMatchObject({ due: '2026-06-10', isAmbiguous: false })
})

test('the fiscal year moves quarters and years', () => {
  const april: Calendar = { ...said, firstMonth: 4 }
  expect(readDue('by end of Q1', april)?.due).toBe('2026-06-30')
  expect(readDue('this year', april)?.due).toBe('2026-03-31')
  expect(readDue('next quarter', april)?.due).toBe('2026-06-30')
})

test('in a leap year February ends a day later', () => {
  expect(readDue('end of month', { ...said, today: day('2028-02-10') })?.due).toBe('2028-02-29')
  expect(readDue('in 1 month', { ...said, today: day('2026-01-31') })?.due).toBe('2026-02-28')
})

test('of several the last is the deadline, and each is found where it stands', () => {
  const text = 'Ship in Q1 and reach 500 by 30 June'
  expect(findDues(text, said).map(({ from, to }) => text.slice(from, to))).toEqual(['in Q1', 'by 30 June'])
  expect(readDue(text, said)?.due).toBe('2026-06-30')
})
