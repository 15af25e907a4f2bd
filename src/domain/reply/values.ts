import { sticky } from '../amount/number.ts'
import { type Scanned, scanAmount } from '../amount/scan.ts'
import type { Unit } from '../goal.ts'
import type { ReplyGoal, ValueItem, ValueMode } from './types.ts'

export interface TakenValue {
  readonly item: ValueItem
  readonly end: number
}

/** What stands before a number says how it is meant. */
interface Opening {
  readonly mode: ValueMode | undefined
  readonly isDown: boolean
  readonly towards: 'up' | 'down' | undefined
  readonly end: number
}

const filler = /(?:(?:i|we|it)(?:'re|'m|'s| are| am| is) |(?:is|are|=) ?(?=[ \d$€£+-]))/iy
const totals =
  /(?:now at|right now|now|currently at|currently|at|total(?: is| of|:)?|in total|so far|still)(?:: ?| )|(?:目前為止|到目前為止|目前|現在|累計|累積|總共|總計|一共|共|還是|仍)(?:是|有|在|為)?:? ?|(?:來到|達到)了? ?/iy
const towards = /(up|down) to (?=\S)|(上升到|升到|提升到|增加到|成長到)了? ?|(下降到|降到|減少到|跌到)了? ?/iy
const rises = /(?:up(?: by)?|plus|another|added|gained) (?=\S)|(?:又?增加|新增|多|上升|提升|成長)了? ?|再 ?/iy
const falls = /(?:down(?: by)?|minus) (?=\S)|(?:減少|少|下降|下滑|掉)了? ?/iy
const events =
  /(?:(?:i|we)(?:'ve| have)? )?(?:closed|won|signed|booked|published|sold|sent|made|did|got|landed|delivered|shipped|hired|completed|finished|done|called|ran|had) (?=\S)|(?:又?簽|簽下|成交|完成|賣|賣出|拿下|談成|打|寄)了? ?/iy
const remains = /(?:還差|還剩|剩下|只差|剩) ?/y

function openingAt(text: string, at: number): Opening {
  const { end, isTotal } = totalAt(text, at)
  const way = sticky(towards, text, end)
  if (way !== undefined) {
    const isUp = way[1]?.toLowerCase() === 'up' || way[2] !== undefined
    return { mode: 'total', isDown: false, towards: isUp ? 'up' : 'down', end: end + way[0].length }
  }
  return isTotal ? { mode: 'total', isDown: false, towards: undefined, end } : changeAt(text, end)
}

/** "we're now at", in any order that people find. */
function totalAt(text: string, at: number): { readonly end: number; readonly isTotal: boolean } {
  let end = at
  let isTotal = false
  for (let steps = 0; steps < 3; steps += 1) {
    const total = sticky(totals, text, end)
    const found = total ?? sticky(filler, text, end)
    if (found === undefined) break
    isTotal ||= total !== undefined
    end += found[0].length
  }
  return { end, isTotal }
}

function changeAt(text: string, at: number): Opening {
  const kinds = [
    [rises, 'delta', false],
    [falls, 'delta', true],
    [events, 'event', false],
    [remains, 'remaining', false],
  ] as const
  for (const [pattern, mode, isDown] of kinds) {
    const found = sticky(pattern, text, at)
    if (found !== undefined) return { mode, isDown, towards: undefined, end: at + found[0].length }
  }
  return { mode: undefined, isDown: false, towards: undefined, end: at }
}

/** The number that is said at `at`, with the words that belong to it. */
export function takeValue(text: string, at: number, goal: ReplyGoal): TakenValue | undefined {
  const opening = openingAt(text, at)
  const pair = opening.mode === 'delta' ? undefined : pairAt(text, opening.end)
  const amount = pair?.amount ?? scanAmount(text, opening.end)
  if (amount === undefined) return undefined
  if (isTwice(amount, opening)) return undefined
  const points = pointsAt(text, amount, goal.unit)
  const noun = points ?? nounAt(text, amount.end, amount, goal.unit)
  const mode = pair?.mode ?? opening.mode ?? (amount.sign === undefined ? 'bare' : 'delta')
  const closing = closingAt(text, noun, mode, goal.unit)
  if (isWord(text, opening.end, closing.end)) return undefined
  if (closing.mode === 'bare' && noun === amount.end && isProse(text, opening.end, amount.end))
    return undefined
  return {
    item: {
      kind: 'value',
      mode: closing.mode,
      amount: inPoints(opening.isDown ? negated(amount) : amount, points),
      beside: pair?.beside,
      hasUnit: amount.unit !== undefined || noun > amount.end || closing.hasNoun,
      towards: opening.towards,
    },
    end: closing.end,
  }
}

/** "up +3" and "now +3" say two things at once. */
const isTwice = ({ sign }: Scanned, { mode }: Opening) =>
  (sign === '+' && mode !== undefined) || (sign !== undefined && mode === 'delta')

/** 一切, 三件事: a numeral that runs on into a word is one. */
const isWord = (text: string, from: number, end: number) =>
  !/\d/.test(text.slice(from, end)) && /^\p{Script=Han}/u.test(text.slice(end))

/** "Two big ones slipped": a number in words that a sentence runs on from. */
const isProse = (text: string, from: number, end: number) =>
  /^[a-z]/i.test(text.slice(from, end)) &&
  /^ [\p{L}]/u.test(text.slice(end)) &&
  !/\d/.test(text.slice(from, end))

/** Percentage points have no sign of their own: "up 2 points". Where points are counted they are a noun. */
function pointsAt(text: string, amount: Scanned, unit: Unit): number | undefined {
  const found =
    unit.kind === 'percent' && amount.unit === undefined
      ? sticky(/ ?points?(?![\p{L}\p{N}])|個?點/iuy, text, amount.end)
      : undefined
  return found === undefined ? undefined : amount.end + found[0].length
}

const inPoints = (amount: Scanned, points: number | undefined): Scanned =>
  points === undefined ? amount : { ...amount, unit: { kind: 'points' } }

const negated = (amount: Scanned): Scanned => ({
  ...amount,
  value: -amount.value,
  other: amount.other === undefined ? undefined : -amount.other,
})

interface Pair {
  readonly amount: Scanned
  readonly beside: Scanned
  readonly mode: 'fraction' | 'from-to'
}

/** `12/20`, `12 of 20`, `from 12 to 14`, `12 -> 14`. `amount` is the value, with the end of the whole. */
function pairAt(text: string, at: number): Pair | undefined {
  const share = sticky(/([^\s/]{1,20})(?: ?\/ ?| (?:out )?of )/iy, text, at)
  if (share?.[1] !== undefined) return paired(text, at, share[1], share[0], 'fraction')
  const span = sticky(
    /(?:from )([^\s]{1,20}) to |([^\s>]{1,20}?) ?-> ?|(?:從|由) ?([^\s到至]{1,12}?)[件個筆]? ?[到至] ?/iy,
    text,
    at,
  )
  const from = span?.[1] ?? span?.[2] ?? span?.[3]
  return span === undefined || from === undefined ? undefined : paired(text, at, from, span[0], 'from-to')
}

function paired(
  text: string,
  at: number,
  first: string,
  whole: string,
  mode: Pair['mode'],
): Pair | undefined {
  const one = scanAmount(first, 0)
  const two = scanAmount(text, at + whole.length)
  if (one === undefined || two === undefined || one.end !== first.length) return undefined
  if (one.sign === '+' || two.sign === '+') return undefined
  const unit = one.unit ?? two.unit
  // "10-12/20" has no first number.
  if (mode === 'from-to') return { amount: { ...two, unit: two.unit ?? one.unit }, beside: one, mode }
  return { amount: { ...one, unit, end: two.end }, beside: two, mode }
}

/** The end of the goal's own noun behind a number, or the number's end. */
function nounAt(text: string, at: number, amount: Pick<Scanned, 'unit'>, unit: Unit): number {
  if (unit.kind !== 'count' || amount.unit !== undefined) return at
  const counter = sticky(/ ?[個个件筆份位人家名次場篇張項通封]/y, text, at)?.[0].length ?? 0
  const from = at + counter
  const { noun } = unit
  if (noun === undefined) return from
  const start = text[from] === ' ' ? from + 1 : from
  const forms = [noun, `${noun}s`, noun.replace(/ies$/i, 'y'), noun.replace(/s$/i, '')]
  const next = text.slice(start, start + noun.length + 2).toLowerCase()
  const form = forms.find((one) => {
    const word = one.normalize('NFKC').toLowerCase()
    return (
      word !== '' &&
      next.startsWith(word) &&
      !/^[\p{Script=Latin}\p{N}]/u.test(text.slice(start + word.length))
    )
  })
  return form === undefined ? from : start + form.length
}

const nowBehind =
  / ?(?:right now|now|in total|total|so far|to date|currently|altogether|as of (?:now|today))(?![\p{L}\p{N}'-])|為止|了(?![\p{L}\p{N}])/iuy
const moreBehind = / (?:more|new|added|additional|extra)(?![\p{L}\p{N}'-])/iuy
const leftBehind = / (?:(?:more )?to go|left|remaining|missing|short)(?![\p{L}\p{N}'-])/iuy
const thisWeek = / ?(?:this week|本週|這週|本周|這禮拜|這星期)(?![\p{L}\p{N}'-])/iuy

interface Closing {
  readonly mode: ValueMode
  readonly hasNoun: boolean
  readonly end: number
}

/** What stands behind a number: `14 now`, `3 more deals`, `6 to go`, `closed 3 this week`. */
function closingAt(text: string, at: number, mode: ValueMode, unit: Unit): Closing {
  const left = mode === 'bare' ? sticky(leftBehind, text, at) : undefined
  if (left !== undefined) return { mode: 'remaining', hasNoun: false, end: at + left[0].length }
  const more = mode === 'bare' ? sticky(moreBehind, text, at) : undefined
  if (more !== undefined) {
    const end = at + more[0].length
    const noun = nounAt(text, end, { unit: undefined }, unit)
    return { mode: 'delta', hasNoun: noun > end, end: afterWeek(text, noun) }
  }
  if (mode === 'event' && sticky(thisWeek, text, at) !== undefined) {
    return { mode: 'delta', hasNoun: false, end: afterWeek(text, at) }
  }
  if (mode === 'delta') return { mode, hasNoun: false, end: afterWeek(text, at) }
  const now = mode === 'event' ? undefined : sticky(nowBehind, text, at)
  if (now === undefined) return { mode, hasNoun: false, end: at }
  return { mode: mode === 'bare' ? 'total' : mode, hasNoun: false, end: at + now[0].length }
}

const afterWeek = (text: string, at: number) => at + (sticky(thisWeek, text, at)?.[0].length ?? 0)
