import type { Letter } from '../../db/outbox.ts'
import { backToDue, markUnknown, readWaiting, type Waiting } from '../../db/sending.ts'
import { addMs } from '../domain/time.ts'
import { SlackLimited, SlackRefused } from '../slack/calls.ts'
import { settleSent, settleSkipped } from './outcomes.ts'
import { about, type Parts } from './parts.ts'
import { isTokenFault } from './refusals.ts'

const LOOK_AGAIN_MS = 60_000
const TOKEN_PAUSE_MS = 10 * 60_000
/** Written on what was sent a second time without knowing of the first. */
const SENT_BLINDLY = 'history-unreadable'

/** Settles a letter whose outcome nobody knew: Slack's history shows it, or it is due once more. */
export async function look(parts: Parts, waiting: Waiting): Promise<void> {
  const { deps } = parts
  const read = await readWaiting(deps.db, waiting.workspace, waiting)
  if (read === undefined) return
  if ('unreadable' in read) {
    const { workspace, id } = waiting
    return settleSkipped(deps, { workspace, id, ...read.unreadable }, 'unreadable')
  }
  await lookFor(parts, read.letter)
}

async function lookFor(parts: Parts, letter: Letter): Promise<void> {
  const { deps, clientOf, log } = parts
  const { workspace, key, claimedAt } = letter
  // What is drawn anew in its place may be drawn so twice.
  if (letter.saying.kind === 'week-again') return backToDue(deps.db, letter, deps.now())
  if (claimedAt === undefined) return backToDue(deps.db, letter, deps.now())
  const sentTo = letter.sentTo ?? (await placeOf(parts, letter))
  const slack = clientOf(workspace)
  const found = await slack
    .findPosted({ ...sentTo, key, since: claimedAt })
    .catch((fault: unknown) => ({ fault }))
  if (found === undefined) return backToDue(deps.db, letter, deps.now())
  if ('fault' in found) return notFound({ deps, log }, letter, found.fault)
  log.info(about(letter), 'a message of unknown outcome had arrived')
  await settleSent(deps, letter, { channel: found.channel ?? sentTo.channel, ts: found.ts })
}

/** Where it would go now: after a restore nobody knows where it went. */
async function placeOf({ render }: Parts, letter: Letter): Promise<NonNullable<Letter['sentTo']>> {
  const drawn = await render(letter).catch(() => undefined)
  if (drawn === undefined || 'skip' in drawn) return { channel: letter.target, threadTs: undefined }
  return { channel: drawn.to, threadTs: drawn.threadTs }
}

async function notFound({ deps, log }: Pick<Parts, 'deps' | 'log'>, letter: Letter, fault: unknown) {
  const later = (ms: number) => markUnknown(deps.db, letter, addMs(deps.now(), ms))
  if (fault instanceof SlackLimited) return later(fault.retryAfterMs)
  if (!(fault instanceof SlackRefused)) return later(LOOK_AGAIN_MS)
  if (isTokenFault(fault.code)) return later(TOKEN_PAUSE_MS)
  log.error({ ...about(letter), code: fault.code }, "Slack's history cannot be read to look for a message")
  // A question twice is better than none; a board or a card twice is not.
  if (!isForOnePerson(letter) || letter.reason === SENT_BLINDLY) {
    return settleSkipped(deps, letter, 'unknown-outcome')
  }
  await backToDue(deps.db, letter, deps.now(), SENT_BLINDLY)
}

const isForOnePerson = ({ target }: Letter): boolean => /^[UWD]/.test(target)
