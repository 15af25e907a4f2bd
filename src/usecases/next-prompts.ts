import { answeredIn } from '../../db/check-ins.ts'
import { goalsOf } from '../../db/goals.ts'
import { leavesOf } from '../../db/leaves.ts'
import { promptSchedulesOf } from '../../db/schedules.ts'
import { teamById } from '../../db/teams.ts'
import type { Asking } from '../domain/days-off.ts'
import type { ComingPrompt } from '../domain/feed.ts'
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
  /** What the person owns there. */
  readonly goals: readonly Goal[]
  readonly asking: Asking
  readonly first: Scheduled
}

/** Nobody plans further. */
const MOST_DAYS = 800

/** When each team that the person has goals in asks them next, the soonest first; a pause or a leave without an end leaves none. */
export async function nextPrompts(deps: Deps, person: Person): Promise<readonly NextPrompt[]> {
  const leaves = await leavesNow(deps, person)
  if (isGoneForLong(deps, person, leaves)) return []
  const found = (await plannedFor(deps, person)).flatMap(({ team, asking, first }) => {
    const [next] = firstWhen(
      deps,
      asking,
      first,
      (date) => !isStoppedOn(person, date) && !isOnLeave(leaves, date),
      1,
    )
    return next === undefined ? [] : [{ ...next, team }]
  })
  return found.toSorted((a, b) => a.at - b.at)
}

/**
 * At most so many prompts that the person gets next, the soonest first: one a day, however many teams ask in it. By the
 * planner's rules: days off, leave, pauses and goals that have not begun are left out, and whoever wants nothing gets nothing.
 */
export async function comingPrompts(
  deps: Deps,
  person: Person,
  most: number,
): Promise<readonly ComingPrompt[]> {
  const leaves = await leavesNow(deps, person)
  if (person.muted === 'everything' || isGoneForLong(deps, person, leaves)) return []
  const isThere = (date: LocalDate) => !isStoppedOn(person, date) && !isOnLeave(leaves, date)
  const open = (await plannedFor(deps, person)).filter(({ team }) => team.channelState === 'open')
  const found = open.flatMap(({ team, goals, asking, first }) => {
    const isGood = (date: LocalDate) => isThere(date) && goals.some(({ start }) => start <= date)
    return firstWhen(deps, asking, first, isGood, most).map((next) => ({ ...next, name: team.channelName }))
  })
  const days = Map.groupBy(
    found.toSorted((a, b) => a.at - b.at),
    ({ date }) => date,
  )
  return [...days.values()].slice(0, most).flatMap((same) => {
    const [soonest] = same
    return soonest === undefined ? [] : [{ at: soonest.at, channelNames: same.map(({ name }) => name) }]
  })
}

/** A pause or a leave without an end. */
function isGoneForLong(deps: Deps, { stop, zone }: Person, leaves: readonly Leave[]): boolean {
  const today = localDateOf(deps.now(), zone)
  const isAway = leaves.some(({ from, back }) => back === undefined && from <= today)
  return isAway || (stop !== undefined && stop.until === undefined)
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

/** The first days on which someone is asked. */
function firstWhen(
  deps: Deps,
  asking: Asking,
  first: Scheduled,
  isGood: (date: LocalDate) => boolean,
  most: number,
): readonly Scheduled[] {
  const last = addDays(localDateOf(deps.now(), UTC), MOST_DAYS)
  const found: Scheduled[] = []
  for (let next = first; next.date <= last && found.length < most; next = asking.next(next.at))
    if (isGood(next.date) && asking.dayOff(next.date) === undefined) found.push(next)
  return found
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
    planned.push({ team, goals: own, asking, first: isAsked ? { at: nextAt, date } : asking.next(nextAt) })
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
