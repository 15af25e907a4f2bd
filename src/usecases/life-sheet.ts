import { newestAsked } from '../../db/asks.ts'
import { personOf } from '../../db/people.ts'
import { silencedSince } from '../../db/silenced.ts'
import { snoozedUntil } from '../../db/snoozes.ts'
import type { LifeSheet } from '../domain/life-sheet.ts'
import type { LeaveTold, LifeTold } from '../domain/life-told.ts'
import type { Person } from '../domain/people.ts'
import { isStoppedAt } from '../domain/stop.ts'
import type { Instant } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { nextPrompts } from './next-prompts.ts'

const MOST_SILENCED = 10

/** What was told with the facts that are true when it is shown. */
export async function lifeSheet(deps: Deps, person: Person, told: LifeTold): Promise<LifeSheet> {
  switch (told.as) {
    case 'when': {
      const next = await nextPrompts(deps, person)
      return {
        told,
        person,
        next: next.map(({ team, at }) => ({ channel: team.channelName, at })),
        again: await comesAgain(deps, person),
        isStopped: isStoppedAt(person, deps.now()),
      }
    }
    case 'muted-list': {
      const isStopped = isStoppedAt(person, deps.now())
      const since = sinceOf(person, isStopped)
      return {
        told,
        person,
        isStopped,
        since,
        silenced:
          since === undefined
            ? []
            : await silencedSince(deps.db, person.workspace, person.id, since, MOST_SILENCED),
      }
    }
    case 'away':
    case 'back':
    case 'not-away':
      return { told, person, other: await otherIn(deps, person, told) }
    default:
      return { told, person }
  }
}

/** Whom a lead did it for, or the lead who did. */
async function otherIn(deps: Deps, person: Person, told: LeaveTold): Promise<string | undefined> {
  const id = told.of ?? ('by' in told ? told.by : undefined)
  const other = id && (await personOf(deps.db, person.workspace, id))
  return other?.name ?? id
}

/** Since when anything is silent, by muting or by a stop. */
function sinceOf({ mutedAt, stop }: Person, isStopped: boolean): Instant | undefined {
  const moments = [mutedAt, isStopped ? stop?.since : undefined].filter((at) => at !== undefined)
  return moments.length === 0 ? undefined : (Math.min(...moments) as Instant)
}

/** When a snoozed prompt comes once more. */
async function comesAgain(deps: Deps, person: Person): Promise<Instant | undefined> {
  const ask = await newestAsked(deps.db, person.workspace, person.id)
  if (ask?.occurrence === undefined) return undefined
  const until = await snoozedUntil(deps.db, person.workspace, ask.occurrence)
  return until !== undefined && until > deps.now() && until < ask.nextPromptAt ? until : undefined
}
