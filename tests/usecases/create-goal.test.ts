import { describe, expect, test } from 'vitest'
import { versionsOf } from '../../db/goal-versions.ts'
import { goalByNumber, goalsOf } from '../../db/goals.ts'
import { membersOf } from '../../db/members.ts'
import { teamIn } from '../../db/teams.ts'
import type { GoalDraft } from '../../src/domain/goal.ts'
import { defaultSettings } from '../../src/domain/people.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import type { NewGoalFacts } from '../../src/usecases/goal-refusals.ts'
import { aDraft, deeds, rowCounts, theFacts, waiting } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  ana,
  aPerson,
  ben,
  chen,
  dee,
  globex,
  instant,
  personId,
  salesChannel,
} from '../support/people.ts'
import { everyone, storePerson, storeWorkspace } from '../support/stored.ts'

/** Tuesday, half past ten in Berlin. */
const now = instant('2026-05-05T08:30Z')

async function deps(world: FreshDatabase) {
  for (const workspace of [acme, globex]) {
    await storeWorkspace(world.db, workspace)
    for (const person of everyone) await storePerson(world.db, { ...person, workspace })
  }
  return world.deps(now)
}

async function made(given: Deps, draft: Partial<GoalDraft> = {}, facts: Partial<NewGoalFacts> = {}) {
  const result = await createGoal(given, ana, aDraft(draft), theFacts(facts))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('the first goal of a channel makes its team with the defaults in the creator’s zone, the creator leading', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const { goal, team, madeTeam, nextPromptAt } = await made(given)
    expect(madeTeam).toBe(true)
    expect(team).toMatchObject({
      ...defaultSettings,
      zone: 'Europe/Berlin',
      leads: [ana.id],
      channelName: 'sales',
    })
    expect(await teamIn(world.db, acme, salesChannel)).toEqual(team)
    expect(await goalByNumber(world.db, acme, 1)).toEqual(goal)
    expect(goal).toMatchObject({ number: 1, owner: ana.id, createdBy: ana.id, createdAt: now, version: 1 })
    expect(nextPromptAt).toBe(instant('2026-05-11T07:00Z'))
    expect(await membersOf(world.db, acme, team.id)).toHaveLength(everyone.length)
    expect(await deeds(world.db)).toEqual(['team-made by U0ANA', 'goal-created by U0ANA'])
  })

  test('the creation is version 1, and the channel, the owner and the partner are told', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const { goal } = await made(
      given,
      { owner: ben.id, partner: dee.id, coOwners: [chen.id] },
      {
        owner: ben,
        partner: dee,
        coOwners: [chen, ben],
      },
    )
    expect(goal).toMatchObject({ owner: ben.id, partner: dee.id, coOwners: [chen.id] })
    expect(await versionsOf(world.db, acme, goal.id)).toEqual([
      {
        goal: goal.id,
        version: 1,
        terms: termsOf(goal),
        by: ana.id,
        at: now,
        reason: undefined,
        ease: 'same',
        countsFrom: now,
      },
    ])
    expect(await waiting(world.db)).toEqual([
      'goal-card -> C0SALES',
      'goal-receipt -> U0BEN',
      'partner-told -> U0DEE',
    ])
  })

  test('the channel hears nothing of a private goal', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await made(given, { visibility: 'private', partner: dee.id }, { partner: dee })
    expect(await waiting(world.db)).toEqual(['goal-receipt -> U0ANA', 'partner-told -> U0DEE'])
  })

  test('later goals join the team, each with the next number of its workspace', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const first = await made(given)
    const second = await made(given, { measure: 'revenue' }, { key: 'form-2' })
    expect(second).toMatchObject({ madeTeam: false, goal: { number: 2, team: first.team.id } })
    const namesake = { ...ana, workspace: globex }
    const theirs = await createGoal(given, namesake, aDraft(), theFacts({ owner: namesake }))
    expect(theirs).toMatchObject({
      ok: true,
      value: { madeTeam: true, goal: { number: 1, workspace: globex } },
    })
    expect(await goalsOf(world.db, acme, ana.id)).toHaveLength(2)
    expect(await goalsOf(world.db, globex, ana.id)).toHaveLength(1)
  })

  test('the same form sent twice makes one goal and tells it once', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const first = await made(given)
    const before = await rowCounts(world.db)
    const again = await made(given)
    expect(again.goal).toEqual(first.goal)
    expect(again.nextPromptAt).toBe(first.nextPromptAt)
    expect(await rowCounts(world.db)).toEqual(before)
  })

  test('two people who make goals at once get two goals, two numbers and one team', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const both = await Promise.all([
      createGoal(given, ana, aDraft(), theFacts()),
      createGoal(given, ben, aDraft({ owner: ben.id }), theFacts({ owner: ben, key: 'form-2' })),
    ])
    expect(both.map((one) => one.ok && one.value.goal.number).toSorted()).toEqual([1, 2])
    expect(both.filter((one) => one.ok && one.value.madeTeam)).toHaveLength(1)
  })

  test('who joined the channel is a member now, who left is none', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const { team } = await made(given)
    await made(given, { measure: 'revenue' }, { key: 'form-2', members: [ana.id, personId('U0NEW')] })
    const members = await membersOf(world.db, acme, team.id)
    expect(members.map((member) => member.person)).toEqual([ana.id, 'U0NEW'])
  })

  test('bots and people of other organisations are refused as partners and co-owners, at once and by name', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const bot = aPerson({ id: personId('U0ROBOT'), isBot: true })
    const guest = aPerson({ id: personId('U0FOREIGN'), isForeign: true })
    const chosen = theFacts({ partner: bot, coOwners: [guest, ben] })
    const draft = aDraft({ partner: bot.id, coOwners: [guest.id, ben.id] })
    expect(await createGoal(given, ana, draft, chosen)).toMatchObject({
      refusal: [
        { kind: 'helper-unable', as: 'co-owner' },
        { kind: 'helper-unable', as: 'partner' },
      ],
    })
  })

  test.each(['goal_version', 'audit', 'schedule', 'outbox', 'team_member'] as const)(
    'a fault while writing to %s leaves nothing half-written, and the retry finds a clean table',
    async (table) => {
      await using world = await fresh()
      const given = await deps(world)
      const before = await rowCounts(world.db)
      await world.db.schema.alterTable(table).renameTo('gone').execute()
      await expect(createGoal(given, ana, aDraft(), theFacts())).rejects.toThrow(
        /no such table|does not exist/,
      )
      await world.db.schema.alterTable('gone').renameTo(table).execute()
      expect(await rowCounts(world.db)).toEqual(before)
      expect((await made(given)).goal.number).toBe(1)
    },
  )
})
