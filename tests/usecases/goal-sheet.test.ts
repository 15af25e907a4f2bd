import { describe, expect, test } from 'vitest'
import { markClosed } from '../../db/goal-writes.ts'
import type { GoalSheet } from '../../src/domain/sheets.ts'
import { addHours } from '../../src/domain/time.ts'
import type { Instant } from '../../src/domain/types.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { editGoal } from '../../src/usecases/edit-goal.ts'
import { goalSheet } from '../../src/usecases/goal-sheet.ts'
import { aDraft, theFacts } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import { acme, ana, ben, chen, dee, eve, finn, instant } from '../support/people.ts'
import {
  everyone,
  storeAnswer,
  storeAsk,
  storePerson,
  storeReversal,
  storeWorkspace,
} from '../support/stored.ts'

/** Monday before the goal's window opens. */
const made = instant('2026-05-04T06:00Z')
const monday = instant('2026-05-11T07:00Z')
const week = (count: number): Instant => addHours(monday, (count - 1) * 7 * 24)

/** Ben's goal, with Dee as partner and Chen helping; Ana made it and leads the team. */
async function begun(world: FreshDatabase) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  const given = world.deps(made)
  const draft = aDraft({ owner: ben.id, partner: dee.id, coOwners: [chen.id] })
  const members = everyone.filter((person) => person !== finn).map((person) => person.id)
  const facts = theFacts({ owner: ben, partner: dee, coOwners: [chen], members })
  const result = await createGoal(given, ana, draft, facts)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value.goal
}

async function sheetFor(given: Deps, actor = ben): Promise<GoalSheet> {
  const result = await goalSheet(given, actor, { number: 1 })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('a fresh goal: its people by name, its first version, nothing read yet', async () => {
    await using world = await fresh()
    await begun(world)
    const sheet = await sheetFor(world.deps(made))
    expect(sheet).toMatchObject({
      owner: ben,
      coOwners: [chen],
      partner: dee,
      parent: undefined,
      readings: [],
      lastWord: undefined,
      locksAt: instant('2026-05-07T06:00Z'),
      isLocked: false,
      easedUntil: undefined,
      missed: 0,
      nextPromptAt: instant('2026-05-04T13:00Z'),
      can: { answer: true, edit: true, close: true, reopen: false, lookBack: false },
    })
    expect(sheet.standing).toMatchObject({ today: '2026-05-04', progress: 0, status: 'too-early' })
    expect(sheet.versions).toMatchObject([{ version: 1, by: ana.id, byName: 'Ana', ease: 'same' }])
  })

  test('the readings that stand, oldest first, and the last word', async () => {
    await using world = await fresh()
    const goal = await begun(world)
    for (let count = 1; count <= 8; count += 1)
      await storeAnswer(world.db, goal, {
        period: `W${count}`,
        at: week(count),
        value: count,
        note: `week ${count}`,
      })
    await storeReversal(world.db, goal, week(8))
    const sheet = await sheetFor(world.deps(addHours(week(8), 1)))
    expect(sheet.readings.map((reading) => reading.value)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(sheet.readings[0]).toMatchObject({ byName: 'Ben', provenance: 'reply' })
    expect(sheet.lastWord).toMatchObject({ byName: 'Ben', note: 'week 7', at: week(7) })
    expect(sheet.isLocked).toBe(true)
  })

  test('two missed check-ins in a row leave a goal without data', async () => {
    await using world = await fresh()
    const goal = await begun(world)
    await storeAnswer(world.db, goal, { period: 'W1', at: week(1), value: 3 })
    for (const count of [2, 3]) await storeAsk(world.db, goal, `W${count}`, week(count))
    const after = await sheetFor(world.deps(addHours(week(3), 47)))
    expect(after).toMatchObject({ missed: 1 })
    expect(after.standing.status).not.toBe('no-data')
    expect(await sheetFor(world.deps(addHours(week(3), 48)))).toMatchObject({
      missed: 2,
      standing: { status: 'no-data' },
    })
  })

  test('an easing is marked until it counts', async () => {
    await using world = await fresh()
    const goal = await begun(world)
    const changes = {
      terms: { ...goal, target: 10 },
      coOwners: goal.coOwners,
      partner: goal.partner,
      visibility: goal.visibility,
      reason: 'two people left',
    }
    await editGoal(world.deps(monday), ben, goal.id, changes)
    const eased = await sheetFor(world.deps(monday))
    expect(eased.easedUntil).toBe(instant('2026-05-18T07:00Z'))
    expect(eased.versions[1]).toMatchObject({ ease: 'easier', reason: 'two people left', byName: 'Ben' })
    expect((await sheetFor(world.deps(week(2)))).easedUntil).toBeUndefined()
  })

  test.each([
    ['the owner', ben, { answer: true, edit: true, close: true, reopen: false, lookBack: false }],
    ['a co-owner', chen, { answer: true, edit: false, close: false, reopen: false, lookBack: false }],
    ['a lead', ana, { answer: false, edit: true, close: true, reopen: false, lookBack: false }],
    ['the partner', dee, { answer: false, edit: false, close: false, reopen: false, lookBack: false }],
    ['a member', eve, { answer: false, edit: false, close: false, reopen: false, lookBack: false }],
  ])('%s sees the buttons that act for them', async (_who, actor, can) => {
    await using world = await fresh()
    await begun(world)
    expect((await sheetFor(world.deps(made), actor)).can).toEqual(can)
  })

  test('a closed goal has no next prompt and can only be reopened and looked back on', async () => {
    await using world = await fresh()
    const goal = await begun(world)
    await markClosed(world.db, acme, goal.id, { as: 'reached', at: made, note: 'early' })
    expect(await sheetFor(world.deps(made))).toMatchObject({
      standing: { status: 'done' },
      nextPromptAt: undefined,
      can: { answer: false, edit: false, close: false, reopen: true, lookBack: true },
    })
  })

  test('a parent shows to whom may see it', async () => {
    await using world = await fresh()
    const parent = await begun(world)
    const child = aDraft({ owner: eve.id, measure: 'revenue', parent: parent.id })
    const secretly = { terms: parent, coOwners: [], partner: undefined, visibility: 'private' } as const
    await createGoal(world.deps(made), eve, child, theFacts({ owner: eve, key: 'form-2' }))
    const parentFor = async (actor: typeof ana) => {
      const result = await goalSheet(world.deps(made), actor, { number: 2 })
      return result.ok ? result.value.parent?.number : result
    }
    expect(await parentFor(eve)).toBe(1)
    await editGoal(world.deps(made), ben, parent.id, secretly)
    expect(await parentFor(eve)).toBeUndefined()
    expect(await parentFor(ana)).toBe(1)
  })

  test('whoever may not see a goal gets no sheet', async () => {
    await using world = await fresh()
    await begun(world)
    expect(await goalSheet(world.deps(made), finn, { number: 1 })).toEqual({
      ok: false,
      refusal: { kind: 'no-such-goal', number: 1 },
    })
  })
})
