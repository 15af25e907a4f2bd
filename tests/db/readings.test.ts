import { describe, expect, test } from 'vitest'
import { lastWordOn } from '../../db/last-words.ts'
import { missedInARow } from '../../db/missed.ts'
import { newestReadings, valuesByPeriod } from '../../db/readings.ts'
import { addHours } from '../../src/domain/time.ts'
import type { Instant } from '../../src/domain/types.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import { acme, aGoal, ana, aTeam, globex, goalId, instant } from '../support/people.ts'
import {
  storeAnswer,
  storeAsk,
  storeGoal,
  storeReversal,
  storeTeam,
  storeWorkspace,
} from '../support/stored.ts'

const monday = instant('2026-04-06T07:00Z')
const week = (count: number): Instant => addHours(monday, count * 7 * 24)
const goal = aGoal()
const twin = aGoal({ id: goalId('twin'), number: 13 })

async function filled(world: FreshDatabase) {
  for (const workspace of [acme, globex]) {
    await storeWorkspace(world.db, workspace)
    await storeTeam(world.db, aTeam({ workspace }))
    await storeGoal(world.db, { ...goal, workspace })
    await storeGoal(world.db, { ...twin, workspace })
  }
  return world.db
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('the newest readings of each goal, oldest first, without what was taken back', async () => {
    await using world = await fresh()
    const db = await filled(world)
    for (const [count, value] of [2, 4, 6, 8].entries())
      await storeAnswer(db, goal, { period: `W${count}`, at: week(count), value })
    await storeAnswer(db, twin, { period: 'W0', at: week(0), value: 99 })
    await storeAnswer(db, { ...goal, workspace: globex }, { period: 'W0', at: week(9), value: -1 })
    await storeReversal(db, goal, week(2))
    const readings = await newestReadings(db, acme, [goal.id, twin.id], 2)
    const values = [...readings].map(([id, own]) => [id, own.map((reading) => reading.value)])
    expect(new Map(values as [string, number[]][])).toEqual(
      new Map([
        [goal.id, [4, 8]],
        [twin.id, [99]],
      ]),
    )
    expect(await newestReadings(db, acme, [], 2)).toEqual(new Map())
  })

  test('a rhythm has one value a period: the last word of each', async () => {
    await using world = await fresh()
    const db = await filled(world)
    await storeAnswer(db, goal, { period: '2026-W15', at: week(0), value: 200 })
    await storeAnswer(db, goal, { period: '2026-W16', at: week(1), value: 240 })
    await storeAnswer(db, goal, { period: '2026-W15', at: addHours(week(1), 1), value: 250 })
    await storeAnswer(db, goal, { period: '2026-W16', at: addHours(week(1), 2), value: 100 })
    await storeReversal(db, goal, addHours(week(1), 2))
    expect(await valuesByPeriod(db, acme, [goal.id, twin.id])).toEqual(new Map([[goal.id, [250, 240]]]))
  })

  test('misses in a row count from the newest answer, once their windows have closed', async () => {
    await using world = await fresh()
    const db = await filled(world)
    for (const count of [0, 1, 2, 3]) await storeAsk(db, goal, `W${count}`, week(count))
    await storeAnswer(db, goal, { period: 'W0', at: addHours(week(0), 1), value: 2 })
    const missedAt = async (now: Instant) => [
      (await missedInARow(db, acme, { person: ana.id }, now)).get(goal.id),
      (await missedInARow(db, acme, { teams: [goal.team] }, now)).get(goal.id),
      (await missedInARow(db, acme, { goals: [goal.id] }, now)).get(goal.id),
    ]
    expect(await missedAt(addHours(week(1), 47))).toEqual([undefined, undefined, undefined])
    expect(await missedAt(addHours(week(1), 48))).toEqual([1, 1, 1])
    expect(await missedAt(addHours(week(3), 48))).toEqual([3, 3, 3])
    await storeAnswer(db, goal, { period: 'W3', at: addHours(week(3), 90), value: 9 })
    expect(await missedAt(addHours(week(3), 91))).toEqual([undefined, undefined, undefined])
    await storeReversal(db, goal, addHours(week(3), 90))
    expect(await missedAt(addHours(week(3), 91))).toEqual([3, 3, 3])
    expect(await missedInARow(db, globex, { teams: [goal.team] }, addHours(week(3), 91))).toEqual(new Map())
  })

  test('an excused prompt is no miss', async () => {
    await using world = await fresh()
    const db = await filled(world)
    await storeAsk(db, goal, 'W0', week(0))
    await db.updateTable('ask').set({ state: 'excused' }).execute()
    expect(await missedInARow(db, acme, { person: ana.id }, week(2))).toEqual(new Map())
  })

  test('the last word is the newest that was not taken back', async () => {
    await using world = await fresh()
    const db = await filled(world)
    expect(await lastWordOn(db, acme, goal.id)).toBeUndefined()
    await storeAnswer(db, goal, { period: 'W0', at: week(0), value: 2, note: 'slow start' })
    await storeAnswer(db, goal, { period: 'W1', at: week(1), value: 4, note: 'typo' })
    await storeReversal(db, goal, week(1))
    expect(await lastWordOn(db, acme, goal.id)).toMatchObject({ at: week(0), by: ana.id, note: 'slow start' })
    expect(await lastWordOn(db, globex, goal.id)).toBeUndefined()
  })
})
