import { describe, expect, test } from 'vitest'
import type { GoalTerms, Step } from '../../src/domain/goal.ts'
import { easeOf } from '../../src/domain/goal-rules.ts'
import { scoringPace } from '../../src/domain/leaderboard.ts'
import {
  areAllDone,
  easeOfSteps,
  inOrder,
  marked,
  mayMark,
  stepRefusals,
  withMarks,
  withoutStep,
  withStep,
} from '../../src/domain/milestones.ts'
import {
  aGoal,
  ana,
  aStep,
  aVersion,
  ben,
  chen,
  day,
  goalId,
  instant,
  someTerms,
  stepId,
} from '../support/people.ts'

const one = aStep({ weight: 2 })
const two = aStep({ id: stepId('step-2'), weight: 2, due: day('2026-05-20') })
const done = aStep({ id: stepId('step-3'), isDone: true })
const at = instant('2026-05-10T08:00Z')

describe('what a milestone may be', () => {
  const terms = { start: day('2026-04-01'), due: day('2026-06-30') }
  test.each<[string, Partial<Step>, readonly string[]]>([
    ['in its goal’s window', { due: day('2026-06-30') }, []],
    ['on the first day', { due: day('2026-04-01') }, []],
    ['without a date', {}, []],
    ['after the goal', { due: day('2026-07-01') }, ['milestone-outside']],
    ['before the goal', { due: day('2026-03-31') }, ['milestone-outside']],
    ['without a title that can be seen', { title: ' \u200b ' }, ['milestone-untitled']],
  ])('%s', (_, known, kinds) => {
    expect(stepRefusals(terms, aStep(known)).map(({ kind }) => kind)).toEqual(kinds)
  })
})

test.each([
  ['the owner', ana.id, false, true],
  ['a lead', chen.id, true, true],
  ['whoever is named for it', ben.id, false, true],
  ['anyone else', chen.id, false, false],
])('%s marks it done: %s', (_, person, isLead, may) => {
  const step = aStep({ assignee: ben.id })
  expect(mayMark(aGoal({ steps: [step] }), step, { person, isMember: true, isLead })).toBe(may)
})

test('a co-owner marks any of them done', () => {
  const goal = aGoal({ coOwners: [chen.id], steps: [one] })
  expect(mayMark(goal, one, { person: chen.id, isMember: true, isLead: false })).toBe(true)
})

test('they stand by date, those that come with the goal last', () => {
  const early = aStep({ id: stepId('step-4'), due: day('2026-05-01') })
  expect(inOrder([one, two, done, early])).toEqual([early, two, one, done])
})

test('a changed one keeps its place and a new one comes last', () => {
  expect(withStep([one, two], { ...one, title: 'New' })).toEqual([{ ...one, title: 'New' }, two])
  expect(withStep([one], two)).toEqual([one, two])
})

test('nothing waits for a milestone that is gone', () => {
  const id = goalId('g')
  const other = { goal: goalId('h'), step: one.id }
  const waiting = { ...two, after: [{ goal: id, step: one.id }, other] }
  expect(withoutStep({ id, steps: [one, waiting] }, one.id)).toEqual([{ ...waiting, after: [other] }])
})

test('a mark tells who and when, and can be taken back', () => {
  const mark = marked(one, { by: ben.id, at })
  expect(mark).toEqual({ ...one, isDone: true, doneBy: ben.id, doneAt: at })
  expect(marked(mark, undefined)).toEqual(one)
  expect(areAllDone([mark, done])).toBe(true)
  expect(areAllDone([])).toBe(false)
})

describe('what is easier', () => {
  test.each<[string, readonly Step[], string]>([
    ['as they were', [one, two, done], 'same'],
    ['a later date', [one, { ...two, due: day('2026-06-20') }, done], 'same'],
    ['another person', [{ ...one, assignee: ben.id }, two, done], 'same'],
    ['one more', [one, two, done, aStep({ id: stepId('new') })], 'same'],
    ['a mark', [{ ...one, isDone: true }, two, done], 'same'],
    ['an open one left out', [two, done], 'easier'],
    ['an open one lighter', [{ ...one, weight: 1 }, two, done], 'easier'],
    ['a done one heavier', [one, two, { ...done, weight: 5 }], 'easier'],
    ['an open one heavier', [{ ...one, weight: 5 }, two, done], 'same'],
    ['a done one left out', [one, two], 'same'],
  ])('%s: %s', (_, after, ease) => expect(easeOfSteps([one, two, done], after)).toBe(ease))

  test('only where milestones are what counts', () => {
    const ease = (kind: GoalTerms['kind']) =>
      easeOf(someTerms({ kind, steps: [one, two] }), someTerms({ kind, steps: [two] }))
    expect(ease('milestone')).toBe('easier')
    expect(ease('cumulative')).toBe('same')
  })
})

describe('marks are no goalposts', () => {
  test('old terms are measured by what is done now; what was left out stays undone', () => {
    const now = [{ ...two, isDone: true, doneBy: ben.id, doneAt: at }]
    expect(withMarks([one, two], now)).toEqual([one, { ...two, isDone: true, doneBy: ben.id, doneAt: at }])
  })

  test('while an easing waits its week, the pace is by the milestones that were promised', () => {
    const terms = someTerms({
      kind: 'milestone',
      measure: 'deliverable',
      baseline: undefined,
      target: undefined,
      steps: [one, two],
    })
    const goal = aGoal({ ...terms, steps: [{ ...two, isDone: true }], version: 2 })
    const versions = [
      aVersion({ terms }),
      aVersion({
        version: 2,
        terms: { ...terms, steps: [two] },
        ease: 'easier',
        countsFrom: instant('2026-05-20T08:00Z'),
      }),
    ]
    const pace = (now: string) => scoringPace(goal, versions, instant(now), day('2026-05-16'))
    expect(pace('2026-05-16T08:00Z')).toBe(1)
    expect(pace('2026-05-20T08:00Z')).toBe(1.15)
  })
})
