import { chineseNumerals, readChineseNumber } from '../amount/chinese-number.ts'
import { inDigits, upTo99 } from '../amount/english-number.ts'

/** Small counts as they stand in durations: `90`, `ninety`, `a`, `two and a half`, `三`, `十二`. */

const words: Readonly<Record<string, number>> = { 'a couple of': 2, 'half a': 0.5, an: 1, a: 1 }

export const countPattern = `\\d{1,4}|${Object.keys(words).join('|')}|${upTo99}`

export const chineseCountPattern = `\\d{1,4}|半|[${chineseNumerals}]{1,6}`

const inWords = new RegExp(`^${upTo99}$`)

export function readCount(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '半') return 0.5
  if (Object.hasOwn(words, text)) return words[text]
  return inWords.test(text) ? inDigits(text) : readChineseNumber(text)
}

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
}

export const ordinalPattern = Object.keys(ordinals).join('|')
export const readOrdinal = (text: string): number | undefined =>
  Object.hasOwn(ordinals, text) ? ordinals[text] : readCount(text)
