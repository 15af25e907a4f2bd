import { blockersOf } from '../../db/blockers.ts'
import { breathing } from '../../db/breathing.ts'
import { leavesOfAll } from '../../db/leaves.ts'
import type { TalliedAsk } from '../../db/tallies.ts'
import { usualBoard } from '../domain/board-mode.ts'
import type { CheckInOutcome } from '../domain/leaderboard.ts'
import { isOnLeave } from '../domain/leave.ts'
import type { Team } from '../domain/people.ts'
import type { WeekSheet } from '../domain/sheets.ts'
import { addMs, DAY_MS, localDateOf } from '../domain/time.ts'
import type { Instant, LocalDate, PersonId } from '../domain/types.ts'
import { type Week, weekBegan, weekOf } from '../domain/week.ts'
import { boardSheet, type TeamFacts, teamFacts } from './board-sheet.ts'
import type { Deps } from './deps.ts'
import type { OwnedStanding } from './standings.ts'

/** A block that nobody has spoken of for so long is no news. */
const BLOCKED_MS = 60 * DAY_MS

/** The week's message of a team as it stands now: a fixed number of queries whatever its size. */
export async function weekSheet(of: Deps, team: Team, now: Instant): Promise<WeekSheet> {
  const deps = { ...of, db: breathing(of.db) }
  const facts = await teamFacts(deps, team, now)
  return {
    team,
    week: team.hasSummary ? await weekOfTeam(deps, team, now, facts) : undefined,
    board: team.hasBoard ? await boardSheet(deps, team, now, usualBoard, facts) : undefined,
  }
}

/** Shared goals of people who are in the channel: those that are active, and those reached this week. */
export async function weekOfTeam(deps: Deps, team: Team, now: Instant, facts?: TeamFacts): Promise<Week> {
  const { db } = deps
  const { workspace } = team
  const today = localDateOf(now, team.zone)
  const { joinedAt: members, standings, asks } = facts ?? (await teamFacts(deps, team, now))
  const began = weekBegan(today, team.zone)
  const told = standings.filter(
    ({ standing: { goal } }) => goal.closedAt === undefined || goal.closedAt >= began,
  )
  const present = told.filter(({ owner }) => members.has(owner.id) && !owner.isDeactivated)
  return weekOf({
    today,
    goals: present,
    blockers: await blockersOf(db, workspace, team.id, addMs(now, -BLOCKED_MS)),
    away: await awayNow(deps, team, told, today),
    asks: newestOutcomes(asks, members),
  })
}

/** Of the newest period that anyone was asked for: how each member's ask stands, its window closed or not. */
function newestOutcomes(
  asks: ReadonlyMap<PersonId, readonly TalliedAsk[]>,
  members: ReadonlyMap<PersonId, Instant>,
): readonly CheckInOutcome[] {
  const last = [...asks].flatMap(([person, all]) => all.slice(-1).map((ask) => ({ person, ask })))
  const newest = last.reduce((key, { ask }) => (ask.key > key ? ask.key : key), '')
  return last.flatMap(({ person, ask }) => (ask.key === newest && members.has(person) ? [ask.outcome] : []))
}

async function awayNow(
  { db }: Deps,
  { workspace }: Team,
  standings: readonly OwnedStanding[],
  today: LocalDate,
): Promise<ReadonlySet<PersonId>> {
  const owners = [...new Set(standings.map(({ owner }) => owner.id))]
  const leaves = await leavesOfAll(db, workspace, owners, today)
  return new Set(owners.filter((owner) => isOnLeave(leaves.get(owner) ?? [], today)))
}
