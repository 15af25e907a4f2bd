import { ago, dayOf, dayWord, type Reader, timeOfDay, written } from './dates.ts'

type Writer = (at: number, reader: Reader, now: number) => string

const longDay: Writer = (at, reader) =>
  written(at, reader, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' })
const day: Writer = (at, reader) => written(at, reader, { dateStyle: 'long' })
const shortDay: Writer = (at, reader) =>
  written(at, reader, { year: 'numeric', month: 'short', day: 'numeric' })

const orWord =
  (plain: Writer): Writer =>
  (at, reader, now) =>
    dayWord(at, now, reader) ?? plain(at, reader, now)

/** Every token Slack knows in `<!date^…>`. */
const writers: Readonly<Record<string, Writer>> = {
  date_num: dayOf,
  date: day,
  date_short: shortDay,
  date_long: longDay,
  date_long_full: longDay,
  date_pretty: orWord(day),
  date_short_pretty: orWord(shortDay),
  date_long_pretty: orWord(longDay),
  time: timeOfDay,
  time_secs: (at, reader) => written(at, reader, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  ago: (at, reader, now) => ago(at, now, reader),
}

/** `{date_short} at {time}` written for the reader; undefined when a token is unknown, so the fallback shows. */
export function writtenDate(
  seconds: number,
  format: string,
  reader: Reader,
  now: number,
): string | undefined {
  if (!Number.isFinite(seconds)) return undefined
  let isKnown = true
  const text = format.replace(/\{(\w+)\}/g, (_, token: string) => {
    const writer = writers[token]
    if (writer === undefined) isKnown = false
    return writer === undefined ? '' : writer(seconds * 1000, reader, now)
  })
  return isKnown ? text : undefined
}
