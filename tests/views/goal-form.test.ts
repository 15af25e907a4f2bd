import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/blocks.ts'
import { type CoachFacts, coachingOf } from '../../src/domain/coach.ts'
import type { TypedGoal } from '../../src/domain/draft.ts'
import type { Measure } from '../../src/domain/goal.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { type GoalFormParts, goalFormView } from '../../views/goal-form.ts'
import { readGoalForm, refilled } from '../../views/goal-form-answer.ts'
import { goalFormErrors } from '../../views/goal-form-errors.ts'
import { type GoalFormMetadata, goalBlocks, goalFormMetadata } from '../../views/goal-form-ids.ts'
import { measures, numberFields } from '../../views/measures.ts'
import { typedGoal } from '../../views/typed-goal.ts'
import { aGoal, ana, ben, chen, day, goalId, salesChannel } from '../support/people.ts'
import { allRefusals } from './refusals.ts'
import { hostile, inputsOf, longest, picture, sent, shown } from './sent.ts'

const languages = ['en', 'zh-Hant'] as const
const modes = ['new', 'edit'] as const
const today = day('2026-04-01')
const parent = { id: goalId('00000000-0000-7000-8000-000000000007'), number: 7, title: 'Grow in the south' }

const full: TypedGoal = {
  title: 'Raise the close rate of new leads',
  measure: 'close-rate',
  unit: undefined,
  baseline: '25%',
  target: '30%',
  low: undefined,
  high: undefined,
  start: '2026-04-01',
  due: '2026-06-30',
  channel: salesChannel,
  owner: ana.id,
  coOwners: [ben.id],
  partner: chen.id,
  visibility: 'private',
  levers: 'Calling back within an hour\nAsking for the next step',
  why: 'More leads come than we can answer',
  parent: parent.id,
  firstStep: 'If it is Monday, then I will call five leads.',
  history: '21, 23, 22',
  kpi: undefined,
  confidence: 7,
  size: 'large',
  isAspirational: true,
  path: 'back-loaded',
}

const facts: CoachFacts = {
  calendar: { today, firstMonth: 1, isDayFirst: false },
  past: [],
  counts: [],
  periodDays: 7,
  pastedDays: 7,
  owner: ana.id,
  carried: [],
  kpi: undefined,
  parent: undefined,
}

function form(parts: Partial<GoalFormParts> = {}) {
  const { measure = 'custom-level', filled = {}, ...rest } = parts
  return goalFormView({
    say: sayIn('en', 'en-GB'),
    mode: 'new',
    filled,
    measure,
    today,
    metadata: {},
    coaching: coachingOf(filled, measure, facts),
    ...rest,
  })
}

const metadataOf = (view: { private_metadata?: string }): GoalFormMetadata =>
  goalFormMetadata.parse(JSON.parse(view.private_metadata ?? ''))

/** Every field that the measure shows, filled. */
function filledFor(measure: Measure): TypedGoal {
  const fields = numberFields(measure)
  return {
    ...full,
    measure,
    unit: { unit: 'deals', currency: 'EUR', none: undefined }[fields.unit],
    baseline: fields.baseline === 'none' ? undefined : '10',
    target: fields.target === 'none' ? undefined : '1,450',
    low: fields.hasBounds ? '5' : undefined,
    high: fields.hasBounds ? '15' : undefined,
    history: fields.hasHistory ? '21, 23, 22' : undefined,
    path: fields.baseline === 'none' ? undefined : full.path,
  }
}

describe.each(languages)('in %s', (language) => {
  const say = sayIn(language, language === 'en' ? 'en-GB' : 'zh-Hant-TW')

  test.each(measures)('Slack takes the form of %s, empty and filled, new and edited', (measure) => {
    for (const mode of modes) {
      const metadata = { goal: parent.id, number: 12, version: 3 }
      expect(checkView(form({ say, mode, measure }))).toEqual([])
      const filled = filledFor(measure)
      expect(checkView(form({ say, mode, measure, filled, parent, metadata, isLocked: true }))).toEqual([])
    }
  })

  test.each([
    ['new', form({ say })],
    ['new-close-rate', form({ say, measure: 'close-rate', filled: full, parent })],
    ['new-revenue', form({ say, measure: 'revenue', filled: filledFor('revenue'), parent })],
    ['new-total', form({ say, measure: 'custom-total', filled: { ...full, baseline: undefined } })],
    ['new-cadence', form({ say, measure: 'custom-cadence', filled: full })],
    ['new-range', form({ say, measure: 'custom-range', filled: full })],
    [
      'new-deliverable',
      form({ say, measure: 'deliverable', filled: full, warning: 'Goalpost is not in #sales.' }),
    ],
    [
      'edit',
      form({ say, mode: 'edit', measure: 'close-rate', filled: full, parent, metadata: { number: 12 } }),
    ],
    ['edit-locked', form({ say, mode: 'edit', measure: 'churn', filled: full, isLocked: true })],
    ['hostile', form({ say, measure: 'custom-level', ...allTexts(hostile) })],
    ['longest', form({ say, measure: 'custom-range', ...allTexts(longest) })],
  ])('the form is pictured: %s', async (name, view) => {
    expect(checkView(view)).toEqual([])
    await expect(picture(view)).toMatchFileSnapshot(shown(`goal-form.${name}.${language}`))
  })

  test.each(measures)('every refusal stands at a field that the form of %s shows', (measure) => {
    for (const mode of modes) {
      const shownIds = inputsOf(form({ say, mode, measure })).map(({ id }) => id)
      for (const refusal of allRefusals) {
        const [block, ...more] = Object.keys(goalFormErrors([refusal], say, { mode, measure }))
        expect(shownIds).toContain(block)
        expect(more).toEqual([])
      }
    }
  })
})

function allTexts(text: string): Partial<GoalFormParts> {
  const filled = { ...full, title: text, levers: text, why: text, firstStep: text }
  const numbers = { unit: text, baseline: text, target: text, low: text, high: text }
  return { filled: { ...filled, ...numbers }, parent: { ...parent, title: text }, warning: text }
}

test.each(measures)('what the form of %s is filled with is what it reads back', (measure) => {
  const filled = filledFor(measure)
  expect(readGoalForm(sent(form({ measure, filled, parent })))).toEqual({ ...filled, reason: undefined })
})

test('editing keeps owner and channel out of the form and asks why', () => {
  const view = form({ mode: 'edit', measure: 'close-rate', filled: full, parent })
  const read = readGoalForm(sent(view, { reason: 'A new price list' }))
  expect(read).toEqual({ ...full, owner: undefined, channel: undefined, reason: 'A new price list' })
})

test('a goal that is edited is filled in as it would be typed', () => {
  const goal = aGoal({
    measure: 'revenue',
    unit: { kind: 'currency', code: 'EUR' },
    baseline: 1.234,
    target: 2_500_000,
  })
  expect(typedGoal(goal, salesChannel)).toMatchObject({ unit: 'EUR', baseline: '1.2340', target: '2500000' })
})

test('a unit typed for something else is not offered as a currency', () => {
  const view = form({ measure: 'revenue', filled: { unit: 'deals' } })
  expect(readGoalForm(sent(view)).unit).toBeUndefined()
})

test('what another measure has no field for comes back with the first one', () => {
  const range = form({ measure: 'custom-range', filled: { low: '5', high: '15', unit: 'tickets' } })
  const done = form({ measure: 'deliverable', filled: refilled(sent(range), metadataOf(range)) })
  expect(readGoalForm(sent(done))).toMatchObject({ low: undefined, unit: undefined })
  const again = form({ measure: 'custom-range', filled: refilled(sent(done), metadataOf(done)) })
  expect(readGoalForm(sent(again))).toMatchObject({ low: '5', high: '15', unit: 'tickets' })
})

test('what the form carries along stays within Slack’s limit and is read strictly', () => {
  const view = form({ measure: 'deliverable', ...allTexts('"\\'.repeat(2000)) })
  expect(view.private_metadata?.length).toBeLessThan(3000)
  expect(goalFormMetadata.safeParse({ surprise: 1 }).success).toBe(false)
})

test('unseen characters are left out of what is read, and a title is one line', () => {
  const view = form()
  const read = readGoalForm(sent(view, { title: '  More\n \u202Edeals\u0000 ' }))
  expect(read.title).toBe('More deals')
})

test('an answer without any block is read as an empty goal', () => {
  expect(readGoalForm({})).toMatchObject({
    title: '',
    measure: 'custom-level',
    coOwners: [],
    visibility: 'team',
  })
})

test('a parent and a confidence can be taken back', () => {
  const option = (value: string) => ({ element: { selected_option: { value } } })
  const values = { [goalBlocks.parent]: option('none'), [goalBlocks.confidence]: option('none') }
  expect(readGoalForm(values)).toMatchObject({ parent: undefined, confidence: undefined })
})

test('two faults of one field are told together', () => {
  const say = sayIn('en', 'en-GB')
  const errors = goalFormErrors(
    [{ kind: 'bounds-missing' }, { kind: 'number-negative', field: 'low' }],
    say,
    {
      mode: 'new',
      measure: 'custom-range',
    },
  )
  expect(errors.low).toBe(
    'Enter a lower bound, an upper bound, or both. This cannot be less than zero. Enter 0 or more.',
  )
})

test('the currency of a sum of money has its own field, so that a unit typed before is not taken for it', () => {
  const ids = (measure: Measure) => inputsOf(form({ measure })).map(({ id }) => id)
  expect(ids('revenue')).toContain('currency')
  expect(ids('revenue')).not.toContain('unit')
  expect(ids('custom-level')).toContain('unit')
  expect(ids('close-rate')).not.toContain('currency')
})
