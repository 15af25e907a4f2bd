import { versionsSince } from '../../db/goal-versions.ts'
import { goalsScoredIn } from '../../db/goals.ts'
import { peopleOf } from '../../db/people.ts'
import { planWordsOf } from '../../db/plan-parts.ts'
import { teamById } from '../../db/teams.ts'
import { treeOf } from '../domain/alignment.ts'
import type { Person, Team } from '../domain/people.ts'
import { changesOf, newestWords } from '../domain/plan-document.ts'
import type { PlanHistorySheet, PlanSheet } from '../domain/sheets.ts'
import { addMs, DAY_MS, localDateOf } from '../domain/time.ts'
import type { PersonId, TeamId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { standpointOf } from './goal-for.ts'
import { type OwnedStanding, standingsOf } from './standings.ts'

/** As far back as its change log looks, and as long as a closed goal stays in it. */
const PLAN_LOOKS_BACK_MS = 90 * DAY_MS
const MOST_CHANGES = 50

/** A team's plan as everyone in its channel may read it: without private goals. Undefined for whoever is not in it. */
export async function planSheet(deps: Deps, actor: Person, team: Team): Promise<PlanSheet | undefined> {
  const { db } = deps
  if (team.workspace !== actor.workspace) return undefined
  const from = await standpointOf(db, team, actor)
  if (!from.isMember && !from.isLead) return undefined
  const now = deps.now()
  const { workspace } = team
  const since = addMs(now, -PLAN_LOOKS_BACK_MS)
  const goals = await goalsScoredIn(db, workspace, team.id, since)
  const all = await standingsOf(db, workspace, goals, { teams: [team.id] }, now)
  const owned = all.filter(({ owner }) => !owner.isDeactivated)
  const words = await planWordsOf(db, workspace, team.id)
  const versions = await versionsSince(db, workspace, team.id, since)
  const lately = words.filter(({ at }) => at >= since)
  const shared = owned.map(({ standing }) => standing.goal)
  const changes = changesOf(lately, versions, shared, MOST_CHANGES)
  return {
    team,
    today: localDateOf(now, team.zone),
    goals: owned.map(({ standing, owner }) => ({ standing, owner })),
    branches: treeOf(openIn(owned)),
    words: newestWords(words),
    changes,
    names: await namesOf(deps, team, [
      ...changes.flatMap((change) => ('by' in change ? [change.by] : [])),
      ...shared.flatMap(({ steps }) => steps.flatMap(({ assignee }) => assignee ?? [])),
    ]),
    canWrite: mayWrite(from.isLead, actor),
  }
}

/** Everything that was ever written into it, part by part, newest first; for whoever may read the plan. */
export async function planHistoryOf(
  deps: Deps,
  actor: Person,
  id: TeamId,
): Promise<PlanHistorySheet | undefined> {
  const sheet = await planOf(deps, actor, id)
  if (sheet === undefined) return undefined
  const versions = (await planWordsOf(deps.db, actor.workspace, id)).toReversed()
  return {
    team: sheet.team,
    versions,
    names: await namesOf(
      deps,
      sheet.team,
      versions.map(({ by }) => by),
    ),
  }
}

/** The same by a team's id; undefined also where there is no such team. */
export async function planOf(deps: Deps, actor: Person, id: TeamId): Promise<PlanSheet | undefined> {
  const team = await teamById(deps.db, actor.workspace, id)
  return team === undefined ? undefined : planSheet(deps, actor, team)
}

export const mayWrite = (isLead: boolean, actor: Pick<Person, 'isAdmin'>) => isLead || actor.isAdmin

const openIn = (owned: readonly OwnedStanding[]) =>
  owned.flatMap(({ standing }) => (standing.goal.state === 'active' ? [standing] : []))

async function namesOf(
  { db }: Deps,
  { workspace }: Team,
  of: readonly PersonId[],
): Promise<PlanSheet['names']> {
  const people = await peopleOf(db, workspace, [...new Set(of)])
  return new Map([...people].map(([id, { name }]) => [id, name]))
}
