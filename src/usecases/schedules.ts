import { askFor } from '../../db/asks.ts'
import { hasOccurrence } from '../../db/occurrences.ts'
import { enqueue } from '../../db/outbox.ts'
import { peopleOf } from '../../db/people.ts'
import { promptSchedulesOf, putSchedule, type Schedule, schedulesOfTeam } from '../../db/schedules.ts'
import type { Db } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { Person, Team, TeamSettings } from '../domain/people.ts'
import { periodKeyOf } from '../domain/period.ts'
import { nextOccurrence, type Rule, type Scheduled } from '../domain/recurrence.ts'
import type { Instant } from '../domain/types.ts'
import { askingOf } from './asking.ts'
import type { Deps } from './deps.ts'
import { isTooOld } from './missed-fire.ts'

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
  for (const person of missing) {
    await putPrompt(db, deps, team, person, deps.now())
    await oweZoneWord(db, deps, person)
  }
  if (!known.some(({ kind }) => kind === 'leaderboard')) await putBoard(db, deps, team, deps.now())
}

/** After the team's weekday, time, cadence or zone changed. What is due by now is planned as it was due. */
export async function rescheduleTeam(db: Db, deps: Deps, team: Team): Promise<void> {
  const known = await schedulesOfTeam(db, team.workspace, team.id)
  const ids = known.flatMap(({ person }) => person ?? [])
  const people = await peopleOf(db, team.workspace, ids)
  const ahead = known.filter(({ nextAt }) => nextAt > deps.now())
  for (const schedule of ahead) {
    const person = schedule.person && people.get(schedule.person)
    if (person) await movePrompt(db, deps, team, person, schedule)
  }
  const hasDueBoard = known.some((one) => one.kind === 'leaderboard' && !ahead.includes(one))
  if (!hasDueBoard) await putBoard(db, deps, team, deps.now())
}

/** After the person's zone changed. */
export async function reschedulePerson(db: Db, deps: Deps, person: Person): Promise<void> {
  const known = await promptSchedulesOf(db, person.workspace, person.id)
  if (known.length > 0) await oweZoneWord(db, deps, person)
  for (const schedule of known.filter(({ nextAt }) => nextAt > deps.now())) {
    const team = await teamById(db, person.workspace, schedule.team)
    if (team !== undefined) await movePrompt(db, deps, team, person, schedule)
  }
}

/** Whoever is asked by a stand-in for their zone hears of it, once for each zone. */
async function oweZoneWord(db: Db, deps: Deps, person: Person): Promise<void> {
  const { workspace, id, lackedZone: zone } = person
  if (zone === undefined) return
  await enqueue(db, {
    id: deps.newId(),
    workspace,
    key: `zone:${id}:${zone}`,
    kind: 'zone-lacked',
    payload: { person: id, zone },
    target: id,
    dueAt: deps.now(),
    plannedFor: deps.now(),
  })
}

/** A prompt that still lies ahead goes to where the rule now puts it. */
async function movePrompt(db: Db, deps: Deps, team: Team, person: Person, schedule: Schedule): Promise<void> {
  const { at, date } = await movedTo(db, deps, team, person, schedule)
  if (at === schedule.nextAt && date === schedule.date) return
  await putSchedule(db, { ...schedule, nextAt: at, date })
}

/**
 * The rule's next moment. Where its newest one has passed in a period that was not asked for yet, that period would be
 * lost: it is asked for at once on the very day, and otherwise when it was going to be.
 */
async function movedTo(
  db: Db,
  deps: Deps,
  team: Team,
  person: Person,
  schedule: Schedule,
): Promise<Scheduled> {
  const now = deps.now()
  const asking = await askingOf(deps, team, person)
  const passed = asking.latest(now)
  const periodKey = periodKeyOf(team.cadence, passed.date)
  const whose = { team: team.id, person: person.id, periodKey }
  const isLost =
    periodKeyOf(team.cadence, schedule.date) === periodKey &&
    (await askFor(db, team.workspace, whose)) === undefined
  if (!isLost) return asking.next(now)
  const today = { kind: 'prompt', subject: person.id, date: passed.date } as const
  const isNoMore =
    isTooOld(now, passed.at, passed.date, person.zone) || (await hasOccurrence(db, team.workspace, today))
  return isNoMore ? { at: schedule.nextAt, date: schedule.date } : { at: now, date: passed.date }
}

/** The soonest prompt after `after`, on the person's own clock. */
export async function putPrompt(
  db: Db,
  deps: Deps,
  team: Team,
  person: Person,
  after: Instant,
): Promise<void> {
  const { at, date } = (await askingOf(deps, team, person)).next(after)
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
