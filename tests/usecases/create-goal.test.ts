import { describe, expect, test } from 'vitest'
import { versionsOf } from '../../db/goal-versions.ts'
import { markClosed } from '../../db/goal-writes.ts'
import { goalByNumber, goalsOf } from '../../db/goals.ts'
import { membersOf } from '../../db/members.ts'
import { teamIn } from '../../db/teams.ts'
import type { GoalDraft } from '../../src/domain/goal.ts'
import { defaultSettings, type Person } from '../../src/domain/people.ts'
import type { Refusal } from '../../src/domain/refusals.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import type { NewGoalFacts } from '../../src/usecases/goal-refusals.ts'
import { aDraft, deeds, rowCounts, sales, theFacts, waiting } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  ana,
  aPerson,
  ben,
  chen,
  day,
  dee,
  globex,
  goalId,
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

  test('bots and people of other organisations do not become partners or co-owners', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const bot = aPerson({ id: personId('U0ROBOT'), isBot: true })
    const guest = aPerson({ id: personId('U0FOREIGN'), isForeign: true })
    const { goal } = await made(given, {}, { partner: bot, coOwners: [guest, ben] })
    expect(goal).toMatchObject({ partner: undefined, coOwners: [ben.id] })
  })

  const refused: readonly [string, Person, Partial<GoalDraft>, Partial<NewGoalFacts>, readonly Refusal[]][] =
    [
      ['a direct message', ana, {}, { channel: { ...sales, isDirect: true } }, [{ kind: 'choose-team' }]],
      [
        'an archived channel',
        ana,
        {},
        { channel: { ...sales, isArchived: true } },
        [{ kind: 'channel-archived', channel: 'sales' }],
      ],
      [
        'a channel shared with another organisation',
        ana,
        {},
        { channel: { ...sales, isShared: true } },
        [{ kind: 'channel-shared', channel: 'sales' }],
      ],
      [
        'a channel the bot is not in',
        ana,
        {},
        { channel: { ...sales, isMember: false } },
        [{ kind: 'not-in-channel', channel: 'sales' }],
      ],
      ['a creator who is not in the channel', ana, {}, { members: [ben.id] }, [{ kind: 'outsider' }]],
      ['a creator of another organisation', { ...ana, isForeign: true }, {}, {}, [{ kind: 'outsider' }]],
      ['a bot as owner', ana, {}, { owner: { ...ben, isBot: true } }, [{ kind: 'owner-bot' }]],
      [
        'a deactivated owner',
        ana,
        {},
        { owner: { ...ben, isDeactivated: true } },
        [{ kind: 'owner-deactivated' }],
      ],
      [
        'an owner of another organisation',
        ana,
        {},
        { owner: { ...ben, isForeign: true } },
        [{ kind: 'owner-foreign' }],
      ],
      [
        'an owner outside the channel',
        ana,
        {},
        { owner: ben, members: [ana.id] },
        [{ kind: 'owner-not-in-channel' }],
      ],
      [
        'an owner of another workspace',
        ana,
        {},
        { owner: { ...ben, workspace: globex } },
        [{ kind: 'owner-unknown' }],
      ],
      ['an owner as their own partner', ana, {}, { partner: ana }, [{ kind: 'partner-is-owner' }]],
      [
        'a parent that is not there',
        ana,
        { parent: goalId('nothing') },
        {},
        [{ kind: 'no-such-goal', number: undefined }],
      ],
      [
        'everything wrong at once',
        ana,
        { title: ' ', target: 0, due: day('2026-05-04') },
        { owner: { ...ben, isBot: true } },
        [
          { kind: 'title-missing' },
          { kind: 'already-at-target', target: 0 },
          { kind: 'due-before-start', start: day('2026-05-04'), due: day('2026-05-04') },
          { kind: 'owner-bot' },
        ],
      ],
    ]
  test.each(refused)('%s is refused and nothing is written', async (_what, actor, draft, facts, refusals) => {
    await using world = await fresh()
    const given = await deps(world)
    const before = await rowCounts(world.db)
    const result = await createGoal(given, actor, aDraft(draft), theFacts(facts))
    expect(result).toEqual({ ok: false, refusal: refusals })
    expect(await rowCounts(world.db)).toEqual(before)
    expect((await made(given)).goal.number).toBe(1)
  })

  test('a parent that the creator may not see is no goal to them', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const secret = await made(given, { visibility: 'private' })
    const asked = aDraft({ owner: ben.id, parent: secret.goal.id })
    const result = await createGoal(given, ben, asked, theFacts({ owner: ben, key: 'form-2' }))
    expect(result).toEqual({ ok: false, refusal: [{ kind: 'no-such-goal', number: undefined }] })
  })

  test('a second goal for the same KPI and days is refused until the first is closed; another owner’s is none', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const { goal } = await made(given)
    const again = () => createGoal(given, ana, aDraft({ title: 'Other' }), theFacts({ key: 'form-2' }))
    expect(await again()).toEqual({ ok: false, refusal: [{ kind: 'duplicate-goal', number: 1 }] })
    await made(given, { owner: ben.id }, { owner: ben, key: 'form-3' })
    await markClosed(world.db, acme, goal.id, { as: 'retired', at: now, note: undefined })
    expect(await again()).toMatchObject({ ok: true })
  })

  test('the hundred and first open goal of a person is refused', async () => {
    await using world = await fresh()
    const given = await deps(world)
    for (let count = 1; count <= 100; count += 1)
      await made(given, { measure: 'custom-total', title: `Goal ${count}` }, { key: `form-${count}` })
    const result = await createGoal(given, ana, aDraft(), theFacts({ key: 'form-101' }))
    expect(result).toEqual({ ok: false, refusal: [{ kind: 'too-many-goals', most: 100 }] })
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
