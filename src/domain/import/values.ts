import { readAmount } from '../amount.ts'
import { numberRefusal } from '../draft.ts'
import { type Calendar, dateOf } from '../due/calendar.ts'
import { findDuePhrases } from '../due.ts'
import type { Unit } from '../goal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { isLocalDate } from '../time.ts'
import type { RowRefusal } from '../transfer.ts'
import type { LocalDate } from '../types.ts'

/** Numbers and days as spreadsheets write them. */

const computed = /^([-+]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i

/**
 * A number as computers write it, so that it can be read in one way only: `1.234` becomes `1.2340`. Anything else stays as
 * people wrote it.
 */
export function unambiguous(cell: string, hasPoints: boolean): string {
  const text = cell.trim()
  if (!hasPoints || !computed.test(text)) return text
  const [whole = '', part = ''] = plainly(Number(text)).split('.')
  if (part === '') return whole
  return `${whole}.${part.length === 3 ? `${part}0` : part}`
}

const plainly = (value: number) =>
  value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })

/** In the goal's unit. `hasPoints`: `1.234` cannot be thousands. */
export function readValue(cell: string, unit: Unit, hasPoints: boolean): Result<number, RowRefusal> {
  const text = cell.trim()
  if (text === '') return refuse({ kind: 'number-missing', field: 'value' })
  if (hasPoints && computed.test(text) && Math.abs(Number(text)) <= 1e15) return ok(Number(text))
  const read = readAmount(text, unit)
  if (read.ok) return ok(read.value.value)
  return refuse(numberRefusal(read.refusal, 'value', text, unit))
}

/** ISO days first; then numbers in the order of the reader's country or with points; then words. A year is needed. */
export function readDay(cell: string, calendar: Calendar): LocalDate | undefined {
  const text = cell.normalize('NFKC').trim()
  if (isLocalDate(text)) return text
  const stamped = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/.exec(text)?.[1]
  if (stamped !== undefined) return isLocalDate(stamped) ? stamped : undefined
  return numericDay(text, calendar) ?? dayInWords(text, calendar)
}

function numericDay(text: string, { isDayFirst }: Calendar): LocalDate | undefined {
  const yearFirst = /^(\d{4})[-/. 年]+(\d{1,2})[-/. 月]+(\d{1,2})日?$/.exec(text)
  if (yearFirst !== null) return dateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const found = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (found === null) return undefined
  const [a, b, year] = [Number(found[1]), Number(found[3]), Number(found[4])]
  const whole = year < 100 ? 2000 + year : year
  const isDay = found[2] === '.' || a > 12 || (isDayFirst && b <= 12)
  return isDay ? dateOf(whole, b, a) : dateOf(whole, a, b)
}

function dayInWords(text: string, calendar: Calendar): LocalDate | undefined {
  if (!/\d{4}/.test(text) || text.length > 40) return undefined
  const [phrase] = findDuePhrases(text, calendar)
  return phrase?.from === 0 && phrase.to === text.length ? phrase.due : undefined
}

/** Which order a day can only have, if it has one: `13/5/2026` begins with the day. */
export function orderTold(cell: string | undefined): 'day-first' | 'month-first' | undefined {
  const found = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(cell ?? '')
  if (found === null) return undefined
  if (Number(found[1]) > 12) return 'day-first'
  return Number(found[2]) > 12 ? 'month-first' : undefined
}
