import { peopleOf } from '../../db/people.ts'
import { schedulesOfTeam } from '../../db/schedules.ts'
import { teamIn } from '../../db/teams.ts'
import type { Person, Team } from '../domain/people.ts'
import { type RehearsalSheet, weeksOf } from '../domain/rehearsal.ts'
import type { LogEntry } from '../domain/sent-log.ts'
import { addMs, DAY_MS, instantAt, localDateOf, nextClockChange } from '../domain/time.ts'
import type { ChannelId, Instant, PersonId, WallTime, WorkspaceId } from '../domain/types.ts'
import { askingOf } from './asking.ts'
import type { Deps } from './deps.ts'

const midnight = '00:00' as WallTime
const FOUR_WEEKS_MS = 28 * DAY_MS
/** More cannot be read in one message. */
const MOST_PEOPLE = 100

/** What would be asked and told of them until then; src/engine/rehearse.ts. */
export type Rehearse = (
  workspace: WorkspaceId,
  whose: { readonly people: readonly PersonId[]; readonly teams: readonly Team[] },
  until: Instant,
) => Promise<readonly LogEntry[]>

/** A lead's next four weeks of the channel's team; anyone else's own. */
export async function rehearsalSheet(
  deps: Deps,
  rehearse: Rehearse,
  actor: Person,
  channel: ChannelId,
): Promise<RehearsalSheet> {
  const here = await teamIn(deps.db, actor.workspace, channel)
  const team = here?.leads.includes(actor.id) === true ? here : undefined
  const people = team === undefined ? new Map([[actor.id, actor]]) : await askedIn(deps, team)
  const chosen = [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, MOST_PEOPLE)
  const until = addMs(deps.now(), FOUR_WEEKS_MS)
  const whose = { people: chosen.map(({ id }) => id), teams: team === undefined ? [] : [team] }
  const now = deps.now()
  const log = await rehearse(actor.workspace, whose, until)
  const shown = team === undefined ? log : await asOfTeam(deps, log, team, people)
  const told = await peopleOf(
    deps.db,
    actor.workspace,
    shown.flatMap(({ to }) => to ?? []),
  )
  const zone = team?.zone ?? actor.zone
  return {
    team,
    from: localDateOf(now, zone),
    until: localDateOf(until, zone),
    weeks: weeksOf(shown, told, zone),
    people: chosen.length,
    leftOut: people.size - chosen.length,
    clockChanges: clockChanges(chosen, now, until),
  }
}

async function askedIn(deps: Deps, team: Team): Promise<ReadonlyMap<PersonId, Person>> {
  const schedules = await schedulesOfTeam(deps.db, team.workspace, team.id)
  return peopleOf(
    deps.db,
    team.workspace,
    schedules.flatMap(({ person }) => person ?? []),
  )
}

/** People may be asked for other teams too, which this one's lead is not told of. */
async function asOfTeam(
  deps: Deps,
  log: readonly LogEntry[],
  team: Team,
  people: ReadonlyMap<PersonId, Person>,
): Promise<readonly LogEntry[]> {
  const shown: LogEntry[] = []
  for (const entry of log) {
    const isOfTeam =
      entry.teams.length > 0 ? entry.teams.includes(team.id) : await isDayOf(deps, entry, team, people)
    if (isOfTeam) shown.push({ ...entry, goals: entry.goals.filter((goal) => goal.team === team.id) })
  }
  return shown
}

/** What is skipped as a whole names no team; the day says whose it was. */
async function isDayOf(
  deps: Deps,
  { at, to }: LogEntry,
  team: Team,
  people: ReadonlyMap<PersonId, Person>,
): Promise<boolean> {
  const person = to && people.get(to)
  if (person === undefined) return false
  const date = localDateOf(at, person.zone)
  const dayBefore = addMs(instantAt(date, midnight, person.zone), -1)
  return (await askingOf(deps, team, person)).next(dayBefore).date === date
}

function clockChanges(
  people: readonly Person[],
  from: Instant,
  until: Instant,
): RehearsalSheet['clockChanges'] {
  const zones = [...new Set(people.map(({ zone }) => zone))]
  return zones
    .flatMap((zone) => {
      const at = nextClockChange(from, zone)
      return at === undefined || at >= until ? [] : [{ zone, date: localDateOf(at, zone) }]
    })
    .toSorted((a, b) => a.zone.localeCompare(b.zone))
}
