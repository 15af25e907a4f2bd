import { readCount } from '../due/numbers.ts'
import { readDue } from '../due.ts'
import { addDays, isWallTime } from '../time.ts'
import type { LocalDate, WallTime } from '../types.ts'
import { bareWords } from './bare.ts'

/** What people say about the asking itself: later, not this time, stop, what is silenced, when. */
export type LifeWord =
  | { readonly is: 'snooze' | 'stop'; readonly words: string }
  | { readonly is: 'skip' | 'resume' | 'muted' | 'when' }
  | { readonly is: 'away'; readonly words: string }
  | { readonly is: 'back' }
  | { readonly is: 'mute' | 'unmute'; readonly what: MuteKind }
  /** Nothing that could be muted. */
  | { readonly is: 'unclear'; readonly what: 'mute'; readonly typed: string }

/** `boards` go to channels: nobody is sent one. */
export type MuteKind = 'reminders' | 'news' | 'everything' | 'boards'

/** When a snoozed prompt comes again, as it was said. */
export type Later =
  | { readonly minutes: number }
  | { readonly time: WallTime }
  /** At the usual time of asking. */
  | { readonly date: LocalDate }

type Rule = readonly [RegExp, (match: RegExpExecArray) => LifeWord | undefined]

const rules: readonly Rule[] = [
  [
    /^(?:snooze|延後|貪睡)(?: ?(?:for|until|till|到|:))? ?(.*)$/i,
    ([, words = '']) => ({ is: 'snooze', words }),
  ],
  [
    /^(?:later|not now|remind me later|ask me later|晚點|晚點再(?:說|問|回|填|報|更新)我?|稍後|稍後再(?:說|問|回|填|報|更新)我?|(?:等等|等一下|等下|待會兒?|晚上)再(?:問|說|回|填|報|更新)我?|晚點提醒我?)$/i,
    () => ({ is: 'snooze', words: '' }),
  ],
  [
    /^(?:remind|ask)(?: me)?(?: again)? (?:in |at |on )?([^,]+)(?:,[^\d]+)?$/i,
    ([, words = '']) => (words.trim() !== '' && isLater(words) ? { is: 'snooze', words } : undefined),
  ],
  [
    /^(.+?)(?:再問我?|再提醒我?|再說|提醒我)(?:一次|一下)?$/,
    ([, words = '']) => (isLater(words) ? { is: 'snooze', words } : undefined),
  ],
  [
    /^(?:skip|skip(?: me)?(?: (?:this|next)(?: week| one| time)?)?(?: please| pls)?|pass(?: (?:on )?this (?:week|time|one))?|skip (?:all|everything|both)|(?:全部|都)(?:先)?(?:跳過|略過)|先?跳過|略過|(?:這次|這週)先?(?:跳過|略過)|(?:跳過|略過)這[次週])$/i,
    () => ({ is: 'skip' }),
  ],
  [/^(?:stop|pause)(?: (?:until|till|til|for) (.+))?$/i, ([, words = '']) => ({ is: 'stop', words })],
  [/^(?:暫停|停止)(?:詢問)?(?: ?(?:到|至))? ?(.*)$/, ([, words = '']) => ({ is: 'stop', words })],
  [
    /^(?:(?:stop|quit) (?:asking|messaging|pinging|prompting)|(?:do not|don'?t) ask)(?: me)?(?: this| that| again| any ?more)*$|^(?:不要|別|不用)再?(?:一直)?(?:問我?(?:問題)?|(?:傳|發)訊息(?:給我)?|傳給我|煩我|吵我|打擾我?)[啦了]?嗎?$/i,
    () => ({ is: 'stop', words: '' }),
  ],
  [
    /^(?:no more reminders?|stop (?:the )?reminders?|stop reminding(?: me)?|turn (?:the )?reminders? off)$|^(?:不用|不要|別)(?:再)?提醒我?[啦了]?$/i,
    () => ({ is: 'mute', what: 'reminders' }),
  ],
  [/^turn (?:the |my )?reminders? (?:back )?on(?: again)?$/i, () => ({ is: 'unmute', what: 'reminders' })],
  [
    /^(?:resume|unpause|start again|(?:start|resume|continue|keep) (?:asking|prompting|messaging)(?: me)?(?: again)?|恢復|(?:開始|繼續|恢復)(?:問我?|詢問我?|提醒我?)?了?)$/i,
    () => ({ is: 'resume' }),
  ],
  [
    /^(?:muted|what(?: is|'s|s) (?:muted|silenced)|靜音清單|(?:目前)?靜音了?(?:什麼|哪些)|關了(?:什麼|哪些))$/i,
    () => ({ is: 'muted' }),
  ],
  [/^(?:mute(?= |$)|silence(?= )|turn off(?= )) ?(.*)$/i, ([, words = '']) => muting('mute', words)],
  [/^(?:unmute(?= |$)|turn on(?= )) ?(.*)$/i, ([, words = '']) => muting('unmute', words)],
  [/^(?:取消靜音|(?:開啟|打開)(?=.)) ?(.*)$/, ([, words = '']) => muting('unmute', words)],
  [/^(?:這個(?:目標)?|全部)?先靜音$/, () => ({ is: 'mute', what: 'everything' })],
  [/^(?:靜音|(?:關閉|關掉|不要)(?=.)) ?(.*)$/, ([, words = '']) => muting('mute', words)],
  [
    /^(?:when|when(?: is|'?s) (?:the |my )?next(?: one| check[- ]?in| prompt| question)?|next|何時|什麼時候|下次(?:是)?(?:什麼時候|何時)(?:會|要)?(?:問|回報|填)?我?|下次回報(?:是)?(?:什麼時候|何時)?)$/i,
    () => ({ is: 'when' }),
  ],
]

const kinds: readonly (readonly [RegExp, MuteKind])[] = [
  [/^(?:everything|all|you|this|it|them|全部|所有(?:訊息)?|一切)?$/i, 'everything'],
  [/^(?:the )?(?:reminders?|提醒)$/i, 'reminders'],
  [/^(?:the )?(?:news|partners?|partner (?:news|messages)|夥伴(?:消息|訊息)?|消息)$/i, 'news'],
  [/^(?:the )?(?:boards?|leaderboards?|排行榜)$/i, 'boards'],
]

function muting(is: 'mute' | 'unmute', words: string): LifeWord | undefined {
  const what = kinds.find(([pattern]) => pattern.test(words))?.[1]
  return what === undefined ? undefined : { is, what }
}

/** After a word that can mean nothing but muting. */
export const mutingIn = (is: 'mute' | 'unmute', words: string): LifeWord =>
  muting(is, words) ?? { is: 'unclear', what: 'mute', typed: words }

/** The whole message is such a word, or none is read. */
export function lifeWordIn(text: string): LifeWord | undefined {
  if (text.length > 80) return undefined
  const bare = bareWords(text)
  for (const [pattern, read] of rules) {
    const match = pattern.exec(bare)
    const word = match === null ? undefined : read(match)
    if (word !== undefined) return word
  }
  return undefined
}

const anyDay = '2026-01-01' as LocalDate
const isLater = (words: string) => laterIn(words, anyDay) !== undefined

/** What is meant without a time. */
const USUAL_MINUTES = 180
const LONGEST_MINUTES = 31 * 24 * 60
const MINUTES: Readonly<Record<string, number>> = {
  m: 1,
  分: 1,
  h: 60,
  小: 60,
  鐘: 60,
  d: 1440,
  天: 1440,
  w: 10080,
  週: 10080,
}

const span =
  /^(?:in )?(an?|half an?|\d{1,4}(?:\.\d)?|[a-z]{3,6}|[一二兩三四五六七八九十半]{1,3}) ?個?(?: ?)(m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|weeks?|分鐘|小時|鐘頭|天|週)(?:後|之後|以後)?$/i

/** `2h`, `30 min`, `tomorrow`, `until 15:00`, `Friday`; nothing said means three hours. Undefined where it cannot be read. */
export function laterIn(words: string, today: LocalDate): Later | undefined {
  const said = words.trim().toLowerCase()
  if (said === '') return { minutes: USUAL_MINUTES }
  const minutes = minutesIn(said)
  if (minutes !== undefined) return { minutes }
  const time = wallTimeIn(said)
  if (time !== undefined) return { time }
  const date = dateIn(said, today)
  return date === undefined || date <= today ? undefined : { date }
}

/** A stretch of time as people write it, from a minute to a month. */
export function minutesIn(said: string): number | undefined {
  const [, count = '', unit = ''] = span.exec(said) ?? []
  const size = MINUTES[unit.slice(0, 1)]
  const number = countOf(count)
  if (size === undefined || number === undefined) return undefined
  const minutes = Math.round(number * size)
  return minutes >= 1 && minutes <= LONGEST_MINUTES ? minutes : undefined
}

function countOf(count: string): number | undefined {
  if (/^(?:half an?|半)$/.test(count)) return 0.5
  if (/^an?$/.test(count)) return 1
  return /^\d/.test(count) ? Number(count) : readCount(count.replace('兩', '二'))
}

/** `15:00`, `3pm`, `at 3 pm`, `下午3點`. */
function wallTimeIn(said: string): WallTime | undefined {
  const [, before = '', hour = '', minute = '00', after = ''] =
    /^(?:at |until |till )?(上午|早上|下午|晚上)?(\d{1,2})(?:[:點](\d{2})?)? ?(am|pm)?(?:分)?$/.exec(said) ??
    []
  if (hour === '' || (before === '' && after === '' && !/[:點]/.test(said))) return undefined
  const isAfternoon = after === 'pm' || before === '下午' || before === '晚上'
  const hours = isAfternoon && Number(hour) < 12 ? Number(hour) + 12 : Number(hour)
  const time = `${String(hours).padStart(2, '0')}:${minute}`
  return isWallTime(time) ? time : undefined
}

/** A day as people write it, on the reader's calendar. Undefined where it cannot be read. */
export function dateIn(words: string, today: LocalDate, isDayFirst = true): LocalDate | undefined {
  const said = words.trim().toLowerCase()
  const minutes = minutesIn(said)
  if (minutes !== undefined) return minutes >= 1440 ? addDays(today, Math.round(minutes / 1440)) : undefined
  if (/^(?:tomorrow|tmrw|tmr|明天|明日)/.test(said)) return addDays(today, 1)
  const calendar = { today, firstMonth: 1, isDayFirst }
  const whole = (text: string) => {
    const phrase = readDue(text, calendar)
    return phrase?.from === 0 && phrase.to === text.length ? phrase.due : undefined
  }
  return whole(said) ?? whole(`until ${said}`)
}
