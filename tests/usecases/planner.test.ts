import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personOf } from '../../db/people.ts'
import type { TeamSettings } from '../../src/domain/people.ts'
import { reschedulePerson, rescheduleTeam } from '../../src/usecases/schedules.ts'
import { answeringWorld } from '../support/answering.ts'
import { databases } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aTeam,
  channelId,
  day,
  goalId,
  instant,
  teamId,
  wall,
  zone,
} from '../support/people.ts'
import { storePerson } from '../support/stored.ts'

const monday = '2026-05-18T07:00Z'
const goal = aGoal()

describe.each(databases)('on $name', ({ fresh }) => {
  async function world(given: Partial<Parameters<typeof answeringWorld>[1]> = {}) {
    const base = await fresh()
    const made = await answeringWorld(base, { goals: [goal], ...given })
    return { ...made, [Symbol.asyncDispose]: () => base[Symbol.asyncDispose]() }
  }

  test('a prompt is planned once at its moment and not a millisecond before, however often one looks', async () => {
    await using one = await world()
    await one.plansAt('2026-05-18T06:59:59.999Z')
    expect(await one.occurrences()).toEqual([])
    await one.plansAt(monday)
    await one.plansAt(monday)
    expect(await one.occurrences()).toEqual(['U0ANA 2026-05-18 planned'])
    expect(await one.asks()).toEqual(['2026-W21 asked'])
  })

  test('two teams due on one day make one prompt with both goals', async () => {
    const second = aTeam({ id: teamId('second'), channel: channelId('C0SECOND') })
    await using one = await world({
      teams: [aTeam(), second],
      goals: [goal, aGoal({ id: goalId('b'), number: 13, team: second.id })],
    })
    await one.plansAt(monday)
    expect(await one.occurrences()).toEqual(['U0ANA 2026-05-18 planned'])
    expect(await one.asks()).toEqual(['2026-W21 asked', '2026-W21 asked'])
    const items = await one.db.selectFrom('ask_item').select('position').orderBy('position').execute()
    expect(items.map(({ position }) => position)).toEqual([1, 2])
  })

  test.each([
    ['twelve hours late on the same day it is still sent', '2026-05-18T19:00Z', 'planned', '2026-W21 asked'],
    [
      'a millisecond later it is left out, and nobody’s miss',
      '2026-05-18T19:00:00.001Z',
      'too-old',
      '2026-W21 excused',
    ],
    ['the next day it is left out', '2026-05-19T07:00Z', 'too-old', '2026-W21 excused'],
  ])('after a standstill: %s', async (_what, at, outcome, ask) => {
    await using one = await world()
    await one.plansAt(at)
    expect(await one.occurrences()).toEqual([`U0ANA 2026-05-18 ${outcome}`])
    expect(await one.asks()).toEqual([ask])
  })

  test('weeks of standstill make no burst: each missed week is left out, the coming one is asked', async () => {
    await using one = await world()
    await one.plansAt('2026-06-08T07:00Z')
    expect(await one.occurrences()).toEqual([
      'U0ANA 2026-05-18 too-old',
      'U0ANA 2026-05-25 too-old',
      'U0ANA 2026-06-01 too-old',
      'U0ANA 2026-06-08 planned',
    ])
    expect(await one.asks()).toContain('2026-W24 asked')
  })

  test.each([
    ['nothing to ask for', { goals: [] }, 'no-goals'],
    [
      'goals that have not begun',
      { goals: [aGoal({ start: day('2026-05-19'), due: day('2026-08-01') })] },
      'no-goals',
    ],
    ['someone who wants silence', { people: [{ ...ana, muted: 'everything' as const }] }, 'muted'],
    ['someone who left', { people: [{ ...ana, isDeactivated: true }] }, 'deactivated'],
    ['a channel the bot was removed from', { teams: [aTeam({ channelState: 'left' })] }, 'channel-gone'],
  ])('%s: nothing is sent, with its reason', async (_what, given, reason) => {
    await using one = await world(given)
    await one.plansAt(monday)
    expect(await one.occurrences()).toEqual([`U0ANA 2026-05-18 ${reason}`])
    expect(await one.db.selectFrom('outbox').select('id').where('kind', '=', 'prompt').execute()).toEqual([])
  })

  test('an overdue goal is asked for until it is closed', async () => {
    await using one = await world({ goals: [aGoal({ due: day('2026-05-01') })] })
    await one.plansAt(monday)
    expect(await one.asks()).toEqual(['2026-W21 asked'])
  })

  test('reminders are owed after the hours the team chose, as many as it chose, none at the next prompt', async () => {
    await using one = await world({ teams: [aTeam({ reminders: 3, reminderAfterHours: 60 })] })
    await one.plansAt(monday)
    const owed = await one.db
      .selectFrom('outbox')
      .select('due_at')
      .where('kind', '=', 'reminder')
      .orderBy('due_at')
      .execute()
    expect(owed.map(({ due_at }) => due_at)).toEqual([
      instant('2026-05-20T19:00Z'),
      instant('2026-05-23T07:00Z'),
    ])
  })

  test('a zone changed eastward or westward in the week makes neither two prompts nor none', async () => {
    for (const moved of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await using one = await world()
      await one.plansAt(monday)
      const deps = one.at('2026-05-18T08:00Z')
      await storePerson(one.db, { ...ana, zone: zone(moved) }, deps.now())
      const person = await personOf(one.db, acme, ana.id)
      if (person === undefined) throw new Error('Ana is gone')
      await reschedulePerson(one.db, deps, person)
      for (const iso of ['2026-05-24T19:00Z', '2026-05-25T20:00Z']) await one.plansAt(iso)
      expect(await one.asks()).toEqual(['2026-W21 asked', '2026-W22 asked'])
    }
  })

  test('whatever a lead changes and however often, no period is asked twice and each has an ask or a reason', async () => {
    const change = fc.record({
      hours: fc.integer({ min: 1, max: 100 }),
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<TeamSettings['weekday']>,
      time: fc.constantFrom('00:00', '09:00', '17:30', '23:59').map(wall),
      cadence: fc.constantFrom<TeamSettings['cadence']>('daily', 'weekly', 'two-weekly', 'monthly'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        await using one = await world()
        let now = Date.parse('2026-05-17T12:00Z')
        for (const { hours, ...settings } of changes) {
          now += hours * 3_600_000
          const iso = new Date(now).toISOString()
          await one.plansAt(iso)
          await rescheduleTeam(one.db, one.at(iso), aTeam(settings))
          const { weekday, time, cadence } = settings
          await one.db.updateTable('team').set({ weekday, time, cadence }).execute()
          await one.plansAt(iso)
        }
        await one.plansAt(new Date(now + 40 * 24 * 3_600_000).toISOString())
        const asks = await one.db.selectFrom('ask').select('period_key').execute()
        const keys = asks.map((row) => row.period_key)
        expect(new Set(keys).size).toBe(keys.length)
        const dates = (await one.occurrences()).map((line) => line.split(' ')[1])
        expect(new Set(dates).size).toBe(dates.length)
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})
