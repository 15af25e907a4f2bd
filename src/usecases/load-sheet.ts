import { goalsOfTeam, goalsOwnedBy } from '../../db/goals.ts'
import { peopleOf } from '../../db/people.ts'
import type { Goal, Standing } from '../domain/goal.ts'
import { bestMove, delivererOf, loadOf, type WeekLoad } from '../domain/load.ts'
import type { Person, Team } from '../domain/people.ts'
import type { LoadRow, LoadSheet } from '../domain/sheets.ts'
import { addDays, localDateOf, mondayOf } from '../domain/time.ts'
import type { GoalId, LocalDate, PersonId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { seenAmong } from './seen-goals.ts'
import { standingsOf } from './standings.ts'

const WEEKS = 4

/**
 * What everyone who works for a team's goals carries in the coming weeks, with their goals elsewhere, as far as the actor
 * may see them. Leads see people, others themselves and the sum.
 */
export async function loadSheet(deps: Deps, actor: Person, team: Team): Promise<LoadSheet> {
  const today = localDateOf(deps.now(), team.zone)
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(mondayOf(today), 7 * index))
  const { goals, people } = await carriedIn(deps, actor, team)
  const standings = await standingsIn(deps, goals)
  const rows = people.map((person): LoadRow => {
    const loads = weeks.map((week) => loadOf(person.id, goals, week, today))
    const move = moveFor(person.id, goals, loads, { today, standings })
    const mateName = people.find(({ id }) => id === move?.mate?.person)?.name
    return {
      person: person.id,
      name: person.name,
      isViewer: person.id === actor.id,
      loads,
      move: move && { ...move, mateName },
    }
  })
  const isLead = team.leads.includes(actor.id)
  return {
    team,
    weeks,
    rows: isLead ? rows : rows.filter(({ isViewer }) => isViewer),
    totals: weeks.map((_, index) => rows.reduce((sum, { loads }) => sum + (loads[index]?.points ?? 0), 0)),
    people: rows.length,
    isLead,
    milestones: milestonesOf(actor, team, goals, { today, until: addDays(mondayOf(today), 7 * WEEKS - 1) }),
  }
}

/** The team's owners and those named for its milestones, by name, with everything they carry anywhere. */
async function carriedIn(deps: Deps, actor: Person, team: Team) {
  const { db } = deps
  const { workspace } = actor
  const ofTeam = await seenAmong(db, actor, await goalsOfTeam(db, workspace, team.id))
  const involved = ofTeam.flatMap((goal) => [
    goal.owner,
    ...goal.steps.map((step) => delivererOf(goal, step)),
  ])
  const ids = [...new Set([...involved, actor.id])]
  const known = await peopleOf(db, workspace, ids)
  const people = [...known.values()]
    .filter(({ isDeactivated }) => !isDeactivated)
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  const elsewhere = (await goalsOwnedBy(db, workspace, ids)).filter(
    (goal) => goal.state === 'active' && goal.team !== team.id,
  )
  const goals = [...ofTeam, ...(await seenAmong(db, actor, elsewhere))]
  const isInvolved = ({ id }: Person) => involved.includes(id) || goals.some(({ owner }) => owner === id)
  return { goals, people: people.filter(isInvolved) }
}

async function standingsIn(deps: Deps, goals: readonly Goal[]): Promise<ReadonlyMap<GoalId, Standing>> {
  const [first] = goals
  if (first === undefined) return new Map()
  const ids = goals.map(({ id }) => id)
  const owned = await standingsOf(deps.db, first.workspace, goals, { goals: ids }, deps.now())
  return new Map(owned.map(({ standing }) => [standing.goal.id, standing]))
}

/** In the first week that is too much. How long a goal may stand still is its slack; without a path, until its day. */
function moveFor(
  person: PersonId,
  goals: readonly Goal[],
  loads: readonly WeekLoad[],
  known: { readonly today: LocalDate; readonly standings: ReadonlyMap<GoalId, Standing> },
) {
  const full = loads.find(({ level }) => level === 'overloaded')
  if (full === undefined) return undefined
  const slackOf = ({ id }: Pick<Goal, 'id'>) => {
    const standing = known.standings.get(id)
    return standing?.bufferDays ?? standing?.daysLeft ?? 0
  }
  const move = bestMove(person, goals, full.week, known.today, slackOf)
  return move && { ...move, week: full.week }
}

function milestonesOf(
  actor: Person,
  team: Team,
  goals: readonly Goal[],
  { today, until }: { readonly today: LocalDate; readonly until: LocalDate },
): LoadSheet['milestones'] {
  return goals
    .filter((goal) => goal.team === team.id && goal.state === 'active')
    .flatMap((goal) => goal.steps.map((step) => ({ goal, step, due: step.due ?? goal.due })))
    .filter(({ goal, step, due }) => !step.isDone && delivererOf(goal, step) === actor.id && due <= until)
    .map(({ goal, step, due }) => ({ due, isLate: due < today, name: { goal, step: step.title } }))
    .toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))
}
