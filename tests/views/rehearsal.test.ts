import { describe, expect, test } from 'vitest'
import type { RehearsalSheet, RehearsalSlot } from '../../src/domain/rehearsal.ts'
import { addDays } from '../../src/domain/time.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { rehearsal, rehearsing } from '../../views/rehearsal.ts'
import { aTeam, day, wall, zone } from '../support/people.ts'
import { expectShown, expectSound, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'

const monday = day('2026-10-12')

function aSlot(known: Partial<RehearsalSlot> = {}): RehearsalSlot {
  return {
    time: wall('09:00'),
    kind: 'prompt',
    nth: undefined,
    outcome: 'sent',
    reason: undefined,
    people: [{ name: 'Ana', goals: [12] }],
    ...known,
  }
}

const people = (count: number, name = 'Person', goals: readonly number[] = [12, 13]) =>
  Array.from({ length: count }, (_, index) => ({ name: `${name} ${index + 1}`, goals }))

/** Four weeks; the slots on each of so many days from Monday on. */
function aSheet(
  slots: readonly RehearsalSlot[],
  days = 1,
  known: Partial<RehearsalSheet> = {},
): RehearsalSheet {
  const weeks = [0, 7, 14, 21].map((week) => ({
    monday: addDays(monday, week),
    days: Array.from({ length: days }, (_, index) => ({ date: addDays(monday, week + index), slots })),
  }))
  return {
    team: aTeam(),
    from: day('2026-10-11'),
    until: day('2026-11-08'),
    weeks: slots.length === 0 ? [] : weeks,
    people: 1,
    leftOut: 0,
    clockChanges: [],
    ...known,
  }
}

const usual: readonly RehearsalSlot[] = [
  aSlot({ people: [...people(2), { name: 'Chen', goals: [14] }] }),
  aSlot({ outcome: 'skipped', reason: 'leave', people: [{ name: 'Dee', goals: [] }] }),
  aSlot({ kind: 'reminder', nth: 1, time: wall('17:00'), people: people(3) }),
  aSlot({ kind: 'reminder', nth: 2, time: wall('18:00'), people: people(3) }),
  aSlot({ kind: 'leaderboard', time: wall('19:00'), people: [] }),
  aSlot({ kind: 'prompt-again', time: wall('19:30') }),
  aSlot({ kind: 'blocked-told', time: wall('20:00') }),
]
const crowd = (name: string) =>
  usual.map((slot) => ({ ...slot, people: people(100, name, Array(20).fill(999_999_999)) }))
const zones = ['Europe/Berlin', 'America/New_York'].map((name) => ({
  zone: zone(name),
  date: day('2026-10-25'),
}))

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['none', aSheet([], 1, { people: 0 })],
    ['one', aSheet([aSlot()], 1, { team: undefined })],
    ['usual', aSheet(usual, 1, { people: 4, clockChanges: zones })],
    [
      'many',
      aSheet(crowd('Person'), 5, { people: 100, leftOut: 140, clockChanges: Array(30).fill(zones[0]) }),
    ],
    ['longest', aSheet(crowd(longest), 5, { team: aTeam({ channelName: longest }) })],
    ['hostile', aSheet(crowd(hostile), 5, { team: aTeam({ channelName: hostile }) })],
  ])('the coming weeks are pictured: %s', async (name, sheet) => {
    const shown = rehearsal(sheet, say)
    expectSound(shown)
    await expectShown(`rehearsal.${name}.${language}`, shown)
  })

  test('that it has begun is said', () => expectSound(rehearsing(say)))
})

const say = sayIn('en', 'en-GB')

test('a hundred people at one time are one line that names some and counts the rest, in every week', () => {
  const words = wordsOf(rehearsal(aSheet([aSlot({ people: people(100) })]), say).blocks)
  const lines = words.split('\n').filter((line) => line.startsWith('09:00'))
  expect(lines).toHaveLength(4)
  for (const line of lines) {
    const named = line.match(/Person \d+/g)?.length ?? 0
    expect(named).toBeGreaterThan(5)
    expect(line).toContain(`and ${100 - named} more people`)
  }
})

test('what is left out has its reason beside whom it concerns', () => {
  expect(wordsOf(rehearsal(aSheet(usual), say).blocks)).toContain(
    '09:00 · Question: Dee · not sent. It fell into an absence.',
  )
})
