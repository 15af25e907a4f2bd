import { liveAnswersOf } from '../../db/check-ins.ts'
import { goalById } from '../../db/goals.ts'
import { habitsOf } from '../../db/habits.ts'
import { isNewest } from '../../db/heard.ts'
import { lastSaidIn } from '../../db/last-said.ts'
import { enqueue, letterAt } from '../../db/outbox.ts'
import { newestReadings } from '../../db/readings.ts'
import type { Trx } from '../../db/schema.ts'
import type { Understood } from '../domain/check-in.ts'
import type { Goal } from '../domain/goal.ts'
import type { Payload } from '../domain/outbox.ts'
import type { Person } from '../domain/people.ts'
import type { LifeWord } from '../domain/reply/life-words.ts'
import { interpretReply, type ReplyGoal, type ReplyReading } from '../domain/reply.ts'
import { ok } from '../domain/result.ts'
import { mayAnswer } from '../domain/rights.ts'
import { addMs, DAY_MS, writtenAt } from '../domain/time.ts'
import type { ChannelId, Instant } from '../domain/types.ts'
import { usualStep } from '../domain/usual-step.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalsOf } from './goals-of.ts'
import { tellLifeIn } from './prompt-life.ts'
import { openPromptOf } from './prompt-sheet.ts'
import { recordIn } from './record-answers.ts'
import { valueAt } from './refold.ts'
import { takeBack, undoIn } from './take-back.ts'

/** A message of a person, new, edited or deleted. */
export interface HeardMessage {
  readonly change: 'new' | 'edited' | 'deleted'
  readonly channel: ChannelId
  readonly ts: string
  readonly threadTs: string | undefined
  readonly isDirect: boolean
  readonly text: string
  /** Unique for this message or this edit of it; a repeat has the same one. */
  readonly key: string
  /** '0' as it was written, an edit's ts, '9' deleted: a later one sorts behind. */
  readonly version: string
}

/**
 * Reads what a person wrote against the goals they were asked for, stores what is certain and owes them one message that
 * says so or asks back. In channels only threads of ours are listened to.
 */
export async function hearReply(deps: Deps, person: Person, heard: HeardMessage): Promise<void> {
  if (heard.change === 'deleted') return withdraw(deps, person, heard)
  if (!heard.isDirect && heard.threadTs === undefined) return
  await decideIn(deps.db, async (trx) => {
    // Read in the transaction that stores it: "+3" is three more than what holds by then.
    const meant = await goalsMeant({ ...deps, db: trx }, person, heard)
    const asked = meant && (await asOfThen(trx, person, meant, heard))
    if (asked === undefined || !(await isNewestOf(trx, deps, person, heard))) return ok(undefined)
    const reading = interpretReply(heard.text, { goals: asked, language: person.language })
    const taken = heard.change === 'edited' ? await takeBackMessage(trx, deps, person, heard, 'edited') : []
    if (taken.length > 0 && reading.kind === 'unread')
      await say(trx, deps, person, heard, takenBack(taken), 'taken-back')
    await answer(trx, deps, person, { ...heard, taken }, asked, reading)
    return ok(undefined)
  })
}

/** Undefined where the message is none of our business. */
async function goalsMeant(
  deps: Deps,
  person: Person,
  heard: HeardMessage,
): Promise<readonly GoalMeant[] | undefined> {
  const { threadTs, channel, isDirect } = heard
  const letter =
    threadTs === undefined ? undefined : await letterAt(deps.db, person.workspace, channel, threadTs)
  if (letter !== undefined && 'goal' in letter.saying.payload) {
    const goal = await goalById(deps.db, person.workspace, letter.saying.payload.goal)
    if (goal !== undefined && mayAnswer(goal, person.id)) return [goalMeant(goal, 1)]
  }
  return isDirect ? goalsAsked(deps, person, heard.text) : undefined
}

/** Those of the open prompt under its numbers, and of the person's others those that are called by name. */
async function goalsAsked(deps: Deps, person: Person, text: string): Promise<readonly GoalMeant[]> {
  const prompt = await openPromptOf(deps, person)
  const listed = (prompt?.items ?? []).map((item) => goalMeant(item.standing.goal, item.position))
  const own = (await goalsOf(deps, person)).map(({ goal }) => goal)
  const others = own.filter(({ id }) => !listed.some((one) => one.id === id))
  const meant = listed.length === 0 ? others : others.filter((goal) => isNamed(goal, text))
  const last = Math.max(0, ...listed.map(({ position }) => position))
  return [...listed, ...meant.map((goal, index) => goalMeant(goal, last + index + 1))]
}

function isNamed({ number, title }: Goal, text: string): boolean {
  const said = text.normalize('NFKC').toLowerCase()
  const numbers = [...said.matchAll(/(?<![\p{L}\d])g-?(\d{1,9})(?!\d)/gu)].map(([, digits]) => Number(digits))
  return numbers.includes(number) || said.includes(title.normalize('NFKC').toLowerCase())
}

type GoalMeant = Goal & Pick<ReplyGoal, 'position'>

function goalMeant(goal: Goal, position: number): GoalMeant {
  return { ...goal, position }
}

/** So many readings show what step is usual. */
const STEPS_SEEN = 13
/** Messages of one day may be heard in any order; what stood the day before is the same in all of them. */
const settledBy = (at: Instant): Instant => addMs(at, -DAY_MS)

/** With the value each had when the message was written, though later ones may have been heard before it. */
async function asOfThen(
  trx: Trx,
  person: Person,
  goals: readonly GoalMeant[],
  { ts }: HeardMessage,
): Promise<readonly ReplyGoal[]> {
  const place = { at: writtenAt(ts), sourceKey: '' }
  const [first] = goals
  const habits =
    first === undefined
      ? undefined
      : await habitsOf(
          trx,
          first.workspace,
          person.id,
          goals.map(({ id }) => id),
        )
  const ids = goals.map(({ id }) => id)
  const readings =
    first === undefined
      ? undefined
      : await newestReadings(trx, first.workspace, ids, STEPS_SEEN, settledBy(place.at))
  const then: ReplyGoal[] = []
  for (const goal of goals)
    then.push({
      ...goal,
      lastValue: await valueAt(trx, goal, place),
      usualStep: usualStep((readings?.get(goal.id) ?? []).map(({ value }) => value)),
      habits: habits?.get(goal.id),
    })
  return then
}

/** Slack promises no order: an older version that comes late, or a repeat, says nothing any more. */
async function isNewestOf(trx: Trx, deps: Deps, person: Person, heard: HeardMessage): Promise<boolean> {
  const message = { key: messageKeyOf(heard), version: heard.version }
  return isNewest(trx, person.workspace, message, deps.now())
}

async function answer(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage & { readonly taken: readonly Understood[] },
  asked: readonly ReplyGoal[],
  reading: ReplyReading,
): Promise<void> {
  if (reading.kind === 'command' || reading.kind === 'life') return obey(trx, deps, person, heard, reading)
  if (asked.length === 0) return say(trx, deps, person, heard, { is: 'refused', refusal: 'no-goals' })
  if (reading.kind === 'unread') return askBack(trx, deps, person, heard)
  const recorded = await recordIn(trx, deps, person, {
    answers: reading.answers,
    key: heard.key,
    messageKey: messageKeyOf(heard),
    provenance: 'reply',
    ...momentsOf(deps, heard),
  })
  if (!recorded.ok) {
    const goal = asked.find((one) => 'number' in recorded.refusal && one.number === recorded.refusal.number)
    return say(trx, deps, person, heard, goal === undefined ? noSuchGoal : { is: 'closed', goal: goal.id })
  }
  const [question, ...more] = reading.questions
  if (recorded.value.length === 0 && question === undefined) {
    return askBack(trx, deps, person, heard)
  }
  const about = { person: person.id, key: heard.key, ...threadOf(heard) }
  const answers = recorded.value.map((one) => one.answer.id)
  const unread = reading.unreadParts.map((part) => part.slice(0, MOST_QUOTED))
  await owe(trx, deps, person, heard, {
    kind: 'understood',
    payload: { ...about, answers, question, ...(unread.length === 0 ? {} : { unread }) },
  })
  if (reading.life !== undefined) await tellLife(trx, deps, person, heard, reading.life)
  // Each question in a message of its own: its buttons stay when another one is answered.
  for (const [index, next] of more.entries()) {
    const payload = { ...about, answers: [], question: next }
    await owe(trx, deps, person, heard, { kind: 'understood', payload }, String(index + 2))
  }
}

/** A message counts where it stands, however late it or an edit of it arrives; one that outruns our clock is from now. */
function momentsOf(deps: Deps, { ts, version, change, taken }: Parameters<typeof answer>[3]) {
  const now = deps.now()
  const saidAt = Math.min(writtenAt(ts), now) as Instant
  return {
    saidAt,
    countsAt: change === 'edited' ? (Math.min(writtenAt(version), now) as Instant) : saidAt,
    placed: new Map(
      taken.map(({ goal, answer: { periodKey, timeliness } }) => [goal.id, { periodKey, timeliness }]),
    ),
  }
}

const MOST_QUOTED = 200

const noSuchGoal = { is: 'refused', refusal: 'no-such-goal' } as const

async function obey(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  reading: Extract<ReplyReading, { kind: 'command' | 'life' }>,
): Promise<void> {
  if (reading.kind === 'life') return tellLife(trx, deps, person, heard, reading.word)
  // In a goal's thread people ask each other why; and what they were asked is nobody else's.
  if ((reading.command === 'why' || reading.command === 'place') && !heard.isDirect) return
  if (reading.command !== 'undo') return say(trx, deps, person, heard, { is: reading.command })
  const taken = await undoIn(trx, deps, person, undefined, undoneUntil(deps.now(), heard))
  return say(trx, deps, person, heard, taken.ok ? takenBack(taken.value) : nothingToUndo)
}

/** In a goal's thread people talk to each other too. */
async function tellLife(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  word: LifeWord,
): Promise<void> {
  if (!heard.isDirect) return
  const told = await tellLifeIn(trx, deps, person, word)
  await say(trx, deps, person, heard, { is: 'life', told })
}

/** What is said right away means the newest of all; what arrives late means what was there when it was said. */
function undoneUntil(now: Instant, { ts }: HeardMessage): Instant {
  const saidAt = writtenAt(ts)
  return now - saidAt < LATE_MS ? now : saidAt
}

/** Longer than clocks of two hosts differ. */
const LATE_MS = 60_000

const nothingToUndo = { is: 'refused', refusal: 'nothing-to-undo' } as const

const takenBack = (taken: readonly Understood[]) =>
  ({ is: 'taken-back', answers: taken.map((one) => one.answer.id) }) as const

/** A deleted message takes back what it wrote, at any time; the bot says so where it wrote anything. */
async function withdraw(deps: Deps, person: Person, heard: HeardMessage): Promise<void> {
  await decideIn(deps.db, async (trx) => {
    const isOurs = (await goalsMeant({ ...deps, db: trx }, person, heard)) !== undefined
    if (isOurs) await isNewestOf(trx, deps, person, heard)
    const taken = await takeBackMessage(trx, deps, person, heard, 'deleted')
    if (taken.length > 0) await say(trx, deps, person, heard, takenBack(taken))
    return ok(undefined)
  })
}

async function takeBackMessage(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  reason: 'edited' | 'deleted',
): Promise<readonly Understood[]> {
  const live = await liveAnswersOf(trx, person.workspace, person.id, { messageKey: messageKeyOf(heard) })
  return live.length === 0 ? [] : takeBack(trx, deps, person, live, reason)
}

const messageKeyOf = ({ channel, ts }: HeardMessage) => `${channel}:${ts}`
const threadOf = ({ threadTs }: HeardMessage) => (threadTs === undefined ? {} : { threadTs })

/** The same question twice helps nobody: the second time in a row the form is offered. */
async function askBack(trx: Trx, deps: Deps, person: Person, heard: HeardMessage): Promise<void> {
  const before = await lastSaidIn(trx, person.workspace, heard.channel)
  const isSecond =
    before?.kind === 'said' && before.payload.what.is === 'asked-back' && !before.payload.what.isSecond
  await say(trx, deps, person, heard, { is: 'asked-back', typed: quote(heard), isSecond })
}

/** Long texts are quoted by their beginning. */
const quote = ({ text }: HeardMessage) => text.slice(0, MOST_QUOTED)

async function say(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  what: Payload<'said'>['what'],
  part?: string,
): Promise<void> {
  const payload = { person: person.id, what, ...threadOf(heard) }
  await owe(trx, deps, person, heard, { kind: 'said', payload }, part)
}

async function owe(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  saying:
    | { readonly kind: 'said'; readonly payload: Payload<'said'> }
    | { readonly kind: 'understood'; readonly payload: Payload<'understood'> },
  part?: string,
): Promise<void> {
  await enqueue(trx, {
    ...saying,
    id: deps.newId(),
    workspace: person.workspace,
    key: [saying.kind, heard.key, ...(part === undefined ? [] : [part])].join(':'),
    target: heard.channel,
    dueAt: deps.now(),
    plannedFor: writtenAt(heard.ts),
  })
}
