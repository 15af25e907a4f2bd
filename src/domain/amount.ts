import { round } from './amount/chinese-number.ts'
import { type Scanned, scanAmount } from './amount/scan.ts'
import type { Unit } from './goal.ts'
import { ok, type Result, refuse } from './result.ts'
import { asUnit, factorInto, readUnit } from './unit.ts'

export interface Amount {
  readonly value: number
  /** Of the goal where it was given, else as typed beside the number; absent for a bare number. */
  readonly unit: Unit | undefined
}

/** `too-large`: beyond 1e15. `unit-mismatch`: another unit than asked for, as `$5` of a percentage. */
export interface AmountRefusal {
  readonly kind: 'unreadable' | 'too-large' | 'unit-mismatch'
}

const MOST_TYPED = 2000
const LARGEST = 1e15

/**
 * Reads a number the way people type it: `20%`, `$1.2k`, `1,450`, `1.450.000`, `1,5 Mio`, `十二萬`. `1,450` groups and
 * `1,45` is a fraction; `1.450` may be either and is refused, as are `1e5` and everything that is not wholly understood.
 */
export function readAmount(typed: string, unit: Unit | undefined): Result<Amount, AmountRefusal> {
  if (typed.length > MOST_TYPED) return refuse({ kind: 'unreadable' })
  const text = inMinutes(tidied(typed), unit)
  const scanned = scanAmount(text, 0)
  if (scanned === undefined || scanned.other !== undefined) return refuse({ kind: 'unreadable' })
  if (!Number.isFinite(scanned.value) || Math.abs(scanned.value) > LARGEST)
    return refuse({ kind: 'too-large' })
  const rest = text.slice(scanned.end).trim()
  return rest === '' ? alone(scanned, unit) : withNoun(scanned, rest, unit)
}

/** Beside a goal kept in time, `30m` are minutes and no millions, and so is 17分. */
export const inMinutes = (text: string, unit: Unit | undefined) =>
  unit?.kind === 'time'
    ? text.replace(/(\d ?)m(?![a-z])/gi, '$1min').replace(/(\d ?)分(?!鐘|之)/g, '$1分鐘')
    : text

/** One form for what looks alike: full-width signs, all kinds of minus, quotes and spaces. */
export function tidied(typed: string): string {
  return typed
    .replace(/[⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅞↉①-⓿❶-➓㉑-㉟㊱-㊿]/g, '⁄')
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/[−‐‑‒–﹣]/g, '-')
    .replace(/[’‘ʼ`´]/g, "'")
    .trim()
}

function alone(scanned: Scanned, unit: Unit | undefined): Result<Amount, AmountRefusal> {
  if (unit === undefined) {
    return ok({ value: scanned.value, unit: scanned.unit === undefined ? undefined : asUnit(scanned.unit) })
  }
  const factor = factorInto(scanned.unit, unit)
  if (factor === undefined) return refuse({ kind: 'unit-mismatch' })
  // 1:30 is an hour and a half or a minute and a half.
  if (scanned.isClock && unit.kind === 'time' && unit.in === 'minutes') return refuse({ kind: 'unreadable' })
  return ok({ value: round(scanned.value * factor), unit })
}

/** `20 deals`; a noun holds no digits, so that two numbers are never one. */
function withNoun(scanned: Scanned, rest: string, unit: Unit | undefined): Result<Amount, AmountRefusal> {
  if (scanned.unit !== undefined || !/^[\p{L}\p{M}][\p{L}\p{M} '-]{0,39}$/u.test(rest))
    return refuse({ kind: 'unreadable' })
  const noun = readUnit(rest)
  if (noun.kind !== 'count') return refuse({ kind: 'unreadable' })
  if (unit === undefined) return ok({ value: scanned.value, unit: noun })
  if (unit.kind !== 'count') return refuse({ kind: 'unit-mismatch' })
  if (unit.noun === undefined || isSameNoun(unit.noun, rest)) return ok({ value: scanned.value, unit })
  return refuse({ kind: 'unit-mismatch' })
}

/** `deal` and `deals` count the same; so do the classifiers of Chinese. */
export function isSameNoun(one: string, other: string): boolean {
  const [a, b] = [one, other].map((noun) => singular(noun.normalize('NFKC').trim().toLowerCase()))
  return a === b || (isClassifier(one) && isClassifier(other))
}

const singular = (noun: string) => noun.replace(/ies$/, 'y').replace(/(?<=..)s$/, '')
const isClassifier = (noun: string) => /^[個个件筆份位人家次場篇張項組條名通封]$/.test(noun.trim())
