import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Goal, Size } from '../../src/domain/goal.ts'
import { bestMove, levelOf, loadOf, overloadBetween } from '../../src/domain/load.ts'
import { addDays } from '../../src/domain/time.ts'
import { aGoal, ana, aStep, ben, chen, day, goalId, stepId } from '../support/people.ts'
import { holds } from '../support/properties.ts'

const today = day('2026-05-13')
const monday = day('2026-05-11')

let count = 0
function goalOf(size: Size, known: Partial<Goal> = {}): Goal {
  count += 1
  return aGoal({ id: goalId(`goal-${count}`), number: count, size, ...known })
}
const dueOn = (date: string, index: number) => aStep({ id: stepId(`step-${index}`), due: day(date) })

/** Domain.md §6.4: 3 medium and 1 large. */
const large = goalOf('large')
const anas = [goalOf('medium'), goalOf('medium'), goalOf('medium'), large]

describe('the load of a week (domain.md §6.4)', () => {
  test.each([
    [0, 'ok'],
    [6, 'ok'],
    [7, 'busy'],
    [9, 'busy'],
    [10, 'overloaded'],
  ])('%d points are %s', (points, level) => expect(levelOf(points)).toBe(level))

  test('Ana’s three medium goals and a large one are 10: overloaded', () => {
    expect(loadOf(ana.id, anas, today, today)).toEqual({
      week: monday,
      points: 10,
      level: 'overloaded',
      goals: 4,
      milestones: 0,
      hasTooManyGoals: false,
      hasTooManyMilestones: false,
    })
  })

  test('small ones count one, and each open milestone due that week one more', () => {
    const steps = [
      dueOn('2026-05-11', 1),
      dueOn('2026-05-17', 2),
      dueOn('2026-05-18', 3),
      { ...dueOn('2026-05-12', 4), isDone: true },
    ]
    expect(loadOf(ana.id, [goalOf('small', { steps })], today, today)).toMatchObject({
      points: 3,
      milestones: 2,
    })
  })

  test('a milestone without a date is due with its goal', () => {
    const goals = [goalOf('small', { due: day('2026-05-15'), steps: [aStep()] })]
    expect(loadOf(ana.id, goals, today, today).milestones).toBe(1)
  })

  test('whoever was named for a milestone carries it, not the goal’s owner', () => {
    const goals = [goalOf('small', { steps: [{ ...dueOn('2026-05-12', 1), assignee: ben.id }] })]
    expect(loadOf(ana.id, goals, today, today).points).toBe(1)
    expect(loadOf(ben.id, goals, today, today).points).toBe(1)
  })

  test.each<[string, Partial<Goal>, number]>([
    ['begins on the week’s Sunday', { start: day('2026-05-17') }, 2],
    ['begins a day later', { start: day('2026-05-18') }, 0],
    ['is due on its Monday', { due: day('2026-05-11') }, 2],
    ['is past its day and open', { due: day('2026-05-01') }, 2],
    ['is closed', { state: 'reached' }, 0],
  ])('a goal that %s counts %s as %d', (_, known, points) => {
    expect(loadOf(ana.id, [goalOf('medium', known)], today, today).points).toBe(points)
  })

  test('a goal that ends this week leaves the next one free', () => {
    const goals = [goalOf('medium', { due: day('2026-05-15') })]
    expect(loadOf(ana.id, goals, day('2026-05-18'), today).points).toBe(0)
  })

  test('more than five goals or three milestones are too many whatever they weigh', () => {
    const six = Array.from({ length: 6 }, () => goalOf('small'))
    expect(loadOf(ana.id, six, today, today)).toMatchObject({ level: 'ok', hasTooManyGoals: true })
    const four = [1, 2, 3, 4].map((index) => dueOn('2026-05-14', index))
    expect(loadOf(ana.id, [goalOf('small', { steps: four })], today, today)).toMatchObject({
      level: 'ok',
      hasTooManyMilestones: true,
    })
  })
})

describe('more than one can carry on the way to a date', () => {
  test('the fullest week is told', () => {
    const later = anas.map((goal) => ({ ...goal, start: day('2026-06-01') }))
    const found = overloadBetween(ana.id, later, today, day('2026-06-30'), today)
    expect(found).toMatchObject({ week: '2026-06-01', points: 10 })
    expect(overloadBetween(ana.id, later, today, day('2026-05-31'), today)).toBeUndefined()
  })

  test('a goal of two centuries is looked at for two years', () => {
    const far = day('2226-01-01')
    expect(overloadBetween(ana.id, [goalOf('small', { due: far })], today, far, today)).toBeUndefined()
  })
})

describe('the move that helps most', () => {
  const noSlack = () => 0

  test('Ana’s large goal: without it she has 6, which is ok', () => {
    expect(bestMove(ana.id, anas, today, today, noSlack)).toEqual({
      goal: large,
      step: undefined,
      before: 10,
      after: 6,
      mate: undefined,
    })
  })

  test('nothing is moved where nobody is overloaded', () => {
    expect(bestMove(ana.id, anas.slice(0, 3), today, today, noSlack)).toBeUndefined()
  })

  test('of goals that help alike the one with most slack goes first', () => {
    const goals = [goalOf('large'), goalOf('large'), goalOf('medium')]
    const slack = (goal: { readonly id: string }) => (goal.id === goals[1]?.id ? 9 : 2)
    expect(bestMove(ana.id, goals, today, today, slack)?.goal).toBe(goals[1])
  })

  test('where nothing ends the overload, what takes most off it goes first', () => {
    const goals = [large, ...[1, 2, 3].map(() => goalOf('large')), goalOf('medium')]
    const move = bestMove(ana.id, goals, today, today, ({ number }) => number)
    expect(move).toMatchObject({ before: 18, after: 14 })
    expect(move?.goal).toBe(goals[3])
  })

  test('a milestone goes where no goal has to', () => {
    const steps = [1, 2, 3, 4, 5, 6, 7].map((index) => dueOn('2026-05-14', index))
    const goals = [goalOf('small', { steps }), goalOf('medium')]
    const move = bestMove(ana.id, goals, today, today, () => -5)
    expect(move).toMatchObject({ step: { id: 'step-1' }, before: 10, after: 9 })
  })

  test('it goes to whoever works for the same parent and carries least', () => {
    const parent = goalId('parent')
    const shared = { ...large, parent }
    const bens = [goalOf('large', { owner: ben.id, parent }), goalOf('small', { owner: ben.id })]
    const chens = goalOf('medium', { owner: chen.id, parent })
    const goals = [...anas.slice(0, 3), shared, ...bens, chens]
    expect(bestMove(ana.id, goals, today, today, noSlack)?.mate).toEqual({
      person: chen.id,
      before: 2,
      after: 6,
    })
    const without = goals.filter((goal) => goal !== chens)
    expect(bestMove(ana.id, without, today, today, noSlack)?.mate).toMatchObject({ person: ben.id, after: 9 })
  })

  test('nobody is handed what would overload them, nor what has no parent', () => {
    const parent = goalId('parent')
    const bens = [goalOf('large', { owner: ben.id, parent }), goalOf('large', { owner: ben.id })]
    const goals = [...anas.slice(0, 3), { ...large, parent }, ...bens]
    expect(bestMove(ana.id, goals, today, today, noSlack)?.mate).toBeUndefined()
    const alone = [...anas, goalOf('small', { owner: chen.id, parent })]
    expect(bestMove(ana.id, alone, today, today, noSlack)?.mate).toBeUndefined()
  })

  const people = fc.constantFrom(ana.id, ben.id, chen.id)
  const anyGoals = fc.array(
    fc
      .record({
        size: fc.constantFrom<Size>('small', 'medium', 'large'),
        owner: people,
        parent: fc.constantFrom(undefined, goalId('p'), goalId('q')),
        days: fc.integer({ min: -20, max: 60 }),
        steps: fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 3 }),
      })
      .map(({ size, owner, parent, days, steps }) =>
        goalOf(size, {
          owner,
          parent,
          due: addDays(today, days),
          steps: steps.map((away, index) =>
            aStep({ id: stepId(`step-${index}`), due: addDays(today, away) }),
          ),
        }),
      ),
    { maxLength: 14 },
  )

  test('a move always relieves, never overloads who it goes to, and is only offered to the overloaded', () => {
    holds(
      fc.property(anyGoals, people, (goals, person) => {
        const load = loadOf(person, goals, today, today)
        const move = bestMove(person, goals, today, today, (goal) => goal.number)
        expect(move !== undefined).toBe(load.level === 'overloaded')
        expect(move?.before ?? load.points).toBe(load.points)
        expect(move?.after ?? -1).toBeLessThan(load.points)
        expect(move?.mate?.after ?? 0).toBeLessThanOrEqual(9)
        expect(move?.mate?.before ?? -1).toBeLessThan(load.points)
        expect(move?.mate?.person).not.toBe(person)
      }),
    )
  })

  test('everyone’s points together are those of all open goals and milestones of the week', () => {
    holds(
      fc.property(anyGoals, (goals) => {
        const all = [ana, ben, chen].map(({ id }) => loadOf(id, goals, today, today).points)
        const alone = goals.map((goal) => loadOf(goal.owner, [goal], today, today).points)
        const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
        expect(sum(all)).toBe(sum(alone))
      }),
    )
  })
})
