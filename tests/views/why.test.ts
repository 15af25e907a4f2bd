import { describe, expect, test } from 'vitest'
import { logKinds } from '../../src/domain/sent-log.ts'
import { skipReasons } from '../../src/domain/skip-reasons.ts'
import { addHours } from '../../src/domain/time.ts'
import type { WhyLine, WhySheet } from '../../src/domain/why-sheet.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { why } from '../../views/why.ts'
import { ana, instant, zone } from '../support/people.ts'
import { expectShown, expectSound, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'

const monday = instant('2026-05-18T07:00Z')

function aLine(known: Partial<WhyLine> = {}): WhyLine {
  return {
    kind: 'prompt',
    at: monday,
    outcome: 'sent',
    reason: undefined,
    toName: undefined,
    ownerName: undefined,
    channels: ['sales'],
    goals: [{ number: 12, title: 'Sign 20 deals' }],
    ...known,
  }
}

function aSheet(lines: readonly WhyLine[], known: Partial<WhySheet> = {}): WhySheet {
  return { person: ana, isOwn: true, lines, nothing: undefined, next: instant('2026-05-25T07:00Z'), ...known }
}

const everyKind = logKinds.flatMap((kind, index) => [
  aLine({ kind, at: addHours(monday, -24 * index) }),
  aLine({ kind, at: addHours(monday, -24 * index - 1), toName: 'Dee', ownerName: 'Ben' }),
])
const everyReason = skipReasons.map((reason, index) =>
  aLine({ outcome: 'skipped', reason, goals: [], channels: [], at: addHours(monday, -19 * index) }),
)
const crowded = (words: string) =>
  Array.from({ length: 100 }, (_, index) =>
    aLine({
      kind: logKinds[index % logKinds.length] ?? 'prompt',
      at: addHours(monday, -6 * index),
      toName: words,
      ownerName: words,
      channels: Array(20).fill(words),
      goals: Array(20).fill({ number: 999_999_999, title: words }),
    }),
  )

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['one', aSheet([aLine()])],
    ['every-kind', aSheet(everyKind)],
    ['every-reason', aSheet(everyReason, { isOwn: false })],
    ['waiting', aSheet([aLine({ outcome: 'waiting' })])],
    ['many', aSheet(Array.from({ length: 100 }, (_, index) => aLine({ at: addHours(monday, -6 * index) })))],
    ['longest', aSheet(crowded(longest), { isOwn: false, person: { ...ana, name: longest } })],
    ['hostile', aSheet(crowded(hostile), { isOwn: false, person: { ...ana, name: hostile } })],
  ])('the four weeks are pictured: %s', async (name, sheet) => {
    const shown = why(sheet, say)
    expectSound(shown)
    await expectShown(`why.${name}.${language}`, shown)
  })

  test.each(['muted', 'stopped', 'no-team', 'no-goals', 'not-yet'] as const)(
    'nothing in four weeks is pictured: %s',
    async (nothing) => {
      const shown = why(aSheet([], { nothing, next: nothing === 'not-yet' ? monday : undefined }), say)
      expectSound(shown)
      await expectShown(`why.nothing-${nothing}.${language}`, shown)
    },
  )
})

const say = sayIn('en', 'en-GB')

test('each line has its time on the person’s own clock, what it was, what became of it and one reason', () => {
  const lines = [
    aLine({ at: addHours(monday, 24), kind: 'reminder', outcome: 'skipped', reason: 'answered', goals: [] }),
    aLine(),
  ]
  const words = wordsOf(why(aSheet(lines, { person: { ...ana, zone: zone('Asia/Taipei') } }), say).blocks)
  expect(words).toContain(
    'Tuesday, 19 May 2026\n\n15:00 · Reminder · not sent. Everything was answered by then.',
  )
  expect(words).toContain(
    'Monday, 18 May 2026\n\n15:00 · Question about G-12 · sent. It was check-in day for #sales.',
  )
})

test('what does not fit is counted', () => {
  const shown = why(aSheet(crowded('x'.repeat(40))), say)
  const words = wordsOf(shown.blocks)
  const lines = words.split('\n').filter((line) => line.includes(' · ')).length
  expect(words).toContain(`and ${100 - lines} more`)
})
