import { localDateOf, UTC } from '../src/domain/time.ts'
import type { Instant, Zone } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { dateToken } from './blocks.ts'

/** A moment in the reader's own zone, near enough to be named shortly; for `mrkdwn()`. */
export function momentToken(at: Instant, say: Messages): string {
  return dateToken(at, say['moment.tokens'](), say.format.moment(at))
}

/** The same with its weekday, for what is days away. */
export function dayToken(at: Instant, say: Messages): string {
  return dateToken(at, say['moment.long-tokens'](), say.format.moment(at))
}

/** The day of a moment, where no token can stand. */
export function dayOf(at: Instant, say: Messages, zone: Zone = UTC): string {
  return say.format.date(localDateOf(at, zone))
}
