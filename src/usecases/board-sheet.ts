import { pendingVersionsOf } from '../../db/goal-versions.ts'
import { goalsScoredIn } from '../../db/goals.ts'
import { type Member, membersOf } from '../../db/members.ts'
import { peopleOf } from '../../db/people.ts'
import { talliesOf } from '../../db/tallies.ts'
import type { GoalVersion } from '../domain/goal.ts'
import {
  type CheckInOutcome,
  type Contender,
  isEligible,
  type PacedGoal,
  rank,
  scoringPace,
} from '../domain/leaderboard.ts'
import type { Person, Team } from '../domain/people.ts'
import type { BoardSheet } from '../domain/sheets.ts'
import { addMs, DAY_MS, localDateOf, mondayOf } from '../domain/time.ts'
import type { Instant } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { type OwnedStanding, standingsOf } from './standings.ts'

/** As long as a closed goal may still score, domain.md §4.3. */
const CLOSED_COUNTS_MS = 30 * DAY_MS

/** A team's leaderboard, domain.md §4.2: a fixed number of queries whatever its size. Whoever left the channel is not on it. */
export async function boardSheet(deps: Deps, team: Team, now: Instant): Promise<BoardSheet> {
  const { db } = deps
  const { workspace } = team
  const today = localDateOf(now, team.zone)
  const members = await membersOf(db, workspace, team.id)
  const people = await peopleOf(
    db,
    workspace,
    members.map((member) => member.person),
  )
  const goals = await goalsScoredIn(db, workspace, team.id, addMs(now, -CLOSED_COUNTS_MS))
  const standings = await standingsOf(db, workspace, goals, { team: team.id }, now)
  const pending = await pendingVersionsOf(db, workspace, team.id, now)
  const byOwner = Map.groupBy(standings, ({ standing }) => standing.goal.owner)
  const tallies = await talliesOf(db, workspace, team.id, now)
  const contenders = members.flatMap((member) => {
    const person = people.get(member.person)
    if (person === undefined) return []
    const paced = (byOwner.get(member.person) ?? [])
      .toSorted((a, b) => a.standing.goal.createdAt - b.standing.goal.createdAt)
      .flatMap((owned) => pacedGoal(owned, pending.get(owned.standing.goal.id) ?? [], now))
    return [contender(member, person, paced, tallies.get(person.id) ?? [], now)]
  })
  return { team, board: rank(contenders), weekOf: mondayOf(today) }
}

function contender(
  member: Member,
  person: Person,
  goals: readonly PacedGoal[],
  outcomes: readonly CheckInOutcome[],
  now: Instant,
): Contender {
  return {
    person: person.id,
    name: person.name,
    isOffBoard: person.isOffBoard,
    daysInTeam: Math.floor((now - member.joinedAt) / DAY_MS),
    goals,
    outcomes,
  }
}

function pacedGoal(
  owned: OwnedStanding,
  versions: readonly GoalVersion[],
  now: Instant,
): readonly PacedGoal[] {
  const { goal, today } = owned.standing
  if (!isEligible(goal, now, today)) return []
  const pace = scoringPace(goal, versions, now, today, owned.extra)
  // Verdicts come with the coach; until then every goal's ambition counts the same.
  return pace === undefined ? [] : [{ pace, verdict: 'unknown' }]
}
