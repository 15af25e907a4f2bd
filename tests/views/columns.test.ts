import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, padded, widthOf, wrapped } from '../../views/columns.ts'

test.each([
  ['plain', 5],
  ['客戶流失率', 10],
  ['ＡＢ', 4],
  ['カタ', 4],
  ['ｶﾀ', 2],
  ['한국', 4],
  ['e\u0301', 1],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['🇹🇼', 2],
  ['█░│●○', 5],
  ['', 0],
])('%s takes %d columns', (text, columns) => {
  expect(widthOf(text)).toBe(columns)
})

test.each([
  ['Reduce churn', 12, 'Reduce churn'],
  ['Reduce churn', 11, 'Reduce chu…'],
  ['Reduce churn', 8, 'Reduce…'],
  ['客戶流失率', 10, '客戶流失率'],
  ['客戶流失率', 9, '客戶流失…'],
  ['客戶流失率', 8, '客戶流…'],
  ['ok 👩‍👩‍👧👩‍👩‍👧', 6, 'ok 👩‍👩‍👧…'],
  ['cafe\u0301s', 4, 'caf…'],
  ['two\nlines\tand  spaces ', 40, 'two lines and spaces'],
  ['\u202Eturned\u0007', 40, 'turned'],
])('%j in %d columns is %j', (text, columns, shown) => {
  expect(fitted(text, columns, 200)).toBe(shown)
})

test.each([
  ['short', ['short']],
  ['Reduce churn from 45% to 20%', ['Reduce churn', 'from 45% to…']],
  ['下一季把客戶流失率降到二成以下', ['下一季把客戶', '流失率降到…']],
  ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfsc', 'hifffahrtsg…']],
])('%j on two lines of twelve columns is %j', (text, lines) => {
  expect(wrapped(text, 12, 2)).toEqual(lines)
})

test('nothing is wider, longer or on more lines than it may be, and no character is cut in half', () => {
  const anything = fc.string({ maxLength: 400, unit: 'grapheme' })
  fc.assert(
    fc.property(anything, fc.integer({ min: 2, max: 60 }), (text, columns) => {
      const shown = fitted(text, columns, 100)
      expect(widthOf(shown)).toBeLessThanOrEqual(columns)
      expect(shown.length).toBeLessThanOrEqual(100)
      expect(shown).not.toMatch(/[\n\t\p{Cs}]/u)
      expect(widthOf(padded(shown, 60))).toBe(60)
      const lines = wrapped(text, columns, 2)
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
    }),
  )
})

test('letters under a pile of accents are cut before they take too much room', () => {
  const piled = `e${'\u0301'.repeat(20)}`
  expect(fitted(piled.repeat(10), 60, 100)).toBe(`${piled.repeat(4)}…`)
  expect(fitted(`e${'\u0301'.repeat(300)}`, 60, 100)).toBe('…')
})
