import { draftsOf, endDraft, forgetDrafts, type StoredDraft, saveDraft } from '../../db/drafts.ts'
import type { Person } from '../domain/people.ts'
import { addMs, DAY_MS } from '../domain/time.ts'
import type { Deps } from './deps.ts'

/** Goals whose form was begun: kept while it is filled, for a month after, or until it is sent or discarded. */

const KEPT_MS = 30 * DAY_MS
/** A press that was on its way when the form was sent comes within seconds. */
const ENDED_KEPT_MS = DAY_MS
const MOST_DRAFTS = 3

/** The newest three. */
export async function draftsFor({ db, now }: Deps, person: Person): Promise<readonly StoredDraft[]> {
  return draftsOf(db, person.workspace, person.id, addMs(now(), -KEPT_MS), MOST_DRAFTS)
}

export async function keepDraft(
  { db, now }: Deps,
  person: Person,
  draft: Pick<StoredDraft, 'id' | 'title' | 'form'>,
): Promise<void> {
  const at = now()
  await saveDraft(db, person.workspace, person.id, { ...draft, changedAt: at })
  await forgetDrafts(db, person.workspace, person.id, {
    changed: addMs(at, -KEPT_MS),
    ended: addMs(at, -ENDED_KEPT_MS),
  })
}

/** The goal was made, or the person wants it no more. */
export async function dropDraft({ db, now }: Deps, person: Person, id: string): Promise<void> {
  await endDraft(db, person.workspace, person.id, id, now())
}
