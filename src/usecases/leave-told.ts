import { enqueue } from '../../db/outbox.ts'
import type { Trx } from '../../db/schema.ts'
import type { LifeTold } from '../domain/life-told.ts'
import type { Person } from '../domain/people.ts'
import type { Deps } from './deps.ts'

/** Tells the person in their direct messages; once for each key. */
export async function oweTold(
  trx: Trx,
  deps: Deps,
  person: Person,
  told: LifeTold,
  key: string,
): Promise<void> {
  await enqueue(trx, {
    id: deps.newId(),
    workspace: person.workspace,
    key: `told:${key}`,
    kind: 'said',
    payload: { person: person.id, what: { is: 'life', told } },
    target: person.id,
    dueAt: deps.now(),
    plannedFor: deps.now(),
  })
}
