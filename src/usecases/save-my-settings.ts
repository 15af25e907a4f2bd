import { personOf, savePreferences } from '../../db/people.ts'
import { transact } from '../../db/transaction.ts'
import type { Muted, Person } from '../domain/people.ts'
import type { Instant, Language, Place, Zone } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { note } from './note.ts'
import { reschedulePerson } from './schedules.ts'

/** What is absent stays as it is; `as-slack` and `as-team` give the choice back to what those say. */
export interface MyChanges {
  readonly zone?: Zone | 'as-slack' | undefined
  readonly language?: Language | 'as-slack' | undefined
  readonly holidaysOf?: Place | 'as-team' | undefined
  readonly muted?: Muted | undefined
  readonly isNewsMuted?: boolean | undefined
  readonly isOffBoard?: boolean | undefined
}

/** A person's own settings. In another zone, or with other holidays, their prompts are due at other moments, which are computed anew. */
export async function saveMySettings(deps: Deps, actor: Person, changes: MyChanges): Promise<Person> {
  return transact(deps.db, async (trx) => {
    const before = await personOf(trx, actor.workspace, actor.id)
    if (before === undefined) throw new Error(`person ${actor.id} is not known`)
    const own = {
      zone: before.zoneIsOwn ? before.zone : undefined,
      language: before.languageIsOwn ? before.language : undefined,
    }
    await savePreferences(trx, actor.workspace, actor.id, {
      zone: chosen(changes.zone, own.zone),
      language: chosen(changes.language, own.language),
      holidaysOf: chosen(changes.holidaysOf, before.holidaysOf),
      ...silenced(before, changes, deps.now()),
      isOffBoard: changes.isOffBoard ?? before.isOffBoard,
    })
    await note(trx, deps, actor, { action: 'my-settings', subject: actor.id, details: { ...changes } })
    const after = (await personOf(trx, actor.workspace, actor.id)) ?? before
    if (after.zone !== before.zone || after.holidaysOf !== before.holidaysOf)
      await reschedulePerson(trx, deps, after)
    return after
  })
}

/** Since when anything is silenced holds until nothing is. */
export function silenced(
  before: Person,
  { muted = before.muted, isNewsMuted = before.isNewsMuted }: Pick<MyChanges, 'muted' | 'isNewsMuted'>,
  now: Instant,
) {
  const isQuiet = muted !== 'nothing' || isNewsMuted
  return { muted, isNewsMuted, mutedAt: isQuiet ? (before.mutedAt ?? now) : undefined }
}

function chosen<T extends string>(
  change: T | 'as-slack' | 'as-team' | undefined,
  before: T | undefined,
): T | undefined {
  if (change === undefined) return before
  return change === 'as-slack' || change === 'as-team' ? undefined : change
}
