import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalById } from '../../db/goals.ts'
import { tallyRows } from '../../db/tallies.ts'
import { closeGoal } from '../../src/usecases/close-goal.ts'
import { recomputeTallies } from '../../src/usecases/tally.ts'
import { answeringWorld } from '../support/answering.ts'
import { databases } from '../support/databases.ts'
import { acme, aGoal, ana, ben, goalId } from '../support/people.ts'

const monday = '2026-05-18T07:00Z'
const goal = aGoal()
const other = aGoal({ id: goalId('other'), number: 13, title: 'Call every trial' })

describe.each(databases)('on $name', ({ fresh }) => {
  async function asked(goals = [goal]) {
    const base = await fresh()
    const world = await answeringWorld(base, { goals, people: [ana, ben] })
    await world.plansAt(monday)
    return { ...world, [Symbol.asyncDispose]: () => base[Symbol.asyncDispose]() }
  }
  const outcome = async (world: Awaited<ReturnType<typeof asked>>) =>
    (await tallyRows(world.db, acme)).find(({ person }) => person === ana.id)?.recent.at(-1)?.outcome

  test.each([
    ['at once', '2026-05-18T07:01Z', '2026-W21 on-time 5', 'on-time'],
    ['in the last millisecond of the window', '2026-05-20T07:00:00.000Z', '2026-W21 on-time 5', 'on-time'],
    ['a millisecond after it', '2026-05-20T07:00:00.001Z', '2026-W21 late 5', 'late'],
    ['right before the next prompt', '2026-05-25T06:59:59.999Z', '2026-W21 late 5', 'late'],
  ])('an answer %s counts as it should', async (_when, at, answer, counted) => {
    await using world = await asked()
    await world.says(ana, at, '5')
    expect(await world.answers()).toEqual([answer])
    expect(await outcome(world)).toBe(counted)
  })

  test('a second answer of the week is kept too and changes only progress', async () => {
    await using world = await asked()
    await world.says(ana, '2026-05-18T08:00Z', '5')
    await world.says(ana, '2026-05-19T08:00Z', '6')
    expect(await world.answers()).toEqual(['2026-W21 on-time 5', '2026-W21 on-time 6'])
    expect((await goalById(world.db, acme, goal.id))?.last?.value).toBe(6)
    expect((await tallyRows(world.db, acme)).find(({ person }) => person === ana.id)?.recent).toHaveLength(1)
  })

  test('a number more than five usual steps away is asked back, and what was heard the same day decides nothing', async () => {
    const base = await fresh()
    const world = await answeringWorld(base, { goals: [aGoal({ target: 400 })] })
    for (const [week, value] of [2, 4, 6, 9].entries())
      await world.says(
        ana,
        `2026-0${4 + Math.floor(week / 2)}-${week % 2 === 0 ? '06' : '20'}T08:00Z`,
        `now ${value}`,
      )
    expect(await world.answers()).toHaveLength(4)
    await world.says(ana, '2026-05-26T08:00Z', 'now 21')
    expect(await world.answers()).toHaveLength(4)
    await world.says(ana, '2026-05-26T08:01Z', 'now 18')
    expect(await world.answers()).toHaveLength(5)
    await base[Symbol.asyncDispose]()
  })

  test('three days before the next prompt an answer fills it, and that goal is not asked again', async () => {
    await using world = await asked()
    await world.says(ana, '2026-05-18T08:00Z', '5')
    await world.says(ana, '2026-05-22T06:59:59Z', '6')
    await world.says(ana, '2026-05-22T07:00Z', '7')
    expect(await world.answers()).toEqual(['2026-W21 on-time 5', '2026-W21 late 6', '2026-W22 early 7'])
    await world.plansAt('2026-05-25T07:00Z')
    expect(await world.asks()).toContain('2026-W22 answered-early')
    expect(await outcome(world)).toBe('on-time')
  })

  test('before anyone was ever asked a number is kept, and counts for no period’s punctuality', async () => {
    const base = await fresh()
    const world = await answeringWorld(base, { goals: [goal] })
    await world.says(ana, '2026-05-12T08:00Z', '5')
    expect(await world.answers()).toEqual(['2026-W20 unasked 5'])
    await base[Symbol.asyncDispose]()
  })

  test('a closed goal takes no more answers and says so', async () => {
    await using world = await asked()
    await closeGoal(world.at('2026-05-18T07:30Z'), ana, goal.id, { as: 'retired', note: undefined })
    await world.says(ana, '2026-05-18T08:00Z', '5')
    expect(await world.answers()).toEqual([])
  })

  test('someone else’s number changes nothing', async () => {
    await using world = await asked()
    await world.says(ben, '2026-05-18T08:00Z', 'G-12 5')
    expect(await world.answers()).toEqual([])
  })

  test('the same message delivered twice counts once, and two messages of +3 add twice', async () => {
    await using world = await asked()
    await world.says(ana, '2026-05-18T08:00Z', '5')
    await world.says(ana, '2026-05-18T08:01Z', '+3', { ts: 'a' })
    await world.says(ana, '2026-05-18T08:01Z', '+3', { ts: 'a' })
    await world.says(ana, '2026-05-18T08:02Z', '+3', { ts: 'b' })
    expect((await goalById(world.db, acme, goal.id))?.last?.value).toBe(11)
  })

  test('undo, deleting and editing bring back what held before, and the tally with it', async () => {
    await using world = await asked()
    await world.says(ana, '2026-05-18T08:00Z', '5', { ts: 'a' })
    await world.says(ana, '2026-05-18T08:01Z', '9', { ts: 'b' })
    await world.says(ana, '2026-05-18T08:02Z', 'undo')
    expect((await goalById(world.db, acme, goal.id))?.last?.value).toBe(5)
    await world.says(ana, '2026-05-18T08:03Z', '6', { ts: 'a', change: 'edited', key: 'edit:a' })
    expect((await goalById(world.db, acme, goal.id))?.last?.value).toBe(6)
    await world.says(ana, '2026-05-18T08:04Z', '', { ts: 'a', change: 'deleted', key: 'delete:a' })
    expect((await goalById(world.db, acme, goal.id))?.last).toBeUndefined()
    expect(await outcome(world)).toBe('missed')
    expect(await world.answers()).toEqual([])
  })

  test('what arrives late counts when it was written: on time, and before what was said after it', async () => {
    await using world = await asked()
    await world.says(ana, '2026-05-20T08:00Z', '7')
    await world.says(ana, '2026-05-18T09:00Z', '5', { arrives: '2026-05-20T09:00Z' })
    expect(await world.answers()).toEqual(['2026-W21 on-time 5', '2026-W21 late 7'])
    expect((await goalById(world.db, acme, goal.id))?.last?.value).toBe(7)
    expect(await outcome(world)).toBe('on-time')
  })

  test('an edit after the window changes the number and not the reliability', async () => {
    await using world = await asked()
    await world.says(ana, '2026-05-18T08:00Z', '5', { ts: 'a' })
    await world.says(ana, '2026-05-22T08:00Z', '6', { ts: 'a', change: 'edited', key: 'edit:a' })
    expect(await world.answers()).toEqual(['2026-W21 on-time 6'])
    await world.says(ana, '2026-05-18T09:00Z', 'hello', { ts: 'b' })
    await world.says(ana, '2026-05-21T09:00Z', '8', { ts: 'b', change: 'edited', key: 'edit:b' })
    expect(await world.answers()).toEqual(['2026-W21 on-time 6', '2026-W21 late 8'])
  })

  test('an undo that arrives late takes back what was newest when it was written', async () => {
    await using world = await asked()
    await world.says(ana, '2026-05-18T08:00Z', '5')
    await world.says(ana, '2026-05-18T08:10Z', '7')
    await world.says(ana, '2026-05-18T08:05Z', 'undo', { arrives: '2026-05-18T08:11Z' })
    expect((await goalById(world.db, acme, goal.id))?.last?.value).toBe(7)
    expect(await world.answers()).toEqual(['2026-W21 on-time 7'])
  })

  test('after the next prompt nothing is undone any more', async () => {
    await using world = await asked()
    await world.says(ana, '2026-05-18T08:00Z', '5')
    await world.plansAt('2026-05-25T07:00Z')
    await world.says(ana, '2026-05-25T07:01Z', 'undo')
    expect((await goalById(world.db, acme, goal.id))?.last?.value).toBe(5)
  })

  test('one of two goals answered makes the week on time', async () => {
    await using world = await asked([goal, other])
    await world.says(ana, '2026-05-18T08:00Z', '2) 5')
    expect(await outcome(world)).toBe('on-time')
    expect((await goalById(world.db, acme, goal.id))?.last).toBeUndefined()
  })

  test('whatever is said, edited, deleted and undone, the tally kept along equals the one counted anew', async () => {
    const step = fc.record({
      hours: fc.integer({ min: 1, max: 60 }),
      deed: fc.constantFrom(
        ...['5', '+2', 'no change', '2) 7', 'blocked by legal', 'on track', 'undo'].map((text) =>
          said('new', text),
        ),
        ...['8', '2) 9', 'hm'].map((text) => said('edited', text)),
        said('deleted', ''),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        await using world = await asked([goal, other])
        let now = Date.parse(monday)
        let last = 'm0'
        for (const [index, { hours, deed }] of steps.entries()) {
          now += hours * 3_600_000
          const iso = new Date(now).toISOString()
          if (deed.change === 'new') last = `m${index}`
          await world.plansAt(iso)
          await world.says(ana, iso, deed.text, { ts: last, change: deed.change, key: `e${index}` })
        }
        const deps = world.at(new Date(now).toISOString())
        expect(await recomputeTallies(deps, acme)).toEqual([])
        for (const { id } of [goal, other]) {
          const newest = await newestReading(world.db, id)
          expect((await goalById(world.db, acme, id))?.last?.value).toBe(newest)
        }
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})

const said = (change: 'new' | 'edited' | 'deleted', text: string) => ({ change, text })

/** The value of the newest answer that was not taken back. */
async function newestReading(
  db: Awaited<ReturnType<typeof answeringWorld>>['db'],
  id: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('answer')
    .leftJoin('reversal', 'reversal.answer_id', 'answer.id')
    .where('reversal.answer_id', 'is', null)
    .where('answer.goal_id', '=', id)
    .where('answer.value', 'is not', null)
    .select('answer.value')
    .orderBy('answer.at', 'desc')
    .orderBy('answer.source_key', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? undefined
}
