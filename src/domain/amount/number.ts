import type { UnitSaid } from '../unit.ts'
import { chineseNumerals, readChineseNumber, round } from './chinese-number.ts'
import { type ReadDigits, readDigits } from './digits.ts'
import { englishNumberAt } from './english-number.ts'

/** A number without sign and currency, in any writing. */
export interface Bare {
  readonly value: number
  readonly other: number | undefined
  readonly unit: UnitSaid | undefined
  readonly isClock: boolean
  readonly isScaled: boolean
  readonly end: number
}

/** The number that begins exactly at `at`, with its scale and with a unit that is part of its writing. */
export function numberAt(text: string, at: number): Bare | undefined {
  return (
    clockAt(text, at) ?? hoursAt(text, at) ?? digitsAt(text, at) ?? chineseAt(text, at) ?? inWords(text, at)
  )
}

/** `1:30` */
function clockAt(text: string, at: number): Bare | undefined {
  const found = sticky(/(\d{1,4}):([0-5]\d)(?![\d:])/y, text, at)
  if (found === undefined) return undefined
  return time(Number(found[1]) + Number(found[2]) / 60, at + found[0].length, true)
}

/** `2h30`, `2h 30m`, `2 小時 30 分` */
function hoursAt(text: string, at: number): Bare | undefined {
  const found = sticky(
    /(\d{1,4}) ?(?:h|hrs?|hours?|個?小時) ?([0-5]?\d) ?(?:minutes?|mins?|m|分鐘?)?/iy,
    text,
    at,
  )
  if (found === undefined) return undefined
  return time(Number(found[1]) + Number(found[2]) / 60, at + found[0].length, false)
}

function time(value: number, end: number, isClock: boolean): Bare {
  return {
    value: round(value),
    other: undefined,
    unit: { kind: 'time', in: 'hours' },
    isClock,
    isScaled: false,
    end,
  }
}

function digitsAt(text: string, at: number): Bare | undefined {
  const found = sticky(/(?:\d{1,2000}|(?=\.\d))(?:[.,']\d{1,2000}){0,12}/y, text, at)
  if (found === undefined || found[0] === '') return undefined
  const spaced =
    found[0].length <= 3
      ? (sticky(/(?: \d{3}(?!\d)){1,12}(?:[.,]\d{1,2000})?/y, text, at + found[0].length)?.[0] ?? '')
      : ''
  const digits = found[0] + spaced
  const end = at + digits.length
  const scale = scaleAt(text, end)
  const read = readDigits(digits, scale !== undefined || /^ ?%/.test(text.slice(end, end + 2)))
  if (read === undefined) return undefined
  const half =
    scale === undefined && /^\d+$/.test(digits) ? sticky(/ and a half(?![a-z])/iy, text, end) : undefined
  const bare = withTail(scaled(read, digits, scale, end), text)
  return half === undefined ? bare : { ...bare, value: bare.value + 0.5, end: end + half[0].length }
}

/** 36萬2 is 362,000, as 一萬二 is 12,000. */
function withTail(bare: Bare, text: string): Bare {
  const times = text[bare.end - 1] === '萬' ? 1e3 : text[bare.end - 1] === '億' ? 1e7 : undefined
  const tail =
    times === undefined ? undefined : sticky(/[1-9](?![\d.,%]|[\p{Script=Han}])/uy, text, bare.end)?.[0]
  if (tail === undefined || times === undefined || !Number.isInteger(bare.value / times)) return bare
  return { ...bare, value: bare.value + Number(tail) * times, other: undefined, end: bare.end + 1 }
}

function scaled(read: ReadDigits, digits: string, scale: ReturnType<typeof scaleAt>, end: number): Bare {
  const times = scale?.times ?? 1
  return {
    value: round(read.value * times),
    other: read.other === undefined ? undefined : round(read.other * times),
    unit: scale?.unit,
    isClock: false,
    isScaled: scale !== undefined || /\d[,' ]\d{3}/.test(digits),
    end: scale?.end ?? end,
  }
}

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  thsd: 1e3,
  tsd: 1e3,
  千: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mil: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  mrd: 1e9,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  crore: 1e7,
  crores: 1e7,
  百: 1e2,
  萬: 1e4,
  万: 1e4,
  十萬: 1e5,
  百萬: 1e6,
  百万: 1e6,
  千萬: 1e7,
  千万: 1e7,
  億: 1e8,
  亿: 1e8,
  兆: 1e12,
}

/** 成 is a tenth: 3成 is 30 %. */
function scaleAt(text: string, at: number) {
  const found = sticky(/ ?([a-z]{1,8}\.?(?![a-z\d])|[十百千]?[萬万]|[百千億亿兆成])/iy, text, at)
  const word = found?.[1]
  if (found === undefined || word === undefined) return undefined
  const end = at + found[0].length
  if (word === '成') return { times: 10, unit: { kind: 'percent' } as const, end }
  const key = word.toLowerCase().replace('.', '')
  const times = Object.hasOwn(scales, key) ? scales[key] : undefined
  // "5 m" with a space is as likely metres or minutes.
  if (times === undefined || (found[0].startsWith(' ') && /^[mb]$/i.test(key))) return undefined
  return { times, unit: undefined, end: word.endsWith('.') ? end - 1 : end }
}

function chineseAt(text: string, at: number): Bare | undefined {
  const isShare = text.startsWith('百分之', at)
  const from = isShare ? at + 3 : at
  const inDigits = isShare ? sticky(/\d+(?:\.\d+)?/y, text, from)?.[0] : undefined
  const numeral = inDigits ?? sticky(numerals, text, from)?.[0]
  if (numeral === undefined) return undefined
  const value = inDigits === undefined ? readChineseNumber(numeral) : Number(inDigits)
  if (value === undefined) return undefined
  const end = from + numeral.length
  const plain = { other: undefined, isClock: false, isScaled: /[百千萬万億亿兆]/.test(numeral) }
  if (isShare) return { ...plain, value, unit: { kind: 'percent' }, end }
  if (text[end] === '成') return inTenths(text, value, end + 1)
  // 三個半小時
  const half = sticky(/個半(?=小時|鐘頭|月|天)/uy, text, end)
  return half === undefined
    ? { ...plain, value, unit: undefined, end }
    : { ...plain, value: value + 0.5, unit: undefined, end: end + half[0].length }
}

const numerals = new RegExp(`[${chineseNumerals}]+`, 'y')

/** 三成 is 30 %, 三成五 is 35 %. */
function inTenths(text: string, tenths: number, at: number): Bare {
  const digit = sticky(/[一二三四五六七八九]/y, text, at)?.[0]
  const value = round(tenths * 10 + (digit === undefined ? 0 : (readChineseNumber(digit) ?? 0)))
  const end = digit === undefined ? at : at + 1
  return { value, other: undefined, unit: { kind: 'percent' }, isClock: false, isScaled: false, end }
}

/** `fourteen` */
function inWords(text: string, at: number): Bare | undefined {
  const found = englishNumberAt(text, at)
  return (
    found && { ...found, other: undefined, unit: undefined, isClock: false, isScaled: found.value >= 1000 }
  )
}

/** What a sticky pattern finds exactly at `at`. */
export function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
