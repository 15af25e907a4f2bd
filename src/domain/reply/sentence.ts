import { blursNumber, isAboutAnotherTime, isSinceLong, looksAhead, takesBack } from './doubt.ts'
import { withoutLabels } from './labels.ts'
import { isTakenBack } from './phrases.ts'
import { isLargeJump, lastOf } from './plausible.ts'
import { isClouded, isFarFrom, toldIn } from './told-number.ts'
import type { ReplyGoal, ValueItem } from './types.ts'

/**
 * The one number that a whole sentence speaks of: "checked the sheet and we're at 43 after the audit". Only where every other
 * number in it is plainly something else, nothing casts doubt on it, and what is counted is what the goal counts; otherwise
 * undefined: then it is asked back.
 */
export function valueInSentence(text: string, goal: ReplyGoal): ValueItem | undefined {
  if (text.length > MOST_LETTERS || /\?|^\s*-/.test(text) || goal.kind === 'milestone') return undefined
  // "Progress 40%" of a rate may be the rate, or the share of the way.
  if (goal.unit.kind === 'percent' && /^\s*(?:progress|進度)/i.test(text)) return undefined
  const clauses = withoutLabels(text).split(clauseEnds)
  const isElsewhere = (clause: string) => looksAhead(clause) || isAboutAnotherTime(clause) || isComing(clause)
  const told = clauses.filter((clause) => /\d/.test(clause) && !isElsewhere(clause))
  const rest = clauses.filter((clause) => !told.includes(clause) && !isHoped(clause))
  if (rest.some((clause) => blursNumber(clause.trim())) || isTakenBack([...told, ...rest].join(',')))
    return undefined
  if (told.some((clause) => takesBack.test(clause))) return undefined
  if (isSinceLong(text) && !/\b(?:at|now)\b/i.test(text)) return undefined
  return actual(told, goal) ?? (told.length > 2 ? undefined : onlyValue(told, goal))
}

function onlyValue([only, other]: readonly string[], goal: ReplyGoal): ValueItem | undefined {
  if (only === undefined) return undefined
  return other === undefined
    ? toldIn(only.trim(), goal)
    : (agreed(only, other, goal) ?? besides(only, other, goal))
}

/** 認捐80萬，真的入帳46萬, "invited 85, 34 actually came": of several numbers the one that is called the real one. */
function actual(told: readonly string[], goal: ReplyGoal): ValueItem | undefined {
  const real = told.filter((clause) => reality.test(clause))
  const [only] = real
  if (told.length < 2 || told.length > 4 || only === undefined || real.length > 1) return undefined
  const bare = only.replace(reality, ' ').trim()
  const item = toldIn(bare.slice(Math.max(0, bare.search(/[$€£]?\d/))), goal)
  const isAlone = (bare.match(/\d[\d.,]*/g) ?? []).length === 1 && !isClouded(bare)
  return item === undefined || !isAlone || isFarFrom(item, goal) ? undefined : { ...item, hasUnit: true }
}
const reality =
  /實際(?:上|是)?|現實是|真正(?:的是)?|真的|\b(?:actually|in reality|for real|the real (?:one|number) is)\b/i

/** "Won back 5 this week, 69 total": the total, where the other number leads to it. */
function agreed(one: string, other: string, goal: ReplyGoal): ValueItem | undefined {
  const pairs = [
    [one, other],
    [other, one],
  ] as const
  return pairs
    .map(([clause, rest]) => {
      const item = toldIn(clause.trim(), goal)
      const numbers = rest.match(/\d+(?:\.\d+)?/g) ?? []
      const step = item === undefined ? 0 : Math.abs(item.amount.value - lastOf(goal))
      return item?.mode !== 'delta' &&
        !isClouded(rest) &&
        numbers.length === 1 &&
        step > 0 &&
        Number(numbers[0]) === step
        ? item
        : undefined
    })
    .find((item) => item !== undefined)
}

/** 現在361 車子14台: the other number counts something else. */
function besides(one: string, other: string, goal: ReplyGoal): ValueItem | undefined {
  const item = toldIn(one.trim(), goal)
  if (item === undefined || isFarFrom(item, goal) || isClouded(other) || changes.test(other)) return undefined
  const { noun = '' } = goal.unit.kind === 'count' ? goal.unit : {}
  const isOwnNoun = noun !== '' && other.toLowerCase().includes(noun.toLowerCase().replace(/s$/, ''))
  const isNamed = /(?:\p{Script=Han}{2}|\p{Script=Latin}{3})/u.test(other)
  return isNamed && !isOwnNoun && !mayBeValue(other, goal) ? item : undefined
}
const mayBeValue = (clause: string, goal: ReplyGoal) =>
  toldIn(clause.trim(), goal) !== undefined ||
  (clause.match(/\d+(?:\.\d+)?/g) ?? []).some(
    (digits) => Number(digits) >= lastOf(goal) / 2 && !isLargeJump(Number(digits), goal),
  )
const changes = /[多新增加又再+改]|\b(?:more|new|another|plus|extra|added|total|now)\b/i

/** "2 more pending consent" is not there yet. */
const isComing = (clause: string) =>
  /\d/.test(clause) &&
  /\b(?:pending|waiting|to come|coming|lined up|scheduled|in progress|in the pipeline|in the works|planned|promised|due|in (?:review|queue|draft|the cart|transit|storage|legal|planning|talks|negotiation|backlog)|on (?:hold|order|the (?:wait(?:ing)? ?list|shortlist|way)))\b|待|排定|約好|談.?中|進行中/i.test(
    clause,
  )

const MOST_LETTERS = 160
const clauseEnds =
  /,(?!\d{3})|[;!()\n]|\.(?=\s|$)|\s--?\s|\s(?:but|because|since|although|though)\s|\sso\s(?=we|i|it|now|\d)|(?<=[了啦囉喔耶呢])\s|(?<=\p{Script=Han})\s(?=\p{Script=Han})|(?<=\d\p{Script=Han}{1,2})\s(?=\d)|\s(?=\p{Script=Han}{3})|(?<=\d)\s(?=\p{Script=Han}{2,4}\d)|(?<=\d)\s(?=(?:累|忙|讚|棒|爽|加油|辛苦)(?!\p{L}))|但是?|因為/iu

/** "Should be 8 by Friday" hopes; "should be 8" may set something right. */
const isHoped = (clause: string) =>
  /\d/.test(clause) &&
  /\b(?:by|next|tomorrow|end|soon|until|hop\w+|expect\w*|aim\w*|plan\w*)\b|下|明|月底|週末|年底|預計|希望/i.test(
    clause,
  )
