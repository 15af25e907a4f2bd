import { enqueue } from '../../db/outbox.ts'
import type { Trx } from '../../db/schema.ts'
import type { Understood } from '../domain/check-in.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result } from '../domain/result.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { type Recording, recordIn } from './record-answers.ts'
import { undoIn } from './take-back.ts'

/** Stores answers from a form or a button and owes the person the line that says what was understood. */
export async function checkIn(
  deps: Deps,
  person: Person,
  recording: Omit<Recording, 'messageKey'> & {
    /** The source key of the answers that these stand in place of. */
    readonly replaces?: string | undefined
  },
): Promise<Result<readonly Understood[], Refusal>> {
  return decideIn(deps.db, async (trx) => {
    // Past the next prompt there is nothing to take back: the new number is added as a correction.
    if (recording.replaces !== undefined) await undoIn(trx, deps, person, recording.replaces)
    const recorded = await recordIn(trx, deps, person, { ...recording, messageKey: undefined })
    if (!recorded.ok) return recorded
    await oweReceipt(trx, deps, person, recording.key, recorded.value)
    return ok(recorded.value)
  })
}

async function oweReceipt(
  trx: Trx,
  deps: Deps,
  person: Person,
  key: string,
  understood: readonly Understood[],
): Promise<void> {
  await enqueue(trx, {
    id: deps.newId(),
    workspace: person.workspace,
    key: `understood:${key}`,
    kind: 'understood',
    payload: { person: person.id, key, answers: understood.map(({ answer }) => answer.id) },
    target: person.id,
    dueAt: deps.now(),
  })
}
