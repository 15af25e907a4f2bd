import { addDays } from '../time.ts'
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
import { chineseCountPattern, readCount } from './numbers.ts'
import type { Rule } from './rule.ts'

const count = chineseCountPattern
const lead = '(?:在|(?:一直|直)?[到至]|於|截至|趕在)?'
const tail = '(?:之前|以前|前|之內|以內|內|結束前|結束之前|為止|截止)?'

const rule = (pattern: string, kind: Rule['kind'], due: Rule['due'], more: Partial<Rule> = {}): Rule => ({
  pattern: new RegExp(`${lead}${pattern}${tail}`, 'gu'),
  kind,
  due,
  ...more,
})

const spanNames: Readonly<Record<string, Span>> = {
  天: 'day',
  日: 'day',
  週: 'week',
  周: 'week',
  星期: 'week',
  禮拜: 'week',
  月: 'month',
  季: 'quarter',
  年: 'year',
}
const spanOf = (name: string): Span => spanNames[name.replace(/^個/, '')] ?? 'day'

const weekdayNumber = (sign: string) => ('一二三四五六日'.indexOf(sign.replace('天', '日')) + 1) as Weekday

const awayOf = (word: string) => (/下下/.test(word) ? 2 : /下|明|隔/.test(word) ? 1 : 0)

/** 民國 counts from 1912. */
function yearNamed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const year = Number(text.replaceAll(/\D/g, ''))
  return text.includes('民國') || year < 200 ? year + 1911 : year
}

const year = '((?:民國 ?)?\\d{2,4} ?年 ?|今年|明年)?'
function yearOrWord(text: string | undefined, { today }: Calendar): number | undefined {
  if (text === undefined) return undefined
  if (text === '今年') return yearOf(today)
  return text === '明年' ? yearOf(today) + 1 : yearNamed(text)
}

export const chinese: readonly Rule[] = [
  rule(
    `(這|本|今|下下|下|明|隔) ?(?:一)?(?:個)?(週|周|星期|禮拜|月|季度?|年度?)(?:的)?(?:度)?(?:底|末|終|結束|內)?`,
    'period',
    ([, which = '', span = ''], calendar) => endOf(spanOf(span.replace('度', '')), awayOf(which), calendar),
  ),
  rule('(?:這個)?(月|季|年)(?:底|末|終)', 'period', ([, span = ''], calendar) =>
    endOf(spanOf(span), 0, calendar),
  ),
  rule(
    `${year}(?:的)?(?:第 ?([一二三四1-4]) ?季度?|[Qq]([1-4]))(?:底|末|結束)?`,
    'period',
    ([text = '', said, nth, digit], calendar) => {
      const isBefore = /前$/.test(text) && !/(?:底|末|結束)(?:之|以)?前$/.test(text)
      const find = isBefore ? beforeNth : endOfNth
      return find('quarter', readCount(nth ?? digit ?? '') ?? 0, calendar, yearOrWord(said, calendar))
    },
  ),
  rule(`${year}([上下])半年(?:度)?(?:底|結束)?`, 'period', ([, said, half], calendar) =>
    endOfNth('half', half === '上' ? 1 : 2, calendar, yearOrWord(said, calendar)),
  ),
  rule(
    `(?:接下來|未來|今後)?(?:的)? ?(${count}) ?(天|日|週|周|個?星期|個?禮拜|個月|個?季|年)(?:之內|以內|內|後|之後|以後|裡)`,
    'duration',
    ([, number = '', span = ''], calendar) => afterSpans(readCount(number) ?? 0, spanOf(span), calendar),
  ),
  rule(
    `(?:接下來|未來|今後)(?:的)? ?(${count}) ?(天|日|週|周|個?星期|個?禮拜|個月|個?季|年)`,
    'duration',
    ([, number = '', span = ''], calendar) => afterSpans(readCount(number) ?? 0, spanOf(span), calendar),
  ),
  rule(`${year}(${count}) ?月 ?(${count}) ?[日號号]`, 'date', ([, said, month = '', day = ''], calendar) =>
    dayNamed(readCount(month) ?? 0, readCount(day) ?? 0, yearOrWord(said, calendar), calendar),
  ),
  rule(
    `${year}(${count}) ?月(?:份)?(底|末|中旬|中|初|上旬|下旬)?(?! ?[\\d一二三四五六七八九十])`,
    'period',
    monthNamed,
  ),
  rule(
    `(這|本|下下|下)?(?:個)?(?:週|周|星期|禮拜)([一二三四五六日天])`,
    'date',
    ([, which, day = ''], calendar) => {
      const weekday = weekdayNumber(day)
      return which?.startsWith('下')
        ? weekdayOfWeek(weekday, awayOf(which), calendar)
        : nextWeekday(weekday, calendar)
    },
  ),
  rule(
    '((?:民國 ?)?\\d{2,4}) ?年(?:底|末|終|度)?',
    'period',
    ([, said], calendar) => {
      const named = yearNamed(said)
      return named === undefined ? undefined : endOf('year', named - yearOf(calendar.today), calendar)
    },
    { isSure: (text) => /民國|\d{4}|^1\d{2} ?年/.test(text) },
  ),
  rule(
    `(這個月|本月|下個月|下月)?的? ?(\\d{1,2}|[一二三四五六七八九十廿]{1,3}) ?[日號号]`,
    'date',
    ([, which, day = ''], calendar) =>
      dayOfMonth(readCount(day) ?? 0, which?.startsWith('下') ? 1 : undefined, calendar),
    {
      needs: /[號号]|月|前$|^[到至截]/,
      isSure: (text) => /^(?:這|本|下|在|到|至|於|截|趕)|前$|內$|止$/.test(text),
    },
  ),
  rule('(大後天|後天|明天|今天|今日|明日)', 'date', ([, word = ''], calendar) =>
    addDays(calendar.today, word === '大後天' ? 3 : word === '後天' ? 2 : word.startsWith('明') ? 1 : 0),
  ),
  rule('聖誕節?', 'date', (_, calendar) => nextYearly(12, 25, calendar)),
  rule(
    '(?:農曆|舊曆|農歷)?(?:過年|春節|新年|除夕|中秋節?|端午節?|暑假|寒假|學期末|期末|期末考|學期結束|本學期|這學期|畢業|開學|展會|上市|稽核)',
    'event',
    () => undefined,
  ),
]

function monthNamed(
  [text = '', said, month = '', part]: readonly string[],
  calendar: Calendar,
): LocalDate | undefined {
  const number = readCount(month) ?? 0
  if (!Number.isInteger(number) || number < 1 || number > 12) return undefined
  const end = endOfMonthNamed(number, calendar, yearOrWord(said, calendar))
  const first = firstDayOf(yearOf(end), number)
  if (part === '中' || part === '中旬') return addDays(first, 14)
  if (part === '初' || part === '上旬') return addDays(first, 9)
  return /前$/.test(text) && part === undefined ? addDays(first, -1) : end
}

const dayNamed = (month: number, day: number, known: number | undefined, calendar: Calendar) =>
  known === undefined ? nextYearly(month, day, calendar) : dateOf(known, month, day)
