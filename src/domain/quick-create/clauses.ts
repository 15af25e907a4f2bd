import type { Calendar } from '../due/calendar.ts'
import { type DuePhrase, findDuePhrases } from '../due.ts'
import { cadence } from '../smart/words.ts'

/** Takes a sentence apart: when, how often, by doing what, why; what is left says what and how much. */

export interface Clauses {
  /** As long as the sentence, blanks where clauses were taken out. */
  readonly rest: string
  readonly due: DuePhrase | undefined
  readonly every: 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined
  readonly lever: string | undefined
  readonly why: string | undefined
}

/** `text` is normalised and keeps its capitals. */
export function clausesOf(text: string, calendar: Calendar): Clauses {
  const reason = reasonIn(text)
  const stated = reason === undefined ? text : blanked(text, reason.from, reason.to)
  const phrases = findDuePhrases(stated, calendar).filter((phrase) => !isServiceLevel(stated, phrase))
  const undated = phrases.reduce((left, { from, to }) => blanked(left, from, to), stated)
  const lever = leverIn(undated)
  const isOutside = ({ from }: { readonly from: number }) =>
    lever === undefined || from < lever.from || from >= lever.to
  // "By swapping the Sunday shift" names no deadline where there is another.
  const outside = phrases.filter(isOutside)
  const due = lastDated(outside) ?? lastDated(phrases) ?? outside.at(-1) ?? phrases.at(-1)
  const head = lever === undefined ? undated : blanked(undated, lever.from, lever.to)
  const rhythm = rhythmIn(head)
  return {
    rest:
      rhythm === undefined ? head : blanked(head, rhythm.from, rhythm.to).replace(/(\d) ?x(?=\s|$)/i, '$1  '),
    due,
    every: rhythm?.every,
    lever: lever && tidy(stated.slice(lever.at, lever.to), due, lever.at),
    why: reason && text.slice(reason.at, reason.to).trim(),
  }
}

const lastDated = (phrases: readonly DuePhrase[]) => phrases.findLast(({ due }) => due !== undefined)

interface Piece {
  readonly from: number
  /** Where its own words begin, behind `by` or 透過. */
  readonly at: number
  readonly to: number
}

export const blanked = (text: string, from: number, to: number) =>
  `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`

/** A deadline within a lever ("by calling daily until June") is no part of it. */
function tidy(lever: string, due: DuePhrase | undefined, at: number): string {
  const isInside = due !== undefined && due.from >= at && due.to <= at + lever.length
  const left = isInside ? lever.slice(0, due.from - at) + lever.slice(due.to - at) : lever
  return left.replace(/\s+/g, ' ').replace(/^[\s,，:：]+|[\s,，.。;；]+$/g, '')
}

const everyNames = ['day', 'week', 'month', 'quarter', 'year'] as const
const adverbs: Readonly<Record<string, (typeof everyNames)[number]>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
  weekday: 'day',
  morning: 'day',
  evening: 'day',
  night: 'day',
}
const chineseNames: readonly (readonly [RegExp, (typeof everyNames)[number]])[] = [
  [/天|日/, 'day'],
  [/週|周|星期|禮拜/, 'week'],
  [/月/, 'month'],
  [/季/, 'quarter'],
  [/年/, 'year'],
]

function rhythmIn(text: string) {
  const found = [...text.toLowerCase().matchAll(cadence)].at(-1) ?? slashed.exec(text.toLowerCase())
  if (found === null) return undefined
  // "monthly revenue" names a metric, "10 posts monthly" a rhythm.
  const from = found.index ?? 0
  const to = from + found[0].length
  const isAdjective =
    /ly$/.test(found[0]) &&
    /^\s+(?!(?:by|until|till|in|for|through|during|this|next|and|via|using|from|starting|to|at|on|over|with)\b)[a-z]/.test(
      text.slice(to).toLowerCase(),
    )
  if (isAdjective) return undefined
  const words = found[0]
  const every =
    everyNames.find((name) => words.includes(name)) ??
    Object.entries(adverbs).find(([adverb]) => words.includes(adverb))?.[1] ??
    chineseNames.find(([name]) => name.test(words))?.[1] ??
    'week'
  return { from, to, every }
}
const slashed = /(?<=\d ?[a-z]{0,12}) ?\/ ?(?:day|week|month|wk|mo|d)\b/

const reasons =
  /(?:,? ?\b(?:so that|so we|so i|in order to|because|to support|in support of|which supports|as part of|for the sake of)\b ?)([^.。\n]+)|(?:,? ?(?:為了|以支持|以便|以達成|好讓|因為|支援))([^,，。\n]+)/iu

function reasonIn(text: string): Piece | undefined {
  const found = reasons.exec(text)
  if (found === null) return undefined
  const words = found[1] ?? found[2] ?? ''
  return {
    from: found.index,
    at: found.index + found[0].length - words.length,
    to: found.index + found[0].length,
  }
}

/** "Answer 95 % within 2 days": how good, not until when. */
function isServiceLevel(text: string, { from, to, kind }: DuePhrase): boolean {
  if (kind !== 'duration') return false
  const phrase = text.slice(from, to).toLowerCase()
  return (
    /^(?:with)?in (?:\d|one|two|three|five|seven) ?(?:working |business )?days?$|[一二兩三五七\d] ?(?:天|日)[內以]/.test(
      phrase,
    ) && /%|percent|成|all|every|所有|每/.test(text.slice(0, from).toLowerCase())
  )
}

/** `by` with anything but an amount or a date, which are read before. */
const notLever =
  '(?!(?:half|a (?:half|third|quarter|fifth|tenth)|one|two|three|at least|about|around|roughly|approximately|another|an? (?:additional|extra|further)|more than|up to|over|no more|the time|then|myself|ourselves|hand)\\b)'
const levers: readonly RegExp[] = [
  new RegExp(`(?:^|[\\s,;(])(?:mainly |mostly |simply |primarily )?by ${notLever}(?=[a-z])`, 'iu'),
  /(?:^|[\s,;(])(?:through|thru|via|using|with the help of|by means of|by way of|thanks to) (?![\d\s]|(?:the )?(?:summer|winter|spring|autumn|fall|season|year|quarter|month|week|holidays?)\b)/iu,
  /(?:作法是|做法是|方法是|方式是|做法:|方法:|透過|藉由|藉著|憑藉|憑|利用|運用|靠著?|用(?=[\p{Script=Han}]{2,}(?:的)?(?:方式|方法|活動|策略))) ?:? ?/u,
]

function leverIn(text: string): Piece | undefined {
  const found = levers.map((lever) => lever.exec(text)).find((one) => one !== null)
  if (found === null || found === undefined) return undefined
  const at = found.index + found[0].length
  const behind = text.slice(at)
  const before = text.slice(0, found.index).trim()
  // At the beginning it ends with its clause; at the end it may hold commas.
  const stop = before.length < 2 ? behind.search(/[,，;；。\n]|\.\s/) : stopBehind(behind)
  return { from: found.index, at, to: stop === -1 ? text.length : at + stop }
}

/** A clause with a number of its own behind the lever belongs to the goal again. */
function stopBehind(behind: string): number {
  const dot = behind.search(/[。\n;；)]|\.\s/)
  const next = /[,，] ?(?=(?:[^,，]{0,12})(?:\d|[一二三四五六七八九十百千萬]{1,4}[%個件份位成萬]))/u.exec(
    behind,
  )
  if (next === null) return dot
  return dot === -1 ? next.index : Math.min(dot, next.index)
}
