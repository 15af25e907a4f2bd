import { describe, expect, test } from 'vitest'
import type { GoalTerms } from '../../src/domain/goal.ts'
import { checkDraft } from '../../src/domain/goal-rules.ts'
import type { DraftRefusal } from '../../src/domain/refusals.ts'
import { day, someTerms } from '../support/people.ts'

const today = day('2026-04-01')
const rate = {
  kind: 'reach',
  measure: 'close-rate',
  unit: { kind: 'percent' },
  baseline: 25,
  target: 30,
} as const
const churn = { ...rate, measure: 'churn', direction: 'down', baseline: 45, target: 20 } as const
const level = { kind: 'reach', measure: 'custom-level', baseline: 3, target: 5 } as const
const range = {
  kind: 'maintain',
  measure: 'custom-range',
  direction: 'keep',
  baseline: undefined,
  target: undefined,
} as const
const rhythm = { kind: 'cadence', measure: 'custom-cadence', baseline: undefined, target: 50 } as const
const done = { kind: 'milestone', measure: 'deliverable', baseline: undefined, target: undefined } as const
const money = { kind: 'currency', code: 'EUR' } as const
const hours = { kind: 'time', in: 'hours' } as const
const points = { kind: 'count', noun: undefined } as const
const stars = { kind: 'count', noun: 'stars' } as const

describe('what cannot be is refused at its field', () => {
  test.each<[string, Partial<GoalTerms>, DraftRefusal]>([
    ['no title', { title: '' }, { kind: 'title-missing' }],
    ['a blank title', { title: ' \t\u3000' }, { kind: 'title-missing' }],
    ['a title nobody can see', { title: '\u200d\u202e\u0000' }, { kind: 'title-missing' }],
    ['a title of 151', { title: 'x'.repeat(151) }, { kind: 'title-too-long', length: 151, most: 150 }],
    ['a title of 3,000', { title: 'x'.repeat(3000) }, { kind: 'title-too-long', length: 3000, most: 150 }],
    ['no target', { target: undefined }, { kind: 'number-missing', field: 'target' }],
    [
      'a rate without a baseline',
      { ...rate, baseline: undefined },
      { kind: 'number-missing', field: 'baseline' },
    ],
    [
      'a rhythm without a number',
      { ...rhythm, target: undefined },
      { kind: 'number-missing', field: 'target' },
    ],
    [
      'no number at all',
      { target: Number.NaN },
      { kind: 'number-unreadable', field: 'target', typed: 'NaN' },
    ],
    ['1e999', { target: Number.POSITIVE_INFINITY }, { kind: 'number-too-large', field: 'target' }],
    ['over 1e15', { target: 1e15 + 1 }, { kind: 'number-too-large', field: 'target' }],
    [
      'under -1e15',
      { ...level, unit: points, baseline: -1e15 - 1 },
      { kind: 'number-too-large', field: 'baseline' },
    ],
    ['-5 deals', { target: -5 }, { kind: 'number-negative', field: 'target' }],
    [
      'from -5 stars',
      { ...level, unit: stars, baseline: -5 },
      { kind: 'number-negative', field: 'baseline' },
    ],
    ['-5 hours', { ...level, unit: hours, target: -5 }, { kind: 'number-negative', field: 'target' }],
    ['-5 a week', { ...rhythm, unit: points, target: -5 }, { kind: 'number-negative', field: 'target' }],
    [
      'a sum of -5 €',
      { measure: 'revenue', unit: money, target: -5 },
      { kind: 'number-negative', field: 'target' },
    ],
    ['2.5 deals', { target: 2.5 }, { kind: 'number-not-whole', field: 'target' }],
    [
      '150 % of a rate',
      { ...rate, target: 150 },
      { kind: 'percent-out-of-range', field: 'target', value: 150 },
    ],
    [
      '-1 % of a rate',
      { ...rate, baseline: -1 },
      { kind: 'percent-out-of-range', field: 'baseline', value: -1 },
    ],
    ['the target is the baseline', { ...rate, target: 25 }, { kind: 'already-at-target', target: 25 }],
    ['a sum of nothing', { target: 0 }, { kind: 'already-at-target', target: 0 }],
    ['nothing a week', { ...rhythm, target: 0 }, { kind: 'already-at-target', target: 0 }],
    ['a falling close rate', { ...rate, target: 20 }, { kind: 'against-direction', better: 'up' }],
    ['rising churn', { ...churn, target: 50 }, { kind: 'against-direction', better: 'down' }],
    ['deals below their baseline', { baseline: 30 }, { kind: 'against-direction', better: 'up' }],
    ['a range without bounds', range, { kind: 'bounds-missing' }],
    ['crossed bounds', { ...range, low: 3, high: 2 }, { kind: 'bounds-crossed', low: 3, high: 2 }],
    [
      'due on its first day',
      { due: day('2026-04-01') },
      { kind: 'due-before-start', start: day('2026-04-01'), due: day('2026-04-01') },
    ],
    [
      'due before its start',
      { due: day('2026-03-01') },
      { kind: 'due-before-start', start: day('2026-04-01'), due: day('2026-03-01') },
    ],
    [
      'due yesterday',
      { start: day('2026-03-01'), due: day('2026-03-31') },
      { kind: 'due-in-past', due: day('2026-03-31'), today },
    ],
  ])('%s', (_, known, refusal) => expect(checkDraft(someTerms(known), today)).toEqual([refusal]))

  test('every fault at once', () => {
    const faults = checkDraft(
      someTerms({ ...rate, title: '', baseline: -1, target: 150, due: day('2026-03-01') }),
      today,
    )
    expect(faults.map(({ kind }) => kind)).toEqual([
      'title-missing',
      'percent-out-of-range',
      'percent-out-of-range',
      'due-before-start',
    ])
  })
})

describe('what can be is taken', () => {
  test.each<[string, Partial<GoalTerms>]>([
    ['a count from nothing', {}],
    ['a count without a baseline', { baseline: undefined }],
    ['a title of 150', { title: 'x'.repeat(150) }],
    ['150 emoji', { title: '🎯'.repeat(150) }],
    ['a title of markup', { title: '<!channel> *G* & co' }],
    ['a rising rate', rate],
    ['a falling rate', churn],
    ['0 % and 100 %', { ...churn, baseline: 100, target: 0 }],
    ['growth of 150 %', { ...rate, measure: 'growth-ytd', baseline: -10, target: 150 }],
    ['a loss that turns', { ...rate, measure: 'net-margin', baseline: -4.5, target: 3.5 }],
    ["110 % of one's own measure", { ...level, unit: { kind: 'percent' }, baseline: 95, target: 110 }],
    ['half an hour', { ...level, unit: hours, baseline: 4, target: 1.5 }],
    ['a loss in €', { ...level, unit: money, baseline: -1200.5, target: 0 }],
    ['4.5 stars', { ...level, unit: stars, baseline: 4.1, target: 4.5 }],
    ['a score below zero', { ...level, unit: points, baseline: -12, target: 30 }],
    ['kilometres without a noun', { measure: 'custom-total', unit: points, target: 12.5 }],
    ['a range with one bound', { ...range, low: 99.9 }],
    ['a range of one value', { ...range, low: 3, high: 3 }],
    ['a rhythm', rhythm],
    ['at most none a week', { ...rhythm, direction: 'down', target: 0 }],
    ['a deliverable', done],
    ['exactly 1e15', { target: 1e15 }],
    ['due today', { start: day('2026-03-01'), due: today }],
  ])('%s', (_, known) => expect(checkDraft(someTerms(known), today)).toEqual([]))
})
