import { z } from 'zod'
import { isZone } from '../src/domain/time.ts'
import type { Instant, Language, LocalDate, Place, Weekday, Zone } from '../src/domain/types.ts'

/** How columns become the product's words and back. Brands are made here because only we write these tables. */

export const flag = (is: boolean): 0 | 1 => (is ? 1 : 0)
export const isSet = (column: 0 | 1): boolean => column === 1

export const instant = (column: number): Instant => column as Instant
export const instantOrNone = (column: number | null): Instant | undefined =>
  column === null ? undefined : instant(column)
export const place = (column: string | null): Place | undefined =>
  column === null ? undefined : (column as Place)
export const localDate = (column: string): LocalDate => column as LocalDate

const utc = 'UTC' as Zone

/** A zone that this runtime no longer knows must not stop anyone from being asked. */
export const zoneOrUtc = (column: string): Zone => (isZone(column) ? column : utc)

const weekdays = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
])
export const weekday = (column: number): Weekday => weekdays.parse(column)

export const languages = z.enum(['en', 'zh-Hant'] satisfies readonly Language[])
export const cadences = z.enum(['daily', 'weekly', 'two-weekly', 'monthly'])
export const monthlyOns = z.enum(['first', 'second', 'third', 'fourth', 'last', 'date'])
export const statusWords = z.enum(['on-track', 'at-risk', 'off-track'])
export const provenances = z.enum(['form', 'reply', 'button', 'command', 'import'])

/** In JSON what is absent is null, so that reading it back gives every field. */
export const absent = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined)
