import { asksOfOccurrence, setAskState } from '../../db/asks.ts'
import { settleOccurrence } from '../../db/occurrences.ts'
import type { Letter } from '../../db/outbox.ts'
import { markGreeted } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { markSent, markSkipped } from '../../db/sending.ts'
import { together, transact } from '../../db/transaction.ts'
import type { SkipReason } from '../domain/skip-reasons.ts'
import type { PersonId } from '../domain/types.ts'
import type { Deps } from '../usecases/deps.ts'
import { refreshTally } from '../usecases/tally.ts'
import { oweDetails } from '../usecases/week-details.ts'

/** What becomes true together with a letter's end, in its transaction. */

type Ended = Pick<Letter, 'workspace' | 'id' | 'occurrence'> & Partial<Letter>

/** It stands in Slack. Whoever got a prompt has had the bot explained. */
export async function settleSent(
  deps: Deps,
  letter: Letter,
  where: { readonly channel: string; readonly ts: string },
): Promise<void> {
  const { workspace, occurrence } = letter
  await together(deps.db, async (trx) => {
    await markSent(trx, letter, { ...where, at: deps.now() })
    if (occurrence !== undefined) await settleOccurrence(trx, workspace, occurrence, { state: 'sent' })
    if (letter.saying.kind === 'leaderboard') await oweDetails(trx, deps, letter, letter.saying.payload.team)
    if (letter.saying.kind === 'prompt') {
      await markGreeted(trx, workspace, letter.target as PersonId, deps.now())
    }
  })
}

/** It never will. A prompt that nobody got is nobody's miss. */
export async function settleSkipped(deps: Deps, letter: Ended, reason: SkipReason): Promise<void> {
  const { workspace, occurrence } = letter
  await transact(deps.db, async (trx) => {
    await markSkipped(trx, letter, reason)
    if (occurrence === undefined) return
    const isNews = await settleOccurrence(trx, workspace, occurrence, { state: 'skipped', reason })
    if (isNews) await excuse(trx, deps, { workspace, occurrence }, reason)
  })
}

/** Only a prompt's occurrence has asks. */
async function excuse(
  trx: Trx,
  deps: Deps,
  {
    workspace,
    occurrence,
  }: { readonly workspace: Letter['workspace']; readonly occurrence: NonNullable<Letter['occurrence']> },
  reason: string,
): Promise<void> {
  const asks = await asksOfOccurrence(trx, workspace, occurrence)
  if (asks.length === 0) return
  // A pause made after it was planned counts as any pause does.
  await setAskState(trx, workspace, occurrence, reason === 'stopped' ? 'skipped' : 'excused')
  for (const { team, person } of asks) await refreshTally(trx, deps, workspace, { team, person })
}
