import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Goal, Status } from '../../src/domain/goal.ts'
import type { Person } from '../../src/domain/people.ts'
import { type WeekFacts, weekOf } from '../../src/domain/week.ts'
import { aGoal, ana, aStanding, ben, chen, day, goalId } from '../support/people.ts'

const one = (number: number, status: Status, owner: Person = ana, known: Partial<Goal> = {}) => ({
  owner,
  standing: aStanding({
    status,
    computed: status,
    goal: aGoal({ id: goalId(`g${number}`), number, owner: owner.id, ...known }),
  }),
})

const facts = (known: Partial<WeekFacts>): WeekFacts => ({
  today: day('2026-05-20'),
  goals: [],
  blockers: new Map(),
  away: new Set(),
  asks: [],
  ...known,
})
const numbers = (goals: readonly { standing: { goal: Goal } }[]) =>
  goals.map(({ standing }) => standing.goal.number)

describe('a week', () => {
  test('begins on its Monday', () => {
    expect(weekOf(facts({})).of).toBe('2026-05-18')
  })

  test('counts whoever answered, late or in time, among those who were asked and not excused', () => {
    const week = weekOf(facts({ asks: ['on-time', 'late', 'missed', 'excused', 'skipped'] }))
    expect([week.answered, week.asked]).toEqual([2, 3])
  })

  test('tells off-track and overdue goals among those at risk, the soonest due first', () => {
    const week = weekOf(
      facts({
        goals: [
          one(1, 'at-risk'),
          one(2, 'off-track', ben, { due: day('2026-06-01') }),
          one(3, 'overdue', chen, { due: day('2026-05-01') }),
          one(4, 'on-track'),
        ],
      }),
    )
    expect(numbers(week.atRisk)).toEqual([3, 2, 1])
    expect(numbers(week.onTrack)).toEqual([4])
  })

  test('a goal that is blocked stands there alone, with what blocks it', () => {
    const week = weekOf(facts({ goals: [one(1, 'on-track')], blockers: new Map([[goalId('g1'), 'legal']]) }))
    expect(week.blocked.map(({ blocker }) => blocker)).toEqual(['legal'])
    expect(week.onTrack).toEqual([])
  })

  test('whoever is away is named apart, and their goals are no news; what they reached is', () => {
    const week = weekOf(
      facts({
        goals: [one(1, 'off-track', ben), one(2, 'done', ben, { state: 'reached' })],
        away: new Set([ben.id]),
        blockers: new Map([[goalId('g1'), 'legal']]),
      }),
    )
    expect(week.away).toEqual(['Ben'])
    expect([week.atRisk, week.blocked, numbers(week.reached)]).toEqual([[], [], [2]])
  })

  test('a range that is kept is on track until its last day, a goal that was given up is nowhere', () => {
    const week = weekOf(
      facts({
        goals: [one(1, 'done', ana, { kind: 'maintain' }), one(2, 'on-track', ana, { state: 'retired' })],
      }),
    )
    expect(numbers(week.onTrack)).toEqual([1])
    expect(week.reached).toEqual([])
  })

  test('every goal that is not given up or left behind stands in exactly one list', () => {
    const statuses = ['done', 'overdue', 'no-data', 'too-early', 'on-track', 'at-risk', 'off-track'] as const
    fc.assert(
      fc.property(
        fc.array(fc.record({ status: fc.constantFrom(...statuses), isBlocked: fc.boolean() }), {
          maxLength: 40,
        }),
        (drawn) => {
          const goals = drawn.map(({ status }, index) => one(index, status))
          const blockers = new Map(
            drawn.flatMap(({ isBlocked }, index) => (isBlocked ? [[goalId(`g${index}`), 'x'] as const] : [])),
          )
          const { reached, blocked, atRisk, onTrack, waiting } = weekOf(facts({ goals, blockers }))
          const told = numbers([...reached, ...blocked, ...atRisk, ...onTrack, ...waiting])
          expect(told.toSorted((a, b) => a - b)).toEqual(goals.map((_, index) => index))
        },
      ),
    )
  })
})
