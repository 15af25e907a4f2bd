import { setAskState } from '../../db/asks.ts'
import { enqueue } from '../../db/outbox.ts'
import type { Trx } from '../../db/schema.ts'
import { putSnooze, snoozedUntil } from '../../db/snoozes.ts'
import type { LifeTold } from '../domain/life-told.ts'
import type { Person } from '../domain/people.ts'
import { laterIn } from '../domain/reply/life-words.ts'
import { addDays, addMs, instantAt, localDateOf, wallTimeOf } from '../domain/time.ts'
import type { Instant, OccurrenceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { soonestPrompt } from './next-prompts.ts'
import { type OpenAsks, openAsks } from './open-asks.ts'
import { refreshExcuses } from './refresh-excuses.ts'
import { refreshTally } from './tally.ts'

const MINUTE_MS = 60_000

/**
 * The open prompt comes once more at that time, and no reminder before it; of two times the later one. Beyond the next prompt
 * there is nothing to come: that one asks instead.
 */
export async function snoozeIn(
  trx: Trx,
  deps: Deps,
  person: Person,
  words: string,
  occurrence?: OccurrenceId,
): Promise<LifeTold> {
  const open = await openAsks(deps, person, occurrence)
  const next = await soonestPrompt(deps, person)
  if (open === 'none') return { as: 'nothing-open', next }
  if (open === 'all-answered') return { as: 'all-answered', next }
  const wanted = momentOf(deps, person, words, open)
  if (wanted === undefined) return { as: 'unclear', what: 'snooze', typed: words }
  const before = await snoozedUntil(trx, person.workspace, open.occurrence)
  const until = Math.min(Math.max(wanted, before ?? 0), open.nextPromptAt) as Instant
  await takeUpAgain(trx, deps, person, open)
  await putSnooze(trx, person.workspace, {
    occurrence: open.occurrence,
    person: person.id,
    until,
    at: deps.now(),
  })
  if (until >= open.nextPromptAt) return { as: 'snoozed-to-next', next: open.nextPromptAt }
  await enqueue(trx, {
    id: deps.newId(),
    workspace: person.workspace,
    key: `again:${open.occurrence}:${until}`,
    kind: 'prompt-again',
    payload: { occurrence: open.occurrence, until },
    target: person.id,
    dueAt: until,
  })
  return { as: 'snoozed', until }
}

/** Whoever wants to be asked later no longer passes it over. */
async function takeUpAgain(trx: Trx, deps: Deps, person: Person, open: OpenAsks): Promise<void> {
  if (open.asks.every((ask) => ask.state !== 'skipped')) return
  await setAskState(trx, person.workspace, open.occurrence, 'asked')
  for (const { team } of open.asks)
    await refreshTally(trx, deps, person.workspace, { team, person: person.id })
  await refreshExcuses(trx, deps, person)
}

/** A day means the time of day at which the prompt came. A time of day that has passed means tomorrow's. */
function momentOf(deps: Deps, person: Person, words: string, { asks }: OpenAsks): Instant | undefined {
  const { zone } = person
  const now = deps.now()
  const today = localDateOf(now, zone)
  const later = laterIn(words, today)
  if (later === undefined) return undefined
  if ('minutes' in later) return addMs(now, later.minutes * MINUTE_MS)
  if ('date' in later) {
    const asked = asks[0]?.promptAt ?? now
    return instantAt(later.date, wallTimeOf(asked, zone), zone)
  }
  const at = instantAt(today, later.time, zone)
  return at > now ? at : instantAt(addDays(today, 1), later.time, zone)
}
