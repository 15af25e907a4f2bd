import { describe, expect, test } from 'vitest'
import type { NewAnswer } from '../../src/domain/check-in.ts'
import type { Goal } from '../../src/domain/goal.ts'
import { type Question, type QuestionKind, questionKinds } from '../../src/domain/question.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { askedBack } from '../../views/asked-back.ts'
import { checkInActions } from '../../views/check-in-actions.ts'
import { choiceButton, question } from '../../views/question.ts'
import { understood } from '../../views/understood.ts'
import { expectShown, expectSound, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { anAnswer, closeRate, deliverable, hostileTerms, longestTerms, numbered, range } from './states.ts'

const goal = numbered(1)

function anyAnswer(of: Goal, known: Partial<NewAnswer> = {}): NewAnswer {
  return {
    goal: of.id,
    value: undefined,
    delta: undefined,
    status: undefined,
    confidence: undefined,
    note: undefined,
    blocker: undefined,
    isNoChange: false,
    isDone: false,
    ...known,
  }
}

function asking(kind: QuestionKind, known: Partial<Question> = {}): Question {
  return { kind, goal: goal.id, typed: '3', choices: [{ answer: anyAnswer(goal, { value: 3 }) }], ...known }
}

const totalOrAdded = asking('total-or-added', {
  choices: [{ answer: anyAnswer(goal, { delta: 3 }) }, { answer: anyAnswer(goal, { value: 3 }) }],
})
const hundred = (known: Partial<Goal> = {}) =>
  Array.from({ length: 100 }, (_, index) => numbered(index + 1, known))
const whichGoal = (of: readonly Goal[]) =>
  asking('which-goal', {
    goal: undefined,
    choices: of.map((one) => ({ answer: anyAnswer(one, { value: 3, note: longest, blocker: longest }) })),
  })

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each(questionKinds)('the question is pictured: %s', async (kind) => {
    const shown = question(kind === 'total-or-added' ? totalOrAdded : asking(kind), [goal], say)
    expectSound(shown)
    await expectShown(`question.${kind}.${language}`, shown)
  })

  test.each([
    ['many', whichGoal(hundred()), hundred()],
    ['longest', whichGoal(hundred(longestTerms)), hundred(longestTerms)],
    ['hostile', { ...whichGoal(hundred(hostileTerms)), typed: hostile }, hundred(hostileTerms)],
    ['no-choice', asking('which-goal', { goal: undefined, typed: '', choices: [] }), []],
    ['range', asking('final-value', { goal: numbered(4, range).id, choices: [] }), [numbered(4, range)]],
  ])('the question is pictured: %s', async (name, asked, goals) => {
    const shown = question(asked, goals, say)
    expectSound(shown)
    await expectShown(`question.${name}.${language}`, shown)
  })

  test.each([
    ['first', { typed: 'purple', goal, isSecond: false }],
    ['percent', { typed: 'purple', goal: numbered(2, closeRate), isSecond: false }],
    ['deliverable', { typed: 'purple', goal: numbered(3, deliverable), isSecond: false }],
    ['second', { typed: 'purple', goal, isSecond: true }],
    ['nothing', { typed: ' ', goal: undefined, isSecond: false }],
    ['longest', { typed: longest, goal: numbered(1, longestTerms), isSecond: false }],
    ['hostile', { typed: hostile, goal: numbered(1, hostileTerms), isSecond: true }],
  ])('asking back is pictured: %s', async (name, unread) => {
    const shown = askedBack(unread, say)
    expectSound(shown)
    await expectShown(`asked-back.${name}.${language}`, shown)
  })

  test('a question may follow what was understood', async () => {
    const shown = understood([anAnswer(numbered(2))], 'key', say, {
      asked: { question: totalOrAdded, goals: [goal] },
    })
    expectSound(shown)
    await expectShown(`understood.with-question.${language}`, shown)
  })
})

const say = sayIn('en', 'en-GB')

test('a choice carries its whole answer, and the number even beside the longest note', () => {
  const pressed = pressesOf(question(whichGoal([goal]), [goal], say))
  const read = choiceButton.parse(pressed[0]?.values[0])
  expect(read).toMatchObject({ answer: { goal: goal.id, value: 3, isDone: false } })
  expect(read.asked).toBeUndefined()
  expect(read.answer.note).toMatch(/…$/)
  const [added] = pressesOf(question(totalOrAdded, [goal], say))
  expect(choiceButton.parse(added?.values[0])).toEqual({
    answer: anyAnswer(goal, { delta: 3 }),
    asked: { kind: 'total-or-added', choice: 0 },
    was: 12,
  })
})

test('choices say what they would record', () => {
  expect(wordsOf(question(totalOrAdded, [goal], say))).toContain('+3 (15 deals in total)\n3 deals in total')
})

test.each([
  ['a status', { status: 'at-risk' }, '◐ At risk'],
  ['what blocks', { blocker: 'legal' }, 'legal'],
  ['a note', { note: 'two\u202e calls' }, 'two calls'],
  ['no change', { isNoChange: true }, 'No change'],
] as const)('a choice without a number says its word: %s', (_what, known, text) => {
  const asked = asking('unreadable', { choices: [{ answer: anyAnswer(goal, known) }] })
  expect(wordsOf(question(asked, [goal], say)).split('\n')).toContain(text)
})

test('when nothing was understood, a question stands alone', () => {
  const shown = understood([], 'key', say, { asked: { question: totalOrAdded, goals: [goal] } })
  expect(shown).toEqual(question(totalOrAdded, [goal], say))
})

test('the second time nothing is understood the form is offered', () => {
  const first = askedBack({ typed: 'purple', goal, isSecond: false }, say)
  const second = askedBack({ typed: 'purple', goal, isSecond: true }, say)
  expect(pressesOf(first)).toEqual([])
  expect(pressesOf(second).map(({ actionId }) => actionId)).toEqual([checkInActions.all])
  expect(wordsOf(first)).toContain('“purple”')
})

test('the choices of a goal that is not known are left out', () => {
  expect(pressesOf(question(whichGoal(hundred()), [goal], say)).map(({ actionId }) => actionId)).toEqual([
    `${checkInActions.choose}/1`,
    checkInActions.all,
  ])
})

test('what was no answer is named under what was understood, and at most five parts of it', () => {
  const unread = Array.from({ length: 9 }, (_, n) => `the weather ${n} <!channel> ${'x'.repeat(300)}`)
  const shown = understood([anAnswer(numbered(2))], 'key', say, { unread })
  expectSound(shown)
  const parts = JSON.stringify(shown.blocks).split('the weather').length - 1
  expect(parts).toBe(5)
})
