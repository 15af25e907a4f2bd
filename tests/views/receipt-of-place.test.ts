import { describe, expect, test } from 'vitest'
import type { Receipt } from '../../src/domain/receipt.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { placeReceipt } from '../../views/receipt-of-place.ts'
import { aGoal, ana, aStanding, aTeam } from '../support/people.ts'
import { expectShown, expectSound, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'

const aReceipt = (title: string, known: Partial<Receipt> = {}): Receipt => {
  const standing = aStanding({ goal: aGoal({ title }) })
  return {
    place: { person: ana.id, name: 'Ana', rank: 4, isTied: false, score: 72, onTime: 6, due: 6 },
    of: 4,
    score: { score: 72, pace: 0.6, onTime: 6, due: 6, ambition: 1 },
    goals: Array.from({ length: 5 }, () => ({ standing, pace: 0.6, verdict: 'stretch' })),
    step: { kind: 'goal', standing, value: 8, score: 86 },
    ...known,
  }
}

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['goal-step', aReceipt('Sign 20 deals')],
    ['answer-step', aReceipt('Sign 20 deals', { step: { kind: 'answer', score: 86 } })],
    ['leads', aReceipt('Sign 20 deals', { step: { kind: 'leads' } })],
    ['warming-up', aReceipt('', { place: 'warming-up', score: undefined, goals: [], step: undefined })],
    ['longest', aReceipt(longest)],
    ['hostile', aReceipt(hostile)],
  ])('the receipt is pictured: %s', async (name, receipt) => {
    const shown = placeReceipt({ team: aTeam(), receipt }, say)
    expectSound(shown)
    await expectShown(`place.${name}.${language}`, shown)
  })
})

test('its parts make the sum that the board shows', () => {
  const words = wordsOf(
    placeReceipt({ team: aTeam(), receipt: aReceipt('Sign 20 deals') }, sayIn('en', 'en-GB')),
  )
  expect(words).toContain('0.6 × 70 = 42')
  expect(words).toContain('6 of 6 × 25 = 25')
  expect(words).toContain('Together: 72')
  expect(words).toContain('at 8 deals today would make 86')
})
