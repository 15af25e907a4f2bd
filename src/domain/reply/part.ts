import { sticky } from '../amount/number.ts'
import { inMinutes } from '../amount.ts'
import { blursEnd, blursNumber, isMood, isSinceLong, isUnfinished, looksAhead } from './doubt.ts'
import { isTakenBack, type Taken, takeDelivered, takePhrase, takeSeparator } from './phrases.ts'
import type { Item, ReplyGoal, ValueItem, ValueMode } from './types.ts'
import { takeValue } from './values.ts'

export interface ReadItem {
  readonly item: Item
  /** Something beside it may change what it means: it is asked back, never stored. */
  readonly isDoubtful: boolean
}

/** What was said about one goal. */
export interface ReadPart {
  readonly items: readonly ReadItem[]
  readonly note: string | undefined
  /** The number in it is one to come. */
  readonly isForecast: boolean
}

/** More clauses than anyone writes about one goal: whatever the rest says, nothing of it is sure. */
const MOST_CLAUSES = 40

/** Reads one part as said about `goal`. No items: nothing in it is an answer. */
export function readPart(typed: string, goal: ReplyGoal): ReadPart {
  const text = inMinutes(typed, goal.unit)
  const state: Reading = { text, goal, items: [], notes: [], hasChatterFirst: false }
  const opening = openingEnd(text)
  const progress = progressAt(text, opening)
  const end = readClauses(state, progress ?? opening)
  const read = judged(state)
  // "Progress 40%" of a rate may be the rate, or the share of the way.
  const isShare = progress !== undefined && goal.unit.kind === 'percent'
  const isSure = end >= text.length && !isShare
  return isSure ? read : { ...read, items: read.items.map((one) => ({ ...one, isDoubtful: true })) }
}

/** Answers how far it came. */
function readClauses(state: Reading, from: number): number {
  const { text } = state
  let at = from
  let isSeparated = true
  for (let clause = 0; clause < MOST_CLAUSES && at < text.length; clause += 1) {
    const separator = takeSeparator(text, oneStep(state, at, isSeparated))
    isSeparated = separator.isStrong
    at = separator.end
  }
  return at
}

interface Reading {
  readonly text: string
  readonly goal: ReplyGoal
  readonly items: { item: Item; isDoubtful: boolean; touchesNext: boolean }[]
  readonly notes: { from: number; to: number }[]
  hasChatterFirst: boolean
}

/** Takes an item or a piece of note at `at`; answers where it ends, which is always further on. */
function oneStep(state: Reading, at: number, isSeparated: boolean): number {
  const { text, goal, items } = state
  const found = takeItem(text, at, goal)
  const previous = items.at(-1)
  const taken = previous !== undefined && found !== undefined && isInNote(text, found) ? undefined : found
  const mayFollow =
    isSeparated || (previous !== undefined && taken !== undefined && mayTouch(previous.item, taken.item))
  if (taken !== undefined && mayFollow && taken.end > at) {
    if (previous !== undefined) previous.touchesNext = !isSeparated
    items.push({ item: taken.item, isDoubtful: false, touchesNext: false })
    return taken.end
  }
  const end = noteEnd(text, at)
  if (isSeparated || opensNote(text, at, previous?.item)) addNote(state, at, end)
  else blurLast(state)
  return end
}

const opensNote = (text: string, at: number, previous: Item | undefined) =>
  previous !== undefined &&
  (opensReason(text, at) || opensWhence(text, at, previous) || opensChinese(text, at))

/** Chinese parts a note off with a blank: `12 信義區那間終於點頭了`. */
const opensChinese = (text: string, at: number) =>
  text[at - 1] === ' ' && /^\p{Script=Han}{3}/u.test(text.slice(at))

/** "Another 2,500 from Acme": of a change it only says whence. */
const opensWhence = (text: string, at: number, item: Item) =>
  item.kind === 'value' &&
  item.mode === 'delta' &&
  sticky(/(?:from|via|through|at|with|by) (?=\p{L})/iuy, text, at) !== undefined

/** "13 because of the holidays": a reason needs no comma. */
const opensReason = (text: string, at: number) =>
  sticky(
    /(?:because|since|after|following|during|due to|thanks to|mostly|mainly|despite|although|even though|though|which|incl\.?|including|up from|down from|was|vs\.?|versus)(?= )|因為|由於|主要|其中|雖然|上週是|原本/iuy,
    text,
    at,
  ) !== undefined

function takeItem(text: string, at: number, goal: ReplyGoal): Taken | undefined {
  const deliverable = goal.kind === 'milestone' ? takeDelivered(text, at) : undefined
  if (deliverable !== undefined) return deliverable
  const phrase = takePhrase(text, at)
  // "Finished two more" is a number; "done" alone is an end.
  if (phrase !== undefined && phrase.item.kind !== 'done') return phrase
  const value = takeValue(text, at, goal)
  return phrase !== undefined && (value === undefined || value.end <= phrase.end) ? phrase : (value ?? phrase)
}

const inNotes: readonly ValueMode[] = ['bare', 'delta', 'event']

/** "14, two of them large": a number that a sentence runs on from is part of a note. */
function isInNote(text: string, { item, end }: Taken): boolean {
  if (item.kind !== 'value' || end === text.length || !inNotes.includes(item.mode)) return false
  return !takeSeparator(text, end).isStrong && takePhrase(text, end + 1) === undefined
}

/** Only these pairs are clear without a comma: "on track 14", "14 on track", "14 blocked by legal". */
function mayTouch(before: Item, after: Item): boolean {
  if (after.kind === 'blocked') return before.kind === 'value' || before.kind === 'status'
  if (before.kind === 'confidence' || after.kind === 'confidence') return true
  const kinds = `${before.kind} ${after.kind}`
  if (kinds === 'status status') return true
  if (kinds === 'no-change value' || kinds === 'done done') return true
  if (kinds === 'value value')
    return (before as ValueItem).mode === 'event' && (after as ValueItem).mode === 'total'
  return kinds === 'status value' || kinds === 'value status'
}

/** To the end of the clause. */
function noteEnd(text: string, at: number): number {
  const found = text.slice(at + 1).search(/,(?!\d{3}(?!\d))|[;!\n()]|\.(?:\s|$)|\s--?\s/)
  const end = found === -1 ? text.length : at + 1 + found
  // Chinese parts clauses with a blank: 但有點趕 黃燈.
  const blank = [...text.slice(at + 1, end).matchAll(/ (?=\p{Script=Han})/gu)].find(
    ({ index }) => takePhrase(text, at + 2 + index) !== undefined,
  )
  return blank === undefined ? end : at + 1 + blank.index
}

function addNote(state: Reading, from: number, to: number): void {
  const { notes, items } = state
  if (items.length === 0) state.hasChatterFirst = true
  const last = notes.at(-1)
  const between = last === undefined ? '' : state.text.slice(last.to, from)
  if (last !== undefined && !/[\p{L}\p{N}]/u.test(between)) last.to = to
  else notes.push({ from, to })
}

/** Words right behind an answer belong to it, in a way that is not understood. */
function blurLast(state: Reading): void {
  let index = state.items.length - 1
  for (; index >= 0; index -= 1) {
    const item = state.items[index]
    if (item === undefined) break
    item.isDoubtful = true
    if (state.items[index - 1]?.touchesNext !== true) break
  }
}

const greeting =
  /(?:(?:hi|hey|hello|good morning|morning|ok|okay|yes|yep|sure|thanks|thank you|update|嗨|早安?|你好|您好|好的?|更新|回報)(?: (?:there|team|all|goalpost))?[\s,:!.]+)?/iy

/** "As of 12/10 it's 34", 今天10/3，19份: the day it is told for. */
const dateFirst =
  /(?:(?:as of|for|on) )?\d{4}-\d{2}-\d{2}(?:[:,] ?| )(?=\S)|(?:as of|today,?) \d{1,2}\/\d{1,2}(?:[:,] ?| )(?=\S)|(?:今天|今日|截至|到) ?\d{1,2}[/月]\d{1,2}[日號]?(?:止|為止)?[:, ] ?(?=\S)/iuy

function openingEnd(text: string): number {
  greeting.lastIndex = 0
  const greeted = greeting.exec(text)?.[0].length ?? 0
  const dated = greeted + (sticky(dateFirst, text, greeted)?.[0].length ?? 0)
  const { end } = takeSeparator(text, dated)
  // "- 5" is five in a list, or minus five.
  return text.slice(0, end).includes('- ') ? 0 : end
}

function progressAt(text: string, at: number): number | undefined {
  const found = sticky(/(?:progress|進度)(?:是|:| is| at)? ?(?=\d|百分|[一二三四五六七八九]成)/iuy, text, at)
  return found === undefined ? undefined : at + found[0].length
}

function judged({ text, items, notes, hasChatterFirst }: Reading): ReadPart {
  const words = notes
    .map(({ from, to }) => text.slice(from, to).trim())
    .filter((piece) => /[\p{L}\p{N}\uE000-\uF8FF]/u.test(piece))
  const note = words.length === 0 ? undefined : words.join(', ')
  const [first] = words
  const isChatty = hasChatterFirst && first !== undefined && !isMood(first)
  const isBlurred = words.some(blursNumber) || isChatty
  const isOld = words.some(isSinceLong)
  const isHalfDone = words.some(isUnfinished)
  const isExcepted = words.some(
    (piece) => /\d/.test(piece) && /\b(?:except|but|apart)\b|除了|但/i.test(piece),
  )
  const isEndBlurred = words.some(blursEnd) || isChatty
  const isForecast = isChatty && looksAhead(text)
  return {
    note,
    isForecast,
    items: items.map(({ item, isDoubtful }) => ({
      item,
      isDoubtful:
        isDoubtful ||
        isForecast ||
        (isOld && item.kind === 'value' && item.mode === 'delta') ||
        isDoubtfulIn(item, {
          isBlurred: isBlurred || (isExcepted && item.kind === 'no-change'),
          isHalfDone,
          isChatty,
          isEndBlurred,
        }),
    })),
  }
}

function isDoubtfulIn(
  item: Item,
  around: {
    readonly isBlurred: boolean
    readonly isHalfDone: boolean
    readonly isChatty: boolean
    readonly isEndBlurred: boolean
  },
): boolean {
  if (around.isChatty && item.kind !== 'blocked') return true
  switch (item.kind) {
    case 'value':
    case 'no-change':
    case 'nothing-new':
      return around.isBlurred
    case 'done':
      return around.isEndBlurred || around.isHalfDone
    case 'blocked':
      return isTakenBack(item.reason)
    case 'status':
    case 'unblocked':
    case 'confidence':
      return false
  }
}
