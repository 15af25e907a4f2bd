import { type Deed, noteDeed } from '../../db/audit.ts'
import type { Trx } from '../../db/schema.ts'
import type { Person } from '../domain/people.ts'
import type { Deps } from './deps.ts'

/** Writes who did what into the audit log, in the transaction that does it. */
export async function note(
  trx: Trx,
  deps: Deps,
  actor: Person,
  deed: Pick<Deed, 'action' | 'subject' | 'details'>,
): Promise<void> {
  await noteDeed(trx, actor.workspace, { ...deed, id: deps.newId(), at: deps.now(), person: actor.id })
}
