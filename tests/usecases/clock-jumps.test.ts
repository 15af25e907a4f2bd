import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../db/schema.ts'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.ts'
import { bringBack } from '../../src/usecases/reschedule-all.ts'
import { answeringWorld } from '../support/answering.ts'
import { databases, freshDatabase } from '../support/databases.ts'
import { aGoal, ana, aTeam } from '../support/people.ts'

const YEAR_MS = 365 * DAY_MS
/** Back and forth by an hour, a day and a year, and the steps of an ordinary clock between them. */
const jumps = [HOUR_MS, -HOUR_MS, DAY_MS, -DAY_MS, YEAR_MS, -YEAR_MS]
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }).map((hours) => hours * HOUR_MS) },
    { weight: 1, arbitrary: fc.constantFrom(...jumps) },
  ),
  { minLength: 5, maxLength: 25 },
)

test.each(['weekly', 'daily', 'two-weekly', 'monthly'] as const)(
  'however the clock of a %s team jumps, nobody is asked twice for a day or a period, and no burst catches up',
  async (cadence) => {
    await fc.assert(
      fc.asyncProperty(steps, async (moves) => {
        await using base = await freshDatabase()
        const world = await answeringWorld(base, { goals: [aGoal()], teams: [aTeam({ cadence })] })
        let now = Date.parse('2026-05-17T12:00Z')
        for (const move of moves) {
          now += move
          const before = await promptsPlanned(world.db)
          await world.plansAt(new Date(now).toISOString())
          expect((await promptsPlanned(world.db)) - before).toBeLessThanOrEqual(1)
        }
        const asks = await world.db.selectFrom('ask').select(['person_id', 'team_id', 'period_key']).execute()
        const keys = asks.map((ask) => JSON.stringify(ask))
        expect(new Set(keys).size).toBe(keys.length)
        const days = (await world.occurrences()).map((text) => text.split(' ').slice(0, 2).join(' '))
        expect(new Set(days).size).toBe(days.length)
      }),
      { numRuns: 12 },
    )
  },
  60_000,
)

describe.each(databases)('on $name', ({ fresh }) => {
  test('set back by a day after the question was asked, the clock asks nothing again and later goes on', async () => {
    await using base = await fresh()
    const world = await answeringWorld(base, { goals: [aGoal()] })
    for (const iso of ['2026-05-18T07:00Z', '2026-05-17T07:00Z', '2026-05-18T07:00Z', '2026-05-25T07:00Z'])
      await world.plansAt(iso)
    expect(await world.occurrences()).toEqual([
      `${ana.id} 2026-05-18 planned`,
      `${ana.id} 2026-05-25 planned`,
    ])
  })

  test('set right after it was a year ahead, the clock asks again from the next week on', async () => {
    await using base = await fresh()
    const world = await answeringWorld(base, { goals: [aGoal()] })
    await world.plansAt('2026-05-18T07:00Z')
    await world.plansAt('2027-05-18T07:00Z')
    await bringBack(world.at('2026-05-19T07:00Z'), false)
    await world.plansAt('2026-05-25T07:00Z')
    expect((await world.occurrences()).filter((text) => text.includes('2026-05-25'))).toEqual([
      `${ana.id} 2026-05-25 planned`,
    ])
  })

  test('set right after it was a week ahead, it leaves out no week either, once that was seen', async () => {
    await using base = await fresh()
    const world = await answeringWorld(base, { goals: [aGoal()] })
    await world.plansAt('2026-06-08T07:00Z')
    await bringBack(world.at('2026-05-17T12:00Z'), true)
    await world.plansAt('2026-05-18T07:00Z')
    expect(await world.occurrences()).toContain(`${ana.id} 2026-05-18 planned`)
  })
})

const promptsPlanned = async (db: Db) =>
  (await db.selectFrom('outbox').select('id').where('kind', '=', 'prompt').execute()).length
