import { describe, expect, test } from 'vitest'
import type { HomeSheet } from '../../src/domain/sheets.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { firstContact } from '../../views/first-contact.ts'
import { help, unknownWord } from '../../views/help.ts'
import { home, homeActions } from '../../views/home.ts'
import { progressBar } from '../../views/progress-bar.ts'
import { channelButton, teamActions, teamButton } from '../../views/team-actions.ts'
import { fault, noSpace, tooLate } from '../../views/trouble.ts'
import { ana, aStanding, aTeam, ben, channelId, day, instant, salesChannel } from '../support/people.ts'
import { expectShown, expectSound, expectSoundHome, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { aSheet, hostileTerms, items, longestTerms, numbered, standings, variety } from './states.ts'

function aHome(known: Partial<HomeSheet> = {}): HomeSheet {
  return {
    person: ana,
    today: day('2026-05-16'),
    due: undefined,
    goals: standings(1),
    supported: [],
    closed: [],
    teams: [{ team: aTeam(), isLead: true, nextPromptAt: instant('2026-05-18T07:00Z') }],
    leaves: [],
    nextPromptAt: instant('2026-05-18T07:00Z'),
    ...known,
  }
}

const dueNow = (of: typeof variety, answered: readonly number[] = []): HomeSheet['due'] => {
  const { occurrence, windowEnds } = aSheet()
  return { occurrence, windowEnds, items: items(of, answered) }
}

const crowded = (terms: typeof longestTerms, words: string): HomeSheet =>
  aHome({
    person: { ...ana, name: words.slice(0, 200), muted: 'everything', isOffBoard: true },
    due: dueNow(standings(100, terms)),
    goals: standings(100, terms),
    leaves: Array.from({ length: 30 }, (_, nth) => ({
      id: `leave-${nth}`,
      person: ana.id,
      from: day('2026-06-01'),
      back: nth === 0 ? undefined : day('2026-06-03'),
      setBy: ana.id,
      setAt: instant('2026-05-18T07:00Z'),
    })),
    supported: standings(100, terms).map((standing) => ({
      standing,
      owner: { ...ben, name: words },
      as: 'partner',
    })),
    closed: standings(100, terms).map(({ goal }) => ({ ...goal, state: 'reached' })),
    teams: Array.from({ length: 30 }, (_, index) => ({
      team: aTeam({ channel: channelId(`C${index}`), channelName: words.slice(0, 80) }),
      isLead: true,
      nextPromptAt: instant('2026-05-18T07:00Z'),
    })),
  })

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['new', aHome({ goals: [], teams: [], nextPromptAt: undefined })],
    ['one', aHome()],
    ['due', aHome({ due: dueNow(standings(3), [1]), goals: standings(3) })],
    [
      'every-kind',
      aHome({
        person: { ...ana, muted: 'reminders' },
        goals: variety,
        supported: [
          { standing: aStanding({ goal: numbered(20) }), owner: ben, as: 'co-owner' },
          { standing: aStanding({ goal: numbered(21) }), owner: ben, as: 'partner' },
        ],
        closed: [
          { ...numbered(30), state: 'reached' },
          { ...numbered(31), state: 'retired' },
        ],
      }),
    ],
    ['many', aHome({ goals: standings(100), due: dueNow(standings(100)) })],
    ['longest', crowded(longestTerms, longest)],
    ['hostile', crowded(hostileTerms, hostile)],
  ])('Home is pictured: %s', async (name, sheet) => {
    const shown = home(sheet, say)
    expectSoundHome(shown)
    await expectShown(`home.${name}.${language}`, shown)
  })

  test('help and first contact are pictured', async () => {
    const features = [
      { name: 'new', usage: 'usage.sentence', help: 'help.new' as const },
      { name: 'show', usage: '[G-12]', help: 'help.show' as const },
      { name: 'list', help: 'help.list' as const },
      {},
    ]
    const shown = help(features, '/goal', say)
    expectSound(shown)
    await expectShown(`help.${language}`, shown)
    const met = firstContact({ id: salesChannel, name: 'sales' }, say)
    expectSound(met)
    await expectShown(`first-contact.${language}`, met)
    expectSound(firstContact({ id: salesChannel, name: hostile }, say))
  })

  test.each([
    ['near', unknownWord('lsit', 'list', '/goal', say)],
    ['far', unknownWord('purple', undefined, '/goal', say)],
    ['longest', unknownWord(longest, 'list', '/goal', say)],
    ['hostile', unknownWord(hostile, 'list', '/goal', say)],
    ['fault', fault('1f3a9c20', say)],
    ['too-late', tooLate(say)],
    ['no-space', noSpace('1a2b3c4d', say)],
  ])('what goes wrong is told: %s', async (name, shown) => {
    expectSound(shown)
    await expectShown(`trouble.${name}.${language}`, shown)
  })
})

const say = sayIn('en', 'en-GB')

test('whoever is new is taught in three steps and has one main button', () => {
  const shown = home(aHome({ goals: [], teams: [], nextPromptAt: undefined }), say)
  expect(wordsOf(shown)).toMatch(/1\. .*\n2\. .*\n3\. /)
  expect(pressesOf(shown).map(({ actionId }) => actionId)).toEqual([
    homeActions.newGoal,
    homeActions.mySettings,
    homeActions.help,
  ])
})

test('Home leads everywhere', () => {
  const ids = pressesOf(home(aHome(), say)).map(({ actionId }) => actionId)
  expect(ids).toEqual(
    expect.arrayContaining([...Object.values(homeActions), teamActions.setUp, teamActions.board]),
  )
})

test('only leads are offered the team’s settings, and the buttons name their team', () => {
  const [mine] = aHome().teams
  const teams = mine === undefined ? [] : [{ ...mine, isLead: false }]
  expect(pressesOf(home(aHome({ teams }), say)).map(({ actionId }) => actionId)).not.toContain(
    teamActions.setUp,
  )
  const pressed = pressesOf(home(aHome(), say))
  const sentBy = (id: string) => pressed.find(({ actionId }) => actionId === id)?.values[0]
  expect(channelButton.parse(sentBy(teamActions.setUp))).toBe(salesChannel)
  expect(teamButton.parse(sentBy(teamActions.board))).toBe(aTeam().id)
})

test('what does not fit is counted, never dropped silently', () => {
  expect(wordsOf(home(aHome({ goals: standings(108) }), say))).toContain('and 90 more goals')
})

test('the part that closes a full Home is never cut off', () => {
  expect(wordsOf(home(crowded(longestTerms, longest), say))).toContain('Time zone: Europe/Berlin')
})

test('language, zone and what is quiet are told at the end', () => {
  const shown = wordsOf(home(aHome({ person: { ...ana, muted: 'reminders', isOffBoard: true } }), say))
  expect(shown).toMatch(
    /Language: English · Time zone: Europe\/Berlin · Reminders are off · Not on the leaderboard$/,
  )
})

test.each([
  [-0.2, '▱▱▱▱▱▱▱▱▱▱'],
  [0, '▱▱▱▱▱▱▱▱▱▱'],
  [0.04, '▱▱▱▱▱▱▱▱▱▱'],
  [0.62, '▰▰▰▰▰▰▱▱▱▱'],
  [0.99, '▰▰▰▰▰▰▰▰▰▱'],
  [1, '▰▰▰▰▰▰▰▰▰▰'],
  [3, '▰▰▰▰▰▰▰▰▰▰'],
])('a share of %d is drawn as %s', (share, bar) => {
  expect(progressBar(share)).toBe(bar)
})
