import { expect, test } from 'vitest'
import { type DraftFault, draftFrom, type TypedGoal } from '../../src/domain/draft.ts'
import type { GoalDraft } from '../../src/domain/goal.ts'
import { ana, day, salesChannel } from '../support/people.ts'

function typedGoal(known: Partial<TypedGoal> = {}): TypedGoal {
  return {
    title: 'Sign 20 deals',
    measure: 'deals-won',
    unit: undefined,
    baseline: undefined,
    target: '20',
    low: undefined,
    high: undefined,
    start: '2026-04-01',
    due: '2026-06-30',
    channel: salesChannel,
    owner: ana.id,
    coOwners: [],
    partner: undefined,
    size: 'medium',
    isAspirational: false,
    path: undefined,
    visibility: 'team',
    levers: undefined,
    why: undefined,
    parent: undefined,
    firstStep: undefined,
    history: undefined,
    kpi: undefined,
    confidence: undefined,
    ...known,
  }
}

function draft(known: Partial<TypedGoal>): GoalDraft {
  const read = draftFrom(typedGoal(known))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

function faults(known: Partial<TypedGoal>): readonly DraftFault[] {
  const read = draftFrom(typedGoal(known))
  return read.ok ? [] : read.refusal
}

test('what adds up begins at 0 and rises', () => {
  expect(draft({})).toMatchObject({
    kind: 'cumulative',
    direction: 'up',
    unit: { kind: 'count', noun: 'deals' },
    baseline: 0,
    target: 20,
    start: day('2026-04-01'),
    due: day('2026-06-30'),
    curve: { kind: 'linear' },
    steps: [],
  })
})

test('a catalogue measure brings its own direction, whatever the numbers say', () => {
  expect(draft({ measure: 'churn', baseline: '45%', target: '20 %' })).toMatchObject({
    kind: 'reach',
    direction: 'down',
    unit: { kind: 'percent' },
    baseline: 45,
    target: 20,
  })
  expect(draft({ measure: 'churn', baseline: '20', target: '45' }).direction).toBe('down')
})

test('the numbers of a measure of one’s own say which way is better', () => {
  const level = { measure: 'custom-level', unit: 'NPS' } as const
  expect(draft({ ...level, baseline: '30', target: '50' }).direction).toBe('up')
  expect(draft({ ...level, baseline: '50', target: '30' }).direction).toBe('down')
})

test.each([
  ['EUR', '50k', 'EUR', 50_000],
  [undefined, '€50k', 'EUR', 50_000],
  [undefined, '十二萬元', 'TWD', 120_000],
  [undefined, '50,000', 'USD', 50_000],
  ['NT$', '$50k', 'TWD', 50_000],
])('money typed with the currency %s and as %s', (unit, target, code, value) => {
  expect(draft({ measure: 'revenue', unit, target })).toMatchObject({
    unit: { kind: 'currency', code },
    target: value,
  })
})

test('without a unit the numbers name one', () => {
  const level = { measure: 'custom-level', baseline: '5' } as const
  expect(draft({ ...level, target: '20 demos' }).unit).toEqual({ kind: 'count', noun: 'demos' })
  expect(draft({ ...level, target: '20%' }).unit).toEqual({ kind: 'percent' })
  expect(draft({ ...level, target: '20' }).unit).toEqual({ kind: 'count', noun: undefined })
})

test('a range has one bound or two, a rhythm a target and a deliverable no number', () => {
  expect(draft({ measure: 'custom-range', unit: 'hours', low: '1:30', high: undefined })).toMatchObject({
    kind: 'maintain',
    direction: 'keep',
    low: 1.5,
    high: undefined,
    target: undefined,
  })
  expect(draft({ measure: 'custom-cadence', unit: 'calls', target: '5' })).toMatchObject({
    kind: 'cadence',
    baseline: undefined,
    target: 5,
  })
  expect(draft({ measure: 'deliverable', target: 'of an earlier choice' })).toMatchObject({
    kind: 'milestone',
    target: undefined,
  })
})

test('every fault is named at once', () => {
  const typed = { measure: 'close-rate', baseline: 'abc', target: '', start: undefined, due: 'soon' } as const
  expect(faults({ ...typed, channel: undefined, owner: undefined })).toEqual([
    { kind: 'number-unreadable', field: 'baseline', typed: 'abc' },
    { kind: 'number-missing', field: 'target' },
    { kind: 'date-missing', field: 'start' },
    { kind: 'date-missing', field: 'due' },
    { kind: 'channel-unknown' },
    { kind: 'owner-unknown' },
  ])
})

test.each([
  [{ target: '1e999' }, { kind: 'number-unreadable', field: 'target', typed: '1e999' }],
  [{ target: '9'.repeat(30) }, { kind: 'number-too-large', field: 'target' }],
  [{ target: '$20' }, { kind: 'unit-mismatch', field: 'target', typed: '$20', expected: 'deals' }],
  [
    { measure: 'revenue', unit: 'EUR', target: '$5k' },
    { kind: 'unit-mismatch', field: 'target', typed: '$5k', expected: 'EUR' },
  ],
  [
    { measure: 'revenue', unit: 'deals' },
    { kind: 'unit-mismatch', field: 'target', typed: 'deals', expected: 'USD' },
  ],
  [
    { measure: 'custom-level', baseline: '5%', target: '$20' },
    { kind: 'unit-mismatch', field: 'target', typed: '$20', expected: '%' },
  ],
] as const)('%j is refused at its field', (typed, fault) => {
  expect(faults(typed)).toEqual([fault])
})

test('signs that nobody sees are taken out of texts', () => {
  const read = draft({
    title: '  Sign\u0000 20\n deals ',
    levers: 'Call\u0000 back\r\nwithin an hour\n\n\n\nalways ',
    why: ' \n ',
  })
  expect(read.title).toBe('Sign 20 deals')
  expect(read.levers).toBe('Call back\nwithin an hour\n\nalways')
  expect(read.why).toBeUndefined()
})
