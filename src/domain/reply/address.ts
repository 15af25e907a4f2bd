import { sticky } from '../amount/number.ts'
import { goalsCalled, type NamedGoal, type NameMatch } from './names.ts'
import { takePhrase } from './phrases.ts'
import type { ReplyGoal } from './types.ts'
import { takeValue } from './values.ts'

/** Whom a part is about, as far as its beginning says. */
export type Address =
  | { readonly kind: 'goal'; readonly goal: ReplyGoal }
  /** Named by words; a number without a unit needs a full name. */
  | { readonly kind: 'named'; readonly matches: readonly NameMatch[] }
  /** A number or mark that belongs to none of these goals. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'all' }
  | { readonly kind: 'nobody' }

export interface Addressed {
  readonly to: Address
  readonly end: number
}

const everyone =
  /(?:all(?: goals| of them)?|both(?: of them)?|everything|全部都?|[兩三四五]個?(?:目標)?都|兩邊都|都)(?:[:,] ?| |(?=[沒不維持一正順落有完已卡]))(?:is |are )?/iuy
const reference = /(?:goal )?g-?(\d{1,9})(?![\p{L}\p{N}.])[ :,]*(?:- )?(?:is |are )?/iuy
const mark = /\(?(\d{1,3})\)[ :.,]*(?:- )?|#?(\d{1,3})(?:\.(?=\s)|:(?!\d)|:(?=\d[^:]*%)) */y

/** Reads `1)`, `1:`, `G-12`, "all" or a name at `at`. */
export function addressAt(text: string, at: number, known: readonly NamedGoal[]): Addressed {
  const number = sticky(reference, text, at)
  if (number !== undefined) {
    const goal = known.find((one) => one.goal.number === Number(number[1]))?.goal
    return {
      to: goal === undefined ? { kind: 'unknown' } : { kind: 'goal', goal },
      end: at + number[0].length,
    }
  }
  const marked = markAt(text, at, known) ?? ordinalAt(text, at, known)
  if (marked !== undefined) return marked
  const all = sticky(everyone, text, at)
  if (all !== undefined && known.length > 1) return { to: { kind: 'all' }, end: at + all[0].length }
  return nameAt(text, at, known) ?? { to: { kind: 'nobody' }, end: at }
}

const ordinal =
  /第([一二三四五六七八九])[個項](?:目標)?[:, ]?(?:是)? ?|(?:the )?(first|second|third|fourth|fifth)(?: one| goal)?[:,]? (?:is |at )?/iuy
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']

/** "First 251, second 22" */
function ordinalAt(text: string, at: number, known: readonly NamedGoal[]): Addressed | undefined {
  const found = known.length > 1 ? sticky(ordinal, text, at) : undefined
  if (found === undefined || at + found[0].length >= text.length) return undefined
  const position =
    found[1] === undefined
      ? ordinals.indexOf((found[2] ?? '').toLowerCase()) + 1
      : '一二三四五六七八九'.indexOf(found[1]) + 1
  const goal = known.find((one) => one.goal.position === position)?.goal
  return goal === undefined ? undefined : { to: { kind: 'goal', goal }, end: at + found[0].length }
}

/** A mark that is followed by nothing is a number: "14." */
export function markAt(text: string, at: number, known: readonly NamedGoal[]): Addressed | undefined {
  const found = sticky(mark, text, at)
  if (found === undefined || at + found[0].length >= text.length) return undefined
  const position = Number(found[1] ?? found[2])
  const goal = known.find((one) => one.goal.position === position)?.goal
  // "1: 30" of a goal in hours is half past one.
  const isClock = goal?.unit.kind === 'time' && /^\d{1,2}: ?[0-5]\d(?!\d|%)/.test(text.slice(at, at + 8))
  // "14. Blocked by legal" of the only goal is a number and a sentence.
  if (goal === undefined && known.length === 1 && /^\d+\. /.test(found[0])) return undefined
  if (goal === undefined || isClock) return { to: { kind: 'unknown' }, end: at + found[0].length }
  return { to: { kind: 'goal', goal }, end: at + found[0].length }
}

const MOST_WORDS = 8

/** The longest beginning that names a goal and is followed by something to be read. */
function nameAt(text: string, at: number, known: readonly NamedGoal[]): Addressed | undefined {
  for (const end of [...nameEnds(text, at)].reverse()) {
    const matches = goalsCalled(text.slice(at, end), known)
    if (matches.length === 0) continue
    const from =
      end +
      (sticky(/\s*(?:[:=]|-(?=\s))?\s*(?:(?:is|are|=)(?=\s)\s*|[是為](?=[\d\s]))?/uy, text, end)?.[0]
        .length ?? 0)
    if (matches.some(({ goal }) => isReadable(text, from, goal)))
      return { to: { kind: 'named', matches }, end: from }
  }
  return undefined
}

function nameEnds(text: string, at: number): readonly number[] {
  const chinese = sticky(/[\p{Script=Han}A-Za-z ]{2,20}/uy, text, at)?.[0]
  if (chinese !== undefined && /\p{Script=Han}/u.test(chinese)) {
    return Array.from({ length: chinese.length - 1 }, (_, index) => at + index + 2)
  }
  const ends: number[] = []
  let end = at
  while (ends.length < MOST_WORDS) {
    const word = sticky(/ ?[\p{L}][\p{L}'&]*(?:-[\p{L}]+)?/uy, text, end)
    if (word === undefined) break
    end += word[0].length
    ends.push(end)
  }
  return ends
}

const isReadable = (text: string, at: number, goal: ReplyGoal) =>
  takePhrase(text, at) !== undefined || takeValue(text, at, goal) !== undefined

/** Where parts of one line begin: at marks after a mark, and at numbers and names after a comma or "and". */
export function partStarts(line: string, known: readonly NamedGoal[]): readonly number[] {
  const isMarked = markAt(line, 0, known) !== undefined
  return [0, ...openPlaces(line).filter((at) => beginsPart(line, at, isMarked, known))]
}

/** Behind a blank or comma, outside brackets; a text with more of them is no list of goals. */
const MOST_PLACES = 120

function openPlaces(line: string): readonly number[] {
  const places: number[] = []
  let depth = 0
  for (let at = 1; at < line.length; at += 1) {
    const before = line[at - 1] ?? ''
    if (before === '(') depth += 1
    if (before === ')' && depth > 0) depth -= 1
    if (depth === 0 && /[\s,!]/.test(before) && !/[\s,!]/.test(line[at] ?? '')) places.push(at)
  }
  return places.slice(0, MOST_PLACES)
}

function beginsPart(line: string, at: number, isMarked: boolean, known: readonly NamedGoal[]): boolean {
  if (isMarked && /^\(?\d{1,3}[):]/.test(line.slice(at, at + 5)) && markAt(line, at, known) !== undefined)
    return true
  const before = line.slice(Math.max(0, at - 5), at)
  const isAfterComma = /[,!]\s*$/.test(before) || / and $/i.test(before)
  const reference = /^g-?\d/i.test(line.slice(at, at + 3))
  if (!reference && !(isAfterComma && known.length > 1)) return false
  const { to } = addressAt(line, at, known)
  if (reference) return to.kind === 'goal' || (to.kind === 'unknown' && isAfterComma)
  return to.kind === 'named' && to.matches.every(({ isExact }) => isExact)
}
