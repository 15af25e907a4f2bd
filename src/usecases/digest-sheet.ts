import { blockersOf } from '../../db/blockers.ts'
import { pendingVersionsOf } from '../../db/goal-versions.ts'
import { goalsOfTeam } from '../../db/goals.ts'
import { peopleOf } from '../../db/people.ts'
import { childlessIn, type Digest } from '../domain/digest.ts'
import { PERIOD_DAYS } from '../domain/past.ts'
import type { Person, Team } from '../domain/people.ts'
import { addMs, DAY_MS } from '../domain/time.ts'
import type { Instant } from '../domain/types.ts'
import type { WeekGoal } from '../domain/week.ts'
import type { Deps } from './deps.ts'
import { loadSheet } from './load-sheet.ts'
import { seenAmong } from './seen-goals.ts'
import { type OwnedStanding, standingsOf } from './standings.ts'
import { treeSheet } from './tree-sheet.ts'

const BLOCKED_MS = 60 * DAY_MS
/** Periods without a number after which the last one says little. */
const STALE_PERIODS = 3

/** What a lead is told in private: of the team's open goals, those the lead may see, private ones too. */
export async function digestFor(deps: Deps, lead: Person, team: Team, now: Instant): Promise<Digest> {
  const { db } = deps
  const { workspace } = team
  const goals = await seenAmong(db, lead, await goalsOfTeam(db, workspace, team.id))
  const owned = await standingsOf(db, workspace, goals, { teams: [team.id] }, now)
  const blockers = await blockersOf(db, workspace, team.id, addMs(now, -BLOCKED_MS))
  const told = (some: readonly OwnedStanding[]): readonly WeekGoal[] =>
    some.map(({ standing, owner }) => ({ standing, owner, blocker: blockers.get(standing.goal.id) }))
  const load = await loadSheet(deps, lead, team)
  return {
    blocked: told(owned.filter(({ standing }) => blockers.has(standing.goal.id))),
    atRisk: told(owned.filter(({ standing }) => isAtRisk(standing.status))),
    missedTwice: told(owned.filter(({ extra }) => extra.missedDue >= 2)),
    stale: told(owned.filter((one) => isStale(one, team, now))),
    eased: await easedIn(deps, team, owned, now),
    overloaded: load.rows.flatMap(({ name, loads: [first] }) =>
      first?.level === 'overloaded' ? [{ name, points: first.points }] : [],
    ),
    childless: childlessIn((await treeSheet(deps, lead, team)).branches).filter(
      (goal) => goal.team === team.id,
    ),
  }
}

const isAtRisk = (status: OwnedStanding['standing']['status']) =>
  status === 'at-risk' || status === 'off-track' || status === 'overdue'

/** It had a number once; whoever never had one has missed it, which is told apart. */
function isStale({ standing }: OwnedStanding, { cadence }: Team, now: Instant): boolean {
  const { last } = standing.goal
  return last !== undefined && now - last.at > STALE_PERIODS * PERIOD_DAYS[cadence] * DAY_MS
}

async function easedIn(
  { db }: Deps,
  team: Team,
  owned: readonly OwnedStanding[],
  now: Instant,
): Promise<Digest['eased']> {
  const pending = await pendingVersionsOf(db, team.workspace, team.id, now)
  const newest = owned.flatMap(({ standing: { goal } }) => {
    const version = pending
      .get(goal.id)
      ?.findLast(({ ease, countsFrom }) => ease === 'easier' && countsFrom > now)
    return version === undefined ? [] : [{ goal, version }]
  })
  const people = await peopleOf(
    db,
    team.workspace,
    newest.map(({ version }) => version.by),
  )
  return newest.map((one) => ({ ...one, byName: people.get(one.version.by)?.name ?? one.version.by }))
}
