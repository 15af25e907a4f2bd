import { goalsOf } from '../../db/goals.ts'
import { peopleOf, personOf } from '../../db/people.ts'
import { allTeams } from '../../db/teams.ts'
import type { Person, Team } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { LogEntry } from '../domain/sent-log.ts'
import { isStoppedAt } from '../domain/stop.ts'
import { addMs, DAY_MS } from '../domain/time.ts'
import type { Instant, PersonId, TeamId } from '../domain/types.ts'
import type { WhyLine, WhyNothing, WhySheet } from '../domain/why-sheet.ts'
import type { Deps } from './deps.ts'
import { nextPrompts } from './next-prompts.ts'
import { sentLog } from './sent-log.ts'
import { teamsOf } from './teams-of.ts'

const FOUR_WEEKS_MS = 28 * DAY_MS

/**
 * The last four weeks of one person: everything to themselves; to a lead of a team they are in what concerns that team, and
 * to nobody else anything.
 */
export async function whySheet(
  deps: Deps,
  actor: Person,
  whose: PersonId = actor.id,
): Promise<Result<WhySheet, Refusal>> {
  const isOwn = whose === actor.id
  const person = isOwn ? actor : await personOf(deps.db, actor.workspace, whose)
  if (person === undefined) return refuse({ kind: 'not-their-lead' })
  const teams = await teamsOf(deps, person)
  const led = isOwn ? teams : teams.filter(({ leads }) => leads.includes(actor.id))
  if (!isOwn && led.length === 0) return refuse({ kind: 'not-their-lead' })
  const span = { from: addMs(deps.now(), -FOUR_WEEKS_MS), until: addMs(deps.now(), 1) }
  const log = await sentLog(deps.db, actor.workspace, { people: [person.id], teams: led }, span)
  const seen = isOwn ? log : log.flatMap((entry) => asSeenByLead(entry, led))
  const lines = await linesOf(deps, person, seen)
  return ok({ person, isOwn, lines, ...(await prospect(deps, person, teams, lines.length === 0)) })
}

/** A skip that left its team open tells nothing of any team. */
function asSeenByLead(entry: LogEntry, led: readonly Team[]): readonly LogEntry[] {
  const isLed = (team: TeamId) => led.some(({ id }) => id === team)
  if (entry.teams.length > 0 && !entry.teams.some(isLed)) return []
  return [
    {
      ...entry,
      teams: entry.teams.filter(isLed),
      goals: entry.goals.filter(({ team }) => isLed(team)),
    },
  ]
}

async function linesOf(deps: Deps, person: Person, log: readonly LogEntry[]): Promise<readonly WhyLine[]> {
  const others = log.flatMap(({ to, about }) => [to ?? [], about ?? []].flat())
  const people = await peopleOf(deps.db, person.workspace, [...new Set(others)])
  const teams = new Map((await allTeams(deps.db, person.workspace)).map((team) => [team.id, team]))
  const nameOf = (id: PersonId | undefined) =>
    id === undefined || id === person.id ? undefined : (people.get(id)?.name ?? id)
  return log
    .map(({ kind, at, outcome, reason, to, about, teams: of, goals }) => ({
      kind,
      at,
      outcome,
      reason,
      toName: nameOf(to),
      ownerName: nameOf(about),
      channels: of.flatMap((id) => teams.get(id)?.channelName ?? []),
      goals,
    }))
    .toReversed()
}

/** When the next question comes, and where there was nothing, why. */
async function prospect(
  deps: Deps,
  person: Person,
  teams: readonly Team[],
  isEmpty: boolean,
): Promise<Pick<WhySheet, 'nothing' | 'next'>> {
  const goals = await goalsOf(deps.db, person.workspace, person.id)
  const planned = await nextPrompts(deps, person)
  const next = planned.find(({ at }) => at > deps.now())?.at
  const quiet = silence(person, deps.now())
  const nothing = quiet ?? lack(teams, goals.length)
  return { nothing: isEmpty ? nothing : undefined, next: quiet === undefined ? next : undefined }
}

function silence(person: Person, now: Instant): WhyNothing | undefined {
  if (person.muted === 'everything') return 'muted'
  return isStoppedAt(person, now) ? 'stopped' : undefined
}

function lack(teams: readonly Team[], goals: number): WhyNothing {
  if (goals > 0) return 'not-yet'
  return teams.length === 0 ? 'no-team' : 'no-goals'
}
