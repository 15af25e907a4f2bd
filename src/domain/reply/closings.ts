import { distance } from 'fastest-levenshtein'
import { sticky } from '../amount/number.ts'
import { type Scanned, scanAmount } from '../amount/scan.ts'
import { lastOf } from './plausible.ts'
import type { ReplyGoal, ValueMode } from './types.ts'

/** The words behind a number: what it counts, how it is meant, and what changes nothing. */

export interface Closing {
  readonly mode: ValueMode
  readonly hasNoun: boolean
  readonly isUncertain: boolean
  readonly end: number
}

/** The end of the goal's own noun behind a number, or the number's end. Words of the title name what is counted too. */
export function nounAt(text: string, at: number, amount: Pick<Scanned, 'unit'>, goal: Counted): number {
  const { unit } = goal
  if (unit.kind !== 'count' || amount.unit !== undefined) return at
  const said = sticky(counters, text, at)?.[0]
  const counter = said !== undefined && goesWith(said.trim(), unit.noun) ? said.length : 0
  const from = at + counter
  const start = text[from] === ' ' ? from + 1 : from
  const form = formsOf(goal).find((one) => isHere(text, start, one))
  return form === undefined ? (slipAt(text, start, unit.noun) ?? from) : start + form.length
}

const counters =
  / ?[個个件筆份位人家名次場篇張項通封組條本隻台棵盒箱節堂杯起則戶輛頭瓶包袋門題雙套幅座株床間班梯輪趟所校款支顆片]/y
/** Measure words that stand for each other; 個 stands for all. */
const sorts = ['人位名', '場堂節次回趟梯', '件筆份張條項則封起單']

/** 12位 is no number of 場. */
function goesWith(counter: string, noun: string | undefined): boolean {
  if (noun === undefined || /[個个]/.test(counter + noun) || !/^\p{Script=Han}$/u.test(noun)) return true
  return counter === noun || sorts.some((sort) => sort.includes(counter) && sort.includes(noun))
}

/** "49 ordres": the goal's noun with a slip in it, and "appts" for appointments. */
function slipAt(text: string, start: number, noun: string | undefined): number | undefined {
  const said = sticky(/[a-z]{4,20}(?![\p{L}\p{N}])/iuy, text, start)?.[0]
  if (said === undefined || noun === undefined || noun.length < 5) return undefined
  const [word, known] = [said.toLowerCase(), noun.toLowerCase()]
  const isShort =
    word.length <= 5 && known.length >= 6 && known.startsWith(word.slice(0, 3)) && /[^aeiou]s?$/.test(word)
  const isSlip = word.length >= 5 && word[0] === known[0] && distance(word, known) <= 2
  return isShort || isSlip ? start + said.length : undefined
}

type Counted = Pick<ReplyGoal, 'unit' | 'title'>

/** Longest first, so that "new leads" is not taken for "new". */
function formsOf({ unit, title }: Counted): readonly string[] {
  const noun = unit.kind === 'count' ? unit.noun : undefined
  const named =
    noun === undefined
      ? []
      : [noun, `${noun}s`, noun.replace(/ies$/i, 'y'), noun.replace(/s$/i, ''), ...alike(noun)]
  // Nouns of the title: in the plural, so that verbs and adjectives are left out.
  const titled = title.match(/(?<![\p{L}])[\p{Ll}]{3,}s(?![\p{L}])/gu) ?? []
  const forms = [
    ...named,
    ...(noun === undefined ? scales : []),
    ...titled.flatMap((word) => [word, word.replace(/s$/, '')]),
  ]
  return forms
    .map((form) => form.normalize('NFKC').toLowerCase())
    .filter((form) => form !== '')
    .toSorted((a, b) => b.length - a.length)
}

/** What plain numbers are read on: "38 points", 3.9 度. */
const scales = ['points', 'point', 'pts', 'degrees', '°c', '°', 'stars', '度', '分', '級', '星', '℃']

/** The same in the other language, or written out. */
const alike = (noun: string): readonly string[] => [
  ...(synonyms.find((names) => names.includes(noun.toLowerCase())) ?? []),
  ...(persons.test(noun) ? ['people', 'ppl', 'folks', 'heads'] : []),
]
const persons =
  /^(?:volunteer|member|student|pupil|nurse|donor|subscriber|participant|patient|child|kid|driver|user|customer|client|player|attendee|guest|visitor|teacher|employee|hire|candidate|applicant|worker|engineer|developer|resident|parent|learner|trainee|apprentice|runner|singer|supporter|follower|fan|tenant|farmer|person)s?$|^(?:children|people|staff)$/i
const synonyms: readonly (readonly string[])[] = [
  ['kg', 'kgs', 'kilo', 'kilos', '公斤'],
  ['km', 'kms', 'k', 'kilometers', 'kilometres', '公里'],
  ['pages', 'page', '頁'],
  ['m', 'meters', 'metres', '公尺'],
  ['steps', '步'],
  ['people', 'persons', '人', '位'],
  ['points', 'pts', '分'],
  ['秒', 'seconds', 'secs', 'sec', 's'],
  ['litres', 'liters', 'l'],
  ['tickets', 'tix', 'tkts'],
  ['tonnes', 'tons', 't', '公噸', '噸'],
]

const isHere = (text: string, start: number, form: string) =>
  text.slice(start, start + form.length).toLowerCase() === form &&
  !/^[\p{Script=Latin}\p{N}]/u.test(text.slice(start + form.length))

/** "14+", "14ish", "14 or so", 14 左右: where the openness ends. */
export const openBehind = (text: string, at: number): number | undefined => {
  const found = sticky(
    /\+(?![\d+])|-?ish(?![\p{L}])| (?:or so|or thereabouts|give or take|approx\.?|roughly|maybe|probably|i (?:think|guess|believe))(?![\p{L}])| ?(?:左右|上下|出頭|多(?![\p{L}\p{N}]))|,? ?\?+/iuy,
    text,
    at,
  )
  return found === undefined ? undefined : at + found[0].length
}

/** `14+` and `14ish` are no amounts by themselves. */
export function openAmount(text: string, at: number): Scanned | undefined {
  const digits = sticky(/[$€£]?\d[\d.,]*(?:k|%)?(?=\+|-?ish)/iy, text, at)?.[0]
  const amount = digits === undefined ? undefined : scanAmount(digits, 0)
  return amount === undefined || amount.end !== digits?.length
    ? undefined
    : { ...amount, end: at + amount.end }
}

/** `88kg`: the goal's own noun is glued to the number. */
export function gluedAmount(text: string, at: number, goal: Counted): Scanned | undefined {
  const digits = sticky(/[+-]?\d[\d.,]{0,15}(?=[\p{Ll}°])/iuy, text, at)?.[0]
  const amount = digits === undefined ? undefined : scanAmount(digits, 0)
  if (digits === undefined || amount === undefined || amount.end !== digits.length) return undefined
  return nounAt(text, at + digits.length, { unit: undefined }, goal) > at + digits.length
    ? { ...amount, end: at + amount.end }
    : undefined
}

const nowBehind =
  / ?(?:right now|rn|atm|at the moment|on average|on avg|now|in total|in all|all told|total|so far|to date|currently|altogether|overall|already|again|still|all (?:week|month)|by now|(?:as of|since) (?:now|today|tonight|this morning|yesterday|last night|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?![\p{L}\p{N}'-])|為止|了(?![\p{L}\p{N}])/iuy
const politeBehind =
  /,? (?:thx|thanks(?! to)|thank you|ty|pls|please|cheers|btw|lol|haha|yay|woohoo|fyi|sorry(?! ?\d)|for me|here|from me|on my (?:end|side)|only|exactly|precisely|sharp|this time)(?![\p{L}\p{N}'-])|(?:而已|就這樣)?(?:謝謝|感謝|喔|哦|啦|耶|囉|欸|惹|捏|咧|餒|溜|哈+|嗚+|QQ+|Q_Q|QAQ|orz|XD+|而已|就這樣|要做|待做|要處理)(?![\p{L}\p{N}])/iuy
const happenedBehind =
  / (?:closed|signed|won|booked|published|sold|shipped|hired|delivered|logged|raised|collected|answered|resolved|written|read|sent|made|planted|packed|trained|onboarded|recruited|scheduled|in the bag|finished|completed|done)(?![\p{L}\p{N}'-])/iuy
const moreBehind =
  / (?:more|new|added|additional|extra)(?![\p{L}\p{N}'-])(?: ones?(?![\p{L}]))?|新的|新增的/iuy
const leftBehind =
  / (?:still )?(?:(?:more |left )?to go|left(?: to (?:close|do|sign|finish|sell|write|fix|read|make|send|plant|review))?|remaining|missing|short|away)(?![\p{L}\p{N}'-])/iuy
/** Of what is worked down these say how many there are. */
const openStill =
  / (?:still )?(?:(?:open|left|remaining|outstanding|pending|overdue|unresolved|to do)(?: in the (?:queue|backlog|pile|list))?|in the (?:queue|backlog|pile|list))(?![\p{L}\p{N}'-])/iuy
const thisWeek =
  / ?(?:(?:for |in )?this (?:week|month|time|period)|the past week|since (?:mon|tues|wednes|thurs|fri|satur|sun)day|since last week|本週|這週|本周|這禮拜|這星期|這個月|本月)(?![\p{L}\p{N}'-])/iuy

/** What is known of the number from before it. */
interface Meaning {
  readonly mode: ValueMode
  readonly isThisWeek: boolean
  readonly value: number
}

/** The goal with the number that is said of it. */
type Aimed = ReplyGoal & { readonly said: number }

/** What stands behind a number: `14 now`, `3 more deals`, `6 to go`, `closed 3 this week`, `14 signed so far, thanks`. */
export function closingAt(
  text: string,
  at: number,
  { mode, isThisWeek, value }: Meaning,
  goal: ReplyGoal,
): Closing {
  const aimed = { ...goal, said: value }
  const closing = meantBehind(text, at, isThisWeek ? modeThisWeek(mode, aimed) : mode, aimed)
  const open = openBehind(text, closing.end)
  const end = open ?? closing.end
  const polite = sticky(politeBehind, text, end)
  return { ...closing, isUncertain: open !== undefined, end: end + (polite?.[0].length ?? 0) }
}

type Meant = Omit<Closing, 'isUncertain'>

function meantBehind(text: string, at: number, mode: ValueMode, goal: Aimed): Meant {
  const left = mode === 'bare' ? leftAt(text, at, goal) : undefined
  if (left !== undefined) return left
  const more =
    mode === 'bare' || mode === 'event' || (mode === 'delta' && /^新/.test(text.slice(at)))
      ? sticky(moreBehind, text, at)
      : undefined
  if (more !== undefined) {
    const end = at + more[0].length
    const noun = nounAt(text, end, { unit: undefined }, goal)
    return { mode: 'delta', hasNoun: noun > end, end: afterWeek(text, noun) }
  }
  const happened = ['bare', 'total', 'fraction'].includes(mode) ? sticky(happenedBehind, text, at) : undefined
  if (happened !== undefined && !(goal.said === goal.target && endsIt(happened[0], text, at)))
    return { ...sinceWhen(text, at + happened[0].length, mode, goal), hasNoun: true }
  return sinceWhen(text, at, mode, goal)
}

/** "6 to go"; of what is worked down "6 open" says how many there are. */
function leftAt(text: string, at: number, { direction }: Aimed): Meant | undefined {
  const open = direction === 'down' ? sticky(openStill, text, at) : undefined
  const left = sticky(leftBehind, text, at)
  if (open !== undefined && open[0].length >= (left?.[0].length ?? 0))
    return { mode: left === undefined ? 'total' : 'remaining', hasNoun: true, end: at + open[0].length }
  return left && { mode: 'remaining', hasNoun: false, end: at + left[0].length }
}

/** "20 done" of a goal may be its end: then "done" is a word of its own. */
const endsIt = (words: string, text: string, at: number) =>
  /done|finished|completed/i.test(words) && at + words.length >= text.trimEnd().length

function sinceWhen(text: string, at: number, mode: ValueMode, goal: Aimed): Meant {
  const week = sticky(thisWeek, text, at)
  if (week !== undefined && mode !== 'remaining')
    return { mode: modeThisWeek(mode, goal), hasNoun: false, end: at + week[0].length }
  const now = mode === 'event' ? undefined : sticky(nowBehind, text, at)
  if (now === undefined || mode === 'delta') return { mode, hasNoun: false, end: at }
  return { mode: mode === 'bare' ? 'total' : mode, hasNoun: false, end: at + now[0].length }
}

/**
 * Of what adds up "closed 3 this week" is three more, and so is "3 this week" where it cannot be all; of a rhythm it is the
 * week's number.
 */
function modeThisWeek(mode: ValueMode, goal: Aimed): ValueMode {
  const { kind } = goal
  if (kind === 'cumulative' && mode === 'event') return 'delta'
  if (kind === 'cumulative' && mode === 'bare') return goal.said < lastOf(goal) ? 'delta' : 'event'
  return mode === 'bare' || mode === 'event' ? 'total' : mode
}

const afterWeek = (text: string, at: number) => at + (sticky(thisWeek, text, at)?.[0].length ?? 0)
