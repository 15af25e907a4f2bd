import { describe, expect, test } from 'vitest'
import { versionsOf } from '../../db/goal-versions.ts'
import { goalById } from '../../db/goals.ts'
import type { Goal } from '../../src/domain/goal.ts'
import type { StepDraft } from '../../src/domain/milestones.ts'
import type { Person } from '../../src/domain/people.ts'
import { standingOf } from '../../src/domain/progress.ts'
import type { Refusal } from '../../src/domain/refusals.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { editGoal } from '../../src/usecases/edit-goal.ts'
import { goalSheet } from '../../src/usecases/goal-sheet.ts'
import { markMilestone } from '../../src/usecases/mark-milestone.ts'
import { milestoneSheet } from '../../src/usecases/milestone-sheet.ts'
import { predecessorChoices } from '../../src/usecases/predecessor-choices.ts'
import { removeMilestone } from '../../src/usecases/remove-milestone.ts'
import { saveMilestone } from '../../src/usecases/save-milestone.ts'
import { deeds, waiting } from '../support/asking.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import {
  acme,
  aGoal,
  ana,
  aPerson,
  aStep,
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
  stepId,
} from '../support/people.ts'
import { everyone, storeGoal, storePerson, storeTeam, storeWorkspace } from '../support/stored.ts'

const now = instant('2026-05-13T08:00Z')
const early = instant('2026-04-02T08:00Z')

/** Ben's price list: three milestones, the second after the first. */
const contract = aStep({ id: stepId('contract'), title: 'Contract signed', due: day('2026-05-10') })
const legal = aStep({
  id: stepId('legal'),
  title: 'Legal has agreed',
  due: day('2026-05-20'),
  assignee: chen.id,
  after: [{ goal: goalId('g-list'), step: stepId('contract') }],
})
const print = aStep({ id: stepId('print'), title: 'Printed', due: day('2026-06-20') })
const list = aGoal({
  id: goalId('g-list'),
  number: 21,
  title: 'Publish the price list',
  measure: 'deliverable',
  kind: 'milestone',
  baseline: undefined,
  target: undefined,
  owner: ben.id,
  createdBy: ben.id,
  curve: { kind: 'steps' },
  steps: [contract, legal, print],
})
const shop = aGoal({
  id: goalId('g-shop'),
  number: 22,
  title: 'Open the shop',
  owner: dee.id,
  steps: [print],
})
const secret = aGoal({
  id: goalId('g-secret'),
  number: 23,
  title: 'Buy the rival',
  owner: dee.id,
  visibility: 'private',
  steps: [contract],
})

async function deps(world: FreshDatabase, at = now, goals: readonly Goal[] = [list, shop, secret]) {
  await storeWorkspace(world.db)
  for (const person of everyone) await storePerson(world.db, person)
  await storeTeam(world.db, aTeam(), [ana, ben, chen, dee, eve])
  for (const goal of goals) await storeGoal(world.db, goal)
  return world.deps(at)
}

const draftOf = (known: Partial<StepDraft> = {}): StepDraft => ({
  title: 'Translated',
  weight: 1,
  due: undefined,
  assignee: undefined,
  after: [],
  ...known,
})
const added = (known: Partial<StepDraft> = {}) => ({
  step: undefined,
  draft: draftOf(known),
  reason: undefined,
})

describe.each(databases)('on $name', ({ fresh }) => {
  const stepsIn = async (world: FreshDatabase) =>
    (await goalById(world.db, acme, list.id))?.steps.map(({ title }) => title)

  test('a new milestone is a version of the goal, eases nothing and is told to nobody', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const result = await saveMilestone(given, ben, list.id, added({ due: day('2026-06-01') }))
    expect(result.ok).toBe(true)
    expect(await stepsIn(world)).toEqual(['Contract signed', 'Legal has agreed', 'Translated', 'Printed'])
    const versions = await versionsOf(world.db, acme, list.id)
    expect(versions.map(({ version, ease, by }) => ({ version, ease, by }))).toEqual([
      { version: 1, ease: 'same', by: ben.id },
      { version: 2, ease: 'same', by: ben.id },
    ])
    expect(await waiting(world.db)).toEqual([])
    expect(await deeds(world.db)).toEqual(['goal-edited by U0BEN'])
  })

  test('a later date is kept in the history and is no easing', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const draft = { ...contract, due: day('2026-06-10') }
    const result = await saveMilestone(given, ben, list.id, { step: contract.id, draft, reason: undefined })
    expect(result.ok).toBe(true)
    const [first, second] = await versionsOf(world.db, acme, list.id)
    expect(first?.terms.steps[0]?.due).toBe('2026-05-10')
    expect(second).toMatchObject({ ease: 'same', countsFrom: now })
    expect(second?.terms.steps.find(({ id }) => id === contract.id)?.due).toBe('2026-06-10')
    expect(await waiting(world.db)).toEqual([])
  })

  test('saved as it was, nothing is a version', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await saveMilestone(given, ben, list.id, { step: print.id, draft: print, reason: undefined })
    expect((await goalById(world.db, acme, list.id))?.version).toBe(1)
  })

  test('where they are what counts, leaving out an open one after the lock needs a reason and is told', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const asked = { step: print.id, reason: undefined }
    expect(await removeMilestone(given, ben, list.id, asked)).toEqual({
      ok: false,
      refusal: [{ kind: 'reason-needed' }],
    })
    expect(await stepsIn(world)).toHaveLength(3)
    const result = await removeMilestone(given, ben, list.id, { ...asked, reason: 'Online only' })
    expect(result.ok).toBe(true)
    expect(await stepsIn(world)).toEqual(['Contract signed', 'Legal has agreed'])
    expect((await versionsOf(world.db, acme, list.id))[1]).toMatchObject({
      ease: 'easier',
      reason: 'Online only',
    })
    expect(await waiting(world.db)).toEqual(['goal-changed -> C0SALES'])
  })

  test('before the lock, and beside a number that counts, it is quiet', async () => {
    await using world = await fresh()
    const given = await deps(world, early)
    const asked = { step: print.id, reason: undefined }
    expect((await removeMilestone(given, ben, list.id, asked)).ok).toBe(true)
    expect((await removeMilestone(world.deps(now), dee, shop.id, asked)).ok).toBe(true)
    expect(await waiting(world.db)).toEqual([])
  })

  test('what waited for one that is gone waits for it no more', async () => {
    await using world = await fresh()
    const given = await deps(world, early)
    await removeMilestone(given, ben, list.id, { step: contract.id, reason: undefined })
    const left = (await goalById(world.db, acme, list.id))?.steps
    expect(left?.map(({ after }) => after)).toEqual([[], []])
  })

  const refusals: readonly [string, Person, Partial<StepDraft>, readonly Refusal[]][] = [
    ['someone outside the channel', finn, {}, [{ kind: 'no-such-goal', number: undefined }]],
    ['a member who does not own the goal', eve, {}, [{ kind: 'not-your-goal', number: 21 }]],
    ['whoever was named for another one', chen, {}, [{ kind: 'not-your-goal', number: 21 }]],
    ['no title', ben, { title: ' ' }, [{ kind: 'milestone-untitled' }]],
    [
      'a day after the goal’s',
      ben,
      { due: day('2026-07-01') },
      [{ kind: 'milestone-outside', start: list.start, due: list.due }],
    ],
    ['someone who is not in the channel', ben, { assignee: finn.id }, [{ kind: 'assignee-unable' }]],
    ['nobody we know', ben, { assignee: personId('U0NOBODY') }, [{ kind: 'assignee-unable' }]],
    [
      'after a goal nobody may see',
      ben,
      { after: [{ goal: secret.id, step: undefined }] },
      [{ kind: 'dependency-unknown' }],
    ],
    [
      'after a milestone that is not there',
      ben,
      { after: [{ goal: shop.id, step: stepId('gone') }] },
      [{ kind: 'dependency-unknown' }],
    ],
    [
      'after its own goal, which waits for it',
      ben,
      { after: [{ goal: list.id, step: undefined }] },
      [{ kind: 'dependency-cycle' }],
    ],
    [
      'several things at once',
      ben,
      { title: '', due: day('2026-07-01'), assignee: finn.id },
      [
        { kind: 'milestone-untitled' },
        { kind: 'milestone-outside', start: list.start, due: list.due },
        { kind: 'assignee-unable' },
      ],
    ],
  ]
  test.each(refusals)('refused: %s', async (_, actor, known, refusal) => {
    await using world = await fresh()
    const given = await deps(world)
    expect(await saveMilestone(given, actor, list.id, added(known))).toEqual({ ok: false, refusal })
    expect(await stepsIn(world)).toHaveLength(3)
  })

  test('someone who works in the owner’s private goal must be one who may see it', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const named = (assignee: typeof eve.id) => saveMilestone(given, dee, secret.id, added({ assignee }))
    expect(await named(eve.id)).toEqual({ ok: false, refusal: [{ kind: 'assignee-not-told' }] })
    expect((await named(ana.id)).ok).toBe(true)
  })

  test('a ring over two goals is refused', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const shopFirst = added({ after: [{ goal: shop.id, step: print.id }] })
    const waits = await saveMilestone(given, ben, list.id, shopFirst)
    expect(waits.ok).toBe(true)
    const back = await saveMilestone(given, dee, shop.id, {
      step: print.id,
      draft: { ...print, after: [{ goal: list.id, step: undefined }] },
      reason: undefined,
    })
    expect(back).toEqual({ ok: false, refusal: [{ kind: 'dependency-cycle' }] })
  })

  test('a twenty-first is refused, and a title past its length is cut', async () => {
    await using world = await fresh()
    const steps = Array.from({ length: 19 }, (_, index) => aStep({ id: stepId(`s-${index}`) }))
    const given = await deps(world, now, [{ ...list, steps }])
    expect((await saveMilestone(given, ben, list.id, added({ title: '💎'.repeat(200) }))).ok).toBe(true)
    const last = (await goalById(world.db, acme, list.id))?.steps.at(-1)
    expect([...(last?.title ?? '')]).toHaveLength(150)
    expect(await saveMilestone(given, ben, list.id, added())).toEqual({
      ok: false,
      refusal: [{ kind: 'too-many-milestones', most: 20 }],
    })
  })

  test.each([
    ['the owner', ben],
    ['a lead', ana],
    ['whoever delivers it', chen],
  ])('%s marks it done: who and when is kept, progress follows, and no goalpost moves', async (_, actor) => {
    await using world = await fresh()
    const given = await deps(world)
    const result = await markMilestone(given, actor, list.id, { step: legal.id, isDone: true })
    expect(result.ok).toBe(true)
    const goal = await goalById(world.db, acme, list.id)
    expect(goal).toMatchObject({ version: 1 })
    expect(goal?.steps[1]).toMatchObject({ isDone: true, doneBy: actor.id, doneAt: now })
    expect(goal && standingOf(goal, day('2026-05-13')).progress).toBeCloseTo(1 / 3)
    expect(await versionsOf(world.db, acme, list.id)).toHaveLength(1)
    expect(await deeds(world.db)).toEqual([`milestone-done by ${actor.id}`])
  })

  test('calendars hear of a mark as a change of the goal', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await markMilestone(given, ben, list.id, { step: legal.id, isDone: true })
    const changes = world.db.selectFrom('goal').select(['turns', 'changed_at']).where('id', '=', list.id)
    expect(await changes.execute()).toEqual([{ turns: 1, changed_at: now }])
  })

  test('nobody else marks it, and a mark can be taken back', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const mark = (actor: Person, isDone: boolean) =>
      markMilestone(given, actor, list.id, { step: legal.id, isDone })
    expect(await mark(eve, true)).toEqual({ ok: false, refusal: { kind: 'not-your-milestone' } })
    expect(await mark(finn, true)).toMatchObject({ refusal: { kind: 'no-such-goal' } })
    const stranger = aPerson({ id: ben.id, workspace: globex })
    expect(await mark(stranger, true)).toMatchObject({ refusal: { kind: 'no-such-goal' } })
    await mark(chen, true)
    await mark(ana, true)
    expect((await goalById(world.db, acme, list.id))?.steps[1]?.doneBy).toBe(chen.id)
    await mark(ben, false)
    expect((await goalById(world.db, acme, list.id))?.steps).toEqual(list.steps)
  })

  test('two people who mark at the same moment both have marked', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await Promise.all(
      [contract, legal, print].map(({ id }) =>
        markMilestone(given, ben, list.id, { step: id, isDone: true }),
      ),
    )
    expect((await goalById(world.db, acme, list.id))?.steps.every(({ isDone }) => isDone)).toBe(true)
  })

  test('the last mark of someone else offers the owner to close, once', async () => {
    await using world = await fresh()
    const steps = [{ ...contract, isDone: true }, legal]
    const given = await deps(world, now, [
      { ...list, steps },
      { ...shop, steps: [legal] },
    ])
    await markMilestone(given, chen, list.id, { step: legal.id, isDone: true })
    await markMilestone(given, chen, list.id, { step: legal.id, isDone: true })
    // Beside a number the milestones decide nothing.
    await markMilestone(given, chen, shop.id, { step: legal.id, isDone: true })
    expect(await waiting(world.db)).toEqual(['milestones-done -> U0BEN'])
  })

  test('whoever is given a milestone is told, and again when its day moves, but not of what they did themselves', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const save = (actor: typeof ben, known: Partial<StepDraft>) =>
      saveMilestone(given, actor, list.id, {
        step: legal.id,
        draft: { ...legal, ...known },
        reason: 'because',
      })
    await save(ben, { assignee: eve.id })
    await save(ben, { assignee: eve.id, title: 'Another name' })
    expect(await waiting(world.db)).toEqual(['milestone-given -> U0EVE'])
    await save(ben, { assignee: eve.id, due: day('2026-06-02') })
    await save(ben, { assignee: ben.id, due: day('2026-06-03') })
    expect((await waiting(world.db)).filter((letter) => letter.startsWith('milestone-given'))).toEqual([
      'milestone-given -> U0EVE',
      'milestone-given -> U0EVE',
    ])
  })

  test('a goal’s page and window tell what is late, blocked and squeezed, and the critical chain', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const sheet = await goalSheet(given, ben, { id: list.id })
    const plan = sheet.ok ? sheet.value.milestones : undefined
    expect(plan?.canAct).toBe(true)
    expect(plan?.chain).toEqual([
      { goal: undefined, step: 'Contract signed' },
      { goal: undefined, step: 'Legal has agreed' },
    ])
    expect(plan?.rows.map(({ isLate, blockedBy, assignee }) => ({ isLate, blockedBy, assignee }))).toEqual([
      { isLate: true, blockedBy: [], assignee: undefined },
      { isLate: false, blockedBy: [{ goal: undefined, step: 'Contract signed' }], assignee: 'Chen' },
      { isLate: false, blockedBy: [], assignee: undefined },
    ])
    const forChen = await milestoneSheet(given, chen, { id: list.id })
    expect(forChen.ok && forChen.value.canChange).toBe(false)
    expect(forChen.ok && forChen.value.rows.map(({ canMark }) => canMark)).toEqual([false, true, false])
    const forEve = await goalSheet(given, eve, { id: list.id })
    expect(forEve.ok && forEve.value.milestones.canAct).toBe(false)
  })

  test('the team’s free days count for what is squeezed', async () => {
    await using world = await fresh()
    const steps = [
      { ...contract, due: day('2026-05-15') },
      { ...legal, due: day('2026-05-20') },
    ]
    const given = await deps(world, now, [{ ...list, steps }])
    const slack = async (at: typeof given) => {
      const sheet = await milestoneSheet(at, ben, { id: list.id })
      return sheet.ok ? sheet.value.rows[1]?.slackDays : undefined
    }
    expect(await slack(given)).toBeUndefined()
    await world.db.updateTable('team').set({ company_days: '2026-05-18' }).execute()
    expect(await slack(given)).toBe(2)
  })

  test('what was made private since is not named', async () => {
    await using world = await fresh()
    const steps = [{ ...print, after: [{ goal: secret.id, step: contract.id }] }]
    const given = await deps(world, now, [{ ...list, steps }, secret])
    const seenBy = async (actor: Person) => {
      const sheet = await milestoneSheet(given, actor, { id: list.id })
      return sheet.ok ? sheet.value.rows[0]?.blockedBy : undefined
    }
    expect(await seenBy(ben)).toEqual([{ goal: undefined, step: undefined }])
    expect(await seenBy(ana)).toMatchObject([{ goal: { number: 23 }, step: 'Contract signed' }])
  })

  test('the choices are the goal’s other open milestones, then the team’s goals and theirs; no private ones', async () => {
    await using world = await fresh()
    const given = await deps(world)
    const choices = async (typed: string, actor: Person = ben) =>
      (await predecessorChoices(given, actor, { goal: list.id, step: print.id, typed })).map(
        ({ name }) => `${name.goal?.number ?? ''} ${name.step ?? ''}`,
      )
    expect(await choices('')).toEqual([' Contract signed', ' Legal has agreed', '22 ', '22 Printed'])
    expect(await choices('PRINT')).toEqual(['22 Printed'])
    expect(await choices('', finn)).toEqual([])
  })

  test('a goal’s form that was open meanwhile takes no mark and no milestone away', async () => {
    await using world = await fresh()
    const given = await deps(world)
    await markMilestone(given, ben, list.id, { step: legal.id, isDone: true })
    const terms = { ...termsOf(list), title: 'Publish it', steps: [] }
    const changes = { terms, coOwners: [], partner: undefined, visibility: 'team' as const }
    expect(await editGoal(given, ben, list.id, changes)).toMatchObject({ ok: true })
    expect((await goalById(world.db, acme, list.id))?.steps.map(({ isDone }) => isDone)).toEqual([
      false,
      true,
      false,
    ])
  })
})
