import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEvent, writeCalendar } from '../../src/domain/icalendar.ts'
import { lineFaults, readCalendar } from '../support/calendars.ts'
import { day, instant } from '../support/people.ts'
import { holds } from '../support/properties.ts'

const anEvent = (known: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'goal-1-due@team-1',
  sequence: 2,
  changedAt: instant('2026-05-04T08:15:30Z'),
  when: { day: day('2026-06-30') },
  summary: 'Due: Sign 20 deals',
  description: 'G-12',
  category: 'goal',
  url: 'https://acme.slack.com/archives/C0SALES/p1777882530000100',
  isCancelled: false,
  isPrivate: false,
  parent: undefined,
  ...known,
})

const textOf = (name: string, events: readonly CalendarEvent[]) =>
  [...writeCalendar({ name, events })].join('')
const written = (...events: readonly CalendarEvent[]) => textOf('Goalpost: #sales', events)

test('a day of a calendar is written line by line as RFC 5545 has it', () => {
  expect(written(anEvent()).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Goalpost//Goalpost//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Goalpost: #sales',
    'X-WR-CALNAME:Goalpost: #sales',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    'BEGIN:VEVENT',
    'UID:goal-1-due@team-1',
    'DTSTAMP:20260504T081530Z',
    'LAST-MODIFIED:20260504T081530Z',
    'SEQUENCE:2',
    'DTSTART;VALUE=DATE:20260630',
    'DTEND;VALUE=DATE:20260701',
    'SUMMARY:Due: Sign 20 deals',
    'CATEGORIES:goal',
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'DESCRIPTION:G-12',
    'URL:https://acme.slack.com/archives/C0SALES/p1777882530000100',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test.each([
  ['the last day of a year', { day: day('2026-12-31') }, '20261231', '20270101'],
  ['a leap day', { day: day('2028-02-29') }, '20280229', '20280301'],
  [
    'a moment before midnight UTC',
    { at: instant('2026-12-31T23:50Z'), minutes: 15 },
    '20261231T235000Z',
    '20270101T000500Z',
  ],
])('%s ends where it should', (_, when, start, end) => {
  const text = written(anEvent({ when }))
  expect(text).toContain(`:${start}\r\n`)
  expect(text).toContain(`:${end}\r\n`)
})

test('what is gone says so, what is private says so, and a part names what it is a part of', () => {
  const text = written(anEvent({ isCancelled: true, isPrivate: true, parent: 'goal-1-due@team-1' }))
  for (const line of ['STATUS:CANCELLED', 'CLASS:PRIVATE', 'RELATED-TO:goal-1-due@team-1'])
    expect(text.split('\r\n')).toContain(line)
})

test('nothing that people type ends a line or a value', () => {
  const summary = 'a;b,c\\d\r\nSTATUS:CANCELLED\rEND:VEVENT\n"e" \u0000\u0007\u202Ef\tg'
  const text = textOf(summary, [anEvent({ summary })])
  expect(lineFaults(text)).toEqual([])
  const plain = 'a;b,c\\d\nSTATUS:CANCELLED\nEND:VEVENT\n"e" f g'
  expect(readCalendar(text).events).toMatchObject([{ summary: plain, status: 'CONFIRMED' }])
  // The parser knows no type of names that begin with X: it hands over what is written.
  expect(readCalendar(text).name).toBe('a\\;b\\,c\\\\d\\nSTATUS:CANCELLED\\nEND:VEVENT\\n"e" f g')
})

test.each([
  ['seventy-five octets stay one line', 'x'.repeat(67), 1],
  ['one more is folded', 'x'.repeat(68), 2],
  ['a Chinese character is never cut', '標'.repeat(150), 7],
  ['an emoji is never cut', '👩‍👩‍👧'.repeat(40), 11],
])('%s', (_, summary, lines) => {
  const text = written(anEvent({ summary }))
  expect(lineFaults(text)).toEqual([])
  const from = text.indexOf('SUMMARY')
  const folded = text.slice(from, text.indexOf('\r\nCATEGORIES', from))
  expect(folded.split('\r\n')).toHaveLength(lines)
  expect(readCalendar(text).events[0]?.summary).toBe(summary)
})

test('whatever is typed, an independent parser reads the same, and every line is short enough', () => {
  const typed = fc.string({ unit: 'binary', maxLength: 400 })
  holds(
    fc.property(typed, typed, (summary, description) => {
      const text = written(anEvent({ summary, description }))
      expect(lineFaults(text)).toEqual([])
      const [event] = readCalendar(text).events
      expect([event?.summary, event?.description]).toEqual([seen(summary), seen(description)])
    }),
  )
})

/** Without what is not seen, and with one kind of line end. */
const seen = (typed: string) =>
  typed
    .replace(/\p{Cs}/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '')

test('equal events give equal texts', () => {
  expect(written(anEvent(), anEvent({ uid: 'b' }))).toBe(written(anEvent(), anEvent({ uid: 'b' })))
})
