import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/blocks.ts'
import type { Standing } from '../../src/domain/goal.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { type CheckInProblem, checkInErrors } from '../../views/check-in-errors.ts'
import {
  blockOf,
  type CheckInItem,
  checkInFormView,
  readCheckInForm,
  saysSomething,
} from '../../views/check-in-form.ts'
import { aGoal, aStanding, day, goalId, withValue } from '../support/people.ts'
import { hostile, inputsOf, longest, picture, sent, shown } from './sent.ts'

const languages = ['en', 'zh-Hant'] as const
const first = aGoal().id

function items(count: number, title?: string): readonly CheckInItem[] {
  return Array.from({ length: count }, (_, index) => ({
    position: index + 1,
    standing: standing(index, title),
  }))
}

function standing(index: number, title = `Goal ${index + 1}`): Standing {
  const id =
    index === 0 ? first : goalId(`00000000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`)
  return aStanding({ goal: { ...withValue(aGoal(), 12), id, title } })
}

const percent = aStanding({
  goal: aGoal({ measure: 'close-rate', kind: 'reach', unit: { kind: 'percent' }, baseline: 25, target: 30 }),
  expectedValue: 27.5,
})
const deliverable = aStanding({
  goal: aGoal({ kind: 'milestone', measure: 'deliverable', target: undefined, due: day('2026-05-31') }),
  expectedValue: undefined,
})

describe.each(languages)('in %s', (language) => {
  const say = sayIn(language, language === 'en' ? 'en-GB' : 'zh-Hant-TW')
  const form = (of: readonly CheckInItem[]) => checkInFormView({ say, items: of, metadata: {} })

  test.each([
    ['one', form(items(1))],
    ['never', form([{ position: 1, standing: percent }])],
    ['deliverable', form([{ position: 1, standing: deliverable }])],
    ['three', form(items(3))],
    ['many', form(items(100))],
    ['hostile', form(items(2, hostile))],
    ['longest', form(items(100, longest))],
  ])('the form is pictured: %s', async (name, view) => {
    expect(checkView(view)).toEqual([])
    await expect(picture(view)).toMatchFileSnapshot(shown(`check-in-form.${name}.${language}`))
  })

  test('every doubt stands at the value of its goal', () => {
    const view = form(items(9))
    const problems: readonly CheckInProblem[] = [
      { goal: first, doubt: 'total-or-added', typed: '3' },
      { goal: first, refusal: { kind: 'goal-closed', number: 12, title: 'x' } },
    ]
    const errors = checkInErrors(problems, say)
    expect(Object.keys(errors)).toEqual([blockOf('value', first)])
    expect(inputsOf(view).map(({ id }) => id)).toContain(blockOf('value', first))
  })
})

const say = sayIn('en', 'en-GB')

test('one goal alone is answered with everything that can be said about it', () => {
  const filled = {
    goal: first,
    typed: '+3',
    status: 'at-risk',
    confidence: 6,
    blocker: 'Legal',
    note: 'Two calls',
  } as const
  const view = checkInFormView({ say, items: items(1), filled: [filled], metadata: {} })
  expect(readCheckInForm(sent(view))).toEqual([filled])
})

test('several goals share one note, which comes with those that were answered', () => {
  const view = checkInFormView({ say, items: items(3), metadata: {} })
  const [one, two, three] = readCheckInForm(
    sent(view, { [blockOf('value', first)]: '14', note: 'Slow week' }),
  )
  expect(one).toMatchObject({ typed: '14', note: 'Slow week' })
  expect([two, three].filter((answer) => answer && saysSomething(answer))).toEqual([])
})

test('at most eight goals are asked for at once, and how many are left is said', () => {
  const view = checkInFormView({ say, items: items(100), metadata: {} })
  expect(readCheckInForm(sent(view))).toHaveLength(8)
  expect(JSON.stringify(view)).toContain('92 more goals')
})

test('all doubts have words that repeat what was typed or say what to type', () => {
  const doubts = [
    'which-goal',
    'total-or-added',
    'percent-of-target',
    'out-of-range',
    'large-jump',
    'final-value',
    'value-missing',
    'unreadable',
    'thousands-missing',
    'fraction-or-percent',
    'nothing',
  ] as const
  const sentences = doubts.map(
    (doubt) => Object.values(checkInErrors([{ goal: first, doubt, typed: '70' }], say))[0],
  )
  expect(new Set(sentences).size).toBe(doubts.length)
})
