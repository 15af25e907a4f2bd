import { blockersOf } from '../../db/blockers.ts'
import { goalsScoredIn } from '../../db/goals.ts'
import { leavesOfAll } from '../../db/leaves.ts'
import { membersOf } from '../../db/members.ts'
import { newestAsksOf } from '../../db/tallies.ts'
import type { Goal } from '../domain/goal.ts'
import { isOnLeave } from '../domain/leave.ts'
import type { Team } from '../domain/people.ts'
import type { WeekSheet } from '../domain/sheets.ts'
import { addMs, DAY_MS, localDateOf } from '../domain/time.ts'
import type { Instant, LocalDate, PersonId } from '../domain/types.ts'
import { type Week, weekBegan, weekOf } from '../domain/week.ts'
import { boardSheet } from './board-sheet.ts'
import type { Deps } from './deps.ts'
import { standingsOf } from './standings.ts'

/** A block that nobody has spoken of for so long is no news. */
const BLOCKED_MS = 60 * DAY_MS

/** The week's message of a team as it stands now: a fixed number of queries whatever its size. */
export async function weekSheet(deps: Deps, team: Team, now: Instant): Promise<WeekSheet> {
  return {
    team,
    week: team.hasSummary ? await weekOfTeam(deps, team, now) : undefined,
    board: team.hasBoard ? await boardSheet(deps, team, now) : undefined,
  }
}

/** Shared goals of people who are in the channel: those that are active, and those reached this week. */
export async function weekOfTeam(deps: Deps, team: Team, now: Instant): Promise<Week> {
  const { db } = deps
  const { workspace } = team
  const today = localDateOf(now, team.zone)
  const members = new Set((await membersOf(db, workspace, team.id)).map(({ person }) => person))
  const goals = await goalsScoredIn(db, workspace, team.id, weekBegan(today, team.zone))
  const standings = await standingsOf(db, workspace, goals, { team: team.id }, now)
  const present = standings.filter(({ owner }) => members.has(owner.id) && !owner.isDeactivated)
  const asks = await newestAsksOf(db, workspace, team.id)
  return weekOf({
    today,
    goals: present,
    blockers: await blockersOf(db, workspace, team.id, addMs(now, -BLOCKED_MS)),
    away: await awayNow(deps, team, goals, today),
    asks: [...asks].flatMap(([person, outcome]) => (members.has(person) ? [outcome] : [])),
  })
}

async function awayNow(
  { db }: Deps,
  { workspace }: Team,
  goals: readonly Goal[],
  today: LocalDate,
): Promise<ReadonlySet<PersonId>> {
  const owners = [...new Set(goals.map(({ owner }) => owner))]
  const leaves = await leavesOfAll(db, workspace, owners, today)
  return new Set(owners.filter((owner) => isOnLeave(leaves.get(owner) ?? [], today)))
}
