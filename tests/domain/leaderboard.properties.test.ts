import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CheckInOutcome, type Contender, rank, scoreOf } from '../../src/domain/leaderboard.ts'
import { personId } from '../support/people.ts'
import { holds } from '../support/properties.ts'

const outcomes = fc.constantFrom<CheckInOutcome>('on-time', 'late', 'missed', 'excused', 'skipped')
const verdicts = fc.constantFrom('comfortable', 'realistic', 'stretch', 'over-ambitious', 'unknown')
const contenders = fc
  .array(
    fc.record({
      name: fc.constantFrom('Ana', 'Ben', 'Chen', '陳', 'Émile', 'ana', 'Zoë'),
      isOffBoard: fc.boolean(),
      daysInTeam: fc.constantFrom(3, 14, 200),
      goals: fc.array(fc.record({ pace: fc.constantFrom(-1, 0, 0.4, 0.95, 1, 1.1, 9), verdict: verdicts }), {
        maxLength: 7,
      }),
      outcomes: fc.array(outcomes, { maxLength: 9 }),
    }),
    { maxLength: 12 },
  )
  .map((known) =>
    known.map(
      (one, index): Contender => ({ ...one, name: `${one.name} ${index}`, person: personId(`U${index}`) }),
    ),
  )

test('the order of those who come in says nothing', () => {
  const shuffled = contenders.chain((team) =>
    fc.tuple(
      fc.constant(team),
      fc.shuffledSubarray(team, { minLength: team.length, maxLength: team.length }),
    ),
  )
  holds(
    fc.property(shuffled, ([team, other]) => {
      const { teamPace, teamOnTime, ...board } = rank(team)
      expect(rank(other)).toMatchObject(board)
      expect(rank(other).teamPace ?? 0).toBeCloseTo(teamPace ?? 0, 9)
      expect(rank(other).teamOnTime ?? 0).toBeCloseTo(teamOnTime ?? 0, 9)
    }),
    300,
  )
})

test('whoever opts out is never named, and the others rank as if alone', () => {
  holds(
    fc.property(contenders, (team) => {
      const board = rank(team)
      const told = JSON.stringify(board)
      const hidden = team.filter((one) => one.isOffBoard)
      for (const one of hidden) {
        expect(told).not.toContain(`"${one.name}"`)
        expect(told).not.toContain(`"${one.person}"`)
      }
      expect(board.hiddenCount).toBe(hidden.length)
      expect(board.ranked).toEqual(rank(team.filter((one) => !one.isOffBoard)).ranked)
    }),
    300,
  )
})

test('ranks follow scores, names are shown for four or more, and ties at the cut stay together', () => {
  holds(
    fc.property(contenders, (team) => {
      const { ranked, shown, isTeamOnly } = rank(team)
      expect(isTeamOnly).toBe(ranked.length < 4)
      for (const one of ranked) {
        expect(one.rank).toBe(1 + ranked.filter((other) => other.score > one.score).length)
        expect(one.score).toBeGreaterThanOrEqual(0)
        expect(one.score).toBeLessThanOrEqual(111)
        expect(Number.isInteger(one.score)).toBe(true)
      }
      if (isTeamOnly) {
        expect(shown).toEqual([])
        return
      }
      expect(shown).toEqual(ranked.slice(0, shown.length))
      expect(shown.length).toBeGreaterThanOrEqual(Math.min(3, Math.floor(ranked.length / 2)))
      expect(ranked[shown.length]?.score ?? -1).toBeLessThan(shown.at(-1)?.score ?? 0)
    }),
    300,
  )
})

test('more progress never lowers a score', () => {
  holds(
    fc.property(contenders, fc.double({ min: 0, max: 2, noNaN: true }), (team, more) => {
      for (const one of team) {
        const before = scoreOf(one)?.score ?? 0
        const [first, ...rest] = one.goals
        if (first === undefined) continue
        const ahead = { ...one, goals: [{ ...first, pace: first.pace + more }, ...rest] }
        expect(scoreOf(ahead)?.score ?? 0).toBeGreaterThanOrEqual(before)
      }
    }),
  )
})
