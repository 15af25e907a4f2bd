import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Branch,
  coveredShare,
  meanOf,
  misplacement,
  treeOf,
  worstOf,
} from '../../src/domain/alignment.ts'
import type { Goal, Size, Standing, Status } from '../../src/domain/goal.ts'
import type { GoalId } from '../../src/domain/types.ts'
import { aGoal, aStanding, aStep, day, goalId } from '../support/people.ts'
import { holds } from '../support/properties.ts'

const placed = (id: string, parent?: string) => ({
  id: goalId(id),
  parent: parent === undefined ? undefined : goalId(parent),
})
const goal = (id: string, parent?: string, known: Partial<Goal> = {}): Goal =>
  aGoal({ ...placed(id, parent), why: 'growth', ...known })
const at = (given: Goal, known: Partial<Standing> = {}) => aStanding({ goal: given, ...known })

const flat = (branches: readonly Branch[]): readonly Branch[] =>
  branches.flatMap((branch) => [branch, ...flat(branch.children)])
const branchOf = (id: string, standings: readonly Standing[]) =>
  flat(treeOf(standings)).find(({ standing }) => standing.goal.id === id)
const warned = (id: string, goals: readonly Goal[]) =>
  branchOf(
    id,
    goals.map((one) => at(one)),
  )?.warnings.map(({ kind }) => kind)

describe('where a goal may hang (domain.md §6.2)', () => {
  /** company → team → person → task, and a goal of its own. */
  const family = [
    placed('company'),
    placed('team', 'company'),
    placed('person', 'team'),
    placed('task', 'person'),
    placed('own'),
    placed('owns-part', 'own'),
  ]

  test.each<[string, string | undefined, string, string | undefined]>([
    ['a new goal under the top', undefined, 'company', undefined],
    ['a new goal on the fourth level', undefined, 'person', undefined],
    ['a new goal on a fifth level', undefined, 'task', 'parent-too-deep'],
    ['itself', 'own', 'own', 'parent-cycle'],
    ['its child', 'company', 'team', 'parent-cycle'],
    ['what is far below it', 'company', 'task', 'parent-cycle'],
    ['a goal with a child where both fit', 'own', 'team', undefined],
    ['a goal with a child where the child does not', 'own', 'person', 'parent-too-deep'],
    ['a move further up', 'task', 'company', undefined],
    ['where it is already', 'task', 'person', undefined],
  ])('%s', (_, moved, parent, refusal) => {
    const id = moved === undefined ? undefined : goalId(moved)
    expect(misplacement(id, goalId(parent), family)).toBe(refusal)
  })

  test('whatever is let in, the tree stays a tree of at most four levels', () => {
    const moves = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 40 })
    holds(
      fc.property(moves, (wished) => {
        const parents = new Map<GoalId, GoalId | undefined>(
          Array.from({ length: 8 }, (_, index) => [goalId(`g${index}`), undefined]),
        )
        const all = () => [...parents].map(([id, parent]) => ({ id, parent }))
        for (const [child, parent] of wished) {
          const [id, above] = [goalId(`g${child}`), goalId(`g${parent}`)]
          if (misplacement(id, above, all()) === undefined) parents.set(id, above)
        }
        const shown = flat(treeOf(all().map((one) => at(goal(one.id, one.parent)))))
        expect(shown.length).toBe(8)
        expect(Math.max(...shown.map(({ depth }) => depth))).toBeLessThanOrEqual(4)
        const kinds = shown.flatMap(({ warnings }) => warnings.map(({ kind }) => kind))
        expect(kinds).not.toContain('cycle')
        expect(kinds).not.toContain('too-deep')
      }),
    )
  })

  test('a ring in old data neither hangs nor hides a goal', () => {
    const ringed = [goal('a', 'b'), goal('b', 'a'), goal('c', 'a')]
    const shown = flat(treeOf(ringed.map((one) => at(one))))
    expect(shown.map(({ standing }) => standing.goal.id).toSorted()).toEqual(['a', 'b', 'c'])
    expect(warned('a', ringed)).toEqual(['cycle'])
    expect(misplacement(goalId('c'), goalId('b'), ringed)).toBeUndefined()
  })
})

describe('the status of a parent (domain.md §3.3)', () => {
  test.each<[readonly Status[], Status]>([
    [['on-track', 'at-risk', 'on-track'], 'at-risk'],
    [['at-risk', 'off-track'], 'off-track'],
    [['off-track', 'overdue'], 'overdue'],
    [['done', 'done'], 'done'],
    [['done', 'on-track'], 'on-track'],
    [['on-track', 'no-data'], 'no-data'],
    [['at-risk', 'no-data'], 'at-risk'],
    [['too-early', 'on-track'], 'on-track'],
    [['too-early', 'done'], 'too-early'],
  ])('of %j it is %s', (statuses, status) => {
    expect(worstOf(statuses.map((one) => ({ status: one })))).toBe(status)
  })

  test('it is its worst child’s, through all levels, whatever its own numbers say', () => {
    const standings = [
      at(goal('company'), { status: 'on-track' }),
      at(goal('team', 'company'), { status: 'on-track' }),
      at(goal('ana', 'team'), { status: 'off-track', progress: 0.1 }),
      at(goal('ben', 'team'), { status: 'on-track', progress: 0.5 }),
    ]
    expect(branchOf('company', standings)).toMatchObject({ status: 'off-track', progress: 0.3, depth: 1 })
    expect(branchOf('ana', standings)).toMatchObject({ status: 'off-track', progress: 0.1, depth: 3 })
  })

  test('a retired child no longer counts', () => {
    const standings = [
      at(goal('top'), { status: 'on-track', progress: 0.4 }),
      at(goal('gone', 'top', { state: 'retired' }), { status: 'off-track', progress: 0 }),
    ]
    expect(branchOf('top', standings)).toMatchObject({ status: 'on-track', progress: 0.4 })
  })

  test('progress is the mean by size, and below the baseline counts as nothing', () => {
    const of = (progress: number, size: Size) => ({ progress, standing: { goal: { size } } })
    expect(meanOf([of(1, 'large'), of(0, 'medium'), of(0.5, 'medium')])).toBe(0.625)
    expect(meanOf([of(-3, 'medium'), of(0.5, 'medium')])).toBe(0.25)
  })

  test('the mean lies between its least and its most, and no order changes it', () => {
    const children = fc.array(
      fc.record({
        progress: fc.double({ min: -2, max: 2, noNaN: true }),
        size: fc.constantFrom<Size>('small', 'medium', 'large'),
      }),
      { minLength: 1, maxLength: 8 },
    )
    holds(
      fc.property(children, (drawn) => {
        const given = drawn.map(({ progress, size }) => ({ progress, standing: { goal: { size } } }))
        const counted = drawn.map(({ progress }) => Math.max(0, progress))
        const mean = meanOf(given)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...counted) - 1e-9)
        expect(mean).toBeLessThanOrEqual(Math.max(...counted) + 1e-9)
        expect(meanOf(given.toReversed())).toBeCloseTo(mean, 9)
      }),
    )
  })
})

describe('what is warned of', () => {
  test('a child that ends after its parent', () => {
    const later = goal('child', 'top', { due: day('2026-07-01') })
    expect(warned('child', [goal('top'), later])).toEqual(['ends-after-parent'])
    expect(warned('child', [goal('top'), goal('child', 'top')])).toEqual([])
  })

  test('the same measure the other way', () => {
    const down = goal('child', 'top', { direction: 'down' })
    expect(warned('child', [goal('top'), down])).toEqual(['directions-conflict'])
    const other = goal('child', 'top', { direction: 'down', measure: 'churn', kind: 'reach' })
    expect(warned('child', [goal('top'), other])).toEqual([])
  })

  test.each<[string, readonly Partial<Goal>[], readonly string[]]>([
    ['18 of 20 are enough', [{ target: 9 }, { target: 9 }], []],
    ['17 of 20 fall short', [{ target: 9 }, { target: 8 }], ['children-fall-short']],
    ['what was there already is no way', [{ target: 18, baseline: 5 }], ['children-fall-short']],
    ['another unit says nothing', [{ target: 1, unit: { kind: 'count', noun: 'calls' } }], []],
    ['another kind says nothing', [{ target: 1, kind: 'reach' }], []],
  ])('children that add up: %s', (_, children, kinds) => {
    const goals = children.map((known, index) => goal(`child-${index}`, 'top', known))
    expect(warned('top', [goal('top'), ...goals])).toEqual(kinds)
  })

  test('what the children cover is told as a share', () => {
    const children = [goal('a', 'top', { target: 5 }), goal('b', 'top', { target: 7 })]
    expect(coveredShare(goal('top'), children)).toBe(0.6)
    expect(coveredShare(goal('top', undefined, { kind: 'reach' }), children)).toBeUndefined()
  })

  test('a long goal that nothing adds up to', () => {
    const year = { start: day('2026-01-01'), due: day('2026-12-31') }
    expect(warned('year', [goal('year', undefined, year)])).toEqual(['no-child'])
    expect(warned('year', [goal('year', undefined, { ...year, steps: [aStep()] })])).toEqual([])
    expect(warned('year', [goal('year', undefined, year), goal('q', 'year')])).not.toContain('no-child')
    expect(warned('quarter', [goal('quarter')])).toEqual([])
  })

  test('an orphan: its parent was retired, or it serves nothing where others do', () => {
    const retired = goal('top', undefined, { state: 'retired' })
    expect(warned('child', [retired, goal('child', 'top')])).toEqual(['orphan'])
    const lost = goal('lost', undefined, { why: undefined })
    expect(warned('lost', [goal('top'), goal('child', 'top'), lost])).toEqual(['orphan'])
    expect(warned('lost', [lost])).toEqual([])
    expect(warned('why', [goal('top'), goal('child', 'top'), goal('why')])).toEqual([])
  })

  test('a parent that nobody here may see makes no orphan', () => {
    expect(warned('child', [goal('child', 'hidden', { why: undefined })])).toEqual([])
  })
})

test('every goal is shown once, under its parent where that is there', () => {
  const drawn = fc.array(fc.option(fc.nat({ max: 9 }), { nil: undefined }), { minLength: 1, maxLength: 10 })
  holds(
    fc.property(drawn, (parents) => {
      const goals = parents.map((parent, index) =>
        goal(`g${index}`, parent === undefined ? undefined : `g${parent}`),
      )
      const shown = flat(treeOf(goals.map((one) => at(one))))
      expect(shown.map(({ standing }) => standing.goal.id).toSorted()).toEqual(
        goals.map(({ id }) => id).toSorted(),
      )
      for (const { standing, children } of shown)
        for (const child of children) expect(child.standing.goal.parent).toBe(standing.goal.id)
    }),
  )
})
