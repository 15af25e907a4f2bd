import ICAL from 'ical.js'

/** A calendar as an independent parser (ical.js) reads it. */
export interface ReadEvent {
  readonly uid: string
  readonly summary: string
  readonly description: string
  /** `2026-06-30` for a day, `2026-05-18T07:00:00Z` for a moment. */
  readonly start: string
  readonly end: string
  readonly status: string
  readonly sequence: number
  readonly category: string
  readonly url: string
  readonly modified: string
  readonly parent: string
  readonly isPrivate: boolean
}

export interface ReadCalendar {
  readonly name: string
  readonly method: string
  readonly events: readonly ReadEvent[]
}

export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return {
    name: valueIn(calendar, 'x-wr-calname'),
    method: valueIn(calendar, 'method'),
    events: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: valueIn(event, 'uid'),
      summary: valueIn(event, 'summary'),
      description: valueIn(event, 'description'),
      start: valueIn(event, 'dtstart'),
      end: valueIn(event, 'dtend'),
      status: valueIn(event, 'status'),
      sequence: Number(valueIn(event, 'sequence')),
      category: valueIn(event, 'categories'),
      url: valueIn(event, 'url'),
      modified: valueIn(event, 'last-modified'),
      parent: valueIn(event, 'related-to'),
      isPrivate: valueIn(event, 'class') === 'PRIVATE',
    })),
  }
}

const valueIn = (of: ICAL.Component, name: string): string => String(of.getFirstPropertyValue(name) ?? '')

/** What RFC 5545 asks of every line, whatever a parser forgives. */
export function lineFaults(text: string): readonly string[] {
  const lines = text.split('\r\n')
  const faults = lines.filter((line) => Buffer.byteLength(line) > 75 || /(?!\t)\p{Cc}/u.test(line))
  const isEnded = text.endsWith('END:VCALENDAR\r\n')
  const isWhole = Buffer.from(text).toString('utf8') === text
  return [...faults, ...(isEnded ? [] : ['no end']), ...(isWhole ? [] : ['no UTF-8'])]
}
