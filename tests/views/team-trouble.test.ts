import { expect, test } from 'vitest'
import { sayIn } from '../../src/i18n/say.ts'
import { type TeamTrouble, teamTrouble } from '../../views/team-trouble.ts'
import { expectShown, expectSound } from './message-rules.ts'
import { hostile, longest } from './sent.ts'
import { hostileTerms, longestTerms, numbered } from './states.ts'

const many = Array.from({ length: 100 }, (_, index) => numbered(index + 1, longestTerms))
const troubles: readonly TeamTrouble[] = [
  ...(['left', 'archived', 'restricted'] as const).flatMap((trouble) => [
    { trouble, channelName: 'sales', gone: undefined },
    { trouble, channelName: hostile, gone: undefined },
  ]),
  { trouble: 'owner-gone', channelName: 'sales', gone: { name: 'Ben', goals: [numbered(1)] } },
  {
    trouble: 'owner-gone',
    channelName: hostile,
    gone: { name: hostile, goals: [numbered(1, hostileTerms)] },
  },
  { trouble: 'owner-gone', channelName: longest, gone: { name: longest, goals: many } },
]

test.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])(
  'what keeps a channel from working is pictured in %s',
  async (language, locale) => {
    const shown = troubles.map((one) => teamTrouble(one, sayIn(language, locale)))
    for (const message of shown) expectSound(message)
    expect(new Set(shown.map(({ text }) => text)).size).toBeGreaterThan(3)
    await expectShown(`team-trouble.${language}`, {
      text: shown.map(({ text }) => text).join('\n'),
      blocks: shown.flatMap(({ blocks }) => blocks),
    })
  },
)
