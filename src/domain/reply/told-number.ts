import { cancels, isLoss } from './doubt.ts'
import { leadsTo } from './leads-to.ts'
import { isOwnDoing } from './own-doing.ts'
import { isLargeJump, isTotalOnly, lastOf } from './plausible.ts'
import type { ReplyGoal, ValueItem } from './types.ts'
import { takeValue } from './values.ts'

/** The number that a clause tells, alone or in passing. */
export function toldIn(clause: string, goal: ReplyGoal): ValueItem | undefined {
  for (const at of wordStarts(clause)) {
    const taken = takeValue(clause, at, goal)
    if (taken === undefined) continue
    const { item, end } = taken
    const [before, behind] = [clause.slice(0, at).trim(), clause.slice(end).trim()]
    return isTold(item, before, behind, goal) ? item : undefined
  }
  return undefined
}

/** In Chinese every letter may begin a word. */
const wordStarts = (clause: string): readonly number[] =>
  [
    ...clause.matchAll(
      /(?<![\p{L}\p{N}.,:/+$€£-])[\p{L}\p{N}+$€£-]|\p{Script=Han}|(?<=\p{Script=Han})[\d+-]/gu,
    ),
  ].map(({ index }) => index)

/** Of what is worked down 剩118張 is how many there are. */
const isPlain = ({ mode }: ValueItem, { direction }: ReplyGoal) =>
  ['bare', 'total', 'delta'].includes(mode) || (mode === 'remaining' && direction === 'down')

function isTold(item: ValueItem, before: string, behind: string, goal: ReplyGoal): boolean {
  if (item.isUncertain || !isAlone(item, before, behind, goal)) return false
  // "We handed out another 140": whatever was done, it came on top.
  const isMore =
    item.mode === 'delta' &&
    /^(?:we|i)(?: \p{L}+){1,3}$/iu.test(before) &&
    (behind === '' || runsOn.test(behind))
  if (!isMore && !leadsTo(before, goal, item.hasUnit)) return false
  if (item.mode === 'fraction') return goal.unit.kind === 'percent' && sharesWord(behind, goal)
  if (!isPlain(item, goal) || isClouded(before) || isClouded(behind)) return false
  return item.mode !== 'bare' || isWholeCount(item, before, behind, goal)
}

const isAlone = (item: ValueItem, before: string, behind: string, goal: ReplyGoal) =>
  !/\d/.test(before) && (!/\d/.test(behind) || (before === '' && hasOnlyAsides(item, behind, goal)))

/** "73 w/ 2 temps out": what else is counted behind it is something else, and no part of it. */
function hasOnlyAsides(item: ValueItem, behind: string, goal: ReplyGoal): boolean {
  if (!runsOn.test(behind) || isFarFrom(item, goal)) return false
  const [noun = ''] = goal.unit.kind === 'count' ? [goal.unit.noun?.toLowerCase()] : []
  return [...behind.toLowerCase().matchAll(/\d[\d.,]*(%?) ?(\p{Script=Latin}*)/gu)].every(
    ([, percent, word = '']) =>
      percent === '' &&
      word.length > 2 &&
      !amongAll.test(word) &&
      !goal.title.toLowerCase().includes(word.slice(0, 4)) &&
      !(noun !== '' && word.startsWith(noun.slice(0, 4))),
  )
}
const amongAll =
  /^(?:more|new|other|others|another|left|less|fewer|extra|instead|total|overall|now|today|yesterday|last|this|next|pending|still|added|lost|and|out|over|under|from|was|were|who|that|which|came|did)$/

/** It must lie so near the last value that nothing else can be meant. */
export const isFarFrom = ({ amount, mode }: ValueItem, goal: ReplyGoal) =>
  mode === 'delta' || amount.value < lastOf(goal) * 0.5 || isLargeJump(amount.value, goal)

export const isClouded = (words: string) => negates.test(words) || isLoss(words) || vague.test(words)

/** A number without a word like "now" counts what the goal counts, and not what happened today. */
function isWholeCount(item: ValueItem, before: string, behind: string, goal: ReplyGoal): boolean {
  const addsUp = goal.kind === 'cumulative' || goal.kind === 'cadence'
  const { hasUnit, amount } = item
  // "11 poured", 47個報名: all there are, where so many cannot have come on top.
  if (isTotalOnly(amount.value, goal))
    return (
      !cancels.test(behind) && (happenedTo.test(behind) || runsOn.test(behind) || isOwnDoing(behind, goal))
    )
  if (addsUp && (happens.test(before) || /^(?:today|tonight|今天)/i.test(behind))) return false
  return hasUnit || /^(?:$|[^\p{L}])/u.test(behind) || runsOn.test(behind) || isOwn(behind, goal)
}

const happenedTo =
  /^(?:$|[^\p{L}]|(?:now|today|so far|in|up|down|for|at|on|as|and|after|with|thanks|by|here|already|again|this|rn|yay|total)(?![\p{L}]))/iu

/** "18 of 24 students passed" of a pass rate; whatever else they did is no pass. */
function sharesWord(behind: string, goal: ReplyGoal): boolean {
  if (negates.test(behind) || isLoss(behind) || opposite.test(behind)) return false
  const own = goal.title.toLowerCase().match(/[\p{Script=Latin}]{4,}|\p{Script=Han}{1,2}/gu) ?? []
  const said = behind.toLowerCase()
  return behind === '' || own.some((word) => said.includes(word))
}
const opposite = /\b(?:fail\w*|miss\w*|late|left|reject\w*|declin\w*|dropp\w*|drop|open|pending|waiting)\b/i

/** "25 late ones" of late invoices. */
const isOwn = (behind: string, { title }: ReplyGoal) =>
  /^[a-z ]{3,40}$/i.test(behind) &&
  behind
    .toLowerCase()
    .split(' ')
    .every((word) => plainNouns.has(word) || (word.length > 2 && title.toLowerCase().includes(word)))
const plainNouns = new Set([
  'ones',
  'one',
  'of',
  'them',
  'people',
  'in',
  'all',
  'total',
  'the',
  'so',
  'far',
  'now',
])

const negates =
  /\b(?:not?|none|never|without|except|besides|minus|instead|nobody|other|another)\b|n't\b|[沒未不非缺少另]|除了/i
const vague =
  /\b(?:about|around|roughly|maybe|perhaps|probably|nearly|almost|approx\w*|ish|at least|at most|up to|over|under|above|below|than|between|each|every|half|left|remaining|to go|short|missing|out of|or)\b|大概|左右|大約|差不多|估計|好像|快要|將近|至少|最多|剩|還|超過|以上|以下|每/i

/** Something happened so many times: in all, or this time? */
const happens =
  /\b(?:\p{L}{2,}ed|got|did|ran|won|sold|made|sent|met|wrote|taught|held|gave|took|built|had|paid|read|saw|brought)\b/iu

/** Little words behind a number: what follows is another thought. */
const runsOn =
  /^(?:now|today|tonight|right|so|this|these|that|for|at|in|on|as|and|after|with|within|thanks|thx|ty|cheers|by|here|there|already|again|just|only|when|while|where|which|who|because|cuz|cos|coz|bc|yay|woo|fyi|btw|fwiw|tbh|ngl|imo|lol|haha|omg|ugh|phew|oof|overall|total|altogether|across|according|per|from|via|during|despite|thru|through|till?|although|tho|though|even|finally|mostly|mainly|sadly|luckily|thankfully|surprisingly|unfortunately|joined|w\/|w|n|hooray|hurray|woohoo|woot|strong|eod|yest|i|i'm|i've|we|we're|we've|they|they're|he|he's|she|she's|it|it's|my|our|his|her|their|the|everyone|everybody|folks|guys|boss|team|rn|atm|ok|okay|yes|yeah|nice|great|good|pretty)(?!\p{L})|^(?:了|目前|現在|今[天早晚]|早上|下午|晚上|剛|這|本)/iu
