import { describe, expect, test } from 'vitest'
import { type CoachFacts, coachingOf, type Fix, targetsOf } from '../../src/domain/coach.ts'
import { filledFrom, fixed } from '../../src/domain/coach-fill.ts'
import type { TypedGoal } from '../../src/domain/draft.ts'
import { readHistory, seriesOf } from '../../src/domain/past.ts'
import { parseGoalSentence } from '../../src/domain/quick-create.ts'
import { aGoal, ana, day } from '../support/people.ts'

const facts: CoachFacts = {
  calendar: { today: day('2026-02-10'), firstMonth: 1, isDayFirst: false },
  past: [],
  counts: [],
  periodDays: 7,
  pastedDays: 7,
  owner: ana.id,
  carried: [],
  kpi: undefined,
  parent: undefined,
}
const rate: Partial<TypedGoal> = {
  title: 'Raise the close rate',
  baseline: '25%',
  target: '30%',
  due: '2026-02-17',
}
const read = (title: string) => parseGoalSentence(title, facts.calendar)

describe('within reach by one’s own numbers', () => {
  test('the article’s example: 30 % next week is a stretch, 50 % is over-ambitious', () => {
    const past = [23, 25, 27]
    expect(coachingOf(rate, 'close-rate', { ...facts, past }).achievability?.verdict).toBe('stretch')
    const far = coachingOf({ ...rate, target: '50%' }, 'close-rate', { ...facts, past })
    expect(far.achievability?.verdict).toBe('over-ambitious')
    expect(far.smart.found).toContain('A1')
    expect(targetsOf(far.achievability).map(({ target }) => target)).toEqual([25, 28, 30])
  })

  test('pasted values speak before reported ones', () => {
    const pasted = coachingOf({ ...rate, history: '40, 41, 42' }, 'close-rate', {
      ...facts,
      past: [23, 25, 27],
    })
    expect(pasted.past).toEqual([40, 41, 42])
    expect(pasted.achievability?.verdict).toBe('comfortable')
  })

  test('pasted values come as often as the KPI is read, whatever the team reports', () => {
    const typed = {
      title: 'Reduce churn',
      baseline: '45%',
      target: '20%',
      due: '2026-07-10',
      history: '50, 48, 47, 44, 43, 41',
    }
    const past = [41, 41, 41, 41]
    const monthly = coachingOf(typed, 'churn', { ...facts, past, pastedDays: 30.4 })
    expect(monthly.achievability?.verdict).toBe('over-ambitious')
  })

  test('rates with their counts are judged by them: 30 of 120', () => {
    const counts = Array.from({ length: 6 }, () => ({ numerator: 5, denominator: 20 }))
    const past = counts.map(() => 25)
    const judged = coachingOf(rate, 'close-rate', { ...facts, past, counts }).achievability
    expect(judged?.probability).toBeCloseTo(0.394, 2)
  })

  test('with nothing known only the size of the step is told, and a great one wants a checkpoint', () => {
    const far = coachingOf({ ...rate, target: '80%' }, 'close-rate', facts).achievability
    expect(far).toMatchObject({ verdict: 'unknown', step: 'very-large', wantsMidpoint: true })
  })

  test('what adds up is compared by what each period must bring', () => {
    const total: Partial<TypedGoal> = { title: 'Sign 50 deals', target: '50', due: '2026-05-05' }
    const coaching = coachingOf(total, 'deals-won', { ...facts, past: [3, 4, 2, 5, 4, 3, 4, 5] })
    expect(coaching.pace).toBeCloseTo(50 / 12)
    expect(coaching.achievability?.probability).toBeCloseTo(0.776, 2)
  })

  test('a fifth goal in the same weeks is too much', () => {
    const carried = (count: number) =>
      Array.from({ length: count }, () => aGoal({ start: day('2026-02-01'), due: day('2026-03-31') }))
    expect(coachingOf(rate, 'close-rate', { ...facts, carried: carried(3) }).load).toBeUndefined()
    const fifth = coachingOf(rate, 'close-rate', { ...facts, carried: carried(4) })
    expect(fifth.load).toBe(4)
    expect(fifth.smart.found).toContain('A5')
    const small = coachingOf({ ...rate, size: 'small' }, 'close-rate', { ...facts, carried: carried(4) })
    expect(small.load).toBeUndefined()
  })

  test('a larger goal that ends earlier is told', () => {
    const parent = {
      due: day('2026-02-12'),
      direction: 'up',
      measure: 'revenue',
      title: 'Grow',
      number: 3,
    } as const
    const coaching = coachingOf({ ...rate, parent: 'x' as TypedGoal['parent'] }, 'close-rate', {
      ...facts,
      parent,
    })
    expect(coaching.smart.found).toContain('R2')
  })
})

describe('one tap', () => {
  const tapped = (typed: Partial<TypedGoal>, fix: Fix) =>
    fixed(typed, 'custom-level', fix, read(typed.title ?? ''))

  test('sets the date and loses nothing', () => {
    const due = day('2026-03-31')
    expect(tapped(rate, { kind: 'due', due, says: 'quarter' }).typed).toEqual({ ...rate, due })
  })

  test('fills only what is empty', () => {
    const title = 'Reduce churn from 45% to 20% by end of next quarter by extending trials'
    const filled = filledFrom({ title, target: '25%' }, 'custom-level', read(title))
    expect(filled.measure).toBe('churn')
    expect(filled.typed).toMatchObject({
      baseline: '45',
      target: '25%',
      due: '2026-06-30',
      levers: 'extending trials',
    })
  })

  test('keeps the KPI that was chosen', () => {
    const filled = filledFrom({ title: 'sell 30 more' }, 'prospecting', read('sell 30 more'))
    expect(filled.measure).toBe('prospecting')
  })

  test('splits two goals and keeps the second for its own form', () => {
    const title = 'Raise NPS from 30 to 45 and cut churn from 10% to 5% by June'
    expect(tapped({ title }, { kind: 'split' })).toMatchObject({
      typed: { title: 'Raise NPS from 30 to 45', due: '2026-06-30' },
      next: 'cut churn from 10% to 5% by June',
    })
  })

  test('a change becomes a target once today’s value is known: in points, or relative', () => {
    const title = 'Increase the close rate by 10%'
    const coaching = coachingOf({ title, baseline: '20%' }, 'close-rate', facts)
    const fixes = coaching.hints.flatMap((hint) => hint.fixes)
    const offered = [
      ...fixes,
      ...coachingOf(
        { title, baseline: '20%', due: '2026-03-31', why: 'x', levers: 'calls' },
        'close-rate',
        facts,
      ).hints.flatMap((hint) => hint.fixes),
    ]
    expect(offered).toContainEqual({ kind: 'target', target: 30, says: 'points' })
    expect(offered).toContainEqual({ kind: 'target', target: 22, says: 'relative' })
  })

  test('an ambiguous date is offered both ways', () => {
    const title = 'Close 15 deals by 6/10'
    const { hints } = coachingOf(
      { title, target: '15', why: 'growth', levers: 'calling back' },
      'custom-total',
      facts,
    )
    expect(hints.flatMap((hint) => hint.fixes)).toEqual([
      { kind: 'due', due: '2026-06-10', says: 'date' },
      { kind: 'due', due: '2026-10-06', says: 'date' },
    ])
  })
})

test.each([
  ['23, 25, 27', [23, 25, 27]],
  ['23,25,27', [23, 25, 27]],
  ['23% 25% 27%', [23, 25, 27]],
  ['23\n25\n27', [23, 25, 27]],
  ['23、25、27', [23, 25, 27]],
  ['23,5; 25,1', [23.5, 25.1]],
  ['23, -, 27', [23, undefined, 27]],
  ['1,450', [1450]],
  ['120,130,125', [120, 130, 125]],
  ['450,470', [450, 470]],
  ['1,450 1,520', [1450, 1520]],
  ['12,345 13,000', [12345, 13000]],
  ['23,5 24,1 25,0', [23.5, 24.1, 25]],
  ['１２，１４', [12, 14]],
  ['many', undefined],
  ['23, lots', undefined],
])('pasted values %j are %j', (typed, values) => {
  expect(readHistory(typed, undefined)).toEqual(values)
})

test('what adds up is told apart into what each period brought', () => {
  expect(seriesOf({ kind: 'cumulative', baseline: 2 }, [5, 9, 9])).toEqual([3, 4, 0])
  expect(seriesOf({ kind: 'reach', baseline: 2 }, [5, 9, 9])).toEqual([5, 9, 9])
})

test('a KPI of the workspace’s own says which way is better', () => {
  const typed = { title: 'Defects', history: '9, 8, 9, 8, 9, 8', target: '8.5', unit: 'defects' }
  const judgedFor = (direction: 'up' | 'down') =>
    coachingOf(typed, 'custom-level', { ...facts, kpi: { direction } }).achievability?.probability
  expect(judgedFor('down')).not.toBe(judgedFor('up'))
})

test('what was pasted once gives way to what was reported since', () => {
  const since = { ...facts, past: [50, 48, 47, 44, 43, 41] }
  expect(coachingOf({ title: 'Churn', history: '50, 48, 47' }, 'churn', since).past).toEqual(since.past)
  expect(coachingOf({ title: 'Churn', history: '20, 19, 18' }, 'churn', since).past).toEqual([20, 19, 18])
})

test('a phrase that fields answer otherwise stays in the title', () => {
  const title = 'Reduce churn from 45% to 20% by end of September by extending trials'
  const sentence = parseGoalSentence(title, facts.calendar)
  const filled = filledFrom({ title, due: '2026-06-01', levers: 'phone calls' }, 'custom-level', sentence)
  expect(filled.typed).toMatchObject({ title, due: '2026-06-01', levers: 'phone calls' })
})
