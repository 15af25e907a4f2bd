import { blursNumber, isAboutAnotherTime, isLoss, isSinceLong, looksAhead, takesBack } from './doubt.ts'
import { isTakenBack } from './phrases.ts'
import { isLargeJump, isTotalOnly, lastOf } from './plausible.ts'
import type { ReplyGoal, ValueItem } from './types.ts'
import { takeValue } from './values.ts'

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
  return told.length > 2 ? undefined : onlyValue(told, goal)
}

function onlyValue([only, other]: readonly string[], goal: ReplyGoal): ValueItem | undefined {
  if (only === undefined) return undefined
  return other === undefined
    ? toldIn(only.trim(), goal)
    : (agreed(only, other, goal) ?? besides(only, other, goal))
}

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
  /\b(?:pending|waiting|to come|coming|lined up|scheduled|in progress|in the pipeline|in the works|planned|promised|due)\b|待|排定|約好|談.?中|進行中/i.test(
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

/** Whether every number in it names something: "the machine on the 4th floor". */
export const hasOnlyLabels = (text: string) => /\d/.test(text) && !/\d/.test(withoutLabels(text))

export const withoutLabels = (text: string) => text.replace(labels, ' ')

/** Numbers that name something: a room, a day, a time, a version. */
const labels =
  /\b(?:rooms?|rm|floors?|units?|suite|tables?|gates?|bays?|wards?|tickets?|issues?|pr|cases?|orders?|invoices?|ref|version|pages?|sections?|chapters?|phase|step|grade|year|class|line|route|building|bldg|block|apt|station|lot|no\.|weeks?|wk|day|q) ?#?\d{1,6}\b|\bv\d+(?:\.\d+)*\b|\b(?:reviewer|person|part|round|sprint|batch|group|team|cohort|stage|level|item|week) \d{1,3}\b|#\d+\b|\bp(?:50|75|90|95|99)\b|\b\d{1,3}(?:st|nd|rd|th)\b|(?:as of|on|since|until|by|to) \d{1,2}\/\d{1,2}\b|(?:改|延|延後|改期)[到至] ?\d{1,2}\/\d{1,2}|\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b|\b\d{1,2}:\d\d\b|(?:19|20)\d\d年|\d{1,2}月\d{1,2}[日號]|第 ?\d+[間號週周期次批梯頁版]|\d+號(?!碼)|\d+ ?[點樓]/giu

function toldIn(clause: string, goal: ReplyGoal): ValueItem | undefined {
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
const isFarFrom = ({ amount, mode }: ValueItem, goal: ReplyGoal) =>
  mode === 'delta' || amount.value < lastOf(goal) * 0.5 || isLargeJump(amount.value, goal)

const isClouded = (words: string) => negates.test(words) || isLoss(words) || vague.test(words)

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

/** "11 poured" of slabs to pour: only the title's own verb, or one that ends anything. "28 invited" did not come. */
function isOwnDoing(behind: string, { title }: ReplyGoal): boolean {
  const [word = ''] = /^\p{Script=Latin}+/u.exec(behind.toLowerCase()) ?? []
  if (word !== '') {
    const stem = irregular[word] ?? (/[^aeiou]e?d$/.test(word) ? word.slice(0, stemLength(word)) : undefined)
    return ended.test(word) || (stem !== undefined && title.toLowerCase().includes(stem))
  }
  const said = /^\p{Script=Han}{1,6}(?!\p{Script=Han})/u.exec(behind)?.[0]
  if (said === undefined) return false
  const own = said.replace(/[了完好成到過啦囉喔都已經]|報名|入帳|進帳|進來|搞定|達成|收到|確認/g, '')
  return own === '' || [...own].some((letter) => title.includes(letter))
}
const stemLength = (word: string) => Math.min(5, Math.max(3, word.length - 3))
const ended =
  /^(?:signed|joined|enroll?ed|registered|confirmed|completed|finished|done|closed|delivered|received|counted|logged|recorded|reached|achieved)$/
const irregular: Readonly<Record<string, string>> = {
  sold: 'sell',
  sent: 'send',
  made: 'make',
  built: 'build',
  paid: 'pay',
  met: 'meet',
  run: 'run',
  written: 'writ',
  taught: 'teach',
  held: 'hold',
  won: 'win',
  read: 'read',
  shot: 'shoot',
  drawn: 'draw',
  grown: 'grow',
  given: 'giv',
  fixed: 'fix',
}

const cancels =
  /\b(?:cancel\w*|reject\w*|lost|fail\w*|declin\w*|refus\w*|return\w*|drop\w*|delay\w*|miss\w*|postpon\w*|expir\w*|need\w*|bad|broke\w*|behind|ahead|short|sick|late|quit|resign\w*|complain\w*|left|end|hundred|and)\b|[退拒消流失沒未等剩還缺敗不延錯壞死掉差病辭]/i

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

/** The words before the number, behind the last "and", "so" or "it's", say nothing but that it is the goal's. */
function leadsTo(before: string, { title, unit, kind }: ReplyGoal, hasUnit: boolean): boolean {
  const own = `${title} ${unit.kind === 'count' ? (unit.noun ?? '') : ''}`.toLowerCase()
  const words =
    before
      .toLowerCase()
      .split(/\b(?:and|so|then|that)\b|[:"]/)
      .at(-1)
      ?.trim() ?? ''
  const latin = words.match(/[\p{Script=Latin}']+/gu) ?? []
  const han = words.replace(leadingChinese, '').match(/\p{Script=Han}/gu) ?? []
  if (reported.test(words)) return true
  // 下午驗收完是35片
  if (/(?:是|總共|累計|來到)$/.test(words) && latin.length === 0) return true
  if (kind === 'cadence' && hasUnit && latin.length === 0 && han.length <= 4 && !cancels.test(words))
    return true
  return (
    latin.every((word) => leading.has(word) || own.includes(word.replace(/s$/, ''))) &&
    han.every((letter) => own.includes(letter))
  )
}

/** "The sheet says", "Maria counted": where the number comes from. */
const reported =
  /^(?:(?:the|our|my) )?(?:(?:spread)?sheet|dashboard|system|crm|erp|report|finance|accounting|accounts|register|till|counter|tracker|app|site|website|log|logbook|board|list|tool|stats|analytics|excel|jira|db|database|sensor|meter|scale|portal|ledger|books|invoice system) (?:says?|shows?|reads?|has|reports?|counts|confirms?)(?: (?:us |it )?at)?$|^(?:just |we |i |\p{L}+ )?(?:counted|recounted|confirmed|tallied)$/iu

const leading = new Set(
  "i i'm we we're it it's is are was the a our my at now just only already currently sitting standing stand sit sits stands reads says shows showing read hit hits reached have has there there's here total count number figure score value update latest reading measured counted logged averaged averaging got to came comes in this week month morning up for ended closing ok okay so yes yep hi hey well still officially finally today's week's".split(
    ' ',
  ),
)
const leadingChinese =
  /目前|現在|今天|剛剛?|(?:盤點|統計|結算|[算點數對])(?:完|了)?帳?|系統|報表上?|表單上?|表格|試算表|後台|資料庫|看板|(?:上面)?顯示|統計|結算|本[週周月季]|這[週周個月季]|上午|下午|早上|截至|為止|到了?|累計|總共|一共|共|是|為|有|在|來到|達到?|做到|數字|數量|總數|最新|更新|回報|剛好|已經?|我們?|了|的|一下|報告|主管|大家好?/g
