import { describe, expect, test } from 'vitest'
import type { Standing } from '../../src/domain/goal.ts'
import { addDays } from '../../src/domain/time.ts'
import { sayIn } from '../../src/i18n/say.ts'
import {
  answerAllButton,
  checkInActions,
  checkInAllButton,
  checkInButton,
  statusOption,
} from '../../views/check-in-actions.ts'
import { goalActions } from '../../views/goal-actions.ts'
import { lifeActions } from '../../views/life-actions.ts'
import { prompt, promptAgain, reminder } from '../../views/prompt.ts'
import { ana, aStanding, zone } from '../support/people.ts'
import { expectShown, expectSound, pressesOf, wordsOf } from './message-rules.ts'
import {
  aSheet,
  closeRate,
  deliverable,
  hostileTerms,
  items,
  longestTerms,
  numbered,
  standings,
  variety,
} from './states.ts'

const afterMiss = (of: readonly Standing[]) => items(of, [1]).map((item) => ({ ...item, missed: 2 }))

const pastDay = (of: readonly Standing[]) =>
  of.map((one): Standing => ({ ...one, today: addDays(one.goal.due, 3), status: 'overdue' }))

const readers: Readonly<Record<string, [number, string]>> = {
  [checkInActions.enter]: [1, 'enter'],
  [checkInActions.noChange]: [1, 'no change'],
}

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['one', aSheet()],
    ['first', aSheet({ isFirst: true })],
    ['late', aSheet({ isLate: true, items: items(standings(2)) })],
    ['every-kind', aSheet({ items: items(variety, [1]) })],
    ['all-answered', aSheet({ items: items(standings(2), [1, 2]) })],
    ['many', aSheet({ items: items(standings(100)) })],
    ['longest', aSheet({ items: items(standings(100, longestTerms)), isFirst: true, isLate: true })],
    ['hostile', aSheet({ items: items(standings(3, hostileTerms)) })],
    ['skipped', aSheet({ isSkipped: true })],
    ['comeback', aSheet({ items: afterMiss(variety) })],
    ['comeback-many', aSheet({ items: afterMiss(standings(100, longestTerms)) })],
    ['past-day', aSheet({ items: items(pastDay(standings(2)), [2]) })],
    ['past-day-many', aSheet({ items: afterMiss(pastDay(standings(100, longestTerms))) })],
  ])('the prompt is pictured: %s', async (name, sheet) => {
    const shown = prompt(sheet, say, ana.zone)
    expectSound(shown)
    await expectShown(`prompt.${name}.${language}`, shown)
  })

  test.each([
    ['one', aSheet({ items: items(standings(3), [1, 3]) })],
    ['many', aSheet({ items: items(standings(100)) })],
    ['longest', aSheet({ items: items(standings(100, longestTerms)) })],
    ['hostile', aSheet({ items: items(standings(2, hostileTerms)) })],
    ['nothing-missing', aSheet({ items: items(standings(1), [1]) })],
  ])('the reminder is pictured: %s', async (name, sheet) => {
    const shown = reminder(sheet, say, ana.zone)
    expectSound(shown)
    await expectShown(`reminder.${name}.${language}`, shown)
  })

  test.each([
    ['open', aSheet({ items: items(standings(2), [1]) })],
    ['answered', aSheet({ items: items(standings(1), [1]) })],
  ])('what was put off is pictured when it comes again: %s', async (name, sheet) => {
    const shown = promptAgain(sheet, say, ana.zone)
    expectSound(shown)
    await expectShown(`again.${name}.${language}`, shown)
  })
})

const say = sayIn('en', 'en-GB')

test('every button of a prompt sends what its reader takes', () => {
  const pressed = pressesOf(prompt(aSheet({ items: items(variety) }), say, ana.zone))
  expect(new Set(pressed.map(({ actionId }) => actionId))).toEqual(
    new Set([checkInActions.enter, checkInActions.noChange, checkInActions.status, lifeActions.later]),
  )
  for (const { actionId, values } of pressed.filter((one) => one.actionId !== lifeActions.later)) {
    const reader = actionId in readers ? checkInButton : statusOption
    for (const value of values) expect(reader.parse(value).goal).toMatch(/^0000/)
  }
})

test('a goal whose day is over can be closed or moved, answered or not, and nobody is told that they missed', () => {
  const over = pastDay(standings(2))
  const shown = prompt(
    aSheet({ items: items(over, [2]).map((item) => ({ ...item, missed: 2 })) }),
    say,
    ana.zone,
  )
  const ids = (sheet: typeof shown) => pressesOf(sheet).map(({ actionId }) => actionId)
  expect(ids(shown).filter((id) => id === goalActions.close)).toHaveLength(2)
  expect(ids(shown).filter((id) => id === goalActions.edit)).toHaveLength(2)
  expect(wordsOf(shown)).toContain('Its day was')
  expect(wordsOf(shown)).not.toContain('missed')
  const done = over.map((one): Standing => ({ ...one, status: 'done' }))
  expect(ids(prompt(aSheet({ items: items(done) }), say, ana.zone))).toContain(goalActions.reach)
})

test('on its last day a goal is still asked about like any other', () => {
  const last = standings(1).map((one): Standing => ({ ...one, today: one.goal.due }))
  expect(wordsOf(prompt(aSheet({ items: items(last) }), say, ana.zone))).not.toContain('Its day was')
})

test('a value of another version is no value', () => {
  for (const old of ['', 'G-12', '{', '{"goal":"x","more":1}', 'null', '{"goal":""}']) {
    expect(checkInButton.safeParse(old).success).toBe(false)
  }
  expect(checkInAllButton.parse(answerAllButton(undefined, say).value)).toEqual({})
})

test('the thirteenth goal and those after it are answered in one form', () => {
  const pressed = pressesOf(prompt(aSheet({ items: items(standings(13)) }), say, ana.zone))
  expect(pressed.filter(({ actionId }) => actionId === checkInActions.enter)).toHaveLength(12)
  expect(pressed.filter(({ actionId }) => actionId === checkInActions.all)).toHaveLength(1)
})

test('the day of the last value is the person’s own', () => {
  const late = aStanding({
    goal: { ...numbered(1), last: { value: 12, at: Date.parse('2026-05-10T23:30Z') as never } },
  })
  const sheet = aSheet({ items: items([late]) })
  expect(wordsOf(prompt(sheet, say, zone('Europe/London')))).toContain('11 May 2026')
  expect(wordsOf(prompt(sheet, say, zone('America/New_York')))).toContain('10 May 2026')
})

test('the example is the person’s own first open goal, in one line', () => {
  const words = (known: Parameters<typeof aSheet>[0]) => wordsOf(prompt(aSheet(known), say, ana.zone))
  expect(words({})).toContain('such as 10')
  expect(
    words({ items: items([aStanding({ goal: numbered(1, closeRate), expectedValue: 28.5 })]) }),
  ).toContain('such as 28.5%')
  expect(words({ items: items([aStanding({ goal: numbered(1, deliverable) })]) })).toContain('such as done')
  expect(words({ items: items(standings(3), [1]) })).toContain('such as 2) 10 3) no change')
})

test('a reminder lists only what is missing and blames nobody', () => {
  const shown = wordsOf(reminder(aSheet({ items: items(standings(3), [1, 2]) }), say, ana.zone))
  expect(shown).toContain('3) Sign 20 deals')
  expect(shown).not.toContain('1) Sign 20 deals')
  expect(shown).not.toMatch(/missed|forgot|overdue|still have not/i)
})
