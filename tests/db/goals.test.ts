import { describe, expect, test } from 'vitest'
import { pendingVersionsOf, versionsOf } from '../../db/goal-versions.ts'
import { insertGoal, insertVersion, markClosed, markReopened, updateGoal } from '../../db/goal-writes.ts'
import {
  goalById,
  goalByNumber,
  goalFromSource,
  goalsClosedSince,
  goalsOf,
  goalsOfTeam,
  goalsScoredIn,
  goalsSupportedBy,
} from '../../db/goals.ts'
import { takeGoalNumber } from '../../db/workspaces.ts'
import type { Goal } from '../../src/domain/goal.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aStep,
  aTeam,
  ben,
  chen,
  day,
  dee,
  globex,
  goalId,
  instant,
  someTerms,
  stepId,
} from '../support/people.ts'
import { storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-04T08:00Z')

async function withTeam(world: FreshDatabase, workspace = acme) {
  await storeWorkspace(world.db, workspace)
  for (const person of [ana, ben, chen, dee]) await storePerson(world.db, { ...person, workspace })
  await storeTeam(world.db, aTeam({ workspace }))
}

const numbered = (number: number, known: Partial<Goal> = {}): Goal =>
  aGoal({ id: goalId(`goal-${number}`), number, ...known })

const numbersOf = (goals: readonly Goal[]) => goals.map((goal) => goal.number)

describe.each(databases)('on $name', ({ fresh }) => {
  test('a goal is read back as it was stored, everything filled in or nothing', async () => {
    await using world = await fresh()
    await withTeam(world)
    const bare = numbered(1)
    const full = numbered(2, {
      coOwners: [ben.id, chen.id],
      partner: dee.id,
      visibility: 'private',
      unit: { kind: 'currency', code: 'EUR' },
      baseline: -0.1,
      target: 1e15,
      low: 0,
      high: 3.25,
      levers: 'calls',
      why: 'growth',
      parent: bare.id,
      firstStep: 'If it is Monday, then I call',
      confidence: 7,
      curve: { kind: 'custom', points: [[0.5, 0.2]] },
      steps: [
        aStep({ title: 'Ask legal', weight: 2, due: day('2026-05-01'), assignee: ben.id }),
        aStep({
          id: stepId('step-2'),
          after: [
            { goal: bare.id, step: undefined },
            { goal: bare.id, step: stepId('step-1') },
          ],
          isDone: true,
          doneBy: ben.id,
          doneAt: instant('2026-04-20T08:00Z'),
        }),
      ],
      size: 'large',
      title: 'Ünï "quoted" \u202e目標 🎯 %_',
    })
    await storeGoal(world.db, bare)
    await storeGoal(world.db, full)
    expect(await goalById(world.db, acme, bare.id)).toEqual(bare)
    expect(await goalById(world.db, acme, full.id)).toEqual(full)
  })

  test('a goal is seen by its own workspace only, even with equal ids and numbers', async () => {
    await using world = await fresh()
    await withTeam(world)
    await withTeam(world, globex)
    const ours = numbered(1, { partner: ben.id, coOwners: [chen.id] })
    const theirs = numbered(1, { workspace: globex, title: 'Theirs', partner: ben.id, coOwners: [chen.id] })
    await storeGoal(world.db, ours, 'form-1')
    await storeGoal(world.db, theirs, 'form-1')
    const answers = async (workspace: typeof acme) => [
      await goalById(world.db, workspace, ours.id),
      await goalByNumber(world.db, workspace, 1),
      await goalFromSource(world.db, workspace, 'form-1'),
      ...(await goalsOf(world.db, workspace, ana.id)),
      ...(await goalsOfTeam(world.db, workspace, ours.team)),
      ...(await goalsSupportedBy(world.db, workspace, ben.id)),
      ...(await goalsSupportedBy(world.db, workspace, chen.id)),
    ]
    expect(await answers(acme)).toEqual(Array(7).fill(ours))
    expect(await answers(globex)).toEqual(Array(7).fill(theirs))
    await markClosed(world.db, globex, theirs.id, { as: 'retired', at: now, note: undefined })
    expect((await goalById(world.db, acme, ours.id))?.state).toBe('active')
  })

  test('lists are in the order of their due days and hold active goals only', async () => {
    await using world = await fresh()
    await withTeam(world)
    await storeGoal(world.db, numbered(1, { due: day('2026-09-30') }))
    await storeGoal(world.db, numbered(2, { coOwners: [ben.id, chen.id, dee.id] }))
    await storeGoal(world.db, numbered(3, { due: day('2026-05-31') }))
    await storeGoal(world.db, numbered(4, { owner: ben.id, partner: ana.id, coOwners: [ana.id] }))
    await markClosed(world.db, acme, goalId('goal-3'), { as: 'reached', at: now, note: 'done' })
    expect(numbersOf(await goalsOf(world.db, acme, ana.id))).toEqual([2, 1])
    expect(numbersOf(await goalsOfTeam(world.db, acme, aTeam().id))).toEqual([2, 4, 1])
    expect(numbersOf(await goalsSupportedBy(world.db, acme, ana.id))).toEqual([4])
    expect(numbersOf(await goalsClosedSince(world.db, acme, ana.id, now))).toEqual([3])
    expect(await goalsClosedSince(world.db, acme, ana.id, instant('2026-05-04T08:01Z'))).toEqual([])
  })

  test('a board scores active goals and lately closed ones, never private ones', async () => {
    await using world = await fresh()
    await withTeam(world)
    for (const number of [1, 2]) await storeGoal(world.db, numbered(number))
    await storeGoal(world.db, numbered(3, { visibility: 'private' }))
    await markClosed(world.db, acme, goalId('goal-2'), { as: 'retired', at: now, note: undefined })
    const scoredSince = async (since: string) =>
      numbersOf(await goalsScoredIn(world.db, acme, aTeam().id, instant(since)))
    expect(await scoredSince('2026-05-04T08:00Z')).toEqual([1, 2])
    expect(await scoredSince('2026-05-04T08:01Z')).toEqual([1])
  })

  test('the same submission makes one goal', async () => {
    await using world = await fresh()
    await withTeam(world)
    const insert = (goal: Goal, key: string | undefined) =>
      world.db.transaction().execute((trx) => insertGoal(trx, acme, goal, key))
    expect(await insert(numbered(1), 'form-1')).toBe(true)
    expect(await insert(numbered(2), 'form-1')).toBe(false)
    expect(await insert(numbered(3), undefined)).toBe(true)
    expect(await insert(numbered(4), undefined)).toBe(true)
    expect(numbersOf(await goalsOf(world.db, acme, ana.id))).toEqual([1, 3, 4])
  })

  test('numbers count up per workspace, and one that was not used is given again', async () => {
    await using world = await fresh()
    await storeWorkspace(world.db, acme)
    await storeWorkspace(world.db, globex)
    const take = (workspace: typeof acme, then: () => void = () => undefined) =>
      world.db.transaction().execute(async (trx) => {
        const number = await takeGoalNumber(trx, workspace)
        then()
        return number
      })
    expect(await take(acme)).toBe(1)
    expect(await take(acme)).toBe(2)
    expect(await take(globex)).toBe(1)
    const thrown = take(acme, () => {
      throw new Error('the database is gone')
    })
    await expect(thrown).rejects.toThrow('the database is gone')
    expect(await take(acme)).toBe(3)
  })

  test('of two edits made from the same version the first is kept', async () => {
    await using world = await fresh()
    await withTeam(world)
    await storeGoal(world.db, numbered(1))
    const edit = (title: string) =>
      world.db.transaction().execute((trx) => updateGoal(trx, acme, numbered(1, { title, version: 2 }), now))
    expect(await edit('First')).toBe(true)
    expect(await edit('Second')).toBe(false)
    expect(await goalById(world.db, acme, goalId('goal-1'))).toEqual(
      numbered(1, { title: 'First', version: 2 }),
    )
  })

  test('a goal is closed once, with its note, and opened again without it', async () => {
    await using world = await fresh()
    await withTeam(world)
    await storeGoal(world.db, numbered(1))
    const id = goalId('goal-1')
    expect(await markClosed(world.db, acme, id, { as: 'reached', at: now, note: 'hooray' })).toBe(true)
    expect(await markClosed(world.db, acme, id, { as: 'retired', at: now, note: undefined })).toBe(false)
    expect(await goalById(world.db, acme, id)).toMatchObject({
      state: 'reached',
      closedAt: now,
      closingNote: 'hooray',
    })
    expect(await markReopened(world.db, acme, id, now)).toBe(true)
    expect(await markReopened(world.db, acme, id, now)).toBe(false)
    expect(await goalById(world.db, acme, id)).toEqual(numbered(1))
  })

  test('versions add up, and a goal with one that still waits shows all of them', async () => {
    await using world = await fresh()
    await withTeam(world)
    await storeGoal(world.db, numbered(1))
    await storeGoal(world.db, numbered(2))
    const eased = {
      goal: goalId('goal-1'),
      version: 2,
      terms: someTerms({ target: 10 }),
      by: ana.id,
      at: now,
      reason: 'two people left',
      ease: 'easier',
      countsFrom: instant('2026-05-11T08:00Z'),
    } as const
    await world.db.transaction().execute((trx) => insertVersion(trx, acme, eased, 'team'))
    const versions = await versionsOf(world.db, acme, goalId('goal-1'))
    expect(versions).toEqual([expect.objectContaining({ version: 1, terms: termsOf(numbered(1)) }), eased])
    const pending = await pendingVersionsOf(world.db, acme, aTeam().id, now)
    expect([...pending]).toEqual([[goalId('goal-1'), versions]])
    expect(await pendingVersionsOf(world.db, acme, aTeam().id, eased.countsFrom)).toEqual(new Map())
    expect(await pendingVersionsOf(world.db, globex, aTeam().id, now)).toEqual(new Map())
  })

  test('terms that are no terms are a fault, on the way in and on the way out', async () => {
    await using world = await fresh()
    await withTeam(world)
    await expect(storeGoal(world.db, numbered(1, { target: Number.NaN }))).rejects.toThrow(/target/)
    expect(await goalsOf(world.db, acme, ana.id)).toEqual([])
    await storeGoal(world.db, numbered(2))
    await world.db.updateTable('goal').set({ terms: '{"title":7}' }).execute()
    await expect(goalsOf(world.db, acme, ana.id)).rejects.toThrow(/title/)
  })
})
