import { describe, expect, test } from 'vitest'
import { markClosed } from '../../db/goal-writes.ts'
import type { GoalDraft } from '../../src/domain/goal.ts'
import type { Person } from '../../src/domain/people.ts'
import type { Refusal } from '../../src/domain/refusals.ts'
import { createGoal } from '../../src/usecases/create-goal.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import type { NewGoalFacts } from '../../src/usecases/goal-refusals.ts'
import { aDraft, rowCounts, sales, theFacts } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import { acme, ana, ben, day, globex, goalId, instant } from '../support/people.ts'
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
})
