import { describe, expect, test } from 'vitest'
import { versionsOf } from '../../db/goal-versions.ts'
import { markClosed } from '../../db/goal-writes.ts'
import { goalById } from '../../db/goals.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { Person } from '../../src/domain/people.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { editGoal, type GoalChanges } from '../../src/usecases/edit-goal.ts'
import { deeds, rowCounts, waiting } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
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

const made = instant('2026-04-01T08:00Z')
const unlocked = instant('2026-04-02T08:00Z')
const locked = instant('2026-05-04T08:00Z')
const weekLater = instant('2026-05-11T08:00Z')

/** Ana leads, Ben owns, Dee is partner, Finn is outside the channel. */
const goal = aGoal({ owner: ben.id, createdBy: ben.id, partner: dee.id, createdAt: made })
const other = aGoal({ id: goalId('other'), number: 13, owner: ben.id, measure: 'revenue' })

async function deps(world: FreshDatabase, now = locked) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, aTeam(), [ana, ben, chen, dee, eve])
  await storeGoal(world.db, goal)
  await storeGoal(world.db, other)
  return world.deps(now)
}

function changes(known: Partial<Goal>, reason?: string): GoalChanges {
  const { coOwners, partner, visibility, ...terms } = { ...goal, ...known }
  return { terms: termsOf(terms), coOwners, partner, visibility, reason }
}

describe.each(databases)('on $name', ({ fresh }) => {
  test('before the lock an edit counts at once and is quiet', async () => {
    await using world = await fresh()
    const given = await deps(world, unlocked)
    const result = await editGoal(given, ben, goal.id, changes({ target: 10 }))
    expect(result).toMatchObject({ ok: true, value: { version: { ease: 'same', countsFrom: unlocked } } })
    expect(await goalById(world.db, acme, goal.id)).toEqual({
      ...goal,
      target: 10,
      version: 2,
      verdict: 'unknown',
    })
    expect(await waiting(world.db)).toEqual([])
    expect(await deeds(world.db)).toEqual(['goal-edited by U0BEN'])
  })

  test('an easing after the lock keeps the old version, counts a week later and is said in the channel', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const result = await editGoal(given, ben, goal.id, changes({ target: 10 }, '  two people left '))
    const version = {
      goal: goal.id,
      version: 2,
      terms: termsOf({ ...goal, target: 10 }),
      by: ben.id,
      at: locked,
      reason: 'two people left',
      ease: 'easier',
      countsFrom: weekLater,
    }
    expect(result).toEqual({ ok: true, value: { goal: { ...goal, target: 10, version: 2 }, version } })
    expect(await versionsOf(world.db, acme, goal.id)).toEqual([
      expect.objectContaining({ version: 1, terms: termsOf(goal) }),
      version,
    ])
    expect(await waiting(world.db)).toEqual(['goal-changed -> C0SALES'])
  })

  test('raising the bar counts at once and is said too', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const result = await editGoal(given, ben, goal.id, changes({ target: 30 }))
    expect(result).toMatchObject({ ok: true, value: { version: { ease: 'harder', countsFrom: locked } } })
    expect(await waiting(world.db)).toEqual(['goal-changed -> C0SALES'])
  })

  test('people and visibility change without a word about goalposts; a new partner is told', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const result = await editGoal(
      given,
      ben,
      goal.id,
      changes({ partner: eve.id, coOwners: [chen.id, ben.id] }),
    )
    expect(result).toMatchObject({ ok: true, value: { goal: { partner: eve.id, coOwners: [chen.id] } } })
    expect(await waiting(world.db)).toEqual(['partner-told -> U0EVE'])
  })

  test('a private goal moves its posts quietly, and gets its card when it becomes the team’s', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await editGoal(given, ben, goal.id, changes({ visibility: 'private' }))
    await editGoal(given, ben, goal.id, changes({ visibility: 'private', target: 30 }))
    expect(await waiting(world.db)).toEqual([])
    await editGoal(given, ben, goal.id, changes({ target: 30 }))
    expect(await waiting(world.db)).toEqual(['goal-card -> C0SALES'])
    expect((await goalById(world.db, acme, goal.id))?.version).toBe(4)
  })

  test('an overdue goal may be mended as long as its day stays', async () => {
    await using world = await fresh()
    const given = await deps(world, instant('2026-07-10T08:00Z'))
    expect(await editGoal(given, ben, goal.id, changes({ title: 'Sign deals' }))).toMatchObject({ ok: true })
    const moved = await editGoal(given, ben, goal.id, changes({ due: day('2026-07-05') }, 'late'))
    expect(moved).toMatchObject({ ok: false, refusal: [{ kind: 'due-in-past' }] })
  })

  const refused: readonly [string, Person, Partial<Goal>, readonly object[]][] = [
    ['a member', eve, { target: 30 }, [{ kind: 'not-your-goal', number: 12 }]],
    ['a co-owner to be', chen, { target: 30 }, [{ kind: 'not-your-goal', number: 12 }]],
    ['someone outside the channel', finn, { target: 30 }, [{ kind: 'no-such-goal', number: undefined }]],
    ['nothing changed', ben, {}, [{ kind: 'nothing-changed' }]],
    ['an easing without a reason', ben, { target: 10 }, [{ kind: 'reason-needed' }]],
    ['a baseline moved by the owner alone', ben, { baseline: 5 }, [{ kind: 'baseline-needs-approval' }]],
    ['the owner as partner', ben, { partner: ben.id }, [{ kind: 'partner-is-owner' }]],
    [
      'a target that is the baseline',
      ben,
      { target: 0 },
      [{ kind: 'reason-needed' }, { kind: 'already-at-target', target: 0 }],
    ],
    [
      'another goal’s KPI and days',
      ana,
      { measure: 'revenue' },
      [{ kind: 'reason-needed' }, { kind: 'duplicate-goal', number: 13 }],
    ],
    ['itself as parent', ben, { parent: goal.id }, [{ kind: 'parent-cycle' }]],
    [
      'a parent that is not there',
      ben,
      { parent: goalId('nothing') },
      [{ kind: 'no-such-goal', number: undefined }],
    ],
  ]
  test.each(refused)('%s is refused and nothing is written', async (_what, actor, known, refusals) => {
    await using world = await fresh()
    const given = await deps(world)
    const before = await rowCounts(world.db)
    expect(await editGoal(given, actor, goal.id, changes(known))).toEqual({ ok: false, refusal: refusals })
    expect(await rowCounts(world.db)).toEqual(before)
    expect(await goalById(world.db, acme, goal.id)).toEqual(goal)
  })

  test('a lead edits, and the partner mends the baseline', async () => {
    await using world = await fresh()
    const given = await deps(world)
    expect(await editGoal(given, ana, goal.id, changes({ target: 30 }))).toMatchObject({ ok: true })
    const mended = changes({ target: 30, baseline: 2 }, 'two were old')
    expect(await editGoal(given, dee, goal.id, mended)).toMatchObject({
      ok: true,
      value: { goal: { baseline: 2 } },
    })
  })

  test('a closed goal and another workspace’s are not edited', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await markClosed(world.db, acme, goal.id, { as: 'reached', at: made, note: undefined })
    expect(await editGoal(given, ben, goal.id, changes({ target: 30 }))).toEqual({
      ok: false,
      refusal: [{ kind: 'goal-closed', number: 12, title: goal.title }],
    })
    const abroad = { ...ben, workspace: globex }
    expect(await editGoal(given, abroad, goal.id, changes({ target: 30 }))).toEqual({
      ok: false,
      refusal: [{ kind: 'no-such-goal', number: undefined }],
    })
  })

  test('people who are not known are refused', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const result = await editGoal(given, ben, goal.id, changes({ partner: personId('U0NOBODY') }))
    expect(result).toMatchObject({ refusal: [{ kind: 'helper-unable', as: 'partner', name: undefined }] })
  })

  test.each(['goal_version', 'audit', 'outbox'] as const)(
    'a fault while writing to %s leaves the goal as it was',
    async (table) => {
      await using world = await fresh()
      const given = await deps(world)
      await world.db.schema.alterTable(table).renameTo('gone').execute()
      await expect(editGoal(given, ben, goal.id, changes({ target: 30 }))).rejects.toThrow()
      await world.db.schema.alterTable('gone').renameTo(table).execute()
      expect(await goalById(world.db, acme, goal.id)).toEqual(goal)
      expect(await versionsOf(world.db, acme, goal.id)).toHaveLength(1)
      expect(await waiting(world.db)).toEqual([])
    },
  )
})
