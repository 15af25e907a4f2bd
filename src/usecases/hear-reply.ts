import { liveAnswersOf } from '../../db/check-ins.ts'
import { goalById } from '../../db/goals.ts'
import { lastSaidIn } from '../../db/last-said.ts'
import { enqueue, letterAt } from '../../db/outbox.ts'
import type { Trx } from '../../db/schema.ts'
import type { Understood } from '../domain/check-in.ts'
import type { Goal } from '../domain/goal.ts'
import type { Payload } from '../domain/outbox.ts'
import type { Person } from '../domain/people.ts'
import { interpretReply, type ReplyGoal, type ReplyReading } from '../domain/reply.ts'
import { ok } from '../domain/result.ts'
import { mayAnswer } from '../domain/rights.ts'
import type { ChannelId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalsOf } from './goals-of.ts'
import { openPromptOf } from './prompt-sheet.ts'
import { recordIn } from './record-answers.ts'
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
}

/**
 * Reads what a person wrote against the goals they were asked for, stores what is certain and owes them one message that
 * says so or asks back. In channels only threads of ours are listened to.
 */
export async function hearReply(deps: Deps, person: Person, heard: HeardMessage): Promise<void> {
  if (heard.change === 'deleted') return withdraw(deps, person, heard)
  const asked = await goalsMeant(deps, person, heard)
  if (asked === undefined) return
  const reading = interpretReply(heard.text, { goals: asked, language: person.language })
  await decideIn(deps.db, async (trx) => {
    if (heard.change === 'edited') await takeBackMessage(trx, deps, person, heard, 'edited')
    await answer(trx, deps, person, heard, asked, reading)
    return ok(undefined)
  })
}

/** Undefined where the message is none of our business. */
async function goalsMeant(
  deps: Deps,
  person: Person,
  heard: HeardMessage,
): Promise<readonly ReplyGoal[] | undefined> {
  const { threadTs, channel, isDirect } = heard
  const letter =
    threadTs === undefined ? undefined : await letterAt(deps.db, person.workspace, channel, threadTs)
  if (letter !== undefined && 'goal' in letter.saying.payload) {
    const goal = await goalById(deps.db, person.workspace, letter.saying.payload.goal)
    if (goal !== undefined && mayAnswer(goal, person.id)) return [replyGoal(goal, 1)]
  }
  return isDirect ? goalsAsked(deps, person) : undefined
}

/** Those of the open prompt under its numbers, then the person's others. */
async function goalsAsked(deps: Deps, person: Person): Promise<readonly ReplyGoal[]> {
  const prompt = await openPromptOf(deps, person)
  const listed = (prompt?.items ?? []).map((item) => replyGoal(item.standing.goal, item.position))
  if (listed.length > 0) return listed
  const own = await goalsOf(deps, person)
  return own.map(({ goal }, index) => replyGoal(goal, index + 1))
}

function replyGoal(goal: Goal, position: number): ReplyGoal {
  return { ...goal, lastValue: goal.last?.value, position }
}

async function answer(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  asked: readonly ReplyGoal[],
  reading: ReplyReading,
): Promise<void> {
  if (reading.kind === 'command') return obey(trx, deps, person, heard, reading.command)
  if (asked.length === 0) return say(trx, deps, person, heard, { is: 'refused', refusal: 'no-goals' })
  if (reading.kind === 'unread') return askBack(trx, deps, person, heard)
  const recorded = await recordIn(trx, deps, person, {
    answers: reading.answers,
    key: heard.key,
    messageKey: messageKeyOf(heard),
    provenance: 'reply',
  })
  if (!recorded.ok) {
    const goal = asked.find((one) => 'number' in recorded.refusal && one.number === recorded.refusal.number)
    return say(trx, deps, person, heard, goal === undefined ? noSuchGoal : { is: 'closed', goal: goal.id })
  }
  const [question] = reading.questions
  if (recorded.value.length === 0 && question === undefined) {
    return askBack(trx, deps, person, heard)
  }
  await owe(trx, deps, person, heard, {
    kind: 'understood',
    payload: {
      person: person.id,
      key: heard.key,
      answers: recorded.value.map((one) => one.answer.id),
      ...(question === undefined ? {} : { question }),
      ...threadOf(heard),
    },
  })
}

const noSuchGoal = { is: 'refused', refusal: 'no-such-goal' } as const

async function obey(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  command: Extract<ReplyReading, { kind: 'command' }>['command'],
): Promise<void> {
  if (command === 'undo') {
    const taken = await undoIn(trx, deps, person)
    return say(trx, deps, person, heard, taken.ok ? takenBack(taken.value) : nothingToUndo)
  }
  if (command === 'list' || command === 'help') return say(trx, deps, person, heard, { is: command })
  return askBack(trx, deps, person, heard)
}

const nothingToUndo = { is: 'refused', refusal: 'nothing-to-undo' } as const

const takenBack = (taken: readonly Understood[]) =>
  ({ is: 'taken-back', answers: taken.map((one) => one.answer.id) }) as const

/** A deleted message takes back what it wrote, at any time; the bot says so where it wrote anything. */
async function withdraw(deps: Deps, person: Person, heard: HeardMessage): Promise<void> {
  await decideIn(deps.db, async (trx) => {
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
const quote = ({ text }: HeardMessage) => text.slice(0, 200)

async function say(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  what: Payload<'said'>['what'],
): Promise<void> {
  const payload = { person: person.id, what, ...threadOf(heard) }
  await owe(trx, deps, person, heard, { kind: 'said', payload })
}

async function owe(
  trx: Trx,
  deps: Deps,
  person: Person,
  heard: HeardMessage,
  saying:
    | { readonly kind: 'said'; readonly payload: Payload<'said'> }
    | { readonly kind: 'understood'; readonly payload: Payload<'understood'> },
): Promise<void> {
  await enqueue(trx, {
    ...saying,
    id: deps.newId(),
    workspace: person.workspace,
    key: `${saying.kind}:${heard.key}`,
    target: heard.channel,
    dueAt: deps.now(),
  })
}
