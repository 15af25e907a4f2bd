import { answeredIn } from '../../db/check-ins.ts'
import { goalsOf } from '../../db/goals.ts'
import { leavesOf } from '../../db/leaves.ts'
import { promptSchedulesOf } from '../../db/schedules.ts'
import { teamById } from '../../db/teams.ts'
import type { Asking } from '../domain/days-off.ts'
import type { Goal } from '../domain/goal.ts'
import { isOnLeave, type Leave, type Span } from '../domain/leave.ts'
import type { Person, Team } from '../domain/people.ts'
import { periodKeyOf } from '../domain/period.ts'
import type { Scheduled } from '../domain/recurrence.ts'
import { isStoppedOn } from '../domain/stop.ts'
import { addDays, localDateOf, UTC } from '../domain/time.ts'
import type { Instant, LocalDate } from '../domain/types.ts'
import { askingOf } from './asking.ts'
import type { Deps } from './deps.ts'

export interface NextPrompt extends Scheduled {
  readonly team: Team
}

interface Planned {
  readonly team: Team
  readonly asking: Asking
  readonly first: Scheduled
}

/** Nobody plans further. */
const MOST_DAYS = 800

/** When each team that the person has goals in asks them next, the soonest first; a pause or a leave without an end leaves none. */
export async function nextPrompts(deps: Deps, person: Person): Promise<readonly NextPrompt[]> {
  const leaves = await leavesNow(deps, person)
  const isStopped = person.stop !== undefined && person.stop.until === undefined
  const isAway = leaves.some(
    ({ from, back }) => back === undefined && from <= localDateOf(deps.now(), person.zone),
  )
  if (isStopped || isAway) return []
  const found = (await plannedFor(deps, person)).flatMap(({ team, asking, first }) => {
    const next = firstWhen(
      deps,
      asking,
      first,
      (date) => !isStoppedOn(person, date) && !isOnLeave(leaves, date),
    )
    return next === undefined ? [] : [{ ...next, team }]
  })
  return found.toSorted((a, b) => a.at - b.at)
}

/** When a goal's owner is asked for it next. */
export async function nextPromptFor(
  deps: Deps,
  owner: Person | undefined,
  goal: Pick<Goal, 'team' | 'state'>,
): Promise<Instant | undefined> {
  if (owner === undefined || goal.state !== 'active') return undefined
  return (await nextPrompts(deps, owner)).find(({ team }) => team.id === goal.team)?.at
}

export async function soonestPrompt(deps: Deps, person: Person): Promise<Instant | undefined> {
  return (await nextPrompts(deps, person))[0]?.at
}

/** How many prompts a pause leaves out; undefined for one without an end. */
export async function promptsStopped(deps: Deps, person: Person): Promise<number | undefined> {
  const { stop } = person
  if (stop?.until === undefined) return undefined
  const leaves = await leavesNow(deps, person)
  return countDays(deps, person, stop.until, (date) => isStoppedOn(person, date) && !isOnLeave(leaves, date))
}

/** How many prompts a leave leaves out. */
export async function promptsOnLeave(deps: Deps, person: Person, span: Span): Promise<number> {
  return span.back === undefined ? 0 : countDays(deps, person, span.back, (date) => isOnLeave([span], date))
}

/** One prompt a day, however many teams ask in it. */
async function countDays(
  deps: Deps,
  person: Person,
  end: LocalDate,
  counts: (date: LocalDate) => boolean,
): Promise<number> {
  const dates = new Set<LocalDate>()
  const furthest = addDays(localDateOf(deps.now(), UTC), MOST_DAYS)
  const last = end < furthest ? end : furthest
  for (const { asking, first } of await plannedFor(deps, person)) {
    for (let next = first; next.date < last; next = asking.next(next.at))
      if (counts(next.date) && asking.dayOff(next.date) === undefined) dates.add(next.date)
  }
  return dates.size
}

function firstWhen(
  deps: Deps,
  asking: Asking,
  first: Scheduled,
  isGood: (date: LocalDate) => boolean,
): Scheduled | undefined {
  const last = addDays(localDateOf(deps.now(), UTC), MOST_DAYS)
  for (let next = first; next.date <= last; next = asking.next(next.at))
    if (isGood(next.date) && asking.dayOff(next.date) === undefined) return next
  return undefined
}

async function plannedFor(deps: Deps, person: Person): Promise<readonly Planned[]> {
  const { db } = deps
  const goals = await goalsOf(db, person.workspace, person.id)
  const schedules = await promptSchedulesOf(db, person.workspace, person.id)
  const planned: Planned[] = []
  for (const { team: id, nextAt, date } of schedules) {
    const own = goals.filter((goal) => goal.team === id)
    const team = own.length > 0 ? await teamById(db, person.workspace, id) : undefined
    if (team === undefined) continue
    const asking = await askingOf(deps, team, person)
    const isAsked = await isStillAsked(deps, team, own, date)
    planned.push({ team, asking, first: isAsked ? { at: nextAt, date } : asking.next(nextAt) })
  }
  return planned
}

/** What is answered early is not asked. */
async function isStillAsked(
  { db }: Deps,
  team: Team,
  goals: readonly Goal[],
  date: LocalDate,
): Promise<boolean> {
  const asked = goals.filter((goal) => goal.start <= date).map(({ id }) => id)
  const answered = await answeredIn(db, team.workspace, asked, periodKeyOf(team.cadence, date))
  return asked.length === 0 || answered.size < asked.length
}

const leavesNow = (deps: Deps, person: Person): Promise<readonly Leave[]> =>
  leavesOf(deps.db, person.workspace, person.id, localDateOf(deps.now(), person.zone))
