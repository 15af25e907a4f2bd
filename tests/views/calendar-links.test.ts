import { describe, expect, test } from 'vitest'
import type { CalendarLink } from '../../src/domain/feed.ts'
import { sayIn } from '../../src/i18n/say.ts'
import {
  calendarActions,
  calendarLinks,
  type LinkNews,
  linkButton,
  noCalendarAddress,
} from '../../views/calendar-links.ts'
import { ana, instant, teamId } from '../support/people.ts'
import { expectShown, expectSound, pressesOf, stringsOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'

const own: CalendarLink = { subject: { kind: 'person' }, channelName: undefined, madeAt: undefined }
const since = instant('2026-05-04T08:00Z')

const teams = (count: number, name = 'sales', madeAt: CalendarLink['madeAt'] = since): CalendarLink[] =>
  Array.from({ length: count }, (_, n) => ({
    subject: { kind: 'team', team: teamId(`team-${n}`) },
    channelName: name,
    madeAt,
  }))

const url = `https://goalpost.example.com/calendar/${'x'.repeat(43)}.ics`
const made: LinkNews = { kind: 'made', subject: own.subject, url }
const ofTeam = { kind: 'team', team: teamId('team-0') } as const

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each<[string, readonly CalendarLink[], LinkNews | undefined]>([
    ['none', [own], undefined],
    ['one', [own, ...teams(1)], undefined],
    ['made', [{ ...own, madeAt: since }, ...teams(1)], made],
    ['revoked', [own, ...teams(1)], { kind: 'revoked', subject: ofTeam }],
    ['was-none', [own], { kind: 'was-none', subject: ofTeam }],
    ['not-yours', [own], { kind: 'not-yours' }],
    ['many', [own, ...teams(100)], made],
    ['longest', [own, ...teams(100, longest)], { ...made, subject: ofTeam, url: longest.slice(0, 2000) }],
    ['hostile', [own, ...teams(3, hostile)], { ...made, subject: ofTeam }],
  ])('the links are pictured: %s', async (name, links, news) => {
    const shown = calendarLinks(links, ana.zone, say, news)
    expectSound(shown)
    await expectShown(`calendar-links.${name}.${language}`, shown)
  })

  test('a missing address is said in one line', () => {
    expectSound(noCalendarAddress(say))
    expect(wordsOf(noCalendarAddress(say).blocks)).toContain('PUBLIC_URL')
  })
})

const say = sayIn('en', 'en-GB')

test('the address of a new link is in the message once, and never in its notification', () => {
  const shown = calendarLinks([own], ana.zone, say, made)
  expect(stringsOf(shown.blocks).filter((text) => text.includes(url))).toEqual([url])
  expect(shown.text).not.toContain('calendar/')
})

test('what would end a link in use asks first; a first link is made at once', () => {
  const asks = (link: CalendarLink) =>
    calendarLinks([link], ana.zone, say).blocks.flatMap((block) =>
      block.type === 'actions' && 'elements' in block
        ? block.elements.map((element) => 'confirm' in element && element.confirm !== undefined)
        : [],
    )
  expect(asks(own)).toEqual([false])
  expect(asks({ ...own, madeAt: since })).toEqual([true, true])
})

test('each button names whose link it means, and nothing else is read from one', () => {
  const pressed = pressesOf(calendarLinks([own, ...teams(1)], ana.zone, say))
  expect(pressed.map(({ actionId }) => actionId.split('/')[0])).toEqual([
    calendarActions.make,
    calendarActions.make,
    calendarActions.revoke,
  ])
  expect(pressed.map(({ values }) => linkButton.parse(values[0]))).toEqual([
    { kind: 'person' },
    { kind: 'team', team: 'team-0' },
    { kind: 'team', team: 'team-0' },
  ])
  for (const forged of ['', '[]', '{"team":""}', '{"team":"t","person":"U1"}'])
    expect(linkButton.safeParse(forged).success).toBe(false)
})

test('teams that do not fit are counted', () => {
  expect(wordsOf(calendarLinks([own, ...teams(100)], ana.zone, say))).toContain('81 more teams')
})
