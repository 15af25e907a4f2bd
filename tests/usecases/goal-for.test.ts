import { describe, expect, test } from 'vitest'
import { markClosed } from '../../db/goal-writes.ts'
import { goalFor } from '../../src/usecases/goal-for.ts'
import { goalToChange } from '../../src/usecases/goal-to-change.ts'
import { goalsOf } from '../../src/usecases/goals-of.ts'
import { parentChoices } from '../../src/usecases/parent-choices.ts'
import { teamGoals } from '../../src/usecases/team-goals.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aPerson,
  aTeam,
  ben,
  chen,
  day,
  dee,
  eve,
  finn,
  globex,
  goalId,
  instant,
  personId,
} from '../support/people.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-16T09:00Z')
/** Of the workspace, but not of the channel. */
const stranger = aPerson({ id: personId('U0STRANGER') })

const shared = aGoal({ id: goalId('shared'), number: 1, owner: ben.id, coOwners: [chen.id], partner: dee.id })
const secret = aGoal({ ...shared, id: goalId('secret'), number: 2, title: 'Secret', visibility: 'private' })

/** Ana leads the team; Ben owns both goals, Chen is co-owner, Dee partner, Eve a member, Finn outside the channel. */
async function deps(world: FreshDatabase) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, aTeam(), [ana, ben, chen, dee, eve])
  await storeGoal(world.db, shared)
  await storeGoal(world.db, secret)
  return world.deps(now)
}

describe.each(databases)('on $name', ({ fresh }) => {
  test.each([
    ['the owner', ben, true, true],
    ['a co-owner', chen, true, true],
    ['the partner', dee, true, true],
    ['a lead', ana, true, true],
    ['a member', eve, true, false],
    ['someone outside the channel', finn, false, false],
    ['someone nobody knows', stranger, false, false],
  ])('%s may see a shared goal: %4$s, a private one: %5$s', async (_who, actor, seesShared, seesSecret) => {
    await using world = await fresh()
    const given = await deps(world)
    expect((await goalFor(given, actor, { number: 1 })).ok).toBe(seesShared)
    expect((await goalFor(given, actor, { id: shared.id })).ok).toBe(seesShared)
    expect((await goalFor(given, actor, { number: 2 })).ok).toBe(seesSecret)
    expect((await goalFor(given, actor, { id: secret.id })).ok).toBe(seesSecret)
  })

  test('an invisible goal, another workspace’s and none at all are refused alike', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await storeWorkspace(world.db, globex)
    await storeTeam(world.db, aTeam({ workspace: globex }))
    await storeGoal(world.db, aGoal({ ...shared, id: goalId('theirs'), number: 9, workspace: globex }))
    const refused = { ok: false, refusal: { kind: 'no-such-goal', number: undefined } }
    expect(await goalFor(given, eve, { id: secret.id })).toEqual(refused)
    expect(await goalFor(given, ben, { id: goalId('theirs') })).toEqual(refused)
    expect(await goalFor(given, ben, { id: goalId('nothing') })).toEqual(refused)
    expect(await goalFor(given, ben, { number: 9 })).toEqual({
      ok: false,
      refusal: { kind: 'no-such-goal', number: 9 },
    })
    expect(await goalToChange(given, eve, { id: secret.id })).toEqual(refused)
  })

  test.each([
    ['the owner', ben, true],
    ['a lead', ana, true],
    ['a co-owner', chen, false],
    ['the partner', dee, false],
    ['a member', eve, false],
  ])('%s may change a goal: %3$s', async (_who, actor, may) => {
    await using world = await fresh()
    const given = await deps(world)
    expect(await goalToChange(given, actor, { id: shared.id })).toEqual(
      may ? { ok: true, value: shared } : { ok: false, refusal: { kind: 'not-your-goal', number: 1 } },
    )
  })

  test('a list holds one’s own active goals, each as of the owner’s own day', async () => {
    await using world = await fresh()
    await deps(world)
    await markClosed(world.db, acme, secret.id, { as: 'retired', at: now, note: undefined })
    const late = world.deps(instant('2026-05-17T03:00Z'))
    const standings = await goalsOf(late, ben)
    expect(standings.map(({ goal, today }) => [goal.number, today])).toEqual([[1, '2026-05-16']])
    expect(await goalsOf(late, ana)).toEqual([])
  })

  test('a team’s goals are shown to its people only, private ones to those they name and leads', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const numbers = async (actor: typeof ana) =>
      (await teamGoals(given, actor, aTeam())).map(({ standing }) => standing.goal.number)
    expect(await numbers(ana)).toEqual([1, 2])
    expect(await numbers(dee)).toEqual([1, 2])
    expect(await numbers(eve)).toEqual([1])
    expect(await numbers(finn)).toEqual([])
    expect(await teamGoals(given, { ...ana, workspace: globex }, aTeam())).toEqual([])
  })

  test.each([
    ['', [3, 1]],
    ['deals', [3, 1]],
    ['  SIGN 20', [1]],
    ['g-3', [3]],
    ['1', [1]],
    ['secret', []],
    ['%', []],
  ])('the parent choices for "%s" are %j', async (typed, numbers) => {
    await using world = await fresh()
    const given = await deps(world)
    const other = aGoal({ id: goalId('other'), number: 3, title: 'Five big deals', due: day('2026-05-31') })
    await storeGoal(world.db, other)
    const found = await parentChoices(given, eve, typed)
    expect(found.map((goal) => goal.number)).toEqual(numbers)
    expect(await parentChoices(given, finn, typed)).toEqual([])
  })
})
