import { describe, expect, test } from 'vitest'
import { type CheckInOutcome, type Contender, rank, scoreOf } from '../../src/domain/leaderboard.ts'
import { reliabilityOf } from '../../src/domain/reliability.ts'
import { personId } from '../support/people.ts'

const times = (count: number, outcome: CheckInOutcome): CheckInOutcome[] => Array(count).fill(outcome)
const goal = (pace: number, verdict: Contender['goals'][number]['verdict'] = 'stretch') => ({ pace, verdict })

const aContender = (name: string, known: Partial<Contender> = {}): Contender => ({
  person: personId(`U0${name.toUpperCase()}`),
  name,
  isOffBoard: false,
  daysInTeam: 100,
  goals: [goal(1)],
  outcomes: times(6, 'on-time'),
  ...known,
})

const ana = aContender('Ana', { goals: [goal(1.1), goal(0.8)] })
const ben = aContender('Ben', {
  goals: [goal(1.4, 'comfortable')],
  outcomes: [...times(3, 'on-time'), 'late', 'missed', 'missed'],
})
const chen = aContender('Chen', { goals: [goal(0.9, 'realistic')] })
const dee = aContender('Dee', {
  goals: [goal(0.6)],
  outcomes: ['on-time', 'on-time', 'excused', 'excused', 'on-time', 'on-time'],
})
const eve = aContender('Eve', { daysInTeam: 9, outcomes: ['on-time'] })
const team = [eve, dee, chen, ben, ana]

describe('the worked example (domain.md §4.2)', () => {
  const board = rank(team)

  test('Ana 97, Ben and Chen 93, Dee 72', () => {
    expect(board.ranked).toMatchObject([
      { name: 'Ana', rank: 1, isTied: false, score: 97, onTime: 6, due: 6 },
      { name: 'Ben', rank: 2, isTied: true, score: 93, onTime: 3, due: 6 },
      { name: 'Chen', rank: 2, isTied: true, score: 93, onTime: 6, due: 6 },
      { name: 'Dee', rank: 4, isTied: false, score: 72, onTime: 4, due: 4 },
    ])
  })
  test('Eve, nine days in, is warming up', () => expect(board.warmingUp).toEqual([eve.person]))
  test('Dee is 4th of 4 in private only', () => {
    expect(board.isTeamOnly).toBe(false)
    expect(board.shown.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Chen'])
  })
  test('the team keeps 90 % of its pace and answers 83 % in time', () => {
    expect(board.teamPace).toBeCloseTo((0.95 + 1.15 + 0.9 + 0.6) / 4, 12)
    expect(board.teamOnTime).toBeCloseTo((1 + 0.5 + 1 + 1) / 4, 12)
  })
})

describe('who is shown', () => {
  const scored = (...paces: number[]) =>
    paces.map((pace, index) => aContender(String.fromCharCode(65 + index), { goals: [goal(pace)] }))
  const ranks = (...paces: number[]) => rank(scored(...paces)).ranked.map((one) => one.rank)
  const shown = (...paces: number[]) =>
    rank(scored(...paces))
      .shown.map(({ name }) => name)
      .join('')

  test('equal scores share a rank and the next one skips', () => {
    expect(ranks(1, 0.9, 0.9, 0.8)).toEqual([1, 2, 2, 4])
    expect(ranks(1, 1, 0.9, 0.9, 0.9, 0.1)).toEqual([1, 1, 3, 3, 3, 6])
  })
  test.each([
    ['four: the top half', [1, 0.9, 0.8, 0.7], 'AB'],
    ['five: the top half', [1, 0.9, 0.8, 0.7, 0.6], 'AB'],
    ['six: the top three', [1, 0.9, 0.8, 0.7, 0.6, 0.5], 'ABC'],
    ['ten: the top three', [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1], 'ABC'],
    ['all who share the last of these ranks', [1, 0.9, 0.8, 0.8, 0.8, 0.5], 'ABCDE'],
    ['everyone where everyone is equal', [1, 1, 1, 1], 'ABCD'],
  ])('%s', (_, paces, names) => expect(shown(...paces)).toBe(names))

  test('three ranked people make no board of names, only team totals', () => {
    const board = rank(scored(1, 0.5, 0.6))
    expect(board).toMatchObject({ isTeamOnly: true, shown: [], teamOnTime: 1 })
    expect(board.teamPace).toBeCloseTo(0.7, 12)
    expect(board.ranked).toHaveLength(3)
  })
  test('nobody at all is an empty board', () => {
    expect(rank([])).toEqual({
      isTeamOnly: true,
      shown: [],
      ranked: [],
      hiddenCount: 0,
      warmingUp: [],
      teamPace: undefined,
      teamOnTime: undefined,
    })
  })
})

describe('off the board', () => {
  const hidden = { ...ana, isOffBoard: true }
  const fran = aContender('Fran', { goals: [goal(0.5)] })

  test('the others rank among themselves, and one is counted as hidden', () => {
    const board = rank([hidden, ben, chen, dee, fran])
    expect(board.ranked.map(({ name, rank: place }) => [name, place])).toEqual([
      ['Ben', 1],
      ['Chen', 1],
      ['Dee', 3],
      ['Fran', 4],
    ])
    expect(board.hiddenCount).toBe(1)
    expect(JSON.stringify(board)).not.toContain('Ana')
  })
  test('with three left there are no names', () => {
    expect(rank([hidden, ben, chen, dee])).toMatchObject({ isTeamOnly: true, shown: [], hiddenCount: 1 })
  })
  test('a hidden newcomer is not named as warming up', () => {
    expect(rank([{ ...eve, isOffBoard: true }])).toMatchObject({ warmingUp: [], hiddenCount: 1 })
  })
})

describe('who is ranked', () => {
  const isRanked = (known: Partial<Contender>) => rank([aContender('One', known)]).ranked.length === 1
  test.each<[string, Partial<Contender>, boolean]>([
    ['13 days in', { daysInTeam: 13 }, false],
    ['14 days in', { daysInTeam: 14 }, true],
    ['one due check-in', { outcomes: ['on-time'] }, false],
    ['two due check-ins', { outcomes: ['on-time', 'missed'] }, true],
    ['an excused one is not due', { outcomes: ['on-time', 'excused'] }, false],
    ['no goal that counts yet', { goals: [] }, false],
    ['six weeks of leave', { outcomes: [...times(4, 'on-time'), ...times(6, 'excused')] }, false],
    ['everything missed', { outcomes: times(6, 'missed') }, true],
  ])('%s', (_, known, expected) => expect(isRanked(known)).toBe(expected))

  test('long leave is no warming up', () => {
    const away = aContender('Away', { outcomes: [...times(4, 'on-time'), ...times(6, 'excused')] })
    expect(rank([away]).warmingUp).toEqual([])
  })
})

describe('the score', () => {
  const scored = (known: Partial<Contender>) => scoreOf(aContender('One', known))
  test.each<[string, Partial<Contender>, number]>([
    ['everything at its best', { goals: [goal(9)] }, 111],
    ['everything at its worst', { goals: [goal(-3, 'comfortable')], outcomes: times(6, 'missed') }, 0],
    ['a half rounds up', { goals: [goal(0.95)] }, 97],
    ['unknown ambition counts half', { goals: [goal(1, 'unknown')] }, 98],
    ['too much ambition counts nothing', { goals: [goal(1, 'over-ambitious')] }, 95],
    ['only the five oldest goals count', { goals: [...Array(5).fill(goal(1)), goal(0), goal(0)] }, 100],
    ['only the last six check-ins count', { outcomes: [...times(9, 'missed'), ...times(6, 'on-time')] }, 100],
  ])('%s', (_, known, score) => expect(scored(known)?.score).toBe(score))

  test('comes with its parts', () => {
    const parts = { pace: expect.closeTo(0.95, 12), onTime: 6, due: 6, ambition: 1 }
    expect(scoreOf(ana)).toEqual({ score: 97, ...parts })
  })
})

describe('reliability', () => {
  test.each<[string, CheckInOutcome[], number, number]>([
    ['nothing was due', [], 0, 0],
    ['late is not on time', ['on-time', 'late'], 1, 2],
    [
      'the last six first, then the excused go',
      [...times(4, 'missed'), ...times(3, 'excused'), ...times(3, 'on-time')],
      3,
      3,
    ],
    ['two skips are left out', ['on-time', 'skipped', 'skipped', 'on-time'], 2, 2],
    ['the third in a row is late', ['on-time', 'skipped', 'skipped', 'skipped'], 1, 2],
    ['a row that began before the last six', [...times(2, 'skipped'), ...times(6, 'skipped')], 0, 6],
    ['an answer begins a new row', ['skipped', 'skipped', 'on-time', 'skipped'], 1, 1],
    ['leave does not', ['skipped', 'skipped', 'excused', 'skipped', 'on-time'], 1, 2],
  ])('%s', (_, outcomes, onTime, due) => expect(reliabilityOf(outcomes)).toMatchObject({ onTime, due }))
})
