import { describe, expect, test } from 'vitest'
import { planWordsOf } from '../../db/plan-parts.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { closeGoal } from '../../src/usecases/close-goal.ts'
import { editGoal } from '../../src/usecases/edit-goal.ts'
import { planHistoryOf, planOf } from '../../src/usecases/plan-sheet.ts'
import { writePlan } from '../../src/usecases/write-plan.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import { acme, aGoal, ana, aTeam, ben, chen, finn, globex, goalId, instant } from '../support/people.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-14T08:00Z')
const team = aTeam({ leads: [chen.id] })
const goal = aGoal({ createdAt: instant('2026-05-04T08:00Z') })
const secret = aGoal({
  id: goalId('secret'),
  number: 13,
  title: 'Buy the rival',
  measure: 'pipeline',
  owner: chen.id,
  visibility: 'private',
  createdAt: instant('2026-05-05T08:00Z'),
})

async function deps(world: FreshDatabase, at = now) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, team, [ana, ben, chen])
  for (const one of [goal, secret]) await storeGoal(world.db, one)
  return world.deps(at)
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('a lead writes, everyone in the channel reads, and every version is kept', async () => {
    await using world = await fresh()
    const given = await deps(world)
    expect(
      await writePlan(given, chen, team.id, { typed: { purpose: 'Grow', risks: 'Rain' }, base: {} }),
    ).toEqual({
      ok: true,
      value: ['purpose', 'risks'],
    })
    expect(
      await writePlan(given, chen, team.id, {
        typed: { purpose: 'Grow north', risks: 'Rain' },
        base: { purpose: 1, risks: 1 },
      }),
    ).toEqual({
      ok: true,
      value: ['purpose'],
    })
    expect(
      await writePlan(given, chen, team.id, {
        typed: { purpose: 'Grow north' },
        base: { purpose: 2, risks: 1 },
      }),
    ).toMatchObject({
      value: ['risks'],
    })
    const sheet = await planOf(given, ben, team.id)
    expect([...(sheet?.words ?? [])].map(([part, { words }]) => [part, words])).toEqual([
      ['purpose', 'Grow north'],
    ])
    expect(sheet?.canWrite).toBe(false)
    expect(
      (await planWordsOf(world.db, acme, team.id)).map(({ part, version }) => `${part} ${version}`),
    ).toEqual(expect.arrayContaining(['purpose 1', 'purpose 2', 'risks 1', 'risks 2']))
    expect(sheet?.changes.map(({ kind }) => kind)).toEqual(['words', 'words', 'words', 'words', 'made'])
  })

  test('what was written before stays to be read by whoever reads the plan, and by nobody else', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await writePlan(given, chen, team.id, { typed: { purpose: 'Grow' }, base: {} })
    await writePlan(given, chen, team.id, { typed: { purpose: 'Grow north' }, base: { purpose: 1 } })
    const history = await planHistoryOf(given, ben, team.id)
    expect(history?.versions.map(({ version, words }) => `${version} ${words}`)).toEqual([
      '2 Grow north',
      '1 Grow',
    ])
    expect(history?.names.get(chen.id)).toBe('Chen')
    expect(await planHistoryOf(given, finn, team.id)).toBeUndefined()
    expect(await planHistoryOf(given, { ...chen, workspace: globex }, team.id)).toBeUndefined()
  })

  test('its change log tells from what to what a goal was changed, and that one has ended', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const { coOwners, partner, visibility } = goal
    const edited = await editGoal(given, ana, goal.id, {
      terms: termsOf({ ...goal, target: 15 }),
      coOwners,
      partner,
      visibility,
      reason: 'Two people left',
    })
    expect(edited).toMatchObject({ ok: true })
    await closeGoal(world.deps(instant('2026-05-14T09:00Z')), ana, goal.id, {
      as: 'retired',
      note: undefined,
    })
    const sheet = await planOf(world.deps(instant('2026-05-14T10:00Z')), ben, team.id)
    expect(sheet?.changes[0]).toMatchObject({ kind: 'retired', goal: goal.id })
    const eased = sheet?.changes.find(({ kind }) => kind === 'easier')
    expect(eased).toMatchObject({ before: { target: 20 }, after: { target: 15 }, reason: 'Two people left' })
  })

  test('no private goal is in it, not even for its owner', async () => {
    await using world = await fresh()
    const given = await deps(world)
    for (const reader of [chen, ben])
      expect(JSON.stringify(await planOf(given, reader, team.id))).not.toContain('Buy the rival')
  })

  test('members cannot write, and whoever is outside neither reads nor writes', async () => {
    await using world = await fresh()
    const given = await deps(world)
    expect(await writePlan(given, ben, team.id, { typed: { purpose: 'Mine' }, base: {} })).toMatchObject({
      ok: false,
      refusal: { kind: 'not-a-lead', leads: ['Chen'] },
    })
    expect(await planOf(given, finn, team.id)).toBeUndefined()
    expect(await planOf(given, { ...chen, workspace: globex }, team.id)).toBeUndefined()
    expect(
      await writePlan(given, { ...chen, workspace: globex }, team.id, { typed: { purpose: 'x' }, base: {} }),
    ).toMatchObject({
      ok: false,
    })
    expect(await planWordsOf(world.db, acme, team.id)).toEqual([])
  })

  test('whoever wrote another part meanwhile keeps their words', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await writePlan(given, chen, team.id, { typed: { purpose: 'Grow', risks: 'Rain' }, base: {} })
    const opened = { purpose: 1, risks: 1 }
    await writePlan(given, chen, team.id, { typed: { purpose: 'Grow', risks: 'Snow' }, base: opened })
    await writePlan(given, chen, team.id, { typed: { purpose: 'Shrink', risks: 'Rain' }, base: opened })
    const sheet = await planOf(given, chen, team.id)
    expect([...(sheet?.words ?? [])].map(([part, { words }]) => [part, words])).toEqual(
      expect.arrayContaining([
        ['purpose', 'Shrink'],
        ['risks', 'Snow'],
      ]),
    )
  })

  test('goals of somebody who left are in no section of it', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await storePerson(world.db, { ...ana, isDeactivated: true })
    const sheet = await planOf(given, chen, team.id)
    expect([sheet?.goals, sheet?.branches]).toEqual([[], []])
  })

  test('two people who write at once both have written', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await Promise.all([
      writePlan(given, chen, team.id, { typed: { purpose: 'One' }, base: {} }),
      writePlan(given, { ...ana, isAdmin: true }, team.id, { typed: { purpose: 'Two' }, base: {} }),
    ])
    expect(await planWordsOf(world.db, acme, team.id)).toHaveLength(2)
  })
})
