import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoringFor, usualBoard, type WeekScore } from '../../src/domain/board-mode.ts'
import { type CheckInOutcome, type Contender, rank, scoreOf } from '../../src/domain/leaderboard.ts'
import { receiptOf } from '../../src/domain/receipt.ts'
import { aGoal, aStanding, day, personId, withValue } from '../support/people.ts'

const times = (count: number, outcome: CheckInOutcome): CheckInOutcome[] => Array(count).fill(outcome)

/** 20 deals, half of them expected by now. */
const paced = (value: number, verdict: Contender['goals'][number]['verdict'] = 'stretch') => {
  const standing = aStanding({ goal: withValue(aGoal(), value), progress: value / 20, expected: 0.5 })
  return { standing, verdict, pace: value / 10 }
}

const aContender = (name: string, known: Partial<Contender> = {}): Contender => ({
  person: personId(`U0${name.toUpperCase()}`),
  name,
  isOffBoard: false,
  daysInTeam: 100,
  goals: [paced(10)],
  outcomes: times(6, 'on-time'),
  ...known,
})

const team = [
  aContender('Ana', { goals: [paced(11)] }),
  aContender('Ben', { goals: [paced(9)] }),
  aContender('Chen', { goals: [paced(8)] }),
  aContender('Dee', { goals: [paced(6)] }),
]
const receipt = (name: string, contenders = team) =>
  receiptOf(contenders, rank(contenders), personId(`U0${name.toUpperCase()}`))

describe('why am I 4th?', () => {
  test('the receipt has the place, the parts of the score and the goals that made it', () => {
    const { place, of, score, goals } = receipt('Dee')
    expect(place).toMatchObject({ rank: 4, score: 72 })
    expect(of).toBe(4)
    expect(score).toMatchObject({ score: 72, pace: 0.6, onTime: 6, due: 6, ambition: 1 })
    expect(goals.map(({ pace }) => pace)).toEqual([0.6])
  })

  test('the smallest step names the goal, its value today, and the score it makes', () => {
    // Chen has 86: 0.8 of a pace, of which seven thousandths less round up to it.
    expect(receipt('Dee').step).toMatchObject({ kind: 'goal', value: 8, score: 86 })
  })

  test('where the next answer in time is enough, that is the step', () => {
    const ben = aContender('Ben', { goals: [paced(9)], outcomes: [...times(5, 'late'), 'on-time'] })
    const near = aContender('Chen', { goals: [paced(6.5)], outcomes: times(6, 'on-time') })
    const others = [near, ben, team[0], team[3]].filter((one) => one !== undefined)
    expect(receipt('Ben', others).step).toMatchObject({ kind: 'answer' })
  })

  test('who leads has nobody ahead; who is hidden, new or without goals is told so', () => {
    expect(receipt('Ana').step).toEqual({ kind: 'leads' })
    const hidden = [...team, aContender('Eve', { isOffBoard: true })]
    expect(receipt('Eve', hidden)).toMatchObject({ place: 'hidden', step: undefined })
    expect(receipt('Finn', [...team, aContender('Finn', { daysInTeam: 3 })]).place).toBe('warming-up')
    expect(receipt('Nobody').place).toBe('none')
  })
})

const outcome = fc.constantFrom<CheckInOutcome>('on-time', 'late', 'missed', 'excused', 'skipped')
const contender = fc.record({
  values: fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 6 }),
  outcomes: fc.array(outcome, { minLength: 2, maxLength: 8 }),
  verdict: fc.constantFrom<Contender['goals'][number]['verdict']>('stretch', 'comfortable', 'unknown'),
  isOffBoard: fc.boolean(),
})
const crowd = fc
  .array(contender, { minLength: 4, maxLength: 12 })
  .map((drawn) =>
    drawn.map(({ values, verdict, ...known }, index) =>
      aContender(`P${index}`, { ...known, goals: values.map((value) => paced(value, verdict)) }),
    ),
  )

test('a receipt says exactly what the board ranks by, whoever asks', () => {
  fc.assert(
    fc.property(crowd, (contenders) => {
      const board = rank(contenders)
      for (const { person } of contenders) {
        const { place, score, goals } = receiptOf(contenders, board, person)
        const ranked = board.ranked.find((one) => one.person === person)
        if (ranked === undefined) expect(typeof place).toBe('string')
        else expect(place).toEqual(ranked)
        if (ranked === undefined || score === undefined) continue
        expect(score.score).toBe(ranked.score)
        const mean = goals.reduce((sum, { pace }) => sum + pace, 0) / goals.length
        expect(mean).toBeCloseTo(score.pace, 9)
      }
    }),
  )
})

test('who takes the step that a receipt names reaches at least the score it promises', () => {
  fc.assert(
    fc.property(crowd, (contenders) => {
      const board = rank(contenders)
      for (const own of contenders) {
        const { step } = receiptOf(contenders, board, own.person)
        if (step?.kind === 'answer') {
          const better = scoreOf({
            ...own,
            outcomes: [...own.outcomes.filter((one) => one !== 'excused'), 'on-time'],
          })
          expect((better?.score ?? 0) >= step.score || own.outcomes.length > 5).toBe(true)
        }
        if (step?.kind !== 'goal') continue
        const goals = own.goals.map((goal) =>
          goal.standing === step.standing ? { ...goal, pace: step.value / 10 } : goal,
        )
        expect(scoreOf({ ...own, goals })?.score ?? 0).toBeGreaterThanOrEqual(step.score)
      }
    }),
  )
})

describe('other ways to rank', () => {
  const today = day('2026-05-20')
  const kept = (week: string, score: number, onTime = 6): WeekScore => ({
    week: day(week),
    score,
    onTime,
    due: 6,
  })
  const scored = (known: Partial<Contender>, choice: Parameters<typeof scoringFor>[0]) =>
    scoringFor(choice, today)(aContender('Ana', known))?.score

  test('by consistency the share of answers in time counts, whatever the pace', () => {
    const late = { goals: [paced(2)], outcomes: [...times(3, 'on-time'), ...times(3, 'late')] }
    expect(scored(late, { mode: 'consistency', range: 'week' })).toBe(50)
    expect(scored({ ...late, past: [kept('2026-05-11', 90)] }, { mode: 'consistency', range: 'month' })).toBe(
      75,
    )
  })

  test('over a range it is the mean of its weeks, older ones left out', () => {
    const past = [kept('2026-05-11', 80), kept('2026-05-04', 60), kept('2026-03-02', 10)]
    expect(scored({ past }, { mode: 'pace', range: 'week' })).toBe(100)
    expect(scored({ past }, { mode: 'pace', range: 'month' })).toBe(80)
  })

  test('most improved are points above one’s own mean of before; no gain is no place', () => {
    expect(
      scored(
        { past: [kept('2026-05-11', 80), kept('2026-05-04', 60)] },
        { mode: 'improved', range: 'month' },
      ),
    ).toBe(30)
    expect(scored({ past: [kept('2026-05-11', 105)] }, { mode: 'improved', range: 'month' })).toBeUndefined()
    expect(scored({}, { mode: 'improved', range: 'month' })).toBeUndefined()
  })

  test('hidden people are on no board of any mode', () => {
    const hidden = [...team, aContender('Eve', { isOffBoard: true, past: [kept('2026-05-11', 1)] })]
    for (const mode of ['pace', 'consistency', 'improved', 'team'] as const) {
      const board = rank(hidden, scoringFor({ ...usualBoard, mode }, today))
      expect(board.ranked.map(({ name }) => name)).not.toContain('Eve')
    }
  })
})
