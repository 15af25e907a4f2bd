import { addDays, isLocalDate, mondayOf } from '../time.ts'
import type { LocalDate } from '../types.ts'
import { bareWords } from './bare.ts'
import { dateIn, type LifeWord, minutesIn } from './life-words.ts'

type AwayWord = Extract<LifeWord, { readonly is: 'away' | 'back' }>

const back =
  /^(?:(?:i['’]?m|i am|we['’]?re)? ?back(?: again)?(?: from (?:(?:paternity|maternity|parental|annual|sick|study|my) )?(?:vacation|leave|holidays?))?|(?:我)?(?:回來|銷假|收假)了?(?:,? ?我?(?:回來|開始|回來上班|開始上班|上班)了?)*)$/i

const away =
  /^(?:(?:i['’]?m|i am|i['’]?ll be|i will be|will be) )?(?:away|afk|ooo|out of (?:the )?office|on (?:(?:annual|parental|maternity|paternity|sick|study) )?(?:vacation|leave|holidays?)|annual leave|vacation|holidays?|pto|(?:off|out|home) sick|sick(?: leave)?|time off|(?:out|off)(?= (?:until|till|til|through|from|today|tomorrow|next|on|for|mon|tue|wed|thu|fri)))(?: |:|,|$)(.*)$/i

const awayInChinese =
  /^(?:我)?(?:要|會|將)?(.*?)(?:請假|休假|放假|不在|請?(?:病假|特休|年假|事假|育嬰假|喪假|婚假|公假|補休)|出國)(.*)$/

/** The whole message is about being away, or none is read. */
export function awayWordIn(text: string): AwayWord | undefined {
  if (text.length > 80) return undefined
  return (
    readAway(text.replace(/[\uE000-\uF7FF~～]/g, '').replace(/^[\s"]+|[\s".!?,。！？]+$/g, '')) ??
    readAway(bareWords(text))
  )
}

function readAway(bare: string): AwayWord | undefined {
  if (back.test(bare)) return { is: 'back' }
  const english = away.exec(bare)
  if (english !== null) {
    const words = (english[1] ?? '').trim()
    const isPlain = /^(?:i.{0,8} )?(?:away|afk|ooo|out of)/i.test(bare)
    return wordFor(words, isPlain && (isBareNumber(words) || timeWord.test(words)), isPlain)
  }
  const chinese = awayInChinese.exec(bare)
  if (chinese === null) return undefined
  const words = `${chinese[1] ?? ''}${chinese[2] ?? ''}`.replace(/開始|起(?!來)|要(?!等)|休(?=到|至|$)/g, '')
  return wordFor(words.trim(), false, /請假/.test(bare))
}

const timeWord = /^(?:until|till|til|through|thru|from|for|on|to(?:day|morrow)|next|this|all|back)\b/i
const isBareNumber = (words: string) => /^\d{1,3}$/.test(words)

/** Words that say no time are about something else, unless only leave can be meant. */
function wordFor(words: string, isSure: boolean, takesNumber: boolean): AwayWord | undefined {
  // `vacation: 3` may well be what a goal counts.
  if (isBareNumber(words) && !takesNumber) return undefined
  const anyDay = '2026-01-05' as LocalDate
  const isMeant = isSure || words === '' || awaySpanIn(words, anyDay, true) !== undefined
  return isMeant ? { is: 'away', words } : undefined
}

export interface AwaySpan {
  readonly from: LocalDate
  /** The first day back; absent where none was said. */
  readonly back: LocalDate | undefined
}

/**
 * When someone is away, by what they wrote: nothing means from today on, `3` three days from today, `until Wed` means back
 * on Wednesday, `through Wed` and 到週三 that Wednesday is the last day; a range names its first and last day. Undefined
 * where it cannot be read. `today` and the order of `6/10` are the person's.
 */
export function awaySpanIn(words: string, today: LocalDate, isDayFirst: boolean): AwaySpan | undefined {
  const said = words
    .trim()
    .toLowerCase()
    .replace(/^中?[,. ]*(?:for|on|from|starting|從|自)? ?/, '')
  if (said === '') return { from: today, back: undefined }
  const day = (text: string, from = today) => dayIn(text, from, isDayFirst)
  // Whoever says Monday on a Monday begins today.
  const start = (text: string) => {
    const date = day(text)
    return date === addDays(today, 7) && bareWeekday.test(text.trim()) ? today : date
  }
  return (
    days(said, today) ??
    weeks(said, today) ??
    ending(said, today, day) ??
    ranged(said, today, start, day) ??
    single(said, start)
  )
}

const bareWeekday = /^(?!next|下)\p{L}+$/iu

type Day = (text: string, from?: LocalDate) => LocalDate | undefined

function dayIn(text: string, today: LocalDate, isDayFirst: boolean): LocalDate | undefined {
  const said = text.trim()
  if (
    /^(?:today|this (?:morning|afternoon|evening)|tonight|(?:今天|今日)(?:上午|早上|下午|晚上)?)$/.test(said)
  )
    return today
  if (/^\d{1,2}$/.test(said)) return undefined
  return dateIn(said, today, isDayFirst)
}

/** `3`, `3 days`, `2 weeks`, 三天. */
function days(said: string, today: LocalDate): AwaySpan | undefined {
  const bare = /^(\d{1,3})$/.exec(said)?.[1]
  const minutes = bare === undefined ? minutesIn(said) : Number(bare) * 1440
  if (minutes === undefined || minutes < 1440) return undefined
  return { from: today, back: addDays(today, Math.round(minutes / 1440)) }
}

function weeks(said: string, today: LocalDate): AwaySpan | undefined {
  const monday = mondayOf(today)
  if (/^(?:all )?next week$|^下(?:週|周|星期|禮拜)整?(?:週|周)?$|^下整週$/.test(said))
    return { from: addDays(monday, 7), back: addDays(monday, 14) }
  if (/^(?:all |the rest of )?this week$|^(?:這|本)(?:週|周|星期|禮拜)$/.test(said))
    return { from: today, back: addDays(monday, 7) }
  return undefined
}

/** Only an end. */
function ending(said: string, today: LocalDate, day: Day): AwaySpan | undefined {
  const until = /^(?:until|till|til|back(?: on)?) (.+)$/.exec(said)?.[1]
  if (until !== undefined) return spanTo(today, day(until))
  const again = /^(.+?)(?:才|就|再)?(?:回來|回公司|回辦公室|復工|收假)(?:上班)?$/.exec(said)?.[1]
  if (again !== undefined) return spanTo(today, day(again))
  const through = /^(?:through|thru|up to|到|至) ?(.+?)(?:為止|止)?$/.exec(said)?.[1]
  return through === undefined ? undefined : spanTo(today, following(day(through)))
}

/** A first and a last day: `24-28 Dec`, `Mon to Wed`, 5/20 到 5/22, `24 Dec until 2 Jan`. */
function ranged(said: string, today: LocalDate, start: Day, day: Day): AwaySpan | undefined {
  const short = /^(\d{1,2}) ?(?:-|–|—|to|through) ?(\d{1,2}) ?([a-z]+(?: \d{4})?)$/.exec(said)
  if (short !== null)
    return begun(between(start(`${short[1]} ${short[3]}`), `${short[2]} ${short[3]}`, day, true), today)
  const named = /^([a-z]{3,9}) (\d{1,2}) ?(?:-|–|—|to|through) ?(\d{1,2})$/.exec(said)
  if (named !== null)
    return begun(between(start(`${named[1]} ${named[2]}`), `${named[1]} ${named[3]}`, day, true), today)
  const backAgain = /^(.+?),? back(?: (?:on|at work))? (.+)$/.exec(said)
  if (backAgain !== null) return between(start(backAgain[1] ?? ''), backAgain[2] ?? '', day, false)
  const long = /^(.+?) ?(?:-|–|—|~| to | through | thru | until | till |到|至) ?(.+?)$/.exec(said)
  if (long === null || /^\d{4}$/.test(long[1] ?? '')) return isoRange(said)
  return between(start(long[1] ?? ''), long[2] ?? '', day, !/ (?:until|till) /.test(said)) ?? isoRange(said)
}

/** On the 25th of December the 24th to 28th are these days and not next year's. */
function begun(span: AwaySpan | undefined, today: LocalDate): AwaySpan | undefined {
  if (span?.back === undefined) return span
  const [from, back] = [yearBefore(span.from), yearBefore(span.back)]
  return isLocalDate(from) && isLocalDate(back) && from <= today && today < back ? { from, back } : span
}

const yearBefore = (date: LocalDate) => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` as LocalDate

/** `2026-12-24 - 2026-12-28` has more hyphens than one. */
function isoRange(said: string): AwaySpan | undefined {
  const found = /^(\d{4}-\d{2}-\d{2}) ?(?:-|–|—|~|to|through|到|至) ?(\d{4}-\d{2}-\d{2})$/.exec(said)
  if (found === null) return undefined
  const [from, last] = [found[1] as LocalDate, found[2] as LocalDate]
  return spanTo(from, following(last))
}

function between(
  from: LocalDate | undefined,
  end: string,
  day: Day,
  isLastDay: boolean,
): AwaySpan | undefined {
  if (from === undefined) return undefined
  // The end is looked for from the beginning on: Thursday to Monday ends next week.
  const last = dayOfSameMonth(end, from) ?? day(end, from)
  return spanTo(from, isLastDay ? following(last) : last)
}

/** 5月20日到22日, `5/20-22`. */
function dayOfSameMonth(end: string, from: LocalDate): LocalDate | undefined {
  const number = /^(\d{1,2})(?:日|號)?$/.exec(end.trim())?.[1]
  if (number === undefined) return undefined
  const date = `${from.slice(0, 8)}${number.padStart(2, '0')}`
  return isLocalDate(date) && date >= from ? date : undefined
}

const single = (said: string, day: Day) => {
  const date = day(said)
  return spanTo(date, following(date))
}

const following = (date: LocalDate | undefined) => (date === undefined ? undefined : addDays(date, 1))

function spanTo(from: LocalDate | undefined, end: LocalDate | undefined): AwaySpan | undefined {
  return from === undefined || end === undefined ? undefined : { from, back: end }
}
