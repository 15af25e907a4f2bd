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

/** Whether the spans share a day or touch each other. */
export function meet(a: Span, b: Span): boolean {
  return (b.back === undefined || a.from <= b.back) && (a.back === undefined || b.from <= a.back)
}

/** The span with every one it meets taken in: overlapping leaves are one leave. */
export function joined(span: Span, others: readonly Span[]): Span {
  return others
    .filter((other) => meet(span, other))
    .reduce<Span>(
      (all, other) => ({
        from: other.from < all.from ? other.from : all.from,
        back: later(all.back, other.back),
      }),
      span,
    )
}

/** Without an end is later than any. */
function later(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  if (a === undefined || b === undefined) return undefined
  return a > b ? a : b
}

/** The last day of a span that has one. */
export const lastDayOf = (back: LocalDate): LocalDate => addDays(back, -1)
