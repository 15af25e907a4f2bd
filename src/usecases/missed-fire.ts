import { HOUR_MS, localDateOf } from '../domain/time.ts'
import type { Instant, LocalDate, Zone } from '../domain/types.ts'

/** After this long a question is no morning's question any more. */
const LATE_LIMIT_MS = 12 * HOUR_MS

/** What was missed while the program was down is sent up to twelve hours late and on its own day; older is skipped, never a burst. */
export function isTooOld(now: Instant, dueAt: Instant, date: LocalDate, zone: Zone): boolean {
  return now - dueAt > LATE_LIMIT_MS || localDateOf(now, zone) > date
}
