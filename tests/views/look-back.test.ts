import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/blocks.ts'
import { type LookBack, lessons, MOST_WORDS, type Outcome } from '../../src/domain/look-back.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { askedToLookBack, lookBackAnswered, lookedBack } from '../../views/look-back.ts'
import { lookBackFormView, readLookBackForm } from '../../views/look-back-form.ts'
import { ana, instant } from '../support/people.ts'
import { expectShown, expectSound } from './message-rules.ts'
import { hostile, longest, picture, shown } from './sent.ts'
import { numbered } from './states.ts'

const ended: Outcome = {
  share: 0.62,
  isReached: false,
  isGood: false,
  daysEarly: 4,
  eased: 0,
  confidence: 8,
}
const outcomes: readonly (readonly [string, Outcome, boolean])[] = [
  ['given-up', ended, false],
  ['reached-early', { ...ended, share: 1, isReached: true, isGood: true }, false],
  ['reached-late', { ...ended, share: 1.1, isReached: true, isGood: true, daysEarly: -1, eased: 2 }, false],
  ['on-its-day', { ...ended, isReached: true, daysEarly: 0, eased: 1, confidence: undefined }, false],
  ['aspirational', { ...ended, share: 0.74, isGood: true }, true],
  ['yes-no', { ...ended, share: undefined, confidence: 3 }, false],
]
const written: LookBack = {
  helped: 'The weekly number',
  hindered: undefined,
  lessons: ['weekly-numbers'],
  isShared: true,
  isDeclined: false,
  by: ana.id,
  at: instant('2026-07-02T08:00Z'),
}
const full: LookBack = { ...written, helped: longest, hindered: hostile.repeat(20), lessons: [...lessons] }

describe.each(['en', 'zh-Hant'] as const)('in %s', (language) => {
  const say = sayIn(language, language === 'en' ? 'en-GB' : 'zh-TW')

  test.each(outcomes)('what the owner is asked is pictured: %s', async (name, outcome, isAspirational) => {
    const message = askedToLookBack({ goal: { ...numbered(12), isAspirational }, outcome }, say)
    expectSound(message)
    await expectShown(`look-back.ask.${name}.${language}`, message)
  })

  test.each([
    ['usual', 'Sign 20 deals', written],
    ['hostile', hostile, full],
  ] as const)('the form and what the thread gets are pictured: %s', async (name, title, said) => {
    const goal = numbered(12, { title })
    const form = lookBackFormView({ goal, outcome: ended, written: said }, say)
    expect(checkView(form)).toEqual([])
    await expect(picture(form)).toMatchFileSnapshot(shown(`look-back.form.${name}.${language}`))
    const message = lookedBack(
      { goal, owner: name === 'usual' ? 'Ana' : hostile, outcome: ended, written: said },
      say,
    )
    expectSound(message)
    await expectShown(`look-back.shared.${name}.${language}`, message)
    for (const as of ['saved', 'declined'] as const) expectSound(lookBackAnswered(goal, as, say))
  })

  test('others are not told how sure its owner was', () => {
    const message = lookedBack({ goal: numbered(12), owner: 'Ana', outcome: ended, written }, say)
    expect(JSON.stringify(message)).not.toContain(say['look-back.confidence']({ value: 8 }))
  })

  test('a private goal’s form offers no thread', () => {
    const form = lookBackFormView(
      { goal: { ...numbered(12), visibility: 'private' }, outcome: ended, written: undefined },
      say,
    )
    expect(JSON.stringify(form)).not.toContain('"shared"')
  })
})

test('an empty form is read as nothing said, and longer words than fit are kept for the rule to cut', () => {
  expect(readLookBackForm({})).toEqual({
    helped: undefined,
    hindered: undefined,
    lessons: [],
    isShared: false,
  })
  const typed = { helped: { helped: { type: 'plain_text_input', value: 'x'.repeat(MOST_WORDS + 1) } } }
  expect(readLookBackForm(typed).helped).toHaveLength(MOST_WORDS + 1)
})
