import type { Because, NewAnswer } from '../check-in.ts'
import type { StatusWord } from '../goal.ts'
import type { Question, QuestionKind } from '../question.ts'
import type { GoalId } from '../types.ts'
import { judgeValue } from './judge.ts'
import type { Judged, Patch } from './judged.ts'
import type { ReadPart } from './part.ts'
import { lastOf } from './plausible.ts'
import type { Item, ReadAnswer, ReplyGoal, ValueItem } from './types.ts'

/** What a part means for its goal: what may be stored, and what must be asked. Both absent: nothing was said. */
export interface Meaning {
  readonly answer: ReadAnswer | undefined
  readonly question: Question | undefined
}

/** What was said about the number, or instead of one. */
type Number =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sure'; readonly says: Partial<NewAnswer>; readonly because: Because }
  | { readonly kind: 'ask'; readonly question: QuestionKind; readonly choices: readonly Partial<NewAnswer>[] }

export const emptyAnswer = (goal: GoalId): NewAnswer => ({
  goal,
  value: undefined,
  delta: undefined,
  status: undefined,
  confidence: undefined,
  note: undefined,
  blocker: undefined,
  isNoChange: false,
  isDone: false,
})

/** `typed` is what the question quotes. */
export function meaningOf(read: ReadPart, goal: ReplyGoal, typed: string): Meaning {
  const words = wordsOf(read)
  const number = words.isContradictory
    ? ({ kind: 'ask', question: 'unreadable', choices: [] } as const)
    : numberOf(read, goal)
  const isWordStored = words.because !== undefined
  const sure = number.kind === 'sure' ? number : undefined
  const because = sure?.because ?? words.because
  const answer: ReadAnswer | undefined =
    because === undefined
      ? undefined
      : {
          ...emptyAnswer(goal.id),
          ...words.says,
          note: words.note,
          ...sure?.says,
          because: { how: because, words: clueIn(read, because) },
        }
  const asked = number.kind === 'ask' ? asForecast(number, read) : missing(number, words, goal)
  return { answer, question: asked === undefined ? undefined : questionOf(asked) }

  function questionOf(one: Extract<Number, { kind: 'ask' }>): Question {
    // What is stored already is not said again by the button.
    const note = isWordStored ? undefined : words.note
    const choices = one.choices.map((says) => ({ answer: { ...emptyAnswer(goal.id), note, ...says } }))
    return { kind: one.question, goal: goal.id, typed, choices }
  }
}

/** The words that made a number a total, a change or what is left. */
function clueIn({ items }: ReadPart, because: Because): string | undefined {
  if (!clued.includes(because)) return undefined
  return items
    .map(({ item }) => (item.kind === 'value' ? item.clue : undefined))
    .find((clue) => clue !== undefined)
}
const clued: readonly Because[] = ['said-now', 'said-added', 'remaining', 'from-to', 'bare']

/** What is to come is not offered as what is. */
const asForecast = (number: Extract<Number, { kind: 'ask' }>, { isForecast }: ReadPart): typeof number =>
  isForecast ? { kind: 'ask', question: 'forecast-not-value', choices: [] } : number

interface Words {
  readonly says: Pick<NewAnswer, 'status' | 'blocker' | 'confidence' | 'isUnblocked'>
  readonly note: string | undefined
  readonly because: Because | undefined
  readonly isContradictory: boolean
}

/** The words that need no number: status, what blocks, and that nothing does any more. */
function wordsOf({ items, note }: ReadPart): Words {
  const sure = items.flatMap(({ item, isDoubtful }) => (isDoubtful ? [] : [item]))
  const statuses = new Set(sure.flatMap((item) => (item.kind === 'status' ? [item.status] : [])))
  const reasons = sure.flatMap((item) => (item.kind === 'blocked' ? [item.reason] : []))
  const freed = sure.flatMap((item) => (item.kind === 'unblocked' ? [item.words] : []))
  const isContradictory = statuses.size > 1 || (reasons.length > 0 && freed.length > 0)
  const [confidence] = sure.flatMap((item) => (item.kind === 'confidence' ? [item.confidence] : []))
  if (isContradictory) return { says: nothing, note, because: undefined, isContradictory }
  const [status] = statuses
  const blocker = reasons.length === 0 ? undefined : blockerOf(reasons, note)
  const rest = blocker === note ? undefined : note
  return {
    says: { status, blocker, confidence, ...(freed.length === 0 ? {} : { isUnblocked: true }) },
    note: freed.length === 0 ? rest : [...freed, ...(rest === undefined ? [] : [rest])].join(', '),
    because:
      becauseOf(status, blocker, freed.length > 0) ?? (confidence === undefined ? undefined : 'status'),
    isContradictory,
  }
}

const nothing = { status: undefined, blocker: undefined, confidence: undefined }

/** "blocked, legal is silent": what follows is the reason. Without any the dots stand for it. */
const blockerOf = (reasons: readonly string[], note: string | undefined) =>
  reasons.filter((reason) => reason !== '').join(', ') || note || '…'

function becauseOf(
  status: StatusWord | undefined,
  blocker: string | undefined,
  isFreed: boolean,
): Because | undefined {
  if (blocker !== undefined) return 'blocked'
  if (isFreed) return 'unblocked'
  return status === undefined ? undefined : 'status'
}

/** A status alone leaves the number open; who is blocked has none to give. */
function missing(
  number: Number,
  words: Words,
  goal: ReplyGoal,
): Extract<Number, { kind: 'ask' }> | undefined {
  const isOpen =
    number.kind === 'nothing' &&
    words.because !== undefined &&
    words.says.blocker === undefined &&
    words.says.isUnblocked !== true
  return isOpen && goal.kind !== 'milestone'
    ? { kind: 'ask', question: 'value-missing', choices: [] }
    : undefined
}

function numberOf({ items }: ReadPart, goal: ReplyGoal): Number {
  const values = items.filter(
    (one): one is { item: ValueItem; isDoubtful: boolean } => one.item.kind === 'value',
  )
  const same = said(items, 'no-change') ?? sameByNothing(items, goal)
  const done = hindered(items) && said(items, 'done') === 'sure' ? 'doubtful' : said(items, 'done')
  if (values.length > 0) return withValues(values, { same, done }, goal)
  if (said(items, 'nothing-new') !== undefined && goal.kind !== 'cumulative') return none(items, goal)
  if (same !== undefined && done !== undefined) return { kind: 'ask', question: 'unreadable', choices: [] }
  if (same !== undefined) return unchanged(same, goal)
  return done === undefined ? { kind: 'nothing' } : finished(done, goal)
}

/** Of a rhythm the week's number is 0; of bugs that are open "none" may be 0 or no change. */
function none(items: ReadPart['items'], { kind }: ReplyGoal): Number {
  if (kind === 'cadence' && said(items, 'nothing-new') === 'sure')
    return { kind: 'sure', says: { value: 0 }, because: 'nothing-new' }
  return { kind: 'ask', question: 'uncertain', choices: [{ isNoChange: true }, { value: 0 }] }
}

/** A level that nobody has read yet cannot have stayed. */
function unchanged(same: Exclude<Said, undefined>, { kind, lastValue }: ReplyGoal): Number {
  if (kind !== 'cumulative' && kind !== 'milestone' && lastValue === undefined)
    return { kind: 'ask', question: 'value-missing', choices: [] }
  return same === 'doubtful'
    ? { kind: 'ask', question: 'unreadable', choices: [{ isNoChange: true }] }
    : { kind: 'sure', says: { isNoChange: true }, because: 'no-change' }
}

/** "None this week": of what adds up nothing has changed. */
const sameByNothing = (items: ReadPart['items'], { kind }: ReplyGoal): Said =>
  kind === 'cumulative' ? said(items, 'nothing-new') : undefined

/** "Done, waiting for sign-off" is not done. */
const hindered = (items: ReadPart['items']) =>
  items.some(({ item }) => item.kind === 'blocked' || (item.kind === 'status' && item.status !== 'on-track'))

type Said = 'sure' | 'doubtful' | undefined

function said(items: ReadPart['items'], kind: Item['kind']): Said {
  const found = items.filter(({ item }) => item.kind === kind)
  if (found.length === 0) return undefined
  const isSure =
    kind === 'done' ? found.some((one) => !one.isDoubtful) : found.every((one) => !one.isDoubtful)
  return isSure ? 'sure' : 'doubtful'
}

/** A yes/no goal is done; a number is asked for its end, unless it has arrived. */
function finished(done: Exclude<Said, undefined>, goal: ReplyGoal): Number {
  const { kind, target, lastValue } = goal
  const isHere =
    kind === 'milestone' || (hasWay(goal) && lastValue !== undefined && meetsTarget(goal, lastValue))
  if (isHere) {
    return done === 'sure'
      ? { kind: 'sure', says: { isDone: true }, because: 'done' }
      : { kind: 'ask', question: 'unreadable', choices: [{ isDone: true }] }
  }
  // "Done with the first" says nothing of the number.
  if (done === 'doubtful') return { kind: 'ask', question: 'unreadable', choices: [] }
  if (hasWay(goal) && target !== undefined) {
    return { kind: 'ask', question: 'final-value', choices: [{ value: target, isDone: true }] }
  }
  return { kind: 'ask', question: 'unreadable', choices: target === undefined ? [] : [{ value: target }] }
}

const hasWay = ({ kind }: ReplyGoal) => kind === 'reach' || kind === 'cumulative'

function meetsTarget({ direction, target }: ReplyGoal, value: number): boolean {
  if (target === undefined) return false
  return direction === 'down' ? value <= target : value >= target
}

function withValues(
  values: readonly { readonly item: ValueItem; readonly isDoubtful: boolean }[],
  { same, done }: { readonly same: Said; readonly done: Said },
  goal: ReplyGoal,
): Number {
  const judged = oneOf(
    values.map(({ item }) => item),
    goal,
  )
  if (judged.kind === 'ask') return { kind: 'ask', question: judged.question, choices: judged.patches }
  const { patch } = judged
  const isDoubtful = values.some((one) => one.isDoubtful) || same === 'doubtful' || done === 'doubtful'
  const isStill = 'value' in patch && patch.value === lastOf(goal)
  if (isDoubtful || (same !== undefined && !isStill))
    return { kind: 'ask', question: 'unreadable', choices: [patch] }
  if (done === undefined) return { kind: 'sure', says: patch, because: judged.because }
  const isEnd = hasWay(goal) && 'value' in patch && meetsTarget(goal, patch.value)
  return isEnd
    ? { kind: 'sure', says: { ...patch, isDone: true }, because: 'done' }
    : { kind: 'ask', question: 'final-value', choices: [{ ...patch, isDone: true }] }
}

/** Several numbers for one goal agree, or are asked back: "closed 2, at 14 now" does when there were 12. */
function oneOf(items: readonly ValueItem[], goal: ReplyGoal): Judged {
  const judged = items.map((item) => judgeValue(item, goal))
  const [first] = judged
  if (first !== undefined && judged.length === 1) return first
  const patches = judged.flatMap((one) => (one.kind === 'sure' ? [one.patch] : one.patches.slice(0, 1)))
  const totals = judged.filter((one) => one.kind === 'sure' && 'value' in one.patch)
  const [total] = totals
  const rest = items.filter((_, index) => judged[index] !== total)
  const isAgreed =
    total?.kind === 'sure' && totals.length === 1 && rest.every((item) => leadsTo(item, total.patch, goal))
  if (isAgreed) return total
  // "33 % (10 of 30)" says the same twice, once rounded.
  if (first?.kind === 'sure' && goal.unit.kind === 'percent' && areNear(patches, judged.length)) return first
  const isOne =
    judged.every((one) => one.kind === 'sure') &&
    new Set(patches.map((one) => JSON.stringify(one))).size === 1
  if (isOne && total !== undefined) return total
  const changes = items.flatMap(({ mode, amount }) =>
    mode === 'delta' || mode === 'event' ? [{ delta: amount.value }] : [],
  )
  if (changes.length > 0 && total?.kind === 'sure' && totals.length === 1)
    return { kind: 'ask', question: 'delta-and-total-disagree', patches: [total.patch, ...changes] }
  const question = items.length === 2 ? 'uncertain' : 'unreadable'
  return { kind: 'ask', question, patches: distinct(patches).slice(0, 4) }
}

function areNear(patches: readonly Patch[], all: number): boolean {
  const values = patches.flatMap((patch) => ('value' in patch ? [patch.value] : []))
  return values.length === all && Math.max(...values) - Math.min(...values) < 0.5
}

/** The change that was said makes the total that was said. */
function leadsTo(item: ValueItem, total: Patch, goal: ReplyGoal): boolean {
  if (item.mode !== 'event' && item.mode !== 'delta') return false
  const change = goal.direction === 'down' && item.mode === 'event' ? -item.amount.value : item.amount.value
  return 'value' in total && lastOf(goal) + change === total.value
}

const distinct = (patches: readonly Patch[]) =>
  patches.filter(
    (one, index) => patches.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index,
  )
