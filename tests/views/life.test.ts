import { describe, expect, test } from 'vitest'
import type { LifeSheet } from '../../src/domain/life-sheet.ts'
import type { LeaveTold, LifeTold } from '../../src/domain/life-told.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { blockedTold } from '../../views/blocked-told.ts'
import { leaveButton, offerButton } from '../../views/leave-actions.ts'
import { life } from '../../views/life.ts'
import { laterOption, laterSelect } from '../../views/life-actions.ts'
import { zoneLacked } from '../../views/zone-lacked.ts'
import { ana, aPerson, ben, day, instant } from '../support/people.ts'
import { expectShown, expectSound, pressesOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { aSheet, hostileTerms, longestTerms, numbered } from './states.ts'

const next = instant('2026-05-25T07:00Z')
const until = day('2026-06-01')

const told: readonly Exclude<LifeTold, LeaveTold | { as: 'when' | 'muted-list' }>[] = [
  { as: 'snoozed', until: next },
  { as: 'snoozed-to-next', next },
  { as: 'nothing-open', next },
  { as: 'nothing-open', next: undefined },
  { as: 'all-answered', next },
  ...[1, 2, 3].map((nth) => ({ as: 'skipped' as const, nth, next })),
  { as: 'stopped', until, prompts: 0 },
  { as: 'stopped', until, prompts: 1 },
  { as: 'stopped', until, prompts: 12 },
  { as: 'stopped', until: undefined, prompts: undefined },
  { as: 'resumed', next },
  { as: 'not-stopped', next },
  ...(['reminders', 'news', 'everything', 'boards'] as const).flatMap((what) => [
    { as: 'muted' as const, what },
    { as: 'unmuted' as const, what },
  ]),
  ...(['snooze', 'stop', 'mute', 'away'] as const).flatMap((what) => [
    { as: 'unclear' as const, what, typed: hostile },
    { as: 'unclear' as const, what, typed: longest },
  ]),
  { as: 'past', until },
  { as: 'past-leave', back: until },
  { as: 'too-long' },
  { as: 'offer', status: hostile, back: until },
  { as: 'offer', status: longest, back: undefined },
]

const away = {
  as: 'away',
  leave: 'l1',
  from: day('2026-05-18'),
  back: until,
  excusesOpen: false,
} as const
const leaves: readonly { told: LeaveTold; other?: string }[] = [
  { told: { ...away, prompts: 0 } },
  { told: { ...away, prompts: 1, excusesOpen: true } },
  { told: { ...away, prompts: 12 } },
  { told: { ...away, back: undefined } },
  ...[hostile, longest].flatMap((other) => [
    { told: { ...away, prompts: 2, of: ben.id }, other },
    { told: { ...away, prompts: 2, by: ben.id }, other },
    { told: { as: 'back', next, of: ben.id } as const, other },
    { told: { as: 'back', next, by: ben.id } as const, other },
    { told: { as: 'not-away', next, of: ben.id } as const, other },
  ]),
  { told: { as: 'back', next } },
  { told: { as: 'back', next, cancelled: until } },
  { told: { as: 'back', next, cancelled: until, of: ben.id }, other: 'Ben' },
  { told: { as: 'back', next, cancelled: until, by: ben.id }, other: 'Ben' },
  { told: { as: 'not-away', next: undefined } },
  { told: { as: 'not-away', next, planned: until } },
]

const stop = { since: instant('2026-05-18T07:00Z'), until }
const since = instant('2026-05-01T07:00Z')
const when = { told: { as: 'when' }, person: ana, again: undefined, isStopped: false } as const
const list = { told: { as: 'muted-list' }, person: ana, isStopped: false, since } as const
const kinds = ['prompt', 'reminder', 'news'] as const
const sheets: Readonly<Record<string, LifeSheet>> = {
  'when-none': { ...when, next: [] },
  'when-one': { ...when, next: [{ channel: 'sales', at: next }], again: instant('2026-05-18T09:00Z') },
  'when-many': {
    ...when,
    next: Array.from({ length: 30 }, () => ({ channel: hostile, at: next })),
    person: aPerson({ stop, muted: 'everything' }),
    isStopped: true,
  },
  'muted-none': { ...list, since: undefined, silenced: [] },
  'muted-nothing-yet': { ...list, person: aPerson({ muted: 'reminders', isNewsMuted: true }), silenced: [] },
  'muted-many': {
    ...list,
    person: aPerson({ muted: 'everything', stop }),
    isStopped: true,
    silenced: Array.from({ length: 10 }, (_, index) => ({ kind: kinds[index % 3] ?? 'news', at: next })),
  },
}

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test('every answer about the asking is pictured', async () => {
    const shown = told.map((one) => life({ told: one, person: ana }, say))
    for (const message of shown) expectSound(message)
    const texts = shown.map(({ text }) => text)
    await expectShown(`life.answers.${language}`, {
      text: texts.join('\n'),
      blocks: shown.flatMap(({ blocks }) => blocks),
    })
  })

  test('every answer about being away is pictured', async () => {
    const shown = leaves.map(({ told: one, other }) => life({ told: one, person: ana, other }, say))
    for (const message of shown) expectSound(message)
    await expectShown(`life.leave.${language}`, {
      text: shown.map(({ text }) => text).join('\n'),
      blocks: shown.flatMap(({ blocks }) => blocks),
    })
  })

  test.each(Object.entries(sheets))('%s is pictured', async (name, sheet) => {
    const shown = life(sheet, say)
    expectSound(shown)
    await expectShown(`life.${name}.${language}`, shown)
  })

  test.each([
    ['plain', {}, 'Ana', 'legal', 'partner'],
    ['longest', longestTerms, longest, longest, 'lead'],
    ['hostile', hostileTerms, hostile, hostile, 'partner'],
  ] as const)('a block that is told is pictured: %s', async (name, terms, owner, blocker, to) => {
    const shown = blockedTold({ goal: numbered(12, terms), owner, blocker, to }, say)
    expectSound(shown)
    await expectShown(`blocked-told.${name}.${language}`, shown)
  })

  test('a zone that is lacked is pictured', async () => {
    const shown = zoneLacked(ana, hostile, say)
    expectSound(shown)
    await expectShown(`zone-lacked.${language}`, shown)
  })
})

test('what the select under a prompt sends is what its reader takes', () => {
  const { occurrence } = aSheet()
  const [pressed] = pressesOf([laterSelect(occurrence, sayIn('en', 'en-GB'))])
  expect(pressed?.values.map((value) => laterOption.parse(value))).toEqual(
    ['1h', '3h', 'tomorrow', 'skip'].map((choice) => ({ occurrence, choice })),
  )
})

test('what the buttons about being away send is what their readers take', () => {
  const say = sayIn('en', 'en-GB')
  const noted = life({ told: { ...away, of: ben.id }, person: ana, other: 'Ben' }, say)
  const offered = life({ told: { as: 'offer', status: 'Vacationing', back: undefined }, person: ana }, say)
  const values = [noted, offered]
    .flatMap(({ blocks }) => pressesOf(blocks))
    .map(({ values: [value] }) => value)
  expect(leaveButton.parse(values[0])).toEqual({ person: ben.id, leave: 'l1' })
  expect(values.slice(1).map((value) => offerButton.parse(value))).toEqual([{}, {}])
})
