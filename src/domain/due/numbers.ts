import { chineseNumerals, readChineseNumber } from '../amount/chinese-number.ts'

/** Small counts as they stand in durations: `90`, `ninety`, `a`, `two and a half`, `三`, `十二`. */

const words: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  'a couple of': 2,
  'half a': 0.5,
}

export const countPattern = `\\d{1,4}|${Object.keys(words)
  .toSorted((a, b) => b.length - a.length)
  .join('|')}`

export const chineseCountPattern = `\\d{1,4}|半|[${chineseNumerals}]{1,6}`

export function readCount(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '半') return 0.5
  return Object.hasOwn(words, text) ? words[text] : readChineseNumber(text)
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
