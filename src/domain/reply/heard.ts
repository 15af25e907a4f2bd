import { scanAmount } from '../amount/scan.ts'
import type { Question } from '../question.ts'
import { addressAt } from './address.ts'
import { isAboutPrompting } from './commands.ts'
import { saysDelivered } from './delivered.ts'
import { isAboutAnotherTime, isLoss, isUnfinished, looksAhead } from './doubt.ts'
import { type Heard, nothingHeard } from './gather.ts'
import { judgeValue } from './judge.ts'
import type { Patch } from './judged.ts'
import { hasOnlyLabels, withoutLabels } from './labels.ts'
import { emptyAnswer, type Meaning, meaningOf } from './meaning.ts'
import { withoutName } from './named-within.ts'
import { type NamedGoal, type NameMatch, namedGoals } from './names.ts'
import { isInOwnUnit } from './own-unit.ts'
import { type ReadPart, readPart } from './part.ts'
import { valueInSentence } from './sentence.ts'
import type { ReadAnswer, ReplyGoal } from './types.ts'

/** Reads one part, for the goal it names or for whichever it fits. */
export function heardIn(
  part: string,
  known: readonly NamedGoal[],
  restored: (piece: string) => string,
  how: 'said' | 'corrected' = 'said',
): Heard {
  const typed = restored(part.slice(0, 900)).slice(0, 300)
  if (isAboutPrompting(part)) return nothingHeard(typed)
  const common = ofAll.exec(part)?.[1]
  if (common !== undefined && known.length > 1) return aboutAll(known, common, typed, restored)
  const { to, end } = addressAt(part, 0, known)
  const rest = part.slice(end)
  const read = (goal: ReplyGoal) => {
    const plain = restoredIn(readPart(rest, goal), restored)
    return how === 'corrected' ? asCorrected(plain) : plain
  }
  const [only] = known
  switch (to.kind) {
    case 'goal':
      return told(to.goal, read(to.goal), rest, typed)
    case 'named':
      return aboutNamed(to.matches, rest, typed, restored)
    case 'unknown':
      return asked({ kind: 'which-goal', goal: undefined, typed, choices: [] })
    case 'all':
      return aboutAll(known, rest, typed, restored)
    case 'nobody':
      if (only !== undefined && known.length === 1) return about(only.goal, read(only.goal), part, typed)
      if (part.length > MOST_VAGUE_LETTERS) return tooVague(part, typed)
      return aboutSome(
        known.map(({ goal }) => ({ goal, read: read(goal) })),
        part,
        typed,
      )
  }
}

/** "No change on any of them" */
const ofAll =
  /^(.{2,40}?) (?:on|for|with|in|across) (?:any|all|both|everything|the board|anything)(?: of (?:them|these|it)| goals?| three| four)?(?:[,.;!][^\d?]{0,60})?$/i

/** A long text that names none of several goals is no answer to one of them. */
const MOST_VAGUE_LETTERS = 240
const tooVague = (part: string, typed: string): Heard =>
  /\d/.test(part) ? asked({ kind: 'which-goal', goal: undefined, typed, choices: [] }) : nothingHeard(typed)

/** What is set right is the value, whatever had been said before. */
const asCorrected = (read: ReadPart): ReadPart => ({
  ...read,
  items: read.items.map(({ item, isDoubtful }) => ({
    item: item.kind === 'value' && item.mode === 'bare' ? { ...item, mode: 'corrected' } : item,
    isDoubtful,
  })),
})

export const aboutRest = aboutAll

/** The one goal whose own unit a piece is in. */
export function isOfOneGoal(piece: string, known: readonly NamedGoal[]): string | undefined {
  const own = known.filter(({ goal }) => {
    const read = readPart(piece, goal)
    return isInOwnUnit(goal, itemsOf(read)) && isWholly({ goal, read })
  })
  return own.length === 1 ? own[0]?.goal.id : undefined
}

const asked = (question: Question): Heard => ({
  answers: [],
  questions: [question],
  unread: undefined,
  mayBeNote: false,
})

function restoredIn(read: ReadPart, restored: (piece: string) => string): ReadPart {
  return {
    ...read,
    note: read.note === undefined ? undefined : restored(read.note),
    items: read.items.map(({ item, isDoubtful }) => ({
      item: item.kind === 'blocked' ? { ...item, reason: restored(item.reason) } : item,
      isDoubtful,
    })),
  }
}

function about(goal: ReplyGoal, read: ReadPart, text: string, typed: string): Heard {
  const meaning = meaningOf(read, goal, typed)
  const isNothing = meaning.answer === undefined && meaning.question === undefined
  // "The machine on the 4th floor broke": no number but a name.
  if (hasOnlyLabels(text) && meaning.answer === undefined && goal.kind !== 'milestone')
    return withoutNumber(goal, text, typed)
  const isLost = meaning.question !== undefined && mayBeInPassing(meaning.question, read, text, goal)
  const told = isNothing || isLost ? toldAlong(goal, text, typed) : undefined
  if (told === undefined && isNothing) return unreadAbout(goal, text, typed)
  const { answer, question } = told === undefined ? meaning : withWords(told, meaning)
  return {
    answers: answer === undefined ? [] : [answer],
    questions: question === undefined ? [] : [question],
    unread: undefined,
    mayBeNote: false,
  }
}

/** "Room 214 took ages, 13 rooms": of several numbers one may be the value. "No change, 14" says two things. */
function mayBeInPassing({ kind }: Question, { items }: ReadPart, text: string, goal: ReplyGoal): boolean {
  if (goal.kind === 'milestone') return true
  const isOtherwise = items.some(({ item }) => item.kind === 'no-change' || item.kind === 'done')
  const isSeveral = (text.match(/\d+/g)?.length ?? 0) > 1
  return kind === 'unreadable'
    ? !isOtherwise
    : isSeveral && (kind === 'uncertain' || kind === 'total-or-added')
}

/** The number that a sentence tells in passing; the sentence itself is the note. */
function toldAlong(goal: ReplyGoal, text: string, typed: string): ReadAnswer | undefined {
  if (goal.kind === 'milestone') return deliveredAlong(goal, text, typed)
  const item = valueInSentence(text, goal)
  const judged = item === undefined ? undefined : judgeValue(item, goal)
  if (item === undefined || judged?.kind !== 'sure') return undefined
  const because = { how: judged.because, words: item.clue }
  return { ...emptyAnswer(goal.id), ...judged.patch, note: typed, because }
}

/** "It went live last Friday, no trouble" of a launch. */
function deliveredAlong(goal: ReplyGoal, text: string, typed: string): ReadAnswer | undefined {
  const clauses = withoutLabels(text)
    .split(/[,;.!\n]|\s(?=\p{Script=Han})/u)
    .filter((clause) => clause.trim() !== '')
  const [named] = namedGoals([goal])
  if (named === undefined || clauses.length > 4 || clauses.slice(1).some(isUnfinished)) return undefined
  const isThere = clauses
    .flatMap((clause) => [clause, withoutName(clause, named)])
    .some((words) => saysDelivered(words.trim(), goal))
  return isThere
    ? { ...emptyAnswer(goal.id), isDone: true, note: typed, because: { how: 'done', words: undefined } }
    : undefined
}

/** What else was said for sure stays said. */
const withWords = (told: ReadAnswer, { answer }: Meaning): Meaning => ({
  answer: { ...told, status: answer?.status, confidence: answer?.confidence, blocker: answer?.blocker },
  question: undefined,
})

/** A goal was named, so whatever cannot be read is asked back for it. */
function told(goal: ReplyGoal, read: ReadPart, text: string, typed: string): Heard {
  const heard = about(goal, read, text, typed)
  if (heard.unread === undefined || isAboutPrompting(text)) return heard
  return asked({ kind: 'unreadable', goal: goal.id, typed, choices: [] })
}

/** Words without an answer: one number among them is offered, chatter is left alone. */
function unreadAbout(goal: ReplyGoal, text: string, typed: string): Heard {
  if (!/\d/.test(text) || hasOnlyLabels(text)) return withoutNumber(goal, text, typed)
  if (looksAhead(text) && goal.kind !== 'milestone' && !text.includes('?'))
    return asked({ kind: 'forecast-not-value', goal: goal.id, typed, choices: [] })
  const isOtherwise = looksAhead(text) || isAboutAnotherTime(text) || isLoss(text) || text.includes('?')
  const amount = isOtherwise ? undefined : onlyAmount(text)
  const value = {
    kind: 'value',
    mode: 'total',
    beside: undefined,
    hasUnit: false,
    counter: undefined,
    towards: undefined,
    isUncertain: false,
    clue: undefined,
  } as const
  const judged = amount === undefined ? undefined : judgeValue({ ...value, amount }, goal)
  const patches = judged?.kind === 'sure' ? [judged.patch] : []
  const choices = patches.map((patch) => ({ answer: { ...emptyAnswer(goal.id), ...patch } }))
  return asked({ kind: 'unreadable', goal: goal.id, typed, choices })
}

/** Half of the way is offered; "a couple more" and "getting there" leave the number open. */
function withoutNumber(goal: ReplyGoal, text: string, typed: string): Heard {
  const ask = (kind: Question['kind'], ...patches: readonly Patch[]) =>
    asked({
      kind,
      goal: goal.id,
      typed,
      choices: patches.map((patch) => ({ answer: { ...emptyAnswer(goal.id), ...patch } })),
    })
  const { kind, baseline = 0, target } = goal
  const hasWay = (kind === 'reach' || kind === 'cumulative') && target !== undefined
  if (hasWay && halfway.test(text))
    return ask('percent-of-target', { value: baseline + (target - baseline) / 2 })
  if (kind !== 'milestone' && couple.test(text)) return ask('uncertain', { delta: 2 })
  if (kind !== 'milestone' && few.test(text)) return ask('uncertain')
  return isProgress(text) ? ask('value-missing') : nothingHeard(typed)
}

const halfway =
  /^(?:(?:about|just|over|we're|i'm|almost) )*half ?way(?: there| done| through)?$|^(?:大概|差不多|已經?)?(?:一半|過半)了?$/i
const couple = /^(?:(?:just|only|got|another|added) )*a couple(?: more| of \w+)?(?: \w+)?$/i
const few =
  /^(?:(?:just|only|got|another|added) )*(?:a few|several|some|a handful)(?: more| of \w+)?(?: \w+)?$|^(?:大概|大約|差不多|約|好像|可能)?(?:好|多)?(?:幾|十幾|幾十|[一二三四五六七八九十]{3,4})(?:十|百)?(?:多|幾)?[個件場本份位人家次]?(?:左右|吧|多)?$/i

/** Speaks of how it goes, without the number. */
const isProgress = (text: string) =>
  text.length <= 80 &&
  !/\?/.test(text) &&
  /\b(?:progress(?:ing)?|getting there|making headway|moving (?:along|forward)|on it|working on it|picking up|almost there|momentum)\b|進展|有進步|進行中|還不錯|努力中|慢慢(?:來|進步)|快好了/i.test(
    text,
  )

/** The one number in a sentence; undefined where there are several or it is part of something else. */
function onlyAmount(text: string) {
  const groups = [...text.matchAll(/\d[\d.,']*/g)]
  const [only] = groups
  if (only === undefined || groups.length > 1 || only.index === undefined) return undefined
  const isFree = only.index === 0 || /[\s$€£("]|\p{Script=Han}/u.test(text[only.index - 1] ?? '')
  return isFree ? scanAmount(text, only.index) : undefined
}

/** A slip of the pen or half a name is asked back; a full name, or a number in the goal's own unit, is sure. */
function aboutNamed(
  matches: readonly NameMatch[],
  rest: string,
  typed: string,
  restored: (piece: string) => string,
): Heard {
  const [match] = matches
  const reads = matches.map(({ goal }) => ({ goal, read: restoredIn(readPart(rest, goal), restored) }))
  const [first] = reads
  if (match === undefined || first === undefined) return nothingHeard(typed)
  const isSure = matches.length === 1 && match.isExact && (match.isFull || saysUnit(first.read))
  return isSure ? told(first.goal, first.read, rest, typed) : whichOf(reads, typed)
}

const saysUnit = ({ items }: ReadPart) => items.some(({ item }) => item.kind === 'value' && item.hasUnit)

/** "All on track", "都沒變": words that hold for every goal alike. Numbers and "done" are never meant for all. */
function aboutAll(
  known: readonly NamedGoal[],
  rest: string,
  typed: string,
  restored: (piece: string) => string,
): Heard {
  const isPartly = /\bexcept|\bbut\b|\bapart from|除了|但|只有/i.test(rest)
  const heard = known.map(({ goal }) => {
    const read = restoredIn(readPart(rest, goal), restored)
    const isCommon =
      read.items.length > 0 &&
      read.items.every(
        ({ item, isDoubtful }) =>
          !isDoubtful &&
          (item.kind === 'no-change' ||
            item.kind === 'status' ||
            (item.kind === 'done' && goal.kind === 'milestone')),
      )
    return isCommon ? meaningOf(read, goal, typed) : undefined
  })
  if (isPartly || heard.includes(undefined))
    return asked({ kind: 'which-goal', goal: undefined, typed, choices: [] })
  const meanings = heard.filter((one): one is Meaning => one !== undefined)
  return {
    answers: meanings.flatMap(({ answer }) => answer ?? []),
    questions: meanings.flatMap(({ question }) => question ?? []),
    unread: undefined,
    mayBeNote: false,
  }
}

interface ReadFor {
  readonly goal: ReplyGoal
  readonly read: ReadPart
}

/** Several goals wait and none is named: only a unit that one goal alone has is clear. */
function aboutSome(reads: readonly ReadFor[], text: string, typed: string): Heard {
  const isAnswer = reads.some(({ read }) => read.items.length > 0)
  if (!isAnswer && !/\d/.test(text)) return { ...nothingHeard(typed), mayBeNote: true }
  const own = reads.filter(({ goal, read }) => isInOwnUnit(goal, itemsOf(read)))
  const [only] = own
  if (only !== undefined && own.length === 1 && isWholly(only))
    return about(only.goal, only.read, text, typed)
  return whichOf(reads, typed)
}

const itemsOf = ({ items }: ReadPart) => items.map(({ item }) => item)

const isWholly = ({ read }: ReadFor) => read.items.every(({ isDoubtful }) => !isDoubtful)

const MOST_CHOICES = 25

/** A button for each goal where the words would be a certain answer. */
function whichOf(reads: readonly ReadFor[], typed: string): Heard {
  const meanings = reads.map(({ goal, read }) => meaningOf(read, goal, typed))
  const sure = meanings.flatMap(({ answer, question }) => {
    if (answer === undefined || (question !== undefined && question.kind !== 'value-missing')) return []
    const { because: _, ...said } = answer
    return [{ answer: said }]
  })
  const leaps = meanings.flatMap(({ question }) => (question?.kind === 'large-jump' ? question.choices : []))
  const choices = (sure.length > 0 ? sure : leaps).slice(0, MOST_CHOICES)
  return asked({ kind: 'which-goal', goal: undefined, typed, choices })
}
