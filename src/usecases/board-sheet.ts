import { breathing } from '../../db/breathing.ts'
import { pendingVersionsOf } from '../../db/goal-versions.ts'
import { goalsScoredIn } from '../../db/goals.ts'
import { membersOf } from '../../db/members.ts'
import { scoresOf } from '../../db/scores.ts'
import { type TalliedAsk, talliesOf } from '../../db/tallies.ts'
import { type BoardChoice, scoringFor, usualBoard, WEEKS_IN } from '../domain/board-mode.ts'
import type { GoalVersion } from '../domain/goal.ts'
import {
  type Contender,
  isEligible,
  type PacedGoal,
  paceOf,
  rank,
  scoringPace,
} from '../domain/leaderboard.ts'
import type { Team } from '../domain/people.ts'
import { receiptOf } from '../domain/receipt.ts'
import type { BoardSheet, ReceiptSheet } from '../domain/sheets.ts'
import { waitsAsSuccessor } from '../domain/successor.ts'
import { addDays, addMs, DAY_MS, localDateOf, mondayOf } from '../domain/time.ts'
import type { GoalId, Instant, PersonId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { type OwnedStanding, standingsOf } from './standings.ts'

/** As long as a closed goal may still score, domain.md §4.3. */
const CLOSED_COUNTS_MS = 30 * DAY_MS
/** Two seasons: this one, and the one it is compared with. */
const LONGEST_WEEKS = 2 * WEEKS_IN.season

/** A team's leaderboard, domain.md §4.2: a fixed number of queries whatever its size. */
export async function boardSheet(
  of: Deps,
  team: Team,
  now: Instant,
  choice: BoardChoice = usualBoard,
  facts?: TeamFacts,
): Promise<BoardSheet> {
  const deps = { ...of, db: breathing(of.db) }
  const today = localDateOf(now, team.zone)
  const contenders = await contendersOf(deps, team, now, facts)
  const board = rank(contenders, scoringFor(choice, today))
  return { team, board, weekOf: mondayOf(today), choice }
}

/** One person's place, from the very numbers of the board. */
export async function receiptFor(
  deps: Deps,
  team: Team,
  person: PersonId,
  now: Instant,
): Promise<ReceiptSheet> {
  const contenders = await contendersOf(deps, team, now)
  return { team, receipt: receiptOf(contenders, rank(contenders), person) }
}

/** What a board and a week's message are both made of. */
export interface TeamFacts {
  /** When each member of the team's channel joined. */
  readonly joinedAt: ReadonlyMap<PersonId, Instant>
  /** Active goals, and those closed in the last 30 days; private ones are left out. */
  readonly standings: readonly OwnedStanding[]
  readonly asks: ReadonlyMap<PersonId, readonly TalliedAsk[]>
}

export async function teamFacts({ db }: Deps, team: Team, now: Instant): Promise<TeamFacts> {
  const { workspace } = team
  const members = await membersOf(db, workspace, team.id)
  const goals = await goalsScoredIn(db, workspace, team.id, addMs(now, -CLOSED_COUNTS_MS))
  return {
    joinedAt: new Map(members.map((member) => [member.person, member.joinedAt])),
    standings: await standingsOf(db, workspace, goals, { teams: [team.id] }, now),
    asks: await talliesOf(db, workspace, team.id),
  }
}

/** Everyone who owns a goal here that the team may see; whoever left the channel or the organisation is none. */
export async function contendersOf(
  deps: Deps,
  team: Team,
  now: Instant,
  facts?: TeamFacts,
): Promise<readonly Contender[]> {
  const { db } = deps
  const { workspace } = team
  const { joinedAt, standings, asks } = facts ?? (await teamFacts(deps, team, now))
  const pending = await pendingVersionsOf(db, workspace, team.id, now)
  const byOwner = Map.groupBy(standings, ({ standing }) => standing.goal.owner)
  const past = await scoresOf(
    db,
    workspace,
    team.id,
    addDays(localDateOf(now, team.zone), -7 * LONGEST_WEEKS),
  )
  return [...byOwner].flatMap(([person, owned]): Contender[] => {
    const joined = joinedAt.get(person)
    const [first] = owned
    if (joined === undefined || first === undefined || first.owner.isDeactivated) return []
    return [
      {
        person,
        name: first.owner.name,
        isOffBoard: first.owner.isOffBoard,
        daysInTeam: Math.floor((now - joined) / DAY_MS),
        goals: oldestFirst(owned).flatMap((one) => pacedGoal(one, owned, pending, now)),
        outcomes: (asks.get(person) ?? []).flatMap((ask) => (ask.windowEnds <= now ? [ask.outcome] : [])),
        past: past.get(person),
      },
    ]
  })
}

const oldestFirst = (owned: readonly OwnedStanding[]): readonly OwnedStanding[] =>
  owned.toSorted((a, b) => a.standing.goal.createdAt - b.standing.goal.createdAt)

function pacedGoal(
  owned: OwnedStanding,
  all: readonly OwnedStanding[],
  pending: ReadonlyMap<GoalId, readonly GoalVersion[]>,
  now: Instant,
): readonly PacedGoal[] {
  const { goal, today } = owned.standing
  if (!isEligible(goal, now, today)) return []
  const others = all.map(({ standing }) => standing.goal)
  if (waitsAsSuccessor(goal, others, now)) return []
  const versions = pending.get(goal.id)
  const pace =
    versions === undefined ? paceOf(owned.standing) : scoringPace(goal, versions, now, today, owned.extra)
  return pace === undefined ? [] : [{ pace, verdict: goal.verdict ?? 'unknown', standing: owned.standing }]
}
