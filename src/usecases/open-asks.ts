import { type Ask, asksOfOccurrence } from '../../db/asks.ts'
import type { Db } from '../../db/schema.ts'
import { tallyOf } from '../../db/tallies.ts'
import type { Person } from '../domain/people.ts'
import type { Instant, OccurrenceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { openPromptOf } from './prompt-sheet.ts'

export interface OpenAsks {
  readonly occurrence: OccurrenceId
  readonly asks: readonly Ask[]
  /** When the first of its teams asks again. */
  readonly nextPromptAt: Instant
}

/** What the open prompt asks, while anything of it is unanswered. A button of an older prompt finds nothing open. */
export async function openAsks(
  deps: Deps,
  person: Person,
  occurrence: OccurrenceId | undefined,
): Promise<OpenAsks | 'none' | 'all-answered'> {
  const sheet = await openPromptOf(deps, person)
  if (sheet === undefined || sheet.items.length === 0) return 'none'
  if (occurrence !== undefined && occurrence !== sheet.occurrence) return 'none'
  if (sheet.items.every((item) => item.isAnswered)) return 'all-answered'
  const asks = await asksOfOccurrence(deps.db, person.workspace, sheet.occurrence)
  const nextPromptAt = Math.min(...asks.map((ask) => ask.nextPromptAt)) as Instant
  return { occurrence: sheet.occurrence, asks, nextPromptAt }
}

/** How many prompts in a row the person has passed over by now, in the team where it is most; leave is looked through. */
export async function skipsInARow(db: Db, asks: readonly Ask[]): Promise<number> {
  let most = 0
  for (const { workspace, team, person } of asks) {
    const outcomes = await tallyOf(db, workspace, { team, person })
    const counted = outcomes.filter((outcome) => outcome !== 'excused')
    const last = counted.findLastIndex((outcome) => outcome !== 'skipped')
    most = Math.max(most, counted.length - 1 - last)
  }
  return most
}
