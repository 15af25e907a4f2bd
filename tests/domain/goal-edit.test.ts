import { expect, test } from 'vitest'
import type { Goal, GoalTerms } from '../../src/domain/goal.ts'
import { editBarrier, editRefusals, type GoalEdit, judgeEdit } from '../../src/domain/goal-edit.ts'
import { termsOf } from '../../src/domain/terms.ts'
import { aGoal, ana, ben, chen, day, dee, instant } from '../support/people.ts'

const made = instant('2026-04-01T08:00Z')
const unlocked = instant('2026-04-04T07:59Z')
const locked = instant('2026-04-04T08:00Z')
const weekLater = instant('2026-04-11T08:00Z')

/** Ana owns it, Dee is her partner, Ben leads, Chen is a member. */
const goal = aGoal({ createdAt: made, partner: dee.id, baseline: 0, target: 20 })
const as = (person: typeof ana, isLead = false) => ({ person: person.id, isMember: true, isLead })

function edit(terms: Partial<GoalTerms>, rest: Partial<GoalEdit> = {}, of: Goal = goal): GoalEdit {
  const { coOwners, partner, visibility } = of
  return { terms: { ...termsOf(of), ...terms }, coOwners, partner, visibility, reason: undefined, ...rest }
}

const kinds = (asked: GoalEdit, now = locked, from = as(ana)) =>
  editRefusals(goal, asked, judgeEdit(goal, asked, now), from).map((refusal) => refusal.kind)

test.each([
  ['a lower target before the lock', unlocked, { target: 10 }, 'same', unlocked, false],
  ['a lower target', locked, { target: 10 }, 'easier', weekLater, true],
  ['a later day', locked, { due: day('2026-07-31') }, 'easier', weekLater, true],
  ['a higher target', locked, { target: 30 }, 'harder', locked, true],
  ['a sooner day', locked, { due: day('2026-06-01') }, 'harder', locked, true],
  ['another title', locked, { title: 'Sign deals' }, 'same', locked, false],
  ['another reason', locked, { why: 'growth' }, 'same', locked, false],
] as const)('%s', (_what, now, terms, ease, countsFrom, isPosted) => {
  expect(judgeEdit(goal, edit(terms), now)).toEqual({
    isLocked: now === locked,
    ease,
    countsFrom,
    isPosted,
  })
})

test('the first check-in locks a goal before its 72 hours are over', () => {
  const answered = aGoal({ createdAt: made, firstCheckInAt: instant('2026-04-02T08:00Z') })
  const asked = edit({ target: 10 }, {}, answered)
  expect(judgeEdit(answered, asked, instant('2026-04-02T07:59Z')).isLocked).toBe(false)
  expect(judgeEdit(answered, asked, instant('2026-04-02T08:00Z')).ease).toBe('easier')
})

test('easing needs a reason once the goal is locked', () => {
  expect(kinds(edit({ target: 10 }))).toEqual(['reason-needed'])
  expect(kinds(edit({ target: 10 }, { reason: 'two people left' }))).toEqual([])
  expect(kinds(edit({ target: 10 }), unlocked)).toEqual([])
  expect(kinds(edit({ target: 30 }))).toEqual([])
})

test('a baseline moves before the lock, or with a lead or the partner', () => {
  const asked = edit({ baseline: 5 }, { reason: 'miscounted' })
  expect(kinds(asked)).toEqual(['baseline-needs-approval'])
  expect(kinds(asked, unlocked)).toEqual([])
  expect(kinds(asked, locked, as(dee))).toEqual([])
  expect(kinds(asked, locked, as(ben, true))).toEqual([])
})

test('nobody is their own partner', () => {
  expect(kinds(edit({}, { partner: ana.id }))).toEqual(['partner-is-owner'])
})

test.each([
  ['the owner', as(ana), { target: 30 }, undefined],
  ['a lead', as(ben, true), { target: 30 }, undefined],
  ['a member', as(chen), { target: 30 }, 'not-your-goal'],
  ['the partner', as(dee), { target: 30 }, 'not-your-goal'],
  ['the partner, the baseline alone', as(dee), { baseline: 5 }, undefined],
  ['the partner, the baseline and more', as(dee), { baseline: 5, target: 30 }, 'not-your-goal'],
  ['a member, the baseline alone', as(chen), { baseline: 5 }, 'not-your-goal'],
  ['the owner, nothing', as(ana), {}, 'nothing-changed'],
] as const)('who edits: %s', (_who, from, terms, kind) => {
  expect(editBarrier(goal, edit(terms), from)?.kind).toBe(kind)
})

test('a change of people or visibility alone is a change', () => {
  expect(editBarrier(goal, edit({}, { partner: undefined }), as(ana))).toBeUndefined()
  expect(editBarrier(goal, edit({}, { coOwners: [ben.id] }), as(ana))).toBeUndefined()
  expect(editBarrier(goal, edit({}, { visibility: 'private' }), as(ana))).toBeUndefined()
})

test('a closed goal is not edited', () => {
  const closed = aGoal({ ...goal, state: 'reached' })
  expect(editBarrier(closed, edit({ target: 30 }), as(ana))?.kind).toBe('goal-closed')
})
