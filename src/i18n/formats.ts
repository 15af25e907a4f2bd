import type { Unit } from '../domain/goal.ts'
import type { Instant, LocalDate, WallTime, Weekday, Zone } from '../domain/types.ts'

/** Writes values the way people of one locale do. All through Intl; nothing here knows a language. */
export interface Formats {
  /** `32%`, `$1,200`, `14 deals`, `2.5 h`. */
  amount(value: number, unit: Unit): string
  /** With its sign: `+3`, `−2.5 pts` has no unit words, `+$200`. */
  change(value: number, unit: Unit): string
  number(value: number): string
  /** A share 0-1 as `62%`. */
  share(share: number): string
  /** `30 Jun 2026` */
  date(date: LocalDate): string
  /** `Monday` */
  weekday(weekday: Weekday): string
  /** `09:00` */
  time(time: WallTime): string
  /** Date and time in a zone, for texts where Slack's own date tokens cannot stand. */
  moment(at: Instant, zone: Zone): string
  /** `Ana, Ben and Chen` */
  list(items: readonly string[]): string
  /** Picks by plural category: plural(2, { one: 'day', other: 'days' }). */
  plural(count: number, words: { readonly one?: string; readonly other: string }): string
}
