import { expect, test } from 'vitest'
import { englishNumberAt } from '../../src/domain/amount/english-number.ts'

test.each([
  ['fourteen', 14],
  ['twenty-five', 25],
  ['Forty two', 42],
  ['a dozen', 12],
  ['half a dozen', 6],
  ['a hundred', 100],
  ['three hundred and five', 305],
  ['two thousand', 2000],
  ['two thousand five hundred', 2500],
  ['one hundred twenty', 120],
  ['fifteen million', 15_000_000],
  ['two and a half', 2.5],
  ['one', 1],
  ['zero', 0],
])('%s is %d', (words, value) => {
  expect(englishNumberAt(words, 0)?.value).toBe(value)
})

test.each([
  'one of us',
  'tender',
  'sevenfold',
  'one-off',
  'nobody',
  'tennis',
  'a',
  'five six',
  'twenty fifty',
])('%s is no number', (words) => {
  expect(englishNumberAt(words, 0)).toBeUndefined()
})
