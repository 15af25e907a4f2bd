import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { latestOccurrence, nextOccurrence, type Rule, type Scheduled } from '../../src/domain/recurrence.ts'
import { addDays, addMs, daysBetween, hasDay, weekdayOf } from '../../src/domain/time.ts'
import type { Instant, Weekday, Zone } from '../../src/domain/types.ts'
import { day, instant, wall, zone } from '../support/people.ts'
import { holds } from '../support/properties.ts'

const HOUR = 3_600_000

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone')).map(zone)
const moments = fc
  .integer({ min: instant('2000-01-01T00:00Z'), max: instant('2040-12-31T00:00Z') })
  .map((ms) => addMs(instant('1970-01-01T00:00Z'), ms))
const weekdays = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => wall(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`))
const cadences = fc.constantFrom('daily', 'weekly', 'two-weekly', 'monthly')
const rules = fc.record({
  cadence: cadences,
  weekday: weekdays,
  time: times,
  monthlyOn: fc.constantFrom('first', 'second', 'third', 'fourth', 'last', 'date'),
  monthDay: fc.integer({ min: 1, max: 31 }),
  workingDays: fc.uniqueArray(weekdays, { maxLength: 7 }),
})
const weeklyRules = rules.map((rule): Rule => ({ ...rule, cadence: 'weekly' }))

test('no zone that Intl knows is left out', () => {
  const after = instant('2026-05-17T12:00Z')
  for (const where of Intl.supportedValuesOf('timeZone').map(zone)) {
    expect(expectRightWall({ cadence: 'weekly', weekday: 1, time: wall('09:00') }, where, after)).toBe(
      'exact',
    )
  }
})

test('each month has exactly one, whether by weekday or by date', () => {
  const monthly = rules.map((rule): Rule => ({ ...rule, cadence: 'monthly' }))
  holds(
    fc.property(monthly, zones, moments, (rule, where, after) => {
      const months = everyOne(rule, where, after, 4).map(({ date }) => monthNumber(date))
      const skipped = where === 'Pacific/Apia' || where === 'Pacific/Fakaofo'
      for (const [index, month] of months.slice(1).entries())
        expect(month - (months[index] ?? 0) === 1 || skipped).toBe(true)
    }),
    300,
  )
})

const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** What a wall clock shows, read by Intl and not by what is tested: `2026-05-16 09:00`. */
function shown(at: number, where: Zone): string {
  const format = formats.get(where) ?? formatFor(where)
  formats.set(where, format)
  return format.format(at).replace(/^(\d+)\/(\d+)\/(\d+), /, '$3-$1-$2 ')
}
const formats = new Map<Zone, Intl.DateTimeFormat>()
const formatFor = (where: Zone) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: where,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })

const utcOf = (wallClock: string) => instant(`${wallClock.replace(' ', 'T')}Z`)
const offsetAt = (at: number, where: Zone) => utcOf(shown(at, where)) - Math.floor(at / 60_000) * 60_000

test('the next one is later, and the newest one at that moment', () => {
  holds(
    fc.property(rules, zones, moments, (rule, where, after) => {
      const next = nextOccurrence(rule, where, after)
      expect(next.at).toBeGreaterThan(after)
      expect(latestOccurrence(rule, where, next.at)).toEqual(next)
      const before = latestOccurrence(rule, where, after)
      expect(before.at).toBeLessThanOrEqual(after)
      expect(nextOccurrence(rule, where, before.at)).toEqual(next)
    }),
    400,
  )
})

/** Of all moments with the asked wall time the first; where there is none, the offset from before the gap decides. */
function expectRightWall(rule: Rule, where: Zone, after: Instant): 'exact' | 'gap' {
  const { at, date } = nextOccurrence(rule, where, after)
  const asked = `${date} ${rule.time}`
  expect(weekdayOf(date)).toBe(rule.weekday)
  const byOffsetBefore = utcOf(asked) - offsetAt(at - 24 * HOUR, where)
  const byOffsetAfter = utcOf(asked) - offsetAt(at + 24 * HOUR, where)
  const exact = [byOffsetBefore, byOffsetAfter].filter((ms) => shown(ms, where) === asked)
  expect(at).toBe(exact.length > 0 ? Math.min(...exact) : byOffsetBefore)
  return exact.length > 0 ? 'exact' : 'gap'
}

test('the wall shows the day and time of the rule', () => {
  holds(
    fc.property(weeklyRules, zones, moments, (rule, where, after) => {
      expectRightWall(rule, where, after)
    }),
    400,
  )
})

test('where clocks change, it is the first of two, or the time a gap later', () => {
  const seen = new Set<string>()
  const years = fc.integer({ min: 2000, max: 2039 })
  holds(
    fc.property(zones, years, fc.integer({ min: -180, max: 180 }), (where, year, minutes) => {
      for (const change of changesOfClocks(where, year)) {
        const [date = '', time = ''] = shown(change + minutes * 60_000, where).split(' ')
        const skippedTime = shown(change - 60_000 + minutes * 60_000, zone('UTC')).split(' ')[1]
        for (const clock of [time, skippedTime ?? time, '02:30', '00:00', '23:45']) {
          const rule: Rule = { cadence: 'weekly', weekday: weekdayOf(day(date)), time: wall(clock) }
          seen.add(expectRightWall(rule, where, addMs(change, -3 * 24 * HOUR)))
        }
      }
    }),
    150,
  )
  expect(seen).toEqual(new Set(['exact', 'gap']))
})

/** The moments of a year at which a zone's offset changes, found by Intl alone. */
function changesOfClocks(where: Zone, year: number): Instant[] {
  const start = instant(`${year}-01-01T00:00Z`)
  const changes: Instant[] = []
  for (let from = start; from < addMs(start, 365 * 24 * HOUR); from = addMs(from, 7 * 24 * HOUR)) {
    let low = from
    let high = addMs(from, 7 * 24 * HOUR)
    const before = offsetAt(low, where)
    if (offsetAt(high, where) === before) continue
    while (high - low > 60_000) {
      const middle = addMs(low, Math.floor((high - low) / 120_000) * 60_000)
      if (offsetAt(middle, where) === before) low = middle
      else high = middle
    }
    changes.push(high)
  }
  return changes
}

test('each local week has exactly one, but for skipped days', () => {
  holds(
    fc.property(weeklyRules, zones, moments, (rule, where, after) => {
      const first = nextOccurrence(rule, where, after)
      const second = nextOccurrence(rule, where, first.at)
      const apart = daysBetween(first.date, second.date)
      const skipped = apart === 14 && !hasDay(where, addDays(first.date, 7))
      expect(apart === 7 || skipped).toBe(true)
    }),
    400,
  )
})

test('the weeks around every change of clocks in a zone have exactly one each', () => {
  holds(
    fc.property(zones, times, fc.integer({ min: 2000, max: 2039 }), (where, time, year) => {
      const all = everyOne(
        { cadence: 'weekly', weekday: 7, time },
        where,
        instant(`${year}-01-01T00:00Z`),
        54,
      )
      const gaps = all.slice(1).map(({ date }, index) => daysBetween(all[index]?.date ?? date, date))
      expect(new Set(gaps)).toEqual(new Set([7]))
    }),
    60,
  )
})

test('step by step and in one jump arrive at the same', () => {
  holds(
    fc.property(rules, zones, moments, fc.integer({ min: 1, max: 12 }), (rule, where, after, steps) => {
      const all = everyOne(rule, where, after, steps)
      const last = all.at(-1)
      const previous = all.at(-2)?.at ?? after
      if (last === undefined) throw new Error('there is always one')
      const between = Math.floor((previous + last.at) / 2) as Instant
      expect(nextOccurrence(rule, where, between)).toEqual(last)
      expect(nextOccurrence(rule, where, addMs(last.at, -1))).toEqual(last)
    }),
    200,
  )
})

function everyOne(rule: Rule, where: Zone, after: Instant, count: number): Scheduled[] {
  const found: Scheduled[] = []
  let at = after
  for (let step = 0; step < count; step += 1) {
    const next = nextOccurrence(rule, where, at)
    found.push(next)
    at = next.at
  }
  return found
}
