import { round } from './chinese-number.ts'

/** Numbers written out in English: `fourteen`, `twenty-five`, `a dozen`, `two and a half`, `three hundred`. */

const small: Readonly<Record<string, number>> = {
  zero: 0,
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
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const large: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}

const anyOf = (names: Readonly<Record<string, number>>) => Object.keys(names).join('|')
const units = Object.keys(small).slice(1, 10).join('|')
/** `ninety`, `twenty-five`: a pattern for small counts. */
export const upTo99 = `(?:(?:${anyOf(tens)})(?:[- ](?:${units}))?|${anyOf(small)})`

const upTo999 = `${upTo99}(?: hundred(?:(?: and)? ${upTo99})?)?`
/** `one` alone is a pronoun more often than a number: it needs an end behind it. */
const pronoun =
  '(?!(?:one|zero)(?! (?:hundred|thousand|million|more|this week|so far|now)\\b|\\s*(?:$|[,.;!\\n])))'
const another = `(?! (?:${anyOf(tens)}|${anyOf(small)}|${anyOf(large)})\\b)`

const spelled = new RegExp(
  `(?:half a dozen|half an?(?= (?:minute|hour|day|week|month|point|percent|million|kilo|km|kg))|(?:a|one) dozen|a (?:hundred|thousand|million)(?! and)|(?:a |one )?hundred and ${upTo99}|${pronoun}${upTo999}(?: (?:thousand|million|billion)(?:(?: and)? ${upTo999})?)?(?: and a half)?)(?![\\p{L}\\p{N}'_-])${another}`,
  'iuy',
)

/** The number in words that begins exactly at `at`. */
export function englishNumberAt(
  text: string,
  at: number,
): { readonly value: number; readonly end: number } | undefined {
  if (/[\p{L}\p{N}'-]/u.test(text[at - 1] ?? '')) return undefined
  spelled.lastIndex = at
  const words = spelled.exec(text)?.[0]
  return words === undefined ? undefined : { value: inDigits(words.toLowerCase()), end: at + words.length }
}

/** Of words that the patterns here have found, in small letters. */
export function inDigits(words: string): number {
  if (words === 'half a dozen') return 6
  if (words.startsWith('half a')) return 0.5
  if (words.endsWith(' dozen')) return 12
  const half = words.endsWith(' and a half') ? 0.5 : 0
  const parts = words.replace(/ and a half$/, '').split(/[- ](?:and )?/)
  const { total, section } = parts.reduce(withWord, { total: 0, section: 0 })
  return round(total + section + half)
}

interface Sum {
  readonly total: number
  /** What is before the next thousand. */
  readonly section: number
}

function withWord({ total, section }: Sum, word: string): Sum {
  const scale = large[word]
  if (scale === 100) return { total, section: (section || 1) * 100 }
  if (scale !== undefined) return { total: total + section * scale, section: 0 }
  return { total, section: section + (small[word] ?? tens[word] ?? Number(word === 'a')) }
}
