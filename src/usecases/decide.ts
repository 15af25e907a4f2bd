import type { Db, Trx } from '../../db/schema.ts'
import { transact } from '../../db/transaction.ts'
import type { Result } from '../domain/result.ts'

/** A transaction that a refusal rolls back as a fault does: what was refused leaves nothing behind. */
export async function decideIn<T, R>(
  db: Db,
  decide: (trx: Trx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  let decided: Result<T, R> | undefined
  try {
    return await transact(db, async (trx) => {
      decided = await decide(trx)
      if (!decided.ok) throw new RolledBack()
      return decided
    })
  } catch (fault) {
    if (fault instanceof RolledBack && decided !== undefined) return decided
    throw fault
  }
}

class RolledBack extends Error {
  override readonly name = 'RolledBack'
}
