import { homeChoiceOf, saveHomeChoice } from '../../db/home-choices.ts'
import { transact } from '../../db/transaction.ts'
import { changedHome, type HomeChange } from '../domain/home-choice.ts'
import type { Person } from '../domain/people.ts'
import type { Deps } from './deps.ts'

/** What a person chooses to see on Home; two choices at once both count. */
export async function chooseHome(deps: Deps, { workspace, id }: Person, change: HomeChange): Promise<void> {
  await transact(deps.db, async (trx) => {
    const choice = await homeChoiceOf(trx, workspace, id)
    await saveHomeChoice(trx, workspace, id, changedHome(choice, change))
  })
}
