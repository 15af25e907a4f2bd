import { describe, expect, test } from 'vitest'
import { sayIn } from '../../src/i18n/say.ts'
import { amendButton, checkInActions, undoButton } from '../../views/check-in-actions.ts'
import { goalActions, goalButton } from '../../views/goal-actions.ts'
import { takenBack, type UnderstoodItem, understood } from '../../views/understood.ts'
import { aStanding, withValue } from '../support/people.ts'
import { expectShown, expectSound, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { anAnswer, closeRate, deliverable, hostileTerms, longestTerms, numbered } from './states.ts'

const key = 'message:D0ANA:1779087900.000100'
const rate = withValue(numbered(2, closeRate), 32)
const risen: UnderstoodItem = {
  ...anAnswer(rate, { before: 25 }),
  standing: aStanding({ goal: rate, status: 'on-track' }),
}
const many = (known: Parameters<typeof numbered>[1] = {}) =>
  Array.from({ length: 100 }, (_, index) =>
    anAnswer(numbered(index + 1, known), { note: longest, blocker: hostile, confidence: 3 }),
  )

const states: readonly (readonly [string, readonly UnderstoodItem[]])[] = [
  ['one', [{ ...anAnswer(numbered(1)), standing: aStanding() }]],
  ['at-target', [risen]],
  ['first-value', [anAnswer(numbered(1), { before: undefined })]],
  [
    'words-only',
    [anAnswer(numbered(1), { value: undefined, status: 'at-risk', note: 'Two more calls', confidence: 4 })],
  ],
  ['no-change', [anAnswer(numbered(1), { isNoChange: true, value: 12, before: 12 })]],
  ['blocked', [anAnswer(numbered(1), { value: undefined, blocker: 'legal' })]],
  ['done', [anAnswer({ ...numbered(3, deliverable), state: 'reached' }, { value: undefined, isDone: true })]],
  [
    'mixed-timing',
    [
      anAnswer(numbered(1), { timeliness: 'early' }),
      anAnswer(numbered(2), { timeliness: 'late' }),
      anAnswer(numbered(3), { timeliness: 'unasked' }),
    ],
  ],
  ['many', many()],
  ['longest', many(longestTerms)],
  ['hostile', many(hostileTerms)],
]

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each(states)('what was understood is pictured: %s', async (name, items) => {
    const shown = understood(items, key, say)
    expectSound(shown)
    await expectShown(`understood.${name}.${language}`, shown)
  })

  test.each(states)('what was taken back is sound: %s', (_, items) => {
    expectSound(takenBack(items, say))
  })

  test('what was taken back is pictured', async () => {
    const items = [
      risen,
      anAnswer({ ...numbered(3), last: undefined }, { before: undefined, value: 4 }),
      anAnswer(numbered(4), { value: undefined, note: 'x' }),
    ]
    await expectShown(`taken-back.several.${language}`, takenBack(items, say))
  })
})

const say = sayIn('en', 'en-GB')

test('one line says from where to where, how it looks and how far', () => {
  expect(understood([risen], key, say).text).toBe(
    'Raise the close rate: 25% → 32% · ● On track · 100% of the way',
  )
})

test('a goal at its target can be closed from there, one below it cannot', () => {
  const pressed = pressesOf(understood([risen], key, say))
  const close = pressed.find(({ actionId }) => actionId === goalActions.reach)
  expect(goalButton.parse(close?.values[0])).toBe(rate.id)
  const below = pressesOf(understood([anAnswer(numbered(1))], key, say))
  expect(below.map(({ actionId }) => actionId)).toEqual([checkInActions.undo, checkInActions.edit])
})

test('several goals at their targets each have a button that names its goal', () => {
  const shown = understood([risen, anAnswer(withValue(numbered(5, closeRate), 40))], key, say)
  expect(pressesOf(shown).map(({ actionId }) => actionId)).toContain(`${goalActions.reach}/5`)
  expect(wordsOf(shown)).toContain('Close G-5 as reached')
})

test('Undo and Edit carry the source key, Edit the goals too', () => {
  const [undo, edit] = pressesOf(understood(many(), key, say))
  expect(undoButton.parse(undo?.values[0])).toEqual({ key })
  expect(amendButton.parse(edit?.values[0])).toMatchObject({ key })
  expect(edit?.values[0]?.length).toBeLessThanOrEqual(2000)
})

test('taking back names the value that holds again', () => {
  expect(takenBack([risen], say).text).toBe('Raise the close rate: back to 25%')
})

test('each timing is told once, however many answers have it', () => {
  const shown = wordsOf(
    understood(
      many().map((item) => ({ ...item, answer: { ...item.answer, timeliness: 'late' } })),
      key,
      say,
    ),
  )
  expect(shown.split('The on-time window was over')).toHaveLength(2)
})
