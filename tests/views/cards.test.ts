import { describe, expect, test } from 'vitest'
import type { Goal, GoalTerms, GoalVersion } from '../../src/domain/goal.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { checkInActions, checkInButton } from '../../views/check-in-actions.ts'
import { goalActions, goalButton } from '../../views/goal-actions.ts'
import { goalCard, goalChanged, goalClosed, reopened } from '../../views/goal-card.ts'
import { partnerTold, type Receipt, receipt } from '../../views/receipt.ts'
import { channelButton, teamActions } from '../../views/team-actions.ts'
import { aTeam, day, instant, salesChannel, someTerms, withValue } from '../support/people.ts'
import { expectShown, expectSound, pressesOf, wordsOf } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { closeRate, deliverable, hostileTerms, longestTerms, numbered, range } from './states.ts'

const nextPromptAt = instant('2026-05-18T07:00Z')
const cadence: Partial<GoalTerms> = {
  kind: 'cadence',
  measure: 'custom-cadence',
  baseline: undefined,
  target: 5,
}
const reasoned = {
  levers: 'calling every lead back',
  why: 'we need 40 customers',
  firstStep: 'If it is Monday, then I call five leads',
}

function aReceipt(known: Partial<Receipt> = {}): Receipt {
  return { goal: numbered(12, reasoned), nextPromptAt, setBy: undefined, madeTeam: undefined, ...known }
}

function aVersion(terms: Partial<GoalTerms>, known: Partial<GoalVersion> = {}): GoalVersion {
  return {
    goal: numbered(12).id,
    version: 2,
    terms: someTerms(terms),
    by: numbered(12).owner,
    at: instant('2026-05-16T08:00Z'),
    reason: undefined,
    ease: 'harder',
    countsFrom: instant('2026-05-16T08:00Z'),
    ...known,
  }
}

const closed = (known: Partial<Goal>): Goal => ({
  ...withValue(numbered(12), 21),
  state: 'reached',
  closedAt: instant('2026-06-20T08:00Z'),
  closingNote: 'Calls before ten work best',
  ...known,
})

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['total', aReceipt()],
    ['percent', aReceipt({ goal: numbered(12, closeRate), setBy: 'Ben' })],
    ['range', aReceipt({ goal: numbered(12, range) })],
    ['cadence', aReceipt({ goal: numbered(12, cadence) })],
    ['deliverable', aReceipt({ goal: numbered(12, deliverable), nextPromptAt: undefined })],
    ['made-team', aReceipt({ madeTeam: aTeam() })],
    [
      'made-quiet-team',
      aReceipt({ madeTeam: aTeam({ cadence: 'monthly', hasSummary: false, hasBoard: false }) }),
    ],
    ['private', aReceipt({ goal: { ...numbered(12), visibility: 'private' } })],
    [
      'longest',
      aReceipt({ goal: numbered(12, longestTerms), setBy: longest.slice(0, 80), madeTeam: aTeam() }),
    ],
    [
      'hostile',
      aReceipt({
        goal: numbered(12, hostileTerms),
        setBy: hostile,
        madeTeam: aTeam({ channelName: hostile }),
      }),
    ],
  ])('the receipt is pictured: %s', async (name, facts) => {
    const shown = receipt(facts, say)
    expectSound(shown)
    await expectShown(`receipt.${name}.${language}`, shown)
  })

  test.each([
    ['quiet', { goal: numbered(12), owner: 'Ana', coOwners: [] }],
    ['reasoned', { goal: numbered(12, reasoned), owner: 'Ana', coOwners: ['Ben', 'Chen'] }],
    ['range', { goal: numbered(12, range), owner: 'Ana', coOwners: [] }],
    [
      'longest',
      {
        goal: numbered(12, longestTerms),
        owner: longest.slice(0, 80),
        coOwners: Array(20).fill(longest.slice(0, 80)),
      },
    ],
    ['hostile', { goal: numbered(12, hostileTerms), owner: hostile, coOwners: [hostile] }],
  ])('the card is pictured: %s', async (name, facts) => {
    const shown = goalCard(facts, say)
    expectSound(shown)
    await expectShown(`goal-card.${name}.${language}`, shown)
  })

  test.each([
    ['harder', aVersion({ target: 25 })],
    [
      'easier',
      aVersion(
        { target: 15, due: day('2026-07-31') },
        { ease: 'easier', reason: 'Two accounts left', countsFrom: instant('2026-05-23T08:00Z') },
      ),
    ],
    [
      'same',
      aVersion(
        { title: 'Win 20 deals', measure: 'custom-total', unit: { kind: 'currency', code: 'USD' } },
        { ease: 'same' },
      ),
    ],
    ['bounds', aVersion({ low: 1, high: 3 }, { ease: 'same' })],
    ['longest', aVersion(longestTerms, { reason: longest, ease: 'easier' })],
    ['hostile', aVersion(hostileTerms, { reason: hostile })],
  ])('the change is pictured: %s', async (name, version) => {
    const shown = goalChanged(
      { goal: numbered(12), before: someTerms(), version, by: name === 'hostile' ? hostile : 'Ana' },
      say,
    )
    expectSound(shown)
    await expectShown(`goal-changed.${name}.${language}`, shown)
  })

  test.each([
    ['reached', closed({})],
    ['retired', closed({ state: 'retired', closingNote: undefined })],
    ['deliverable', closed({ ...deliverable })],
    ['longest', closed({ ...longestTerms, closingNote: longest })],
    ['hostile', closed({ ...hostileTerms, closingNote: hostile })],
  ])('the end is pictured: %s', async (name, goal) => {
    const shown = goalClosed({ goal, owner: name === 'hostile' ? hostile : 'Ana' }, say)
    expectSound(shown)
    await expectShown(`goal-closed.${name}.${language}`, shown)
  })

  test.each([
    ['by-owner', { goal: numbered(12), owner: 'Ana', namedBy: 'Ana' }],
    ['by-another', { goal: numbered(12, hostileTerms), owner: hostile, namedBy: 'Ben' }],
    ['longest', { goal: numbered(12, longestTerms), owner: longest.slice(0, 80), namedBy: 'Ben' }],
  ])('the partner is told: %s', async (name, told) => {
    const shown = partnerTold(told, say)
    expectSound(shown)
    await expectShown(`partner-told.${name}.${language}`, shown)
  })

  test('a goal opened again is told as it stands', () => {
    expectSound(reopened(numbered(12, hostileTerms), say))
    expectSound(reopened(numbered(12, longestTerms), say))
  })
})

const say = sayIn('en', 'en-GB')

test('the receipt is the goal in one SMART sentence', () => {
  const words = wordsOf(receipt(aReceipt(), say))
  expect(words).toContain(
    'From 0 deals to 20 deals, between 1 Apr 2026 and 30 Jun 2026. Measured by: Deals won.',
  )
  expect(words).toContain('By calling every lead back.\nBecause: we need 40 customers.')
  expect(words).toContain('<!date^1779087600^{date_long_pretty} at {time}|')
})

test('the receipt’s buttons name their goal, and the team’s its channel', () => {
  const pressed = pressesOf(receipt(aReceipt({ madeTeam: aTeam() }), say))
  expect(pressed.map(({ actionId }) => actionId)).toEqual([
    checkInActions.enter,
    goalActions.edit,
    teamActions.setUp,
  ])
  expect(checkInButton.parse(pressed[0]?.values[0])).toEqual({ goal: numbered(12).id })
  expect(goalButton.parse(pressed[1]?.values[0])).toBe(numbered(12).id)
  expect(channelButton.parse(pressed[2]?.values[0])).toBe(salesChannel)
})

test('an easing says from when it counts, a hardening that it counts at once', () => {
  const change = (version: GoalVersion) =>
    wordsOf(goalChanged({ goal: numbered(12), before: someTerms(), version, by: 'Ana' }, say))
  const easier = change(
    aVersion(
      { target: 15 },
      { ease: 'easier', reason: 'Two accounts left', countsFrom: instant('2026-05-23T08:00Z') },
    ),
  )
  expect(easier).toContain('Ana made this goal easier')
  expect(easier).toContain('Target: 20 deals → 15 deals')
  expect(easier).toContain('Why: Two accounts left')
  expect(easier).toContain('Counts for scoring from <!date^')
  expect(change(aVersion({ target: 25 }))).toContain('Counts at once')
})

test('a card names people and mentions nobody', () => {
  const shown = JSON.stringify(goalCard({ goal: numbered(12), owner: 'Ana', coOwners: ['Ben'] }, say))
  expect(shown).toContain('Ana with Ben')
  expect(shown).not.toContain('<@')
})
