import { peopleOf } from '../../db/people.ts'
import { promptSchedulesOf, putSchedule, type Schedule, schedulesOfTeam } from '../../db/schedules.ts'
import type { Db } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { Person, Team, TeamSettings } from '../domain/people.ts'
import { nextOccurrence, type Rule } from '../domain/recurrence.ts'
import type { Instant } from '../domain/types.ts'
import type { Deps } from './deps.ts'

export function promptRule({ cadence, weekday, time }: TeamSettings): Rule {
  return { cadence, weekday, time }
}

export function boardRule({ boardWeekday, boardTime }: TeamSettings): Rule {
  return { cadence: 'weekly', weekday: boardWeekday, time: boardTime }
}

/** The people are asked for this team from now on, and its board is due; who is scheduled already keeps the moment. */
export async function ensureSchedules(
  db: Db,
  deps: Deps,
  team: Team,
  people: readonly Person[],
): Promise<void> {
  const known = await schedulesOfTeam(db, team.workspace, team.id)
  const missing = people.filter(({ id }) => !known.some((one) => one.person === id))
  for (const person of missing) await putPrompt(db, deps, team, person, deps.now())
  if (!known.some(({ kind }) => kind === 'leaderboard')) await putBoard(db, deps, team, deps.now())
}

/** After the team's weekday, time, cadence or zone changed. */
export async function rescheduleTeam(db: Db, deps: Deps, team: Team): Promise<void> {
  const known = await schedulesOfTeam(db, team.workspace, team.id)
  const ids = known.flatMap(({ person }) => person ?? [])
  const people = await peopleOf(db, team.workspace, ids)
  for (const person of people.values()) await putPrompt(db, deps, team, person, deps.now())
  await putBoard(db, deps, team, deps.now())
}

/** After the person's zone changed. */
export async function reschedulePerson(db: Db, deps: Deps, person: Person): Promise<void> {
  for (const { team: id } of await promptSchedulesOf(db, person.workspace, person.id)) {
    const team = await teamById(db, person.workspace, id)
    if (team !== undefined) await putPrompt(db, deps, team, person, deps.now())
  }
}

/** The soonest prompt after `after`, on the person's own clock. */
export async function putPrompt(
  db: Db,
  deps: Deps,
  team: Team,
  person: Person,
  after: Instant,
): Promise<void> {
  const { at, date } = nextOccurrence(promptRule(team), person.zone, after)
  await putSchedule(db, { ...newSchedule(deps, team), kind: 'prompt', person: person.id, nextAt: at, date })
}

export async function putBoard(db: Db, deps: Deps, team: Team, after: Instant): Promise<void> {
  const { at, date } = nextOccurrence(boardRule(team), team.zone, after)
  await putSchedule(db, {
    ...newSchedule(deps, team),
    kind: 'leaderboard',
    person: undefined,
    nextAt: at,
    date,
  })
}

function newSchedule(deps: Deps, team: Team): Pick<Schedule, 'id' | 'workspace' | 'team'> {
  return { id: deps.newId(), workspace: team.workspace, team: team.id }
}
