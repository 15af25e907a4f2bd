import type { Letter } from '../../db/outbox.ts'
import { backToDue, claim, markUnknown, putOff, readWaiting, type Waiting } from '../../db/sending.ts'
import { reasonOfRefusal, type SkipReason } from '../domain/skip-reasons.ts'
import { addMs } from '../domain/time.ts'
import type { ChannelId } from '../domain/types.ts'
import { SlackLimited, SlackRefused } from '../slack/calls.ts'
import { reasonToSkip } from '../usecases/still-wanted.ts'
import { channelRefused } from '../usecases/team-trouble.ts'
import { settleSent, settleSkipped } from './outcomes.ts'
import { about, type Drawing, type Message, type Parts } from './parts.ts'
import { isTokenFault, isUndeliverable } from './refusals.ts'

const TOKEN_PAUSE_MS = 10 * 60_000
const REDRAW_MS = 60_000
const MOST_DRAWINGS = 5
/** Whoever slept so long over a claim may have been taken for dead, and another process may have sent the letter. */
const STALE_CLAIM_MS = 10_000

/**
 * One letter on its way: drawn from what is true now, claimed, posted, settled. Between the claim and its outcome a crash
 * leaves `sending`, which the next start takes for unknown; before and after it nothing can be lost or doubled.
 */
export async function send(parts: Parts, waiting: Waiting): Promise<void> {
  const { workspace, id, target } = waiting
  await parts.turns.take(workspace, target)
  if (mayNot(parts, waiting)) return
  const read = await readWaiting(parts.deps.db, workspace, waiting)
  if (read === undefined) return
  if ('unreadable' in read) {
    parts.log.error(about(waiting), 'an owed message cannot be read')
    return settleSkipped(parts.deps, { workspace, id, ...read.unreadable }, 'unreadable')
  }
  const drawn = await drawingOf(parts, read.letter)
  if (drawn === 'later' || mayNot(parts, waiting)) return
  if ('skip' in drawn) return settleSkipped(parts.deps, read.letter, drawn.skip)
  await post(parts, read.letter, drawn)
}

const mayNot = ({ isStopping, holds }: Parts, { workspace }: Waiting) =>
  isStopping() || holds.isHeld(workspace)

async function drawingOf(
  parts: Parts,
  letter: Letter,
): Promise<Drawing | { readonly skip: SkipReason } | 'later'> {
  const { deps, log } = parts
  try {
    const skip = await reasonToSkip(deps, letter)
    return skip === undefined ? await parts.render(letter) : { skip }
  } catch (fault) {
    log.error({ ...about(letter), err: fault }, 'an owed message cannot be drawn')
    if (letter.attempts + 1 >= MOST_DRAWINGS) return { skip: 'render-failed' }
    await putOff(deps.db, letter, addMs(deps.now(), REDRAW_MS))
    return 'later'
  }
}

async function post(parts: Parts, letter: Letter, drawing: Drawing): Promise<void> {
  const { deps, inFlight, pace } = parts
  const { to, threadTs } = drawing
  inFlight.add(letter.id)
  try {
    const begun = pace.elapsed()
    if (!(await claim(deps.db, letter, { channel: to, threadTs, at: deps.now() }))) return
    if (pace.elapsed() - begun > STALE_CLAIM_MS)
      return await markUnknown(deps.db, letter, addMs(deps.now(), pace.settleMs))
    const posted = await posting(parts, letter, drawing).catch((fault: unknown) => ({ fault }))
    await ('fault' in posted
      ? notPosted(parts, letter, drawing, posted.fault)
      : settleSent(deps, letter, posted))
  } finally {
    inFlight.delete(letter.id)
  }
}

/** Blocks that Slack does not know yet there are left out in a second try; the first was refused as a whole. */
async function posting({ clientOf, turns }: Parts, letter: Letter, drawing: Drawing) {
  const { to, threadTs, message, replaces } = drawing
  const slack = clientOf(letter.workspace)
  const put = async (blocks?: Message['blocks']) => {
    if (replaces === undefined) return slack.post({ channel: to, message, threadTs, key: letter.key, blocks })
    await slack.update({ channel: to, ts: replaces, message, blocks })
    return { channel: to, ts: replaces }
  }
  try {
    return await put()
  } catch (fault) {
    const { fallback } = message
    if (!(fault instanceof SlackRefused && fault.code === 'invalid_blocks') || fallback === undefined)
      throw fault
    await turns.take(letter.workspace, letter.target)
    return put(fallback)
  }
}

async function notPosted(parts: Parts, letter: Letter, drawing: Drawing, fault: unknown): Promise<void> {
  const { deps, holds, log, pace } = parts
  const { db, now } = deps
  if (fault instanceof SlackLimited) {
    holds.asked(letter.workspace, fault.retryAfterMs)
    return backToDue(db, letter, addMs(now(), fault.retryAfterMs))
  }
  if (fault instanceof SlackRefused) return refused(parts, letter, fault)
  // What is drawn anew in its place may be drawn so twice.
  if (drawing.replaces !== undefined) return backToDue(db, letter, addMs(now(), pace.settleMs))
  log.warn({ ...about(letter), err: fault }, 'nobody knows whether a message arrived; it will be looked for')
  await markUnknown(db, letter, addMs(now(), pace.settleMs))
}

async function refused(parts: Parts, letter: Letter, fault: SlackRefused): Promise<void> {
  const { deps, holds, log } = parts
  const { code, details } = fault
  if (isTokenFault(code)) {
    if (!holds.isHeld(letter.workspace))
      log.error({ workspace: letter.workspace, code }, 'Slack refuses the token')
    holds.chosen(letter.workspace, TOKEN_PAUSE_MS)
    return backToDue(deps.db, letter, addMs(deps.now(), TOKEN_PAUSE_MS))
  }
  if (!isUndeliverable(code)) log.error({ ...about(letter), code, details }, 'Slack refuses a message')
  await settleSkipped(deps, letter, reasonOfRefusal(code))
  if (isChannel(letter.target)) await channelRefused(deps, letter.workspace, letter.target, code)
}

const isChannel = (target: string): target is ChannelId => /^[CG]/.test(target)
