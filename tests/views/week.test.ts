import { describe, expect, test } from 'vitest'
import { usualBoard } from '../../src/domain/board-mode.ts'
import type { Digest } from '../../src/domain/digest.ts'
import type { WeekSheet } from '../../src/domain/sheets.ts'
import type { Week, WeekGoal } from '../../src/domain/week.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { digestMessage } from '../../views/digest.ts'
import { weekMessage } from '../../views/week.ts'
import { weekDetails } from '../../views/week-details.ts'
import { aGoal, ana, aPerson, aStanding, aTeam, aVersion, ben, day, dee } from '../support/people.ts'
import { expectShown, expectSound, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'

interface Told {
  readonly title?: string
  readonly name?: string
  readonly blocker?: string
  readonly number?: number
}

const weekGoal = (known: Told = {}): WeekGoal => ({
  standing: aStanding({
    goal: aGoal({ title: known?.title ?? 'Sign 20 deals', number: known?.number ?? 12 }),
  }),
  owner: known.name === undefined ? ana : aPerson({ name: known.name }),
  blocker: known.blocker,
})

const aWeek = (known: Partial<Week> = {}): Week => ({
  of: day('2026-05-18'),
  answered: 4,
  asked: 6,
  reached: [],
  blocked: [weekGoal({ blocker: 'legal has not signed' })],
  atRisk: [weekGoal({ number: 13, title: 'Reduce churn from 45% to 20%' })],
  onTrack: [weekGoal({ number: 14 })],
  waiting: [weekGoal({ number: 15 })],
  away: ['Dee'],
  ...known,
})

const board = {
  team: aTeam(),
  weekOf: day('2026-05-18'),
  choice: usualBoard,
  board: {
    isTeamOnly: false,
    shown: [ana, ben].map(({ id, name }, index) => ({
      person: id,
      name,
      rank: index + 1,
      isTied: false,
      score: 97 - index,
      onTime: 6,
      due: 6,
    })),
    ranked: [],
    hiddenCount: 0,
    warmingUp: [dee.id],
    teamPace: 0.9,
    teamOnTime: 0.8,
  },
}

const sheet = (week: Week | undefined, withBoard = true): WeekSheet => ({
  team: aTeam(),
  week,
  board: withBoard ? board : undefined,
})

const many = (count: number, known: Told = {}) =>
  Array.from({ length: count }, (_, index) => weekGoal({ ...known, number: index + 1 }))
const crowd = (known: Told) =>
  aWeek({
    reached: many(100, known),
    blocked: many(100, { ...known, blocker: known.title ?? 'legal' }),
    atRisk: many(100, known),
    onTrack: many(100, known),
    away: Array.from({ length: 100 }, () => known.name ?? 'Dee'),
  })
const nothing = aWeek({ answered: 0, asked: 0, blocked: [], atRisk: [], onTrack: [], waiting: [], away: [] })

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['usual', sheet(aWeek())],
    ['summary-only', sheet(aWeek(), false)],
    ['board-only', sheet(undefined)],
    ['nothing', sheet(nothing, false)],
    ['many', sheet(crowd({}))],
    ['longest', sheet(crowd({ title: longest, name: longest }))],
    ['hostile', sheet(crowd({ title: hostile, name: hostile }))],
  ])('the week is pictured: %s', async (name, shown) => {
    const message = weekMessage(shown, say)
    expectSound(message)
    await expectShown(`week.${name}.${language}`, message)
  })

  test.each([
    ['usual', aWeek()],
    ['longest', crowd({ title: longest, name: longest })],
    ['hostile', crowd({ title: hostile, name: hostile })],
  ])('its details are pictured: %s', async (name, week) => {
    const message = weekDetails(week, 0, say)
    if (message === undefined) throw new Error('no details')
    expectSound(message)
    await expectShown(`week-details.${name}.${language}`, message)
  })
})

const say = sayIn('en', 'en-GB')

test('it names people, mentions nobody, and shows no more of a list than five', () => {
  const words = wordsOf(weekMessage(sheet(crowd({})), say))
  expect(words).toContain('◐ At risk: 100')
  expect(words).toContain('and 95 more in the thread')
  expect(JSON.stringify(weekMessage(sheet(aWeek()), say))).not.toContain('<@')
})

test('all goals stand in the pages of the thread, each once', () => {
  const week = crowd({})
  const pages = [...Array(12).keys()].flatMap((page) => weekDetails(week, page, say) ?? [])
  const lines = pages
    .flatMap((page) => wordsOf(page.blocks).split('\n'))
    .filter((line) => line.startsWith('• '))
  expect(lines).toHaveLength(401)
  expect(weekDetails(week, 11, say)).toBeUndefined()
})

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])(
  'for leads in %s',
  (language, locale) => {
    const say = sayIn(language, locale)
    const digestOf = (goals: readonly WeekGoal[], name: string): Digest => ({
      blocked: goals,
      atRisk: goals,
      missedTwice: goals,
      stale: goals,
      eased: goals.map(({ standing: { goal } }) => ({
        goal,
        version: aVersion({ reason: name }),
        byName: name,
      })),
      overloaded: goals.map(() => ({ name, points: 12 })),
      childless: goals.map(({ standing: { goal } }) => goal),
    })

    test.each([
      ['usual', digestOf([weekGoal()], 'Ana')],
      ['longest', digestOf(many(100, { title: longest, name: longest }), longest)],
      ['hostile', digestOf(many(100, { title: hostile, name: hostile }), hostile)],
    ])('the digest is pictured: %s', async (name, digest) => {
      const message = digestMessage(aTeam(), digest, say)
      expectSound(message)
      await expectShown(`digest.${name}.${language}`, message)
    })
  },
)

test('whoever left the leaderboard is not named in the channel’s week, and leads see whose goal it is', () => {
  const hidden = { ...weekGoal(), owner: aPerson({ name: 'Ben', isOffBoard: true }) }
  const week = aWeek({ atRisk: [hidden] })
  expect(wordsOf([weekMessage(sheet(week, false), say), weekDetails(week, 0, say)])).not.toContain('– Ben')
  const digest = {
    blocked: [],
    atRisk: [hidden],
    missedTwice: [],
    stale: [],
    eased: [],
    overloaded: [],
    childless: [],
  }
  expect(wordsOf(digestMessage(aTeam(), digest, say))).toContain('– Ben')
})
