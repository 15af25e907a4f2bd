import type { Direction, GoalKind } from '../goal.ts'
import { isFinishing, isVagueGoal } from '../smart/goal-text.ts'
import type { UnitSaid } from '../unit.ts'
import type { FoundAmount } from './amounts.ts'
import type { Clauses } from './clauses.ts'
import { nounBehind } from './metric.ts'
import type { Numbers } from './numbers.ts'
import {
  directionSaid,
  isAddition,
  isEvent,
  isLessBetter,
  isMaintained,
  isPlainVerb,
  openingOf,
} from './verbs.ts'

/** A sentence taken apart, for judging what kind of goal it is. */
export interface Read {
  readonly lower: string
  readonly numbers: Numbers
  readonly amounts: readonly FoundAmount[]
  readonly clauses: Clauses
  readonly metric: string | undefined
  readonly said: UnitSaid | undefined
}

export interface Shape {
  readonly kind: GoalKind
  readonly direction: Direction
  /** Of a goal that keeps inside a bound. */
  readonly bound: 'low' | 'high' | undefined
}

export function shapeOf(read: Read): Shape {
  const { lower, numbers, metric } = read
  if (numbers.kind === 'none')
    return { kind: withoutNumber(read), direction: directionSaid(lower) ?? 'up', bound: undefined }
  const isKept = isMaintained(lower) && (numbers.kind === 'absolute' || numbers.kind === 'between')
  if (isKept) {
    const bound =
      numbers.kind === 'absolute'
        ? (numbers.bound ?? (isLessBetter(metric ?? '') ? 'high' : 'low'))
        : undefined
    return { kind: 'maintain', direction: 'keep', bound }
  }
  return { kind: kindOf(read), direction: directionOf(read), bound: undefined }
}

/** Done or not done, or a wish without its number. */
function withoutNumber({ lower, clauses, metric }: Read): GoalKind {
  if (isMaintained(lower)) return 'maintain'
  if (clauses.every !== undefined) return 'cadence'
  const isDone = metric !== undefined && openingOf(lower.trim()) !== '' && directionSaid(lower) === undefined
  if (isDone && !isVagueGoal(lower)) return 'milestone'
  return isFinishing(lower) || arrives.test(lower) ? 'milestone' : 'reach'
}

/** What is there or not there on its day. */
const arrives =
  /\b(?:out the door|go(?:es)? live|up and running|opens?|moved? in|handed (?:in|over))\b|開幕|開店|開張|搬遷|搬家|上架|交屋|驗收|完工|啟用|結案|交件/

function kindOf(read: Read): GoalKind {
  const { numbers, clauses, said } = read
  const isPlain = numbers.kind === 'absolute' && numbers.bound !== 'high'
  if (clauses.every !== undefined && isPlain && said?.kind !== 'percent') return 'cadence'
  const isCounted = said === undefined || said.kind === 'currency' || said.kind === 'time'
  if (!isCounted) return 'reach'
  return isAdded(read) || isMore(read) ? 'cumulative' : 'reach'
}

/** "Close 15 deals", "50 demos", 簽 5 份: each one counts; "get the score to 15" names a state. */
function isAdded({ lower, numbers, amounts, said }: Read): boolean {
  if (numbers.kind !== 'absolute' || numbers.bound === 'high') return false
  const isCollected = /\p{Script=Han}[到滿]\s*(?:約|大約)?[\uF800-\uF84F]/u.test(lower)
  if (numbers.isReached && !/\b(?:of|be)\b/.test(lower) && !isCollected) return false
  const opening = beforeNumber(lower)
  const isNew = isPlainVerb(opening) && directionSaid(opening) === undefined && said === undefined
  return isEvent(opening) || isNew || opensWithNumber(lower, amounts)
}

const opensWithNumber = (lower: string, amounts: readonly FoundAmount[]) =>
  openingOf(lower.trim()) === '' && amounts[0]?.from === lower.length - lower.trimStart().length

/** "Hire 3 more" */
function isMore({ lower, numbers, amounts }: Read): boolean {
  if (numbers.kind !== 'change' || amounts[numbers.by]?.unit?.kind === 'percent') return false
  return isAddition(beforeNumber(lower)) && nounBehind(lower, numbers.by) !== 'points'
}

/** The verb with what leads to the first number. */
function beforeNumber(lower: string): string {
  const at = lower.search(/[\uF800-\uF84F]/u)
  const before = at === -1 ? lower : lower.slice(0, at)
  return before
    .trim()
    .replace(
      /^(?:(?:i|we)(?:'d)? (?:want|need|plan|aim|hope|like|will|should) (?:to )?|(?:my|our) goal(?: is|:)? (?:to )?|goal:? |to |please |let's )+/u,
      '',
    )
}

function directionOf(read: Read): Direction {
  const { lower, numbers } = read
  if (isContrary(read)) return directionSaid(lower) ?? 'up'
  return fromNumbers(read) ?? directionSaid(lower) ?? (isMeantDown(read, numbers) ? 'down' : 'up')
}

/** What the numbers themselves say. */
function fromNumbers({ numbers, amounts }: Read): Direction | undefined {
  if (numbers.kind === 'from-to') {
    const [from = 0, to = 0] = [numbers.from, numbers.to].map((index) => amounts[index]?.value)
    return from === to ? undefined : to < from ? 'down' : 'up'
  }
  if (numbers.kind === 'change') return wayOf(numbers, amounts)
  return numbers.kind === 'factor' && numbers.percent < 0 ? 'down' : undefined
}

function wayOf(
  { by, isDown }: Extract<Numbers, { kind: 'change' }>,
  amounts: readonly FoundAmount[],
): Direction | undefined {
  if (amounts[by]?.sign === '-') return 'down'
  return isDown === undefined ? undefined : isDown ? 'down' : 'up'
}

/** "Page load under 2 seconds", and whatever is better when it is less. */
function isMeantDown({ lower, metric }: Read, numbers: Numbers): boolean {
  if (numbers.kind !== 'absolute' || numbers.bound === 'low') return false
  return numbers.bound === 'high' || (isLessBetter(metric ?? '') && !isEvent(beforeNumber(lower)))
}

/** "Cut defects from 2 % to 5 %" */
export const isContrary = (read: Read) => {
  const said = directionSaid(read.lower)
  const is = fromNumbers(read)
  return read.numbers.kind === 'from-to' && said !== undefined && is !== undefined && said !== is
}
