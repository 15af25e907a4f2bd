import { describe, expect, test } from 'vitest'
import { latestOccurrence, nextOccurrence, type Rule } from '../../src/domain/recurrence.ts'
import { instant, wall, zone } from '../support/people.ts'

const aRule = (known: Partial<Rule> = {}): Rule => ({
  cadence: 'weekly',
  weekday: 1,
  time: wall('09:00'),
  ...known,
})

const sunday = 7
const friday = 5
const monday = 1

describe('wherever clocks do odd things (reliability.md §4)', () => {
  test.each([
    // [what, zone, weekday, time, after, day, the moment with its offset]
    [
      'New York, in the gap',
      'America/New_York',
      sunday,
      '02:30',
      '2026-03-02T12:00Z',
      '2026-03-08',
      '03:30-04:00',
    ],
    [
      'New York, in the overlap: the first',
      'America/New_York',
      sunday,
      '01:30',
      '2026-10-26T12:00Z',
      '2026-11-01',
      '01:30-04:00',
    ],
    [
      'New York, between the two: not again',
      'America/New_York',
      sunday,
      '01:30',
      '2026-11-01T05:45Z',
      '2026-11-08',
      '01:30-05:00',
    ],
    [
      'Berlin, in the gap',
      'Europe/Berlin',
      sunday,
      '02:30',
      '2026-03-23T12:00Z',
      '2026-03-29',
      '03:30+02:00',
    ],
    [
      'Lord Howe, in the gap of half an hour',
      'Australia/Lord_Howe',
      sunday,
      '02:15',
      '2026-09-28T12:00Z',
      '2026-10-04',
      '02:45+11:00',
    ],
    [
      'Lord Howe, in the overlap of half an hour',
      'Australia/Lord_Howe',
      sunday,
      '01:45',
      '2026-03-30T12:00Z',
      '2026-04-05',
      '01:45+11:00',
    ],
    [
      'Apia, the Friday it skipped',
      'Pacific/Apia',
      friday,
      '09:00',
      '2011-12-25T12:00Z',
      '2012-01-06',
      '09:00+14:00',
    ],
    [
      'Cairo, whose midnight is missing',
      'Africa/Cairo',
      friday,
      '00:00',
      '2026-04-20T12:00Z',
      '2026-04-24',
      '01:00+03:00',
    ],
    [
      'Beirut, whose midnight is missing',
      'Asia/Beirut',
      sunday,
      '00:30',
      '2026-03-25T12:00Z',
      '2026-03-29',
      '01:30+03:00',
    ],
    [
      'Casablanca, before Ramadan',
      'Africa/Casablanca',
      monday,
      '09:00',
      '2026-02-03T12:00Z',
      '2026-02-09',
      '09:00+01:00',
    ],
    [
      'Casablanca, in Ramadan',
      'Africa/Casablanca',
      monday,
      '09:00',
      '2026-02-09T12:00Z',
      '2026-02-16',
      '09:00+00:00',
    ],
    [
      'São Paulo, without summer time since 2019',
      'America/Sao_Paulo',
      monday,
      '09:00',
      '2026-11-24T12:01Z',
      '2026-11-30',
      '09:00-03:00',
    ],
    [
      'Tehran, without summer time since 2022',
      'Asia/Tehran',
      monday,
      '09:00',
      '2026-06-30T12:00Z',
      '2026-07-06',
      '09:00+03:30',
    ],
    ['Kathmandu', 'Asia/Kathmandu', monday, '09:00', '2026-06-30T12:00Z', '2026-07-06', '09:00+05:45'],
    [
      'Kiritimati, a day ahead',
      'Pacific/Kiritimati',
      monday,
      '09:00',
      '2026-06-30T12:00Z',
      '2026-07-06',
      '09:00+14:00',
    ],
    [
      'Chatham, in its summer',
      'Pacific/Chatham',
      monday,
      '09:00',
      '2026-01-01T12:00Z',
      '2026-01-05',
      '09:00+13:45',
    ],
    [
      'Troll, in the gap of two hours',
      'Antarctica/Troll',
      sunday,
      '01:30',
      '2026-03-23T12:00Z',
      '2026-03-29',
      '03:30+02:00',
    ],
    // Beyond the seventeen.
    [
      'São Paulo, when midnight was missing',
      'America/Sao_Paulo',
      sunday,
      '00:30',
      '2018-10-30T12:00Z',
      '2018-11-04',
      '01:30-02:00',
    ],
    [
      'Berlin, in the overlap',
      'Europe/Berlin',
      sunday,
      '02:30',
      '2026-10-19T12:00Z',
      '2026-10-25',
      '02:30+02:00',
    ],
  ] as const)('%s', (_, name, weekday, time, after, date, moment) => {
    const rule = aRule({ weekday, time: wall(time) })
    const found = nextOccurrence(rule, zone(name), instant(after))
    expect(found).toEqual({ date, at: instant(`${date}T${moment}`) })
    expect(latestOccurrence(rule, zone(name), found.at)).toEqual(found)
  })

  test('a time that a gap before midnight pushes to the next day keeps its own day', () => {
    const rule = aRule({ weekday: 6, time: wall('23:30') })
    const nuuk = zone('America/Nuuk')
    const found = { date: '2026-03-28', at: instant('2026-03-29T00:30-01:00') }
    expect(nextOccurrence(rule, nuuk, instant('2026-03-25T00:00Z'))).toEqual(found)
    // It is already Sunday there, and Saturday's is still to come.
    expect(nextOccurrence(rule, nuuk, instant('2026-03-29T01:15Z'))).toEqual(found)
    expect(latestOccurrence(rule, nuuk, instant('2026-03-29T01:30Z'))).toEqual(found)
  })

  test('where the clocks go back past midnight, what was at midnight has been', () => {
    const rule = aRule({ weekday: sunday, time: wall('00:00') })
    const stJohns = zone('America/St_Johns')
    // At 00:01 on Sunday it became 23:01 on Saturday once more.
    const found = { date: '2010-11-07', at: instant('2010-11-07T00:00-02:30') }
    expect(latestOccurrence(rule, stJohns, instant('2010-11-06T23:30-03:30'))).toEqual(found)
    expect(nextOccurrence(rule, stJohns, instant('2010-11-06T23:30-03:30')).date).toBe('2010-11-14')
  })

  test('the newest before a skipped day is the week before', () => {
    const rule = aRule({ weekday: friday })
    const found = latestOccurrence(rule, zone('Pacific/Apia'), instant('2012-01-01T00:00Z'))
    expect(found.date).toBe('2011-12-23')
  })
})
