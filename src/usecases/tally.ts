import { type Ask, recentAsks } from '../../db/asks.ts'
import { timelinessIn } from '../../db/check-ins.ts'
import type { Db } from '../../db/schema.ts'
import { putTally, type TalliedAsk, tallyRows } from '../../db/tallies.ts'
import type { Timeliness } from '../domain/check-in.ts'
import type { CheckInOutcome } from '../domain/leaderboard.ts'
import type { PersonId, TeamId, WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'

/** Six count (domain.md §4.2); the rest tells whether skips before them were free. */
const KEPT = 12

/** Brings a person's tally up to what their asks and live answers say; in the transaction that changed one of them. */
export async function refreshTally(
  db: Db,
  deps: Deps,
  workspace: WorkspaceId,
  whose: { readonly team: TeamId; readonly person: PersonId },
): Promise<void> {
  const recent = await talliedNow(db, workspace, whose)
  await putTally(db, workspace, { ...whose, recent, at: deps.now() })
}

async function talliedNow(
  db: Db,
  workspace: WorkspaceId,
  whose: { readonly team: TeamId; readonly person: PersonId },
): Promise<readonly TalliedAsk[]> {
  const asks = await recentAsks(db, workspace, whose.team, whose.person, KEPT)
  const periods = asks.map((ask) => ask.periodKey)
  const answered = await timelinessIn(db, workspace, { ...whose, periods })
  return asks.map((ask) => ({
    key: ask.periodKey,
    windowEnds: ask.windowEnds,
    outcome: outcomeOf(ask, answered.get(ask.periodKey) ?? []),
  }))
}

/** On time when at least one of its goals was, PRODUCT.md §10. Whoever answers a skipped or excused ask after all has answered. */
function outcomeOf(ask: Ask, answers: readonly Timeliness[]): CheckInOutcome {
  if (answers.includes('early') || answers.includes('on-time')) return 'on-time'
  if (ask.state === 'excused' || ask.state === 'skipped') return ask.state
  return answers.length > 0 ? 'late' : 'missed'
}

/** The people whose stored tally differs from what their rows say, after setting it right: always none, or there is a bug. */
export async function recomputeTallies(
  deps: Deps,
  workspace: WorkspaceId,
): Promise<readonly { readonly team: TeamId; readonly person: PersonId }[]> {
  const differing = []
  for (const { team, person, recent } of await tallyRows(deps.db, workspace)) {
    const right = await talliedNow(deps.db, workspace, { team, person })
    if (JSON.stringify(right) === JSON.stringify(recent)) continue
    await putTally(deps.db, workspace, { team, person, recent: right, at: deps.now() })
    differing.push({ team, person })
  }
  return differing
}
