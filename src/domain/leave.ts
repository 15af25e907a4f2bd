import { addDays } from './time.ts'
import type { Instant, LocalDate, PersonId } from './types.ts'

/** Time off of one person, whole days on their own calendar. */
export interface Leave extends Span {
  readonly id: string
  readonly person: PersonId
  /** Themselves, or a lead. */
  readonly setBy: PersonId
  readonly setAt: Instant
}

export interface Span {
  readonly from: LocalDate
  /** The first day they are there again; absent while that is open. */
  readonly back: LocalDate | undefined
}

/** Longer is a typing error more often than a leave. */
export const LONGEST_LEAVE_DAYS = 366

export const isOnLeave = (leaves: readonly Span[], date: LocalDate): boolean =>
  leaves.some(({ from, back }) => from <= date && (back === undefined || date < back))

/** The last day of a span that has one. */
export const lastDayOf = (back: LocalDate): LocalDate => addDays(back, -1)
