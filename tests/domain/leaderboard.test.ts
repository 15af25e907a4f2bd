import { describe, expect, test } from 'vitest'
import {
  type CheckInOutcome,
  type Contender,
  isEligible,
  paceOf,
  rank,
  scoreOf,
  scoringPace,
} from '../../src/domain/leaderboard.ts'
import { standingOf } from '../../src/domain/progress.ts'
import { reliabilityOf } from '../../src/domain/reliability.ts'
import { addMs, DAY_MS, localDateOf, UTC } from '../../src/domain/time.ts'
import {
  aGoal,
  aStanding,
  aVersion,
  day,
  instant,
  personId,
  someTerms,
  withValue,
} from '../support/people.ts'

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

describe('the pace of a goal', () => {
  test.each([
    ['ahead', {}, 1.15],
    ['behind', { progress: 0.4, expected: 0.5 }, 0.8],
    ['below the baseline', { progress: -0.2 }, 0],
    ['done early, however little early', { progress: 1, expected: 0.95, computed: 'done' }, 1.15],
    ['done on the due day', { progress: 1, expected: 1, computed: 'done', today: day('2026-06-30') }, 1],
    ['silent', { computed: 'no-data' }, 0],
    ['a tenth expected', { progress: 0.05, expected: 0.1 }, 0.5],
    ['less than a tenth expected', { progress: 0.5, expected: 0.0999 }, undefined],
  ] as const)('%s', (_, known, pace) => {
    const found = paceOf(aStanding(known))
    if (pace === undefined) expect(found).toBeUndefined()
    else expect(found).toBeCloseTo(pace, 12)
  })

  test('a range inside is 1.0 and outside 0, before and after its end', () => {
    const range = aGoal({ kind: 'maintain', low: 10 })
    const paces = (value: number) =>
      ['2026-05-16', '2026-07-01'].map((date) => paceOf(standingOf(withValue(range, value), day(date))))
    expect(paces(11)).toEqual([1, 1])
    expect(paces(9)).toEqual([0, 0])
  })
})

describe('a goal may score', () => {
  const createdAt = instant('2026-04-01T08:00Z')
  const lockedAt = instant('2026-04-02T08:00Z')
  const daysIn = (days: number) => addMs(lockedAt, days * DAY_MS)
  const counts = (known: Parameters<typeof aGoal>[0], days: number) => {
    const now = daysIn(days)
    return isEligible(aGoal({ createdAt, firstCheckInAt: lockedAt, ...known }), now, localDateOf(now, UTC))
  }
  const yesNo = { kind: 'milestone', measure: 'deliverable', baseline: undefined, target: undefined } as const

  test.each<[string, Parameters<typeof aGoal>[0], number, boolean]>([
    ['two weeks after its lock', {}, 14, true],
    ['not a day sooner', {}, 13.99, false],
    ['after half its window when that is shorter', { due: day('2026-04-11') }, 5, true],
    ['not before', { due: day('2026-04-11') }, 4.99, false],
    ['only when a tenth is expected', { due: day('2027-04-01') }, 20, false],
    ['and then', { due: day('2027-04-01') }, 36, true],
    ['a private one never', { visibility: 'private' }, 30, false],
    ['a yes/no goal not on its way', yesNo, 60, false],
    ['a yes/no goal from its due day', yesNo, 89, true],
    ['a closed one for thirty days', { state: 'retired', closedAt: daysIn(20) }, 50, true],
    ['not longer', { state: 'retired', closedAt: daysIn(20) }, 50.01, false],
  ])('%s', (_, known, days, isOne) => expect(counts(known, days)).toBe(isOne))

  test('without a check-in the lock falls after 72 hours', () => {
    const goalOf = (days: number) =>
      isEligible(aGoal({ createdAt }), addMs(createdAt, days * DAY_MS), day('2026-05-16'))
    expect([16.99, 17].map(goalOf)).toEqual([false, true])
  })
})

describe('while an easing waits', () => {
  const eased = instant('2026-05-12T09:00Z')
  const today = day('2026-05-16')
  const now = instant('2026-05-16T09:00Z')
  const aWeekLater = addMs(eased, 7 * DAY_MS)
  const versions = (terms: Parameters<typeof someTerms>[0]) => [
    aVersion({ version: 1 }),
    aVersion({ version: 2, terms: someTerms(terms), at: eased, ease: 'easier', countsFrom: aWeekLater }),
  ]
  const paceWith = (terms: Parameters<typeof someTerms>[0], at = now) =>
    scoringPace(withValue(aGoal(terms), 4), versions(terms), at, today)

  test('a lower target does not raise the pace', () => {
    expect(paceWith({ target: 10 })).toBeCloseTo(0.4, 12)
    expect(paceWith({ target: 10 }, aWeekLater)).toBeCloseTo(0.8, 12)
  })
  test('a later due date does not either', () => {
    const later = { due: day('2026-09-28') }
    expect(paceWith(later)).toBeCloseTo(0.4, 12)
    expect(paceWith(later, aWeekLater)).toBeCloseTo(0.8, 12)
  })
  test('without any version the goal speaks for itself', () => {
    expect(scoringPace(withValue(aGoal(), 6), [], now, today)).toBeCloseTo(0.6, 12)
  })
})
