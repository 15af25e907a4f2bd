import { describe, expect, test } from 'vitest'
import { latestOccurrence, nextOccurrence, type Rule } from '../../src/domain/recurrence.ts'
import { instant, wall, zone } from '../support/people.ts'

const aRule = (known: Partial<Rule> = {}): Rule => ({
  cadence: 'weekly',
  weekday: 1,
  time: wall('09:00'),
  ...known,
})

describe('each rhythm', () => {
  const days = (rule: Rule, from: string, count: number) => {
    const dates: string[] = []
    let at = instant(from)
    for (let step = 0; step < count; step += 1) {
      const next = nextOccurrence(rule, zone('Europe/Berlin'), at)
      dates.push(next.date)
      at = next.at
    }
    return dates
  }

  test('strictly after: at the very moment it is the one after', () => {
    const nine = instant('2026-05-18T09:00+02:00')
    const berlin = zone('Europe/Berlin')
    expect(nextOccurrence(aRule(), berlin, nine).date).toBe('2026-05-25')
    expect(nextOccurrence(aRule(), berlin, instant('2026-05-18T08:59:59+02:00')).at).toBe(nine)
    expect(latestOccurrence(aRule(), berlin, nine).at).toBe(nine)
  })

  test('daily is Monday to Friday', () => {
    expect(days(aRule({ cadence: 'daily' }), '2026-05-14T12:00Z', 4)).toEqual([
      '2026-05-15',
      '2026-05-18',
      '2026-05-19',
      '2026-05-20',
    ])
    const overTheWeekend = latestOccurrence(
      aRule({ cadence: 'daily' }),
      zone('Europe/Berlin'),
      instant('2026-05-17T12:00Z'),
    )
    expect(overTheWeekend.date).toBe('2026-05-15')
  })

  test('two-weekly goes on across a year of 53 weeks', () => {
    const dates = days(aRule({ cadence: 'two-weekly' }), '2026-12-01T12:00Z', 4)
    expect(dates).toEqual(['2026-12-14', '2026-12-28', '2027-01-11', '2027-01-25'])
  })

  test('monthly is the first such weekday of the month', () => {
    const monthly = aRule({ cadence: 'monthly', weekday: 3 })
    expect(days(monthly, '2026-11-05T12:00Z', 3)).toEqual(['2026-12-02', '2027-01-06', '2027-02-03'])
    const newest = latestOccurrence(monthly, zone('Europe/Berlin'), instant('2027-01-05T12:00Z'))
    expect(newest.date).toBe('2026-12-02')
  })

  test.each([
    ['second', 1, ['2026-05-11', '2026-06-08', '2026-07-13']],
    ['third', 2, ['2026-05-19', '2026-06-16', '2026-07-21']],
    ['fourth', 5, ['2026-05-22', '2026-06-26', '2026-07-24']],
    ['last', 5, ['2026-05-29', '2026-06-26', '2026-07-31']],
    ['last', 7, ['2026-05-31', '2026-06-28', '2026-07-26']],
  ] as const)('monthly on the %s weekday %i of the month', (monthlyOn, weekday, expected) => {
    const rule = aRule({ cadence: 'monthly', weekday, monthlyOn })
    expect(days(rule, '2026-05-01T12:00Z', 3)).toEqual(expected)
  })

  test.each([
    [1, ['2027-02-01', '2027-03-01', '2027-04-01']],
    [29, ['2027-01-29', '2027-02-28', '2027-03-29']],
    [31, ['2027-01-31', '2027-02-28', '2027-03-31']],
  ])('monthly on day %i, in a shorter month on its last', (monthDay, expected) => {
    const rule = aRule({ cadence: 'monthly', monthlyOn: 'date', monthDay })
    expect(days(rule, '2027-01-02T12:00Z', 3)).toEqual(expected)
  })

  test('monthly on day 30 of February is its last, also in a leap year', () => {
    const rule = aRule({ cadence: 'monthly', monthlyOn: 'date', monthDay: 30 })
    expect(days(rule, '2028-02-01T12:00Z', 2)).toEqual(['2028-02-29', '2028-03-30'])
    const newest = latestOccurrence(rule, zone('Europe/Berlin'), instant('2028-03-15T12:00Z'))
    expect(newest.date).toBe('2028-02-29')
  })

  test('daily keeps to the team’s own working days', () => {
    const rule = aRule({ cadence: 'daily', workingDays: [7, 1, 2, 3, 4] })
    expect(days(rule, '2026-05-14T12:00Z', 2)).toEqual(['2026-05-17', '2026-05-18'])
    const newest = latestOccurrence(rule, zone('Europe/Berlin'), instant('2026-05-16T12:00Z'))
    expect(newest.date).toBe('2026-05-14')
  })

  test('a team that works on no day is asked on the usual ones', () => {
    expect(days(aRule({ cadence: 'daily', workingDays: [] }), '2026-05-15T12:00Z', 1)).toEqual(['2026-05-18'])
  })
})
