import { describe, expect, test } from 'vitest'
import { usualHome } from '../../src/domain/home-choice.ts'
import type { HomeSheet } from '../../src/domain/sheets.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { firstContact } from '../../views/first-contact.ts'
import { help, unknownWord } from '../../views/help.ts'
import { home, homeActions } from '../../views/home.ts'
import { doorOption, homeChange, homeOwn } from '../../views/home-actions.ts'
import { leaveActions } from '../../views/leave-actions.ts'
import { progressBar } from '../../views/progress-bar.ts'
import { channelButton, teamActions, teamButton } from '../../views/team-actions.ts'
import { fault, noSpace, tooLate } from '../../views/trouble.ts'
import { ana, aStanding, aTeam, ben, channelId, day, instant, salesChannel } from '../support/people.ts'
import { aHome, aPage, away, draft, dueNow, nobody } from './homes.ts'
import { expectShown, expectSound, expectSoundHome, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { hostileTerms, longestTerms, numbered, standings, variety } from './states.ts'

const crowded = (terms: typeof longestTerms, words: string): HomeSheet =>
  aHome({
    person: { ...ana, name: words.slice(0, 200), muted: 'everything', isOffBoard: true },
    due: dueNow(standings(100, terms)),
    mine: aPage(standings(500, terms), {}, 3),
    own: 500,
    drafts: Array.from({ length: 3 }, (_, nth) => ({
      id: `V${nth}`,
      title: words,
      changedAt: instant('2026-05-15T07:00Z'),
    })),
    leaves: Array.from({ length: 30 }, (_, nth) => ({
      id: `leave-${nth}`,
      person: ana.id,
      from: day('2026-06-01'),
      back: nth === 0 ? undefined : day('2026-06-03'),
      setBy: ana.id,
      setAt: instant('2026-05-18T07:00Z'),
    })),
    supported: aPage(
      standings(500, terms),
      { owner: { ...ben, name: words }, as: 'partner', note: words },
      2,
      5,
    ),
    team: aPage(standings(500, terms), { owner: { ...ben, name: words }, as: 'team' }, 2, 5),
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
    ['new', nobody],
    [
      'new-in-team',
      aHome({ own: 0, mine: aPage([]), team: aPage(standings(2), { owner: ben, as: 'team' }) }),
    ],
    ['away', aHome({ leaves: [away] })],
    ['drafts', aHome({ drafts: [draft, { ...draft, id: 'V2', title: '' }] })],
    [
      'filtered-empty',
      aHome({ choice: { ...usualHome, whose: 'mine', status: 'at-risk' }, mine: aPage([]) }),
    ],
    ['paged', aHome({ own: 137, mine: aPage(standings(137), {}, 2) })],
    ['one', aHome()],
    ['due', aHome({ due: dueNow(standings(3), [1]), mine: aPage(standings(3)), own: 3 })],
    [
      'every-kind',
      aHome({
        person: { ...ana, muted: 'reminders' },
        mine: aPage(variety),
        own: variety.length,
        supported: aPage([aStanding({ goal: numbered(20) })], {
          owner: ben,
          as: 'partner',
          note: 'Legal has it',
        }),
        team: aPage([aStanding({ goal: numbered(21) })], { owner: ben, as: 'team' }),
        closed: [
          { ...numbered(30), state: 'reached' },
          { ...numbered(31), state: 'retired' },
        ],
      }),
    ],
    ['many', aHome({ mine: aPage(standings(100)), own: 100, due: dueNow(standings(100)) })],
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

test('whoever is new is taught in three steps, has one main button, and no filters for nothing', () => {
  const shown = home(nobody, say)
  expect(wordsOf(shown)).toMatch(/1\. .*\n2\. .*\n3\. /)
  expect(wordsOf(shown)).toContain('You are in no team yet')
  expect(pressesOf(shown).map(({ actionId }) => actionId)).toEqual([
    homeActions.newGoal,
    leaveActions.open,
    homeActions.mySettings,
    homeActions.help,
    `${homeOwn.door}/mine`,
  ])
})

test.each([
  [1, 'Next', '1–10 of 137'],
  [2, 'Previous Next', '11–20 of 137'],
  [14, 'Previous', '131–137 of 137'],
])('page %d of a list has %s', (page, turns, told) => {
  const shown = home(aHome({ own: 137, mine: aPage(standings(137), {}, page) }), say)
  const found = ['Previous', 'Next'].filter((word) => wordsOf(shown).split('\n').includes(word))
  expect(found.join(' ')).toBe(turns)
  expect(wordsOf(shown)).toContain(told)
})

test('a list that fits has no pages', () => {
  const ids = pressesOf(home(aHome({ mine: aPage(standings(10)), own: 10 }), say)).map(
    ({ actionId }) => actionId,
  )
  expect(ids).not.toContain(`${homeOwn.choose}/mine-later`)
})

test('every filter and page sends what Home reads back', () => {
  const shown = home(crowded(longestTerms, longest), say)
  const sent = pressesOf(shown).filter(({ actionId }) => actionId.startsWith(homeOwn.choose))
  expect(sent.length).toBeGreaterThan(6)
  for (const value of sent.flatMap(({ values }) => values)) expect(homeChange.parse(value)).toBeDefined()
})

test('nobody is offered to go on who has not stopped, or to come back who is not away', () => {
  const offered = (sheet: HomeSheet) =>
    pressesOf(home(sheet, say))
      .filter(({ actionId }) => actionId.startsWith(homeOwn.door))
      .flatMap(({ values }) => values.map((value) => doorOption.parse(value).door))
  expect(offered(aHome())).not.toEqual(expect.arrayContaining(['resume']))
  expect(offered(aHome())).not.toEqual(expect.arrayContaining(['back']))
  expect(offered(aHome({ leaves: [away] }))).toContain('back')
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
