import { goalsOf } from '../../db/goals.ts'
import { promptSchedulesOf } from '../../db/schedules.ts'
import { teamById } from '../../db/teams.ts'
import type { Person, Team } from '../domain/people.ts'
import { nextOccurrence, type Scheduled } from '../domain/recurrence.ts'
import { isStoppedOn } from '../domain/stop.ts'
import type { Instant } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { promptRule } from './schedules.ts'

export interface NextPrompt extends Scheduled {
  readonly team: Team
}

/** When each team that the person has goals in asks them next, the soonest first; a stop without an end leaves none. */
export async function nextPrompts(deps: Deps, person: Person): Promise<readonly NextPrompt[]> {
  const { db } = deps
  const goals = await goalsOf(db, person.workspace, person.id)
  const schedules = await promptSchedulesOf(db, person.workspace, person.id)
  const found: NextPrompt[] = []
  for (const { team: id, nextAt, date } of schedules) {
    const team = goals.some((goal) => goal.team === id) ? await teamById(db, person.workspace, id) : undefined
    const next = team && afterStop(person, team, { at: nextAt, date })
    if (team !== undefined && next !== undefined) found.push({ ...next, team })
  }
  return found.toSorted((a, b) => a.at - b.at)
}

export async function soonestPrompt(deps: Deps, person: Person): Promise<Instant | undefined> {
  return (await nextPrompts(deps, person))[0]?.at
}

/** How many prompts a stop leaves out; undefined for one without an end. */
export async function promptsStopped(deps: Deps, person: Person): Promise<number | undefined> {
  if (person.stop?.until === undefined) return undefined
  const dates = new Set<string>()
  const free = { ...person, stop: undefined }
  for (const { team, ...first } of await nextPrompts(deps, free)) {
    let next: Scheduled = first
    while (isStoppedOn(person, next.date)) {
      dates.add(next.date)
      next = nextOccurrence(promptRule(team), person.zone, next.at)
    }
  }
  return dates.size
}

function afterStop(person: Person, team: Team, first: Scheduled): Scheduled | undefined {
  if (person.stop !== undefined && person.stop.until === undefined) return undefined
  let next = first
  while (isStoppedOn(person, next.date)) next = nextOccurrence(promptRule(team), person.zone, next.at)
  return next
}
