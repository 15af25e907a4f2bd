import { currencyCode, currencySigns, type UnitSaid, unitSaid } from '../unit.ts'
import { numberAt, sticky } from './number.ts'

/** An amount found in a text, as it was written. */
export interface Scanned {
  /** With its sign. */
  readonly value: number
  /** The second reading of `1.450`, or of `1,450 million`. */
  readonly other: number | undefined
  readonly sign: '+' | '-' | undefined
  readonly unit: UnitSaid | undefined
  /** `2:30` without an h: hours and minutes, or minutes and seconds. */
  readonly isClock: boolean
  /** Written with k, million, 萬 or with groups: the size was thought of. */
  readonly isScaled: boolean
  /** Where it ends in the text. */
  readonly end: number
}

const anySign = new RegExp(currencySigns.map(([one]) => one.replace('$', '\\$')).join('|'), 'iy')
const currencySignAt = (text: string, at: number) => sticky(anySign, text, at)?.[0]

/**
 * The amount that begins exactly at `at`, with sign, currency, scale and unit; undefined when there is none or when it runs
 * on into something else, as `1e5`, `2026-11-23` and `3rd` do. The text is normalised (NFKC).
 */
export function scanAmount(text: string, at: number): Scanned | undefined {
  const { sign, currency, end: from } = openingAt(text, at)
  const bare = numberAt(text, from)
  if (bare === undefined) return undefined
  const after = bare.unit === undefined ? unitAfter(text, bare.end) : undefined
  // $5 USD names its currency twice; $5% does not exist.
  if (currency !== undefined && after !== undefined && after.unit.kind !== 'currency') return undefined
  const end = after?.end ?? bare.end
  if (!isBoundary(text, end)) return undefined
  const factor = sign === '-' ? -1 : 1
  return {
    ...bare,
    value: bare.value * factor,
    other: bare.other === undefined ? undefined : bare.other * factor,
    sign,
    unit: bare.unit ?? after?.unit ?? currency,
    end,
  }
}

/** `-$` and `$-` alike. */
function openingAt(text: string, at: number) {
  const before = signAt(text, at)
  const currency = currencyBefore(text, before.end)
  if (currency === undefined) return { ...before, currency: undefined }
  const after =
    before.sign === undefined ? signAt(text, currency.end) : { sign: before.sign, end: currency.end }
  return { ...after, currency: currency.unit }
}

function signAt(text: string, at: number): { readonly sign: '+' | '-' | undefined; readonly end: number } {
  const sign = text[at]
  if (sign === '+') return { sign, end: text[at + 1] === ' ' ? at + 2 : at + 1 }
  if (sign === '-' && text[at + 1] !== ' ' && text[at + 1] !== '-') return { sign, end: at + 1 }
  return { sign: undefined, end: at }
}

function currencyBefore(
  text: string,
  at: number,
): { readonly unit: UnitSaid; readonly end: number } | undefined {
  const word = currencySignAt(text, at) ?? codeAt(text, at)
  if (word === undefined) return undefined
  const unit = unitSaid(word)
  const end = at + word.length
  return unit === undefined ? undefined : { unit, end: text[end] === ' ' ? end + 1 : end }
}

function codeAt(text: string, at: number): string | undefined {
  const word = sticky(/[a-z]{3}(?= ?[+-]?\d)/iy, text, at)?.[0]
  return word === undefined || currencyCode(word) === undefined ? undefined : word
}

/** The unit behind a number: the longest word or two that name one. */
function unitAfter(text: string, at: number): { readonly unit: UnitSaid; readonly end: number } | undefined {
  const gap = text[at] === ' ' ? 1 : 0
  const from = at + gap
  const percent = text[from] === '%' ? '%' : undefined
  const chinese = chineseUnits.find((one) => text.startsWith(one, from))
  const word = percent ?? currencySignAt(text, from) ?? chinese ?? wordUnit(text, from)
  const unit = word === undefined ? undefined : unitSaid(word)
  if (word === undefined || unit === undefined) return undefined
  const points = word === '%' ? sticky(/[ -]?(?:percentage )?points?(?![a-z])/iy, text, from + 1) : undefined
  if (points !== undefined) return { unit: { kind: 'points' }, end: from + 1 + points[0].length }
  return { unit, end: from + word.length }
}

const chineseUnits = [
  '個百分點',
  '百分點',
  '個小時',
  '小時',
  '個鐘頭',
  '鐘頭',
  '分鐘',
  '天',
  '趴',
  '塊錢',
  '塊',
  '新台幣',
  '新臺幣',
  '台幣',
  '臺幣',
  '美元',
  '美金',
  '歐元',
  '日圓',
  '日元',
  '人民幣',
  '港幣',
  '英鎊',
  '元',
]

function wordUnit(text: string, at: number): string | undefined {
  const two = sticky(/(?:percentage|percent) points?(?![a-z\d])|per cent(?![a-z\d])/iy, text, at)?.[0]
  if (two !== undefined) return two
  const word = sticky(/[a-z]{1,8}(?![\p{Script=Latin}\d])/iuy, text, at)?.[0]
  return word === undefined || unitSaid(word) === undefined ? undefined : word
}

/** Nothing that makes it another number or word may follow: `1e5`, `12/20`, `3rd`, `14+`, `12-14`, `5%%`. */
function isBoundary(text: string, end: number): boolean {
  const rest = text.slice(end, end + 2)
  if (/^[\p{N}%‰°^*=<>~⁄/\\+_#@$€£¥'&|]/u.test(rest)) return false
  if (/^[.,:]\d/.test(rest) || /^-[^\s-]/.test(rest)) return false
  return !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]/u.test(rest)
}
