import { setAskState } from '../../db/asks.ts'
import { personOf, savePreferences, saveStop } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { transact } from '../../db/transaction.ts'
import type { LifeTold } from '../domain/life-told.ts'
import type { Person } from '../domain/people.ts'
import { isDayFirst } from '../domain/reply/day-order.ts'
import { dateIn, type LifeWord, type MuteKind } from '../domain/reply/life-words.ts'
import { isStoppedAt } from '../domain/stop.ts'
import { localDateOf } from '../domain/time.ts'
import type { OccurrenceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { awayIn, backIn } from './leave.ts'
import { promptsStopped, soonestPrompt } from './next-prompts.ts'
import { note } from './note.ts'
import { openAsks, skipsInARow } from './open-asks.ts'
import { refreshExcuses } from './refresh-excuses.ts'
import { silenced } from './save-my-settings.ts'
import { snoozeIn } from './snooze.ts'
import { refreshTally } from './tally.ts'

/** Does what a person says about the asking itself, and answers with what became of it. */
export async function tellLife(
  deps: Deps,
  person: Person,
  word: LifeWord,
  occurrence?: OccurrenceId,
): Promise<LifeTold> {
  return transact(deps.db, (trx) => tellLifeIn(trx, deps, person, word, occurrence))
}

/** `occurrence`: the prompt whose button was pressed; the open one, when absent. */
export async function tellLifeIn(
  trx: Trx,
  outside: Deps,
  actor: Person,
  word: LifeWord,
  occurrence?: OccurrenceId,
): Promise<LifeTold> {
  const deps = { ...outside, db: trx }
  const person = (await personOf(trx, actor.workspace, actor.id)) ?? actor
  switch (word.is) {
    case 'snooze':
      return snoozeIn(trx, deps, person, word.words, occurrence)
    case 'skip':
      return skip(trx, deps, person, occurrence)
    case 'stop':
      return stop(trx, deps, person, word.words)
    case 'resume':
      return resume(trx, deps, person)
    case 'mute':
    case 'unmute':
      return mute(trx, deps, person, word.is, word.what)
    case 'away':
      return awayIn(trx, deps, person, person, word.words)
    case 'back':
      return backIn(trx, deps, person, person)
    case 'unclear':
      return { as: 'unclear', what: word.what, typed: word.typed }
    case 'muted':
      return { as: 'muted-list' }
    case 'when':
      return { as: 'when' }
  }
}

/** The open prompt is passed over: no reminder comes, and an answer still counts. */
async function skip(trx: Trx, deps: Deps, person: Person, occurrence?: OccurrenceId): Promise<LifeTold> {
  const next = await soonestPrompt(deps, person)
  const open = await openAsks(deps, person, occurrence)
  if (open === 'none') return { as: 'nothing-open', next }
  if (open === 'all-answered') return { as: 'all-answered', next }
  await setAskState(trx, person.workspace, open.occurrence, 'skipped')
  for (const { team } of open.asks)
    await refreshTally(trx, deps, person.workspace, { team, person: person.id })
  await refreshExcuses(trx, deps, person)
  return { as: 'skipped', nth: await skipsInARow(trx, open.asks), next }
}

async function stop(trx: Trx, deps: Deps, person: Person, words: string): Promise<LifeTold> {
  const today = localDateOf(deps.now(), person.zone)
  const until = words === '' ? undefined : dateIn(words, today, isDayFirst(person.locale))
  if (words !== '' && until === undefined) return { as: 'unclear', what: 'stop', typed: words }
  if (until !== undefined && until <= today) return { as: 'past', until }
  const since = person.stop !== undefined && isStoppedAt(person, deps.now()) ? person.stop.since : deps.now()
  const stopped = { ...person, stop: { since, until } }
  await saveStop(trx, person.workspace, person.id, stopped.stop)
  await note(trx, deps, person, { action: 'stop', subject: person.id, details: { until } })
  return { as: 'stopped', until, prompts: await promptsStopped(deps, stopped) }
}

async function resume(trx: Trx, deps: Deps, person: Person): Promise<LifeTold> {
  const wasStopped = isStoppedAt(person, deps.now())
  if (person.stop !== undefined) await saveStop(trx, person.workspace, person.id, undefined)
  const next = await soonestPrompt(deps, { ...person, stop: undefined })
  if (!wasStopped) return { as: 'not-stopped', next }
  await note(trx, deps, person, { action: 'resume', subject: person.id, details: {} })
  return { as: 'resumed', next }
}

async function mute(
  trx: Trx,
  deps: Deps,
  person: Person,
  is: 'mute' | 'unmute',
  what: MuteKind,
): Promise<LifeTold> {
  if (what !== 'boards') {
    await savePreferences(trx, person.workspace, person.id, {
      zone: person.zoneIsOwn ? person.zone : undefined,
      language: person.languageIsOwn ? person.language : undefined,
      isOffBoard: person.isOffBoard,
      holidaysOf: person.holidaysOf,
      ...silenced(person, is === 'mute' ? withMuted(person, what) : withoutMuted(person, what), deps.now()),
    })
    await note(trx, deps, person, { action: is, subject: person.id, details: { what } })
  }
  return { as: is === 'mute' ? 'muted' : 'unmuted', what }
}

type Kind = Exclude<MuteKind, 'boards'>
type Quiet = Pick<Person, 'muted' | 'isNewsMuted'>

/** Who wants nothing at all wants no reminders either. */
function withMuted(person: Quiet, what: Kind): Quiet {
  if (what === 'everything') return { muted: 'everything', isNewsMuted: true }
  if (what === 'news') return { muted: person.muted, isNewsMuted: true }
  return {
    muted: person.muted === 'everything' ? 'everything' : 'reminders',
    isNewsMuted: person.isNewsMuted,
  }
}

/** To hear reminders again is to be asked again. */
function withoutMuted(person: Quiet, what: Kind): Quiet {
  if (what === 'everything') return { muted: 'nothing', isNewsMuted: false }
  if (what === 'news') return { muted: person.muted, isNewsMuted: false }
  return { muted: 'nothing', isNewsMuted: person.isNewsMuted }
}
