import type { LocalDate } from '../types.ts'
import type { Calendar } from './calendar.ts'

/** How a phrase names a deadline. `event` is bounded by something whose date only the people there know. */
export type DueKind = 'date' | 'period' | 'duration' | 'event'

export interface Rule {
  /** Global; its groups are handed to `due`. */
  readonly pattern: RegExp
  readonly kind: DueKind
  readonly due: (groups: readonly string[], calendar: Calendar) => LocalDate | undefined
  /** What the phrase with its lead must look like. */
  readonly needs?: RegExp
  /** False for words that are something else as likely. */
  readonly isSure?: (text: string) => boolean
}
