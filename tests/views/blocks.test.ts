import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/blocks.ts'
import {
  actions,
  button,
  context,
  dateToken,
  escaped,
  fields,
  header,
  mrkdwn,
  plain,
  quoted,
  rich,
  section,
} from '../../views/blocks.ts'
import { clip } from '../../views/limits.ts'
import { instant } from '../support/people.ts'
import { hostile, longest } from './sent.ts'

test('nothing people type survives as markup, a mention or a quote', () => {
  expect(escaped(hostile)).not.toMatch(/[<>*_~`\p{Cc}\p{Bidi_Control}]/u)
  expect(escaped('> 30 & rising')).toBe('› 30 &amp; rising')
  expect(escaped('two\nlines')).toBe('two lines')
})

test('a text is cut at whole characters as people see them', () => {
  expect(clip('👩‍👩‍👧👩‍👩‍👧', 10)).toBe('👩‍👩‍👧…')
  expect(clip('e\u0301e\u0301', 3)).toBe('e\u0301…')
  expect(clip('short', 5)).toBe('short')
})

test('a cut text keeps within its limit and is a beginning of the whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const cut = clip(text, most)
      expect(cut.length).toBeLessThanOrEqual(most)
      expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true)
    }),
  )
})

test('an empty text is shown as a dash, which Slack takes', () => {
  expect(plain('\u0000 ').text).toBe('–')
})

test('a quotation is one short line', () => {
  expect(quoted(`a\n${longest}`).length).toBeLessThanOrEqual(60)
})

test('a moment is written for the reader’s own clock, with words for where that fails', () => {
  expect(dateToken(instant('2026-01-01T00:00Z'), '{date_short_pretty} {time}', '1 Jan | 00:00')).toBe(
    '<!date^1767225600^{date_short_pretty} {time}|1 Jan  00:00>',
  )
})

test.each([
  ['hostile', hostile],
  ['longest', longest],
  ['empty', ''],
])('Slack takes every block with a %s text', (_, text) => {
  const blocks = [
    header(text),
    section(text, { accessory: button({ text, actionId: 'a', spoken: text || 'x' }) }),
    context(text, mrkdwn(`*${escaped(text)}*`)),
    rich(text, { text, style: { bold: true } }),
    fields([text.slice(0, 100)]),
    actions([button({ text, actionId: 'a', value: 'v', style: 'primary' })]),
  ]
  expect(checkMessage(blocks)).toEqual([])
})

test('what a screen reader says of a button is one line with nothing unseen in it, and never too long', () => {
  const spoken = (text: string) => button({ text: 'Open', actionId: 'a', spoken: text }).accessibility_label
  expect(spoken('Open \u202eSign\n20\u0007 deals')).toBe('Open Sign 20 deals')
  expect(spoken('x'.repeat(200))).toHaveLength(75)
  expect(spoken('\u2066 \n')).toBeUndefined()
})
