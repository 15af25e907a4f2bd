import type { Unit } from './goal.ts'

/** A unit as it stands beside a number. A sign like `$` may be any of several currencies; the first is the likeliest. */
export type UnitSaid =
  | { readonly kind: 'percent' }
  /** Percentage points: never a share of something. */
  | { readonly kind: 'points' }
  | { readonly kind: 'currency'; readonly codes: readonly string[] }
  | { readonly kind: 'time'; readonly in: 'minutes' | 'hours' | 'days' }

const percent: UnitSaid = { kind: 'percent' }
const points: UnitSaid = { kind: 'points' }
const minutes: UnitSaid = { kind: 'time', in: 'minutes' }
const hours: UnitSaid = { kind: 'time', in: 'hours' }
const days: UnitSaid = { kind: 'time', in: 'days' }
const money = (...codes: readonly string[]): UnitSaid => ({ kind: 'currency', codes })

const dollar = money('USD', 'TWD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN', 'ARS', 'CLP', 'COP')
const yuan = money('TWD', 'CNY', 'HKD', 'JPY', 'MOP')

/** Signs stand before the number or after it. */
export const currencySigns: readonly (readonly [string, UnitSaid])[] = [
  ['NT$', money('TWD')],
  ['US$', money('USD')],
  ['HK$', money('HKD')],
  ['CA$', money('CAD')],
  ['AU$', money('AUD')],
  ['NZ$', money('NZD')],
  ['A$', money('AUD')],
  ['C$', money('CAD')],
  ['S$', money('SGD')],
  ['R$', money('BRL')],
  ['$', dollar],
  ['€', money('EUR')],
  ['£', money('GBP')],
  ['¥', money('JPY', 'CNY')],
  ['₩', money('KRW')],
  ['₹', money('INR')],
  ['₽', money('RUB')],
  ['₺', money('TRY')],
  ['₫', money('VND')],
  ['฿', money('THB')],
  ['₱', money('PHP')],
  ['₪', money('ILS')],
  ['₴', money('UAH')],
  ['zł', money('PLN')],
]

const words: Readonly<Record<string, UnitSaid>> = {
  '%': percent,
  percent: percent,
  percents: percent,
  'per cent': percent,
  pct: percent,
  趴: percent,
  百分比: percent,
  pp: points,
  ppt: points,
  'percentage points': points,
  'percentage point': points,
  'percent points': points,
  個百分點: points,
  百分點: points,
  min: minutes,
  mins: minutes,
  minute: minutes,
  minutes: minutes,
  分鐘: minutes,
  h: hours,
  hr: hours,
  hrs: hours,
  hour: hours,
  hours: hours,
  小時: hours,
  個小時: hours,
  鐘頭: hours,
  個鐘頭: hours,
  d: days,
  day: days,
  days: days,
  天: days,
  日: days,
  dollar: dollar,
  dollars: dollar,
  euro: money('EUR'),
  euros: money('EUR'),
  pounds: money('GBP'),
  yen: money('JPY'),
  元: yuan,
  塊: yuan,
  塊錢: yuan,
  台幣: money('TWD'),
  臺幣: money('TWD'),
  新台幣: money('TWD'),
  新臺幣: money('TWD'),
  美元: money('USD'),
  美金: money('USD'),
  歐元: money('EUR'),
  日圓: money('JPY'),
  日元: money('JPY'),
  人民幣: money('CNY'),
  港幣: money('HKD'),
  英鎊: money('GBP'),
}

/** Codes that are read in small letters too; the others only in capitals, since `all` and `top` are words. */
const commonCodes = new Set(
  'USD EUR GBP JPY CNY TWD HKD SGD AUD CAD NZD CHF SEK NOK DKK PLN CZK HUF INR KRW BRL MXN ZAR THB VND IDR MYR PHP ILS AED SAR NTD RMB'.split(
    ' ',
  ),
)
const allCodes = new Set(Intl.supportedValuesOf('currency'))
const otherNames: Readonly<Record<string, string>> = { NTD: 'TWD', RMB: 'CNY' }

export function currencyCode(word: string): string | undefined {
  const code = word.toUpperCase()
  const isKnown = commonCodes.has(code) || (word === code && allCodes.has(code))
  return isKnown ? (otherNames[code] ?? code) : undefined
}

/** A whole word that names a unit other than a count. */
export function unitSaid(word: string): UnitSaid | undefined {
  const known = Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined
  if (known !== undefined) return known
  const sign = currencySigns.find(([one]) => one === word.toUpperCase() || one === word)
  if (sign !== undefined) return sign[1]
  const code = currencyCode(word)
  return code === undefined ? undefined : money(code)
}

const MOST_NOUN = 40

/** The unit field of a form. Anything that is no percentage, money or time is what is counted, kept as typed. */
export function readUnit(typed: string): Unit {
  const text = typed
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  if (text === '') return { kind: 'count', noun: undefined }
  const said = unitSaid(text)
  return said === undefined ? { kind: 'count', noun: [...text].slice(0, MOST_NOUN).join('') } : asUnit(said)
}

export function asUnit(said: UnitSaid): Unit {
  switch (said.kind) {
    case 'percent':
    case 'points':
      return { kind: 'percent' }
    case 'currency':
      return { kind: 'currency', code: said.codes[0] ?? 'USD' }
    case 'time':
      return said
  }
}

/** By how much a number beside `said` is multiplied to be one in `unit`; undefined where they do not go together. */
export function factorInto(said: UnitSaid | undefined, unit: Unit): number | undefined {
  if (said === undefined) return 1
  switch (said.kind) {
    case 'percent':
    case 'points':
      return unit.kind === 'percent' ? 1 : undefined
    case 'currency':
      return unit.kind === 'currency' && said.codes.includes(unit.code) ? 1 : undefined
    case 'time':
      return unit.kind === 'time' ? timeFactor(said.in, unit.in) : undefined
  }
}

/** A day may be eight hours or twenty-four: days go with nothing but days. */
function timeFactor(
  from: 'minutes' | 'hours' | 'days',
  into: 'minutes' | 'hours' | 'days',
): number | undefined {
  if (from === into) return 1
  if (from === 'days' || into === 'days') return undefined
  return from === 'hours' ? 60 : 1 / 60
}

/** What the form's faults and questions call a unit. */
export function unitText(unit: Unit): string {
  switch (unit.kind) {
    case 'percent':
      return '%'
    case 'currency':
      return unit.code
    case 'time':
      return unit.in
    case 'count':
      return unit.noun ?? '#'
  }
}
