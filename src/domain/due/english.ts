import { addDays, firstOfMonth } from '../time.ts'
import type { LocalDate, Weekday } from '../types.ts'
import {
  afterSpans,
  beforeNth,
  type Calendar,
  dateOf,
  dayOfMonth,
  endOf,
  endOfMonthNamed,
  endOfNth,
  firstDayOf,
  nextWeekday,
  nextYearly,
  type Span,
  weekdayOfWeek,
  yearOf,
} from './calendar.ts'
import { countPattern, ordinalPattern, readCount, readOrdinal } from './numbers.ts'
import type { Rule } from './rule.ts'

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const monthKeys = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNumber = (name: string) => monthKeys.indexOf(name.slice(0, 3)) + 1

const weekdays =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const weekdayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekdayNumber = (name: string) => (weekdayKeys.indexOf(name.slice(0, 3)) + 1) as Weekday

const spans = 'days?|weeks?|months?|quarters?|years?|yrs?|wks?'
function spanOf(name: string): Span {
  if (name.startsWith('d')) return 'day'
  if (name.startsWith('w')) return 'week'
  if (name.startsWith('m')) return 'month'
  return name.startsWith('q') ? 'quarter' : 'year'
}

const awayOf = (word: string | undefined) => (word === 'next' || word === 'coming' ? 1 : 0)
const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text))

/** What leads a deadline in; it belongs to the phrase. */
const lead =
  '(?:(?:by|before|until|till?|through|due|on|in|within|during|for|over|at|no later than|not later than|up to) )?(?:the )?'

const rule = (pattern: string, kind: Rule['kind'], due: Rule['due'], more: Partial<Rule> = {}): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])${lead}${pattern}(?![\\p{L}\\d])`, 'giu'),
  kind,
  due,
  ...more,
})

/** Lower-case groups; the longest match wins, then the one furthest right. */
export const english: readonly Rule[] = [
  rule(
    `(?:end|close) of (?:the |this |current )?(next |coming )?(?:calendar |fiscal |financial )?(${spans})`,
    'period',
    ([, next, span = ''], calendar) => endOf(spanOf(span), awayOf(next?.trim()), calendar),
  ),
  rule('(?:e)o([wmqy])(?:d)?', 'period', ([, letter = ''], calendar) => endOf(spanOf(letter), 0, calendar)),
  rule('(week|month|quarter|year)[- ]?end', 'period', ([, span = ''], calendar) =>
    endOf(spanOf(span), 0, calendar),
  ),
  rule(
    `(?:(?:end|close) of )?q([1-4])(?:[ ,/-]*(?:fy ?)?(\\d{4}))?`,
    'period',
    ([text = '', nth, year], calendar) =>
      (isBefore(text) ? beforeNth : endOfNth)('quarter', Number(nth), calendar, numberOf(year)),
  ),
  rule(
    `(?:end of )?(?:the )?(${ordinalPattern}) (quarter|half)(?: of (\\d{4}|(?:the |this )?year))?`,
    'period',
    ([, nth = '', span, year], calendar) =>
      endOfNth(
        span === 'half' ? 'half' : 'quarter',
        readOrdinal(nth) ?? 0,
        calendar,
        Number(year) || undefined,
      ),
  ),
  rule(`(?:end of )?h([12])(?:[ ,/-]*(\\d{4}))?`, 'period', ([, nth, year], calendar) =>
    endOfNth('half', Number(nth), calendar, numberOf(year)),
  ),
  rule(`(this|next|coming|current) (week|month|quarter|year)`, 'period', ([, which, span = ''], calendar) =>
    endOf(spanOf(span), awayOf(which), calendar),
  ),
  rule(
    `(?:next |coming |following )?(${countPattern})[- ](?:more )?(?:working |business |calendar )?(${spans})(?: (?:from now|from today))?`,
    'duration',
    ([, count = '', span = ''], calendar) => afterSpans(readCount(count) ?? 0, spanOf(span), calendar),
    {
      needs:
        /^(?:in|within|over|during|for|by|before)\b|from (?:now|today)$|^the (?:next|coming)|^(?:next|coming)/,
    },
  ),
  rule(
    `(?:(?:end|close) of |late |mid[- ]|middle of |early |beginning of |start of )?(${months})(?:,? (\\d{4}))?`,
    'period',
    monthNamed,
    {
      isSure: (text) => !/^(?:the )?may$/.test(text),
    },
  ),
  rule(
    `(?:(?:${weekdays}),? )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months})(?:,? (\\d{4}))?`,
    'date',
    ([, day, month = '', year], calendar) =>
      dayNamed(monthNumber(month), Number(day), numberOf(year), calendar),
  ),
  rule(
    `(?:(?:${weekdays}),? )?(${months}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?! ?%)`,
    'date',
    ([, month = '', day, year], calendar) =>
      dayNamed(monthNumber(month), Number(day), numberOf(year), calendar),
  ),
  rule(
    `(?:between |from )?(?:${months})(?:, (?:${months}))*,? (?:and|to|through|-|–) (${months})(?:,? (\\d{4}))?`,
    'period',
    ([, month = '', year], calendar) => endOfMonthNamed(monthNumber(month), calendar, numberOf(year)),
  ),
  rule(
    `(this |next |coming )?(${weekdays})`,
    'date',
    ([, which, day = ''], calendar) =>
      which?.trim() === 'next'
        ? weekdayOfWeek(weekdayNumber(day), 1, calendar)
        : nextWeekday(weekdayNumber(day), calendar),
    {
      isSure: (text) => /day$|^(?:by|before|until|till?|on|due|next|this)/.test(text),
    },
  ),
  rule(
    '(?:(?:end|close) of )?(20\\d{2})',
    'period',
    ([, year], calendar) => endOf('year', Number(year) - yearOf(calendar.today), calendar),
    {
      needs: /^(?:by|before|until|till?|in|during|for|within|through|the end|end|close)\b/,
    },
  ),
  rule(
    '(?:for )?the (?:rest|remainder) of (?:the|this) (week|month|quarter|year)',
    'period',
    ([, span = ''], calendar) => endOf(spanOf(span), 0, calendar),
  ),
  rule('tomorrow', 'date', (_, calendar) => addDays(calendar.today, 1)),
  rule('(?:the )?day after tomorrow', 'date', (_, calendar) => addDays(calendar.today, 2)),
  rule('(?:a |one |the next )?fortnight', 'duration', (_, calendar) => addDays(calendar.today, 14), {
    needs: /^(?:in|within|over|during|for|by|before)\b/,
  }),
  rule(
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?: of (this|the|next) month)?(?! (?:floor|grade|quarter|half|time|place|edition|of|week|year|month))`,
    'date',
    ([, day, which], calendar) => dayOfMonth(Number(day), which === 'next' ? 1 : undefined, calendar),
    { needs: /^(?:by|before|until|till?|due|on|no later than)\b|month$/ },
  ),
  rule(
    `(${ordinalPattern}) of (${months})(?:,? (\\d{4}))?`,
    'date',
    ([, nth = '', month = '', year], calendar) =>
      dayNamed(monthNumber(month), readOrdinal(nth) ?? 0, numberOf(year), calendar),
  ),
  rule(
    `(${countPattern}) (days?|weeks?|wks?) (?:before|prior to|ahead of) (?:the )?(?:(${months}) (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months})|end of (${months}))`,
    'date',
    ([, count = '', span = '', month, day, dayFirst, after, ending], calendar) => {
      const named = month ?? after ?? ''
      const base =
        ending === undefined
          ? dayNamed(monthNumber(named), Number(day ?? dayFirst), undefined, calendar)
          : endOfMonthNamed(monthNumber(ending), calendar, undefined)
      return base && addDays(base, -(readCount(count) ?? 0) * (span.startsWith('d') ? 1 : 7))
    },
  ),
  rule(`(${countPattern}) weeks? from (${weekdays})`, 'date', ([, count = '', day = ''], calendar) =>
    addDays(nextWeekday(weekdayNumber(day), calendar), 7 * (readCount(count) ?? 0)),
  ),
  rule(`(${weekdays}) week`, 'date', ([, day = ''], calendar) =>
    addDays(nextWeekday(weekdayNumber(day), calendar), 7),
  ),
  rule('(?:today|tonight|end of (?:the )?day)', 'date', (_, calendar) => calendar.today),
  rule("new year(?:'?s(?: (?:day|eve))?)?", 'date', (_, calendar) =>
    endOf('year', 0, { ...calendar, firstMonth: 1 }),
  ),
  rule('christmas|xmas', 'date', (_, calendar) => nextYearly(12, 25, calendar)),
  rule("hallowe'?en", 'date', (_, calendar) => nextYearly(10, 31, calendar)),
  rule('black friday', 'date', (_, calendar) => nextOf((year) => addDays(thanksgiving(year), 1), calendar)),
  rule('thanksgiving', 'date', (_, calendar) => nextOf(thanksgiving, calendar)),
  // Bounded, but only the people there know when.
  rule(
    `(?:(?:end|start|close) of )?(?:this |next |coming )?(?:spring |summer |autumn |fall |winter |school |academic )?(?:term|semester|season|trimester|sprint|tax year|school year|academic year)`,
    'event',
    () => undefined,
    {
      needs: /^(?:by|before|until|till?|in|during|for|within|this|next|the end|end)\b/,
    },
  ),
  rule(
    `(?:this |next |coming )?(?:spring|summer|autumn|fall|winter|easter|ramadan|diwali)(?: (?:holidays?|break|exams?))?(?: \\d{4})?`,
    'event',
    () => undefined,
    {
      needs: /^(?:by|before|until|till?|in|during|for|within|this|next)\b/,
    },
  ),
  rule(
    `[\\p{L} -]{0,40}(?:launch|release|exams?|audit|conference|deadline|kick-?off|go-?live|race|wedding|agm|summit|elections?|inspection)`,
    'event',
    () => undefined,
    {
      needs: /^(?:by|before|until|till?)\b/,
    },
  ),
  rule(
    `(?:first|opening) (?:${countPattern} )?(?:${spans}) (?:after|of|following) (?:the |our )?[\\p{L}-]+`,
    'event',
    () => undefined,
  ),
]

/** Before March is up to February's last day; before the end of March is not. */
const isBefore = (text: string) => /^before (?!.*(?:end|close|late))/.test(text)

function monthNamed([text, month = '', year]: readonly string[], calendar: Calendar): LocalDate | undefined {
  const number = monthNumber(month)
  const end = endOfMonthNamed(number, calendar, numberOf(year))
  const first = firstDayOf(yearOf(end), number)
  if (/\bmid|middle of/.test(text ?? '')) return addDays(first, 14)
  if (/early|beginning of|start of/.test(text ?? '')) return addDays(first, 9)
  return isBefore(text ?? '') ? addDays(firstOfMonth(first), -1) : end
}

const dayNamed = (month: number, day: number, year: number | undefined, calendar: Calendar) =>
  year === undefined ? nextYearly(month, day, calendar) : dateOf(year, month, day)

function nextOf(inYear: (year: number) => LocalDate, { today }: Calendar): LocalDate {
  const here = inYear(yearOf(today))
  return here >= today ? here : inYear(yearOf(today) + 1)
}

/** The fourth Thursday of November. */
function thanksgiving(year: number): LocalDate {
  const first = firstDayOf(year, 11)
  return addDays(nextWeekday(4, { today: addDays(first, -1), firstMonth: 1, isDayFirst: false }), 21)
}
