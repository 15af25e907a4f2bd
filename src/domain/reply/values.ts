import { sticky } from '../amount/number.ts'
import { type Scanned, scanAmount } from '../amount/scan.ts'
import type { Unit } from '../goal.ts'
import { closingAt, gluedAmount, nounAt, openAmount, openBehind } from './closings.ts'
import { type Opening, openingAt } from './openings.ts'
import { pairAt } from './pairs.ts'
import type { ReplyGoal, ValueItem } from './types.ts'

export interface TakenValue {
  readonly item: ValueItem
  readonly end: number
}

/** The number that is said at `at`, with the words that belong to it. */
export function takeValue(text: string, at: number, goal: ReplyGoal): TakenValue | undefined {
  const opening = openingAt(text, at)
  const pair = opening.mode === 'delta' ? undefined : pairAt(text, opening.end)
  const amount =
    pair?.amount ??
    scanAmount(text, opening.end) ??
    openAmount(text, opening.end) ??
    gluedAmount(text, opening.end, goal)
  if (amount === undefined || isTwice(amount, opening)) return undefined
  const points = pointsAt(text, amount, goal.unit)
  const open = openBehind(text, amount.end)
  const counted = open ?? amount.end
  const noun = points ?? nounAt(text, counted, amount, goal)
  const mode = pair?.mode ?? opening.mode ?? modeOf(amount)
  const closing = closingAt(text, noun, { mode, isThisWeek: opening.isThisWeek, value: amount.value }, goal)
  const isLone = closing.mode === 'bare' && noun === amount.end
  if (isWord(text, opening.end, closing.end) || (isLone && isProse(text, opening.end, amount.end)))
    return undefined
  return {
    item: {
      kind: 'value',
      mode: closing.mode,
      amount: inPoints(opening.isDown ? negated(amount) : amount, points),
      beside: pair?.beside,
      hasUnit: [amount.unit !== undefined, noun > amount.end, closing.hasNoun].includes(true),
      counter: counterOf(text.slice(counted, noun)),
      towards: opening.towards,
      clue: clueOf(text.slice(at, opening.end), text.slice(noun, closing.end)),
      isUncertain: [opening.isUncertain, open !== undefined, closing.isUncertain].includes(true),
    },
    end: closing.end,
  }
}

const counterOf = (noun: string) => /^ ?(\p{Script=Han})$/u.exec(noun)?.[1]

/** What stands before the number, or else behind it. */
const clueOf = (before: string, behind: string) =>
  [before, behind]
    .map((words) => words.replace(/^[\s:=]+|[\s:=]+$/g, ''))
    .find((words) => /\p{L}/u.test(words))

const modeOf = ({ sign }: Scanned) => (sign === undefined ? 'bare' : 'delta')

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
      ? sticky(/ ?(?:points?|pts?|pp)(?![\p{L}\p{N}])|個?點/iuy, text, amount.end)
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
