import { describe, expect, test } from 'vitest'
import { treeOf } from '../../src/domain/alignment.ts'
import type { GoalSheet } from '../../src/domain/sheets.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { goalActions, goalButton, pageButton } from '../../views/goal-actions.ts'
import { goalList } from '../../views/goal-list.ts'
import { goalPage } from '../../views/goal-page.ts'
import { homeActions } from '../../views/home.ts'
import { lookBackActions } from '../../views/look-back-actions.ts'
import { ana, aPerson, aStanding, aStep, ben, chen, day, instant, someTerms } from '../support/people.ts'
import { aGoalSheet, created, readings } from './goal-sheets.ts'
import { expectShown, expectSound, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { closeRate, hostileTerms, longestTerms, numbered, range, standings, variety } from './states.ts'

const eased = {
  ...created,
  version: 2,
  at: instant('2026-05-16T08:00Z'),
  ease: 'easier' as const,
  terms: someTerms({ target: 15, due: day('2026-07-31') }),
  reason: 'Two accounts left',
  countsFrom: instant('2026-05-23T08:00Z'),
}

const word = (text: string): GoalSheet['lastWord'] => ({
  at: instant('2026-05-15T07:00Z'),
  by: ana.id,
  byName: 'Ana',
  status: 'at-risk',
  confidence: 6,
  note: text,
  blocker: text,
})

const crowded = (terms: typeof longestTerms, words: string): GoalSheet => {
  const someone = aPerson({ name: words.slice(0, 80) })
  return aGoalSheet({
    standing: aStanding({ goal: { ...numbered(12, terms), visibility: 'private' } }),
    owner: someone,
    coOwners: Array(10).fill(someone),
    partner: someone,
    parent: { id: numbered(1).id, number: 1, title: words.slice(0, 150) },
    versions: [created, ...Array(30).fill({ ...eased, reason: words, byName: words.slice(0, 80) })],
    readings: readings([1, 2, 3, 4, 5, 6], words.slice(0, 80)),
    lastWord: word(words),
    easedUntil: instant('2026-05-23T08:00Z'),
    missed: 2,
  })
}

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['none', []],
    ['one', standings(1)],
    ['every-kind', variety],
    ['many', standings(100)],
    ['longest', standings(100, longestTerms)],
    ['hostile', standings(100, hostileTerms)],
  ])('the list is pictured: %s', async (name, shown) => {
    const list = goalList(shown, say, 2)
    expectSound(list)
    await expectShown(`goal-list.${name}.${language}`, list)
  })

  test.each([
    ['usual', aGoalSheet()],
    [
      'new',
      aGoalSheet({
        readings: [],
        isLocked: false,
        standing: aStanding({ goal: { ...numbered(12), last: undefined }, progress: 0 }),
      }),
    ],
    [
      'eased',
      aGoalSheet({
        standing: aStanding({
          goal: {
            ...numbered(12, closeRate),
            ownWord: { status: 'on-track', reason: 'Two verbal yeses', at: instant('2026-05-15T07:00Z') },
          },
          computed: 'off-track',
          status: 'at-risk',
        }),
        versions: [created, eased],
        easedUntil: eased.countsFrom,
        coOwners: [ben],
        partner: chen,
        lastWord: word('Waiting for the new price list'),
        missed: 1,
      }),
    ],
    [
      'range',
      aGoalSheet({
        standing: aStanding({ goal: numbered(12, range), expectedValue: undefined }),
        readings: readings([2, 4]),
      }),
    ],
    ['deliverable', aGoalSheet({ standing: variety[2] ?? aStanding(), readings: [] })],
    [
      'closed',
      aGoalSheet({
        standing: aStanding({
          goal: {
            ...numbered(12),
            state: 'retired',
            closedAt: instant('2026-06-01T08:00Z'),
            closingNote: 'No budget',
          },
        }),
        ended: {
          outcome: {
            share: 0.62,
            isReached: false,
            isGood: false,
            daysEarly: 29,
            eased: 1,
            confidence: 8,
          },
          written: {
            helped: 'The weekly number',
            hindered: longest,
            lessons: ['weekly-numbers', 'too-much-else'],
            isShared: false,
            isDeclined: false,
            by: ana.id,
            at: instant('2026-06-02T08:00Z'),
          },
        },
        can: { answer: false, edit: false, close: false, reopen: true, lookBack: true },
      }),
    ],
    [
      'for-a-reader',
      aGoalSheet({ can: { answer: false, edit: false, close: false, reopen: false, lookBack: false } }),
    ],
    ['longest', crowded(longestTerms, longest)],
    ['hostile', crowded(hostileTerms, hostile)],
  ])('the page is pictured: %s', async (name, sheet) => {
    const shown = goalPage(sheet, say)
    expectSound(shown)
    await expectShown(`goal-page.${name}.${language}`, shown)
  })
})

const say = sayIn('en', 'en-GB')

test('a page full of the longest words still holds twenty milestones and a hundred parts', () => {
  const row = {
    step: aStep({ title: longest, due: day('2026-05-20') }),
    assignee: longest,
    doneBy: undefined,
    isLate: true,
    blockedBy: Array(3).fill({ goal: { number: 7, title: longest }, step: longest }),
    slackDays: undefined,
    after: [],
    canMark: true,
  }
  const chain = Array(20).fill({ goal: undefined, step: longest })
  const milestones = { rows: Array(20).fill(row), chain, canAct: true }
  const whole = numbered(200, longestTerms)
  const children = standings(100, { ...longestTerms, parent: whole.id })
  const [parts] = treeOf([aStanding({ goal: whole }), ...children])
  expectSound(goalPage({ ...crowded(longestTerms, longest), milestones, parts }, say))
})

test('a list of a hundred goals is turned ten at a time', () => {
  const first = goalList(standings(100), say)
  expect(wordsOf(first)).toContain('Page 1 of 10')
  const turns = (page: number) =>
    pressesOf(goalList(standings(100), say, page))
      .filter(({ actionId }) => actionId.startsWith(goalActions.page))
      .map(({ values }) => pageButton.parse(values[0]))
  expect(turns(1)).toEqual([2])
  expect(turns(5)).toEqual([4, 6])
  expect(turns(10)).toEqual([9])
  expect(turns(99)).toEqual([9])
})

test('every goal of a list can be opened', () => {
  const opened = pressesOf(goalList(standings(3), say)).map(({ values }) => goalButton.parse(values[0]))
  expect(opened).toEqual(standings(3).map(({ goal }) => goal.id))
})

test('an empty list teaches and offers a new goal', () => {
  expect(pressesOf(goalList([], say)).map(({ actionId }) => actionId)).toEqual([homeActions.newGoal])
})

test('a page shows only the buttons that act', () => {
  const ids = (known: Partial<GoalSheet>) =>
    pressesOf(goalPage(aGoalSheet(known), say).blocks).map(({ actionId }) => actionId)
  expect(ids({})).toEqual(['check-in.enter', goalActions.edit, goalActions.close])
  expect(ids({ can: { answer: false, edit: false, close: false, reopen: true, lookBack: true } })).toEqual([
    lookBackActions.open,
    lookBackActions.next,
    goalActions.reopen,
  ])
  expect(ids({ can: { answer: false, edit: false, close: false, reopen: false, lookBack: false } })).toEqual(
    [],
  )
})

test('the chart sets the values beside the plan, from the start on', () => {
  const chart = goalPage(aGoalSheet(), say).blocks.find(({ type }) => type === 'data_visualization')
  expect(chart).toMatchObject({
    chart: {
      series: [
        { name: 'Value', data: [0, 2, 5, 9, 12].map((value) => ({ value })) },
        { name: 'Plan', data: [0, 1.11, 1.78, 2.44, 3.11].map((value) => ({ value })) },
      ],
    },
  })
})

test('without two points there is no chart and no fallback', () => {
  const start = day('2026-04-01')
  const sheet = aGoalSheet({ readings: [], standing: aStanding({ goal: { ...numbered(12), start } }) })
  expect(goalPage(sheet, say).blocks.map(({ type }) => type)).not.toContain('data_visualization')
  expect(goalPage(sheet, say).fallback).toBeUndefined()
})

test('where the owner and the numbers differ, both are told', () => {
  const ownWord = {
    status: 'on-track',
    reason: 'Two verbal yeses',
    at: instant('2026-05-15T07:00Z'),
  } as const
  const sheet = aGoalSheet({
    standing: aStanding({ goal: { ...numbered(12), ownWord }, computed: 'at-risk' }),
  })
  expect(wordsOf(goalPage(sheet, say))).toContain(
    'by the numbers: ◐ At risk · owner’s word: ● On track · Two verbal yeses',
  )
})

test('an eased goal shows what was eased, by whom and why', () => {
  const words = wordsOf(goalPage(aGoalSheet({ versions: [created, eased] }), say).blocks)
  expect(words).toContain('Made easier by Ana, 16 May 2026')
  expect(words).toContain('Target: 20 deals → 15 deals · Due: 30 Jun 2026 → 31 Jul 2026')
  expect(words).toContain('Why: Two accounts left')
})

test.each([
  [{ kind: 'not-in-sight' } as const, 'the target is not in sight'],
  [
    { kind: 'dates', likely: day('2026-06-10'), earliest: day('2026-06-03'), latest: undefined } as const,
    '10 Jun 2026 (3 Jun 2026 at the earliest, its end is open)',
  ],
  [{ kind: 'too-few-readings', readings: 2 } as const, undefined],
])('a forecast is told as a range, and not before there is one: %j', (forecast, words) => {
  const shown = wordsOf(goalPage(aGoalSheet({ forecast }), say))
  if (words === undefined) expect(shown).not.toContain('At the present pace')
  else expect(shown).toContain(words)
})
