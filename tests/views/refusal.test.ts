import { expect, test } from 'vitest'
import { sayIn } from '../../src/i18n/say.ts'
import { refusalText } from '../../views/refusal.ts'
import { allRefusals } from './refusals.ts'
import { picture, shown } from './sent.ts'

const english = sayIn('en', 'en-GB')
const chinese = sayIn('zh-Hant', 'zh-Hant-TW')

test('every refusal has its sentence in both languages, and none is a key', () => {
  for (const refusal of allRefusals) {
    const inEnglish = refusalText(refusal, english)
    const inChinese = refusalText(refusal, chinese)
    expect(inEnglish).toMatch(/[.?]$/)
    expect(inChinese).toMatch(/[。？]$/)
    expect(inEnglish).not.toBe(inChinese)
    for (const sentence of [inEnglish, inChinese]) {
      expect(sentence).not.toContain('refusal.')
      expect(sentence).not.toMatch(/undefined|null|NaN|[\p{Cc}\p{Bidi_Control}]/u)
    }
  }
})

test('no refusal is longer than a person reads at a field', () => {
  for (const refusal of allRefusals) expect(refusalText(refusal, english).length).toBeLessThan(220)
})

// What is said of one number is said of each.
const pictured = allRefusals.filter(
  (refusal) => !('field' in refusal) || !/baseline|low|high|value/.test(refusal.field),
)

test.each([
  ['en', english],
  ['zh-Hant', chinese],
] as const)('all refusals are pictured in %s', async (language, say) => {
  const sentences = pictured.map((refusal) => ({ refusal, sentence: refusalText(refusal, say) }))
  await expect(picture(sentences)).toMatchFileSnapshot(shown(`refusals.${language}`))
})
