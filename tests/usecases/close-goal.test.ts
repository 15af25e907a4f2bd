import { describe, expect, test } from 'vitest'
import { goalById } from '../../db/goals.ts'
import { closeGoal } from '../../src/usecases/close-goal.ts'
import { reopenGoal } from '../../src/usecases/reopen-goal.ts'
import { deeds, waiting } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aTeam,
  ben,
  chen,
  dee,
  eve,
  finn,
  globex,
  goalId,
  instant,
} from '../support/people.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-04T08:00Z')
const later = instant('2026-05-05T08:00Z')
const goal = aGoal({ owner: ben.id, partner: dee.id, coOwners: [chen.id] })
const secret = aGoal({
  ...goal,
  id: goalId('secret'),
  number: 13,
  measure: 'pipeline',
  visibility: 'private',
})
const reached = { as: 'reached', note: 'a week early' } as const

async function deps(world: FreshDatabase) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, aTeam(), [ana, ben, chen, dee, eve])
  await storeGoal(world.db, goal)
  await storeGoal(world.db, secret)
  return world.deps(now)
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('a reached goal is closed with its note and told in the channel', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const closed = { ...goal, state: 'reached', closedAt: now, closingNote: 'a week early' }
    expect(await closeGoal(given, ben, goal.id, reached)).toEqual({ ok: true, value: closed })
    expect(await goalById(world.db, acme, goal.id)).toEqual(closed)
    expect(await waiting(world.db)).toEqual(['goal-closed -> C0SALES'])
    expect(await deeds(world.db)).toEqual(['goal-reached by U0BEN'])
  })

  test('a private goal ends as quietly as it lived', async () => {
    await using world = await fresh()
    const given = await deps(world)
    expect(await closeGoal(given, ana, secret.id, { as: 'retired', note: undefined })).toMatchObject({
      ok: true,
    })
    expect(await waiting(world.db)).toEqual([])
  })

  test('closed and reopened, closed and reopened: each is told, and a repeat of either is refused', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await closeGoal(given, ben, goal.id, reached)
    expect(await closeGoal(given, ben, goal.id, reached)).toEqual({
      ok: false,
      refusal: { kind: 'goal-closed', number: 12, title: goal.title },
    })
    expect(await reopenGoal(given, ben, goal.id)).toEqual({ ok: true, value: goal })
    expect(await reopenGoal(given, ben, goal.id)).toEqual({
      ok: false,
      refusal: { kind: 'goal-open', number: 12 },
    })
    await closeGoal(world.deps(later), ben, goal.id, reached)
    expect(await waiting(world.db)).toEqual(['goal-closed -> C0SALES', 'goal-closed -> C0SALES'])
    expect(await deeds(world.db)).toEqual([
      'goal-reached by U0BEN',
      'goal-reopened by U0BEN',
      'goal-reached by U0BEN',
    ])
  })

  test('a goal whose twin was made meanwhile does not come back beside it', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await closeGoal(given, ben, goal.id, { as: 'retired', note: undefined })
    await storeGoal(world.db, { ...goal, id: goalId('twin'), number: 99 })
    expect(await reopenGoal(given, ben, goal.id)).toEqual({
      ok: false,
      refusal: { kind: 'duplicate-goal', number: 99 },
    })
    expect((await goalById(world.db, acme, goal.id))?.state).toBe('retired')
  })

  test('two people who close a goal at once close it once', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const both = await Promise.all([
      closeGoal(given, ben, goal.id, reached),
      closeGoal(given, ana, goal.id, reached),
    ])
    expect(both.map((one) => one.ok).toSorted()).toEqual([false, true])
    expect(await waiting(world.db)).toHaveLength(1)
  })

  test.each([
    ['a co-owner', chen, { kind: 'not-your-goal', number: 12 }],
    ['the partner', dee, { kind: 'not-your-goal', number: 12 }],
    ['a member', eve, { kind: 'not-your-goal', number: 12 }],
    ['someone outside the channel', finn, { kind: 'no-such-goal', number: undefined }],
    [
      'a namesake of another workspace',
      { ...ben, workspace: globex },
      { kind: 'no-such-goal', number: undefined },
    ],
  ] as const)('%s does not close or reopen it', async (_who, actor, refusal) => {
    await using world = await fresh()
    const given = await deps(world)
    expect(await closeGoal(given, actor, goal.id, reached)).toEqual({ ok: false, refusal })
    expect(await reopenGoal(given, actor, goal.id)).toEqual({ ok: false, refusal })
    expect(await goalById(world.db, acme, goal.id)).toEqual(goal)
  })
})
