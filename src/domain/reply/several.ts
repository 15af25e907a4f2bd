import { HELD } from './clean.ts'
import { saysDelivered } from './delivered.ts'
import { takesBack } from './doubt.ts'
import { judgeValue } from './judge.ts'
import { withoutLabels } from './labels.ts'
import { emptyAnswer, meaningOf } from './meaning.ts'
import { goalsNamedIn, withoutName } from './named-within.ts'
import type { NamedGoal } from './names.ts'
import { isInOwnUnit } from './own-unit.ts'
import { readPart } from './part.ts'
import { takePhrase } from './phrases.ts'
import { restOf } from './rest.ts'
import { valueInSentence } from './sentence.ts'
import type { ReadAnswer, ReplyGoal } from './types.ts'

/**
 * Several goals told loosely: "11 slabs in, 33 snags still open, and we got the crane permit". Each clause is about the goal
 * that it names or whose unit it is in; bare numbers are about the goals that are left, where they fit in one way only.
 * Clauses that are not clear are left for the stricter grammar to ask about; undefined where nothing is.
 */
export function toldOfSeveral(text: string, known: readonly NamedGoal[]): Told | undefined {
  if (text.length > MOST_LETTERS || text.includes('?') || known.length < 2) return undefined
  const clauses = clausesOf(text)
  if (clauses.length > MOST_CLAUSES) return undefined
  const told = clauses.map((clause) => clauseTold(clause, known))
  const sure = told.filter((one) => typeof one === 'object')
  const open = clauses.filter((_, index) => told[index] === 'about-another')
  const unclear = clauses.filter((_, index) => told[index] === 'unclear')
  const rest = unclear.length === 0 ? restTold(open, known, sure) : []
  const answers = [...sure, ...rest]
  const goals = new Set(answers.map((answer) => answer.goal))
  if (sure.length === 0 || goals.size < answers.length) return undefined
  if (open.length > 0 && rest.length === 0) return undefined
  // What names no other goal may be about the same one: "14 deals, no, two fell through".
  const isElse = (clause: string) =>
    !takesBack.test(clause) && goalsNamedIn(clause, known).every(({ goal }) => !goals.has(goal.id))
  return unclear.every((clause) => goalsNamedIn(clause, known).length > 0 && isElse(clause))
    ? { answers, unclear }
    : undefined
}

interface Told {
  readonly answers: readonly ReadAnswer[]
  readonly unclear: readonly string[]
}

/** What a clause says of the goal it names; a note says nothing. */
function clauseTold(
  clause: string,
  known: readonly NamedGoal[],
): ReadAnswer | 'about-another' | 'unclear' | 'note' {
  const named = namedIn(clause, known)
  const [goal] = named
  const isAnswer = isTelling(clause)
  if (goal === undefined) return isAnswer ? 'about-another' : 'note'
  const answer = named.length === 1 ? readFor(clause, goal) : undefined
  return answer ?? (isAnswer || named.length > 1 ? 'unclear' : 'note')
}

/** A bare number is about the one goal that nothing else speaks of; "rest same" about all of them. */
function restTold(
  open: readonly string[],
  known: readonly NamedGoal[],
  told: readonly ReadAnswer[],
): readonly ReadAnswer[] {
  const left = known.filter(({ goal }) => told.every((answer) => answer.goal !== goal.id))
  const [clause] = open
  const same = open.length === 1 && clause !== undefined ? restOf(clause) : undefined
  if (same !== undefined) {
    const all = left.flatMap(({ goal }) => sureOf(same, goal) ?? [])
    return all.length === left.length ? all : []
  }
  const [only] = left
  if (clause === undefined || only === undefined || open.length > 1 || left.length > 1) return []
  const answer = /\d/.test(clause) ? sureOf(clause, only.goal) : undefined
  return answer === undefined ? [] : [answer]
}

const MOST_LETTERS = 240
const MOST_CLAUSES = 8

/** Chinese parts clauses with blanks as well. */
const clausesOf = (text: string): readonly string[] =>
  text
    .replace(new RegExp(`[${HELD}]`, 'gu'), ',')
    .replace(/ ?\([^()\n]{0,80}\)/g, '')
    .split(
      /(?<!\d),|,(?!\d)|[;\n|!]|\.(?=\s|$)|\s\/\s|\s--?\s|\s(?:and|but|&|plus)\s|但是?|不過|(?<=[\p{Script=Han}\d%])\s(?=\p{Script=Han})|(?<=[\p{Script=Han}%\uF8F1-\uF8F4])\s/iu,
    )
    .map((clause) => clause.replace(/^(?:and|but|also)\s/i, '').trim())
    .filter((clause) => clause !== '')
    .reduce<readonly string[]>((clauses, clause) => {
      const before = clauses.at(-1)
      // "172 joints, at risk": a status belongs to what stands before it.
      return before !== undefined && belongs(clause, before)
        ? [...clauses.slice(0, -1), `${before}, ${clause}`]
        : [...clauses, clause]
    }, [])

/** A status behind a number, and what is waited for behind anything. */
function belongs(clause: string, before: string): boolean {
  const phrase = takePhrase(clause, 0)
  if (phrase?.end !== clause.length) return false
  return phrase.item.kind === 'status'
    ? /\d/.test(before)
    : phrase.item.kind === 'blocked' && /^(?:還|仍|目前|現在)?在?等/.test(clause)
}

/** By its words; where they fit several, by the unit. */
function namedIn(clause: string, known: readonly NamedGoal[]): readonly NamedGoal[] {
  const named = goalsNamedIn(clause, known)
  if (named.length === 1 || !/\d/.test(clause)) return named
  const inUnit = (named.length === 0 ? known : named).filter(({ goal }) => saysUnit(clause, goal))
  return inUnit.length > 0 ? inUnit : named
}

function saysUnit(clause: string, goal: ReplyGoal): boolean {
  const told = valueInSentence(clause, goal)
  const items = readPart(clause, goal).items.map(({ item }) => item)
  return isInOwnUnit(goal, told === undefined ? items : [...items, told])
}

/** A number or a word that answers: it must be understood. */
const isTelling = (clause: string) =>
  /\d/.test(withoutLabels(clause)) ||
  /\b(?:same|change|unchanged|done|finished|blocked|stuck|waiting|track|behind|risk|skip)\b|一樣|不變|沒變|完成|卡|落後|跳過|等/i.test(
    clause,
  )

/** As it stands, without the goal's name, or as a sentence. */
function readFor(clause: string, named: NamedGoal): ReadAnswer | undefined {
  const { goal } = named
  const bare = withoutName(clause, named)
  return (
    sureOf(clause, goal) ??
    sureOf(bare, goal) ??
    inPassing(clause, goal) ??
    delivered(bare, clause, goal) ??
    waiting(bare, goal)
  )
}

function sureOf(clause: string, goal: ReplyGoal): ReadAnswer | undefined {
  const read = readPart(clause, goal)
  if (read.items.length === 0) return undefined
  const { answer, question } = meaningOf(read, goal, clause)
  return question === undefined ? answer : undefined
}

function inPassing(clause: string, goal: ReplyGoal): ReadAnswer | undefined {
  const item = valueInSentence(clause, goal)
  const judged = item === undefined ? undefined : judgeValue(item, goal)
  if (item === undefined || judged?.kind !== 'sure') return undefined
  const because = { how: judged.because, words: item.clue }
  return { ...emptyAnswer(goal.id), ...judged.patch, note: clause, because }
}

/** 烘乾機等農會補助款下來: a yes/no goal waits. */
function waiting(bare: string, goal: ReplyGoal): ReadAnswer | undefined {
  const reason = goal.kind === 'milestone' ? /^(?:還|正)?在?等(?!一下)(.{2,40})$/u.exec(bare)?.[1] : undefined
  if (reason === undefined) return undefined
  return { ...emptyAnswer(goal.id), blocker: reason, because: { how: 'blocked', words: undefined } }
}

function delivered(bare: string, clause: string, goal: ReplyGoal): ReadAnswer | undefined {
  const isThere = [bare, clause].some((words) => saysDelivered(words, goal))
  if (goal.kind !== 'milestone' || !isThere) return undefined
  return { ...emptyAnswer(goal.id), isDone: true, note: clause, because: { how: 'done', words: undefined } }
}

/** A note with a number that names a goal it is not about, or is in its unit, was an answer. */
export function isAboutAnother(whole: string, about: string, known: readonly NamedGoal[]): boolean {
  const note = whole.slice(0, MOST_LETTERS)
  const others = known.filter(({ goal }) => goal.id !== about)
  return (
    /\d/.test(note) &&
    (goalsNamedIn(note, known).some(({ goal }) => goal.id !== about) ||
      clausesOf(note).some((clause) => others.some(({ goal }) => saysUnit(clause, goal))))
  )
}
