import { describe, expect, test } from 'vitest'
import { lookBackOn } from '../../db/look-backs.ts'
import { closeGoal } from '../../src/usecases/close-goal.ts'
import { goalSheet } from '../../src/usecases/goal-sheet.ts'
import { declineLookBack, lookBackSheet, writeLookBack } from '../../src/usecases/look-back.ts'
import { reopenGoal } from '../../src/usecases/reopen-goal.ts'
import { waiting } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import { acme, aGoal, ana, aTeam, ben, chen, dee, globex, goalId, instant } from '../support/people.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-14T08:00Z')
const goal = aGoal({ owner: ben.id, confidence: 7 })
const secret = aGoal({
  id: goalId('secret'),
  number: 13,
  owner: ben.id,
  measure: 'pipeline',
  visibility: 'private',
})
const said = {
  helped: 'The weekly number',
  hindered: undefined,
  lessons: ['weekly-numbers'],
  isShared: true,
} as const

async function closed(world: FreshDatabase) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, aTeam({ leads: [chen.id] }), [ana, ben, chen, dee])
  const given = world.deps(now)
  for (const one of [goal, secret]) {
    await storeGoal(world.db, one)
    await closeGoal(given, ben, one.id, { as: 'retired', note: undefined })
  }
  return given
}

describe.each(databases)('on $name', ({ fresh }) => {
  const kinds = async (world: FreshDatabase) =>
    (await waiting(world.db)).filter((letter) => letter.startsWith('look'))

  test('whoever closes it, its owner is asked once for each end', async () => {
    await using world = await fresh()
    const given = await closed(world)
    expect(await kinds(world)).toEqual(['look-back -> U0BEN', 'look-back -> U0BEN'])
    await reopenGoal(given, chen, goal.id)
    await closeGoal(world.deps(instant('2026-05-15T08:00Z')), chen, goal.id, {
      as: 'reached',
      note: undefined,
    })
    expect(await kinds(world)).toEqual(Array(3).fill('look-back -> U0BEN'))
  })

  test('what the owner writes stands on the page, told once in the thread, and can be written anew', async () => {
    await using world = await fresh()
    const given = await closed(world)
    expect(await writeLookBack(given, ben, goal.id, said)).toMatchObject({ ok: true })
    expect(await writeLookBack(given, ben, goal.id, { ...said, helped: 'Asking early' })).toMatchObject({
      ok: true,
    })
    expect((await kinds(world)).filter((letter) => letter.startsWith('looked'))).toEqual([
      'looked-back -> C0SALES',
    ])
    for (const reader of [ben, dee]) {
      const page = await goalSheet(given, reader, { id: goal.id })
      expect(page.ok && page.value.ended).toMatchObject({
        outcome: { share: 0, confidence: 7 },
        written: { helped: 'Asking early', isShared: true },
      })
    }
  })

  test('what is not shared, and all of a private goal, is its owner’s alone', async () => {
    await using world = await fresh()
    const given = await closed(world)
    await writeLookBack(given, ben, goal.id, { ...said, isShared: false })
    await writeLookBack(given, ben, secret.id, said)
    expect((await lookBackOn(world.db, acme, secret.id))?.isShared).toBe(false)
    expect((await kinds(world)).filter((letter) => letter.startsWith('looked'))).toEqual([])
    const others = await goalSheet(given, dee, { id: goal.id })
    expect(others.ok && others.value.ended?.written).toBeUndefined()
    const own = await goalSheet(given, ben, { id: goal.id })
    expect(own.ok && own.value.ended?.written).toMatchObject({ helped: 'The weekly number' })
  })

  test('“no, thanks” is remembered, and takes nothing away that was written', async () => {
    await using world = await fresh()
    const given = await closed(world)
    await declineLookBack(given, ben, goal.id)
    expect(await lookBackOn(world.db, acme, goal.id)).toMatchObject({ isDeclined: true })
    const page = await goalSheet(given, ben, { id: goal.id })
    expect(page.ok && page.value.ended?.written).toBeUndefined()
    await writeLookBack(given, ben, goal.id, said)
    await declineLookBack(given, ben, goal.id)
    expect(await lookBackOn(world.db, acme, goal.id)).toMatchObject({
      isDeclined: false,
      helped: said.helped,
    })
  })

  test('nobody else may, nor of a goal that is open, nor from another workspace', async () => {
    await using world = await fresh()
    const given = await closed(world)
    const notYours = { ok: false, refusal: { kind: 'not-your-goal', number: 12 } }
    for (const actor of [chen, dee]) {
      expect(await writeLookBack(given, actor, goal.id, said)).toEqual(notYours)
      expect(await lookBackSheet(given, actor, goal.id)).toEqual(notYours)
    }
    const elsewhere = await declineLookBack(given, { ...ben, workspace: globex }, goal.id)
    expect(elsewhere).toMatchObject({ ok: false, refusal: { kind: 'no-such-goal' } })
    await reopenGoal(given, ben, goal.id)
    expect(await writeLookBack(given, ben, goal.id, said)).toEqual({
      ok: false,
      refusal: { kind: 'goal-open', number: 12 },
    })
  })
})
