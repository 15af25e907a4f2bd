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

/** True where it is new, or has another title than before. */
export async function keepDraft(
  deps: Deps,
  person: Person,
  draft: Pick<StoredDraft, 'id' | 'title' | 'form'>,
): Promise<boolean> {
  const { db, now } = deps
  const at = now()
  const before = (await draftsFor(deps, person)).find(({ id }) => id === draft.id)
  await saveDraft(db, person.workspace, person.id, { ...draft, changedAt: at })
  await forgetDrafts(db, person.workspace, person.id, {
    changed: addMs(at, -KEPT_MS),
    ended: addMs(at, -ENDED_KEPT_MS),
  })
  return before?.title !== draft.title
}

/** The goal was made, or the person wants it no more. */
export async function dropDraft({ db, now }: Deps, person: Person, id: string): Promise<void> {
  await endDraft(db, person.workspace, person.id, id, now())
}
