import { missedInARow, type Whose } from '../../db/missed.ts'
import { peopleOf } from '../../db/people.ts'
import { newestReadings, valuesByPeriod } from '../../db/readings.ts'
import type { Db } from '../../db/schema.ts'
import type { Goal, GoalKind, Standing } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import { type StandingExtra, standingOf } from '../domain/progress.ts'
import { localDateOf } from '../domain/time.ts'
import type { GoalId, Instant, LocalDate, WorkspaceId, Zone } from '../domain/types.ts'

/** A goal's standing with whom it is about and what it was computed from. */
export interface OwnedStanding {
  readonly standing: Standing
  readonly owner: Person
  readonly extra: StandingExtra & { readonly missedDue: number }
}

/**
 * Where goals stand today, each in its owner's zone, in the order given: a fixed number of queries, however many goals.
 * `whose` must cover all of them; `known` is an owner who is at hand already. Goals whose owner is not known are left out.
 */
export async function standingsOf(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly Goal[],
  whose: Whose,
  now: Instant,
  known?: Person,
): Promise<readonly OwnedStanding[]> {
  if (goals.length === 0) return []
  const owners = await ownersOf(db, workspace, goals, known)
  const missed = await missedInARow(db, workspace, whose, now)
  const recent = await recentValues(db, workspace, goals)
  const todayIn = daysIn(now)
  return goals.flatMap((goal) => {
    const owner = owners.get(goal.owner)
    if (owner === undefined) return []
    const extra = { recent: recent.get(goal.id), missedDue: missed.get(goal.id) ?? 0 }
    return [{ owner, extra, standing: standingOf(goal, todayIn(owner.zone), extra) }]
  })
}

/** People are many, zones are few. */
function daysIn(now: Instant): (zone: Zone) => LocalDate {
  const days = new Map<Zone, LocalDate>()
  return (zone) => {
    const day = days.get(zone) ?? localDateOf(now, zone)
    days.set(zone, day)
    return day
  }
}

/** One's own goals need nobody looked up. */
async function ownersOf(db: Db, workspace: WorkspaceId, goals: readonly Goal[], known: Person | undefined) {
  const isOwn = known !== undefined && goals.every((goal) => goal.owner === known.id)
  if (isOwn) return new Map([[known.id, known]])
  return peopleOf(
    db,
    workspace,
    goals.map((goal) => goal.owner),
  )
}

/** Domain.md §3.3 looks at the last three readings of a keep-between goal. */
const LAST_READINGS = 3

/** What only some kinds look back on: a range on its last readings, a rhythm on all its periods. */
async function recentValues(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly Goal[],
): Promise<ReadonlyMap<GoalId, readonly number[]>> {
  const readings = await newestReadings(db, workspace, idsOf(goals, 'maintain'), LAST_READINGS)
  const periods = await valuesByPeriod(db, workspace, idsOf(goals, 'cadence'))
  const values = new Map(periods)
  for (const [goal, last] of readings)
    values.set(
      goal,
      last.map((reading) => reading.value),
    )
  return values
}

const idsOf = (goals: readonly Goal[], kind: GoalKind): GoalId[] =>
  goals.filter((goal) => goal.kind === kind).map((goal) => goal.id)
