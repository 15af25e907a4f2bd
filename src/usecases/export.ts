import { answersBehind, type StoredAnswer } from '../../db/check-ins.ts'
import { goalIdsNear } from '../../db/exports.ts'
import { versionsOf } from '../../db/goal-versions.ts'
import { goalsById } from '../../db/goals.ts'
import { kpiById } from '../../db/kpis.ts'
import { lastWordOn } from '../../db/last-words.ts'
import { leavesOf } from '../../db/leaves.ts'
import { peopleOf } from '../../db/people.ts'
import { newestReadings } from '../../db/readings.ts'
import { teamById, teamsWith } from '../../db/teams.ts'
import { workspaceOf } from '../../db/workspaces.ts'
import type { Goal } from '../domain/goal.ts'
import { goalName } from '../domain/import/goal-cells.ts'
import type { Person, Team } from '../domain/people.ts'
import { mayAnswer } from '../domain/rights.ts'
import type { ExportedGoal, ExportSheet } from '../domain/transfer-sheet.ts'
import type { GoalId, LocalDate, PersonId, TeamId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { pause } from './pause.ts'
import { seenAmong } from './seen-goals.ts'

/** As many as the goal's page shows to those who do not answer for it. */
const READINGS_SHOWN = 20
const AT_ONCE = 200
const FIRST_DAY = '0000-01-01' as LocalDate

/** One's own goals whole, private and closed ones too; of others' what their pages show. Pauses between the goals. */
export async function exportSheet(deps: Deps, person: Person): Promise<ExportSheet> {
  const { db } = deps
  const { workspace } = person
  const teams = await teamsWith(db, workspace, person.id)
  const goals = await goalsSeenBy(deps, person, teams)
  const people = await peopleIn(deps, person, goals)
  const numbers = new Map(goals.map(({ id, number }) => [id, number]))
  const nameOf = (goal: GoalId) => {
    const number = numbers.get(goal)
    return number === undefined ? undefined : goalName(number)
  }
  const places = await teamsById(deps, person, teams, goals)
  const exported: ExportedGoal[] = []
  for (const goal of goals) {
    const team = places.get(goal.team)
    if (team === undefined) continue
    const kpi = goal.kpi === undefined ? undefined : await kpiById(db, workspace, goal.kpi)
    const names = { person: (id: PersonId) => people.get(id)?.name ?? id, goal: nameOf, team, kpi: kpi?.name }
    const versions = await versionsOf(db, workspace, goal.id)
    exported.push({ goal, team, names, versions, ...(await saidOf(deps, person, goal)) })
    await pause()
  }
  const own = await workspaceOf(db, workspace)
  return {
    at: deps.now(),
    person,
    workspace: { id: workspace, name: own?.name ?? workspace },
    teams,
    leaves: await leavesOf(db, workspace, person.id, FIRST_DAY),
    people,
    goals: exported,
  }
}

async function goalsSeenBy({ db }: Deps, person: Person, teams: readonly Team[]): Promise<readonly Goal[]> {
  const ids = await goalIdsNear(
    db,
    person.workspace,
    person.id,
    teams.map(({ id }) => id),
  )
  const seen: Goal[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const page = await goalsById(db, person.workspace, ids.slice(from, from + AT_ONCE))
    seen.push(...(await seenAmong(db, person, page)))
    await pause()
  }
  return seen.toSorted((a, b) => a.number - b.number)
}

async function peopleIn({ db }: Deps, person: Person, goals: readonly Goal[]) {
  const named = goals.flatMap(({ owner, coOwners, partner, steps }) => [
    owner,
    ...coOwners,
    ...[partner, ...steps.map(({ assignee }) => assignee)].filter((id) => id !== undefined),
  ])
  return peopleOf(db, person.workspace, [person.id, ...named])
}

/** Whoever left a channel keeps their goals there. */
async function teamsById(
  { db }: Deps,
  { workspace }: Person,
  teams: readonly Team[],
  goals: readonly Goal[],
) {
  const known = new Map<TeamId, Team>(teams.map((team) => [team.id, team]))
  for (const { team } of goals) {
    if (known.has(team)) continue
    const found = await teamById(db, workspace, team)
    if (found !== undefined) known.set(team, found)
  }
  return known
}

async function saidOf(
  { db }: Deps,
  person: Person,
  goal: Goal,
): Promise<Pick<ExportedGoal, 'readings' | 'answers' | 'lastWord'>> {
  const { workspace } = person
  if (mayAnswer(goal, person.id)) {
    const answers = await allAnswers(db, goal)
    const readings = answers.flatMap(({ value, at, person: by, provenance, note }) =>
      value === undefined ? [] : [{ value, at, by, provenance, note }],
    )
    return {
      answers: answers.filter(({ provenance }) => provenance !== 'import'),
      readings,
      lastWord: undefined,
    }
  }
  const shown = await newestReadings(db, workspace, [goal.id], READINGS_SHOWN)
  const readings = (shown.get(goal.id) ?? []).map((one) => ({ ...one, note: undefined }))
  return { answers: [], readings, lastWord: await lastWordOn(db, workspace, goal.id) }
}

async function allAnswers(db: Deps['db'], goal: Goal): Promise<readonly StoredAnswer[]> {
  const all: StoredAnswer[] = []
  for (;;) {
    const page = await answersBehind(db, goal.workspace, goal.id, { after: all.at(-1), most: AT_ONCE })
    all.push(...page)
    if (page.length < AT_ONCE) return all
    await pause()
  }
}
