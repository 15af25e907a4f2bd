import { firstOfMonth } from './time.ts'
import { type Months, quarterOf, yearOf } from './timeline-window.ts'
import type { LocalDate } from './types.ts'

/** What follows `/goal timeline`: whose goals, in which months. What nobody said is absent. */
export interface TimelineWords {
  readonly whose: 'mine' | 'team' | undefined
  readonly months: Months | undefined
}

type Read = (found: readonly string[], today: LocalDate) => Months

/** The first that matches is meant. Years are those of four digits from 2000 on. */
const months: readonly (readonly [RegExp, Read])[] = [
  [/(20\d\d)年? ?-?q([1-4])/, ([, year, quarter]) => quarterIn(year, quarter)],
  [/q([1-4]) ?(?:of )?(20\d\d)/, ([, quarter, year]) => quarterIn(year, quarter)],
  [/(20\d\d)年? ?第([一二三四1-4])季/, ([, year, quarter]) => quarterIn(year, quarter)],
  [/第([一二三四1-4])季/, ([, quarter], today) => quarterIn(today.slice(0, 4), quarter)],
  [/(?<!\w)q([1-4])(?!\w)/, ([, quarter], today) => quarterIn(today.slice(0, 4), quarter)],
  [
    /(20\d\d)[-/.年](0?[1-9]|1[0-2])(?!\d)月?/,
    ([, year, month = '']) => ({ from: dayOne(year, month), count: 1 }),
  ],
  [/(?<!\d)(20\d\d)(?!\d)年?/, ([, year]) => yearOf(dayOne(year, '1'))],
  [/(this|next|last|previous) quarter/, ([, which = ''], today) => quarterOf(today, awayOf(which))],
  [/(this|next|last|previous) year/, ([, which = ''], today) => yearOf(today, awayOf(which))],
  [/(this|next|last|previous) month/, ([, which = ''], today) => monthOf(today, awayOf(which))],
  [/([這本下上])一?個?季/, ([, which = ''], today) => quarterOf(today, awayOf(which))],
  [/([這本下上])一?個?月/, ([, which = ''], today) => monthOf(today, awayOf(which))],
  [/([今明去])年/, ([, which = ''], today) => yearOf(today, awayOf(which))],
]

const mine = /(?<!\w)(?:mine|my goals|my|me)(?!\w)|我的目標|我的|我/
const team = /(?<!\w)(?:team|everyone|all)(?!\w)|團隊|全隊|大家/

/** Undefined where a word is none of ours. Takes text that is normalised (NFKC). */
export function readTimelineWords(typed: string, today: LocalDate): TimelineWords | undefined {
  const text = typed.toLowerCase()
  const found = firstMatch(text, today)
  const rest = text.replace(found?.phrase ?? '', ' ')
  const isMine = mine.test(rest)
  const whose = isMine ? 'mine' : team.test(rest) ? 'team' : undefined
  const left = rest.replace(mine, ' ').replace(isMine ? '' : team, ' ')
  if (/[\p{L}\p{N}]/u.test(left)) return undefined
  return { whose, months: found?.months }
}

function firstMatch(text: string, today: LocalDate) {
  for (const [pattern, read] of months) {
    const match = pattern.exec(text)
    if (match !== null) return { phrase: match[0], months: read([...match], today) }
  }
  return undefined
}

const dayOne = (year = '', month: string) => `${year}-${month.padStart(2, '0')}-01` as LocalDate

const chineseDigits = '一二三四'

function quarterIn(year: string | undefined, quarter = ''): Months {
  const nth = chineseDigits.indexOf(quarter) + 1 || Number(quarter)
  return quarterOf(dayOne(year, String(nth * 3)))
}

const monthOf = (today: LocalDate, away: number): Months => ({ from: firstOfMonth(today, away), count: 1 })

function awayOf(which: string): -1 | 0 | 1 {
  if (['next', '下', '明'].includes(which)) return 1
  return ['last', 'previous', '上', '去'].includes(which) ? -1 : 0
}
