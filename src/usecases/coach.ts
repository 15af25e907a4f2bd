import { goalsOwnedBy } from '../../db/goals.ts'
import { kpiById } from '../../db/kpis.ts'
import { newestByPeriod } from '../../db/readings.ts'
import type { Db } from '../../db/schema.ts'
import { teamIn } from '../../db/teams.ts'
import type { Counts } from '../domain/check-in.ts'
import { type CoachFacts, type Coaching, coachingOf, verdictOn } from '../domain/coach.ts'
import type { CustomKpi } from '../domain/custom-kpi.ts'
import type { TypedGoal } from '../domain/draft.ts'
import type { Goal, GoalTerms, Measure, Verdict } from '../domain/goal.ts'
import { isKpi, kpis } from '../domain/kpis.ts'
import { isSameMetric, newestOf, PERIOD_DAYS, seriesOf } from '../domain/past.ts'
import type { Person, Team } from '../domain/people.ts'
import { isDayFirst } from '../domain/reply/day-order.ts'
import { localDateOf } from '../domain/time.ts'
import type { ChannelId, GoalId, KpiId, PersonId, WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { goalFor } from './goal-for.ts'
import { seenAmong } from './seen-goals.ts'

/** What the form may say about a goal that is being written: everything in it the actor may see. */
export async function coachGoal(
  deps: Deps,
  actor: Person,
  typed: Partial<TypedGoal>,
  measure: Measure,
  goal?: GoalId,
): Promise<Coaching> {
  return coachingOf(typed, measure, await factsFor(deps, actor, typed, measure, goal))
}

async function factsFor(
  deps: Deps,
  actor: Person,
  typed: Partial<TypedGoal>,
  measure: Measure,
  goal: GoalId | undefined,
): Promise<CoachFacts> {
  const owner = typed.owner ?? actor.id
  const owned = await goalsOwnedBy(deps.db, actor.workspace, [owner])
  const known = owner === actor.id ? owned : await seenAmong(deps.db, actor, owned)
  const earlier = await earlierValues(deps.db, actor.workspace, known, {
    title: typed.title ?? '',
    measure,
    kpi: typed.kpi,
  })
  const team = typed.channel === undefined ? undefined : await teamIn(deps.db, actor.workspace, typed.channel)
  const kpi = await kpiOf(deps, actor, typed.kpi)
  const parent = typed.parent === undefined ? undefined : await goalFor(deps, actor, { id: typed.parent })
  return {
    calendar: calendarOf(deps, actor, team),
    past: earlier.values,
    counts: earlier.counts,
    kpi,
    periodDays: periodDays(measure, team, kpi, earlier.values.length > 0),
    pastedDays: periodDays(measure, team, kpi, false),
    owner,
    carried: known.filter((one) => one.id !== goal),
    parent: parent?.ok ? parent.value : undefined,
  }
}

const calendarOf = (
  { now }: Pick<Deps, 'now'>,
  { zone, locale }: Person,
  team?: Pick<Team, 'fiscalMonth'>,
): CoachFacts['calendar'] => ({
  today: localDateOf(now(), zone),
  firstMonth: team?.fiscalMonth ?? 1,
  isDayFirst: isDayFirst(locale),
})

/** The calendar of a goal in this channel: the team's year. */
export async function calendarIn(
  deps: Deps,
  person: Person,
  channel: ChannelId | undefined,
): Promise<CoachFacts['calendar']> {
  const team = channel === undefined ? undefined : await teamIn(deps.db, person.workspace, channel)
  return calendarOf(deps, person, team)
}

/** The same metric in the owner's goals, oldest goal first: what each began with, then what was reported. */
async function earlierValues(
  db: Db,
  workspace: WorkspaceId,
  goals: readonly Goal[],
  wanted: { readonly title: string; readonly measure: Measure; readonly kpi?: KpiId | undefined },
): Promise<Past> {
  const same = goals
    .filter((goal) => isSameMetric(goal, wanted))
    .toSorted((a, b) => a.createdAt - b.createdAt)
  const periods = await newestByPeriod(
    db,
    workspace,
    same.map(({ id }) => id),
  )
  const of = (goal: Goal) => periods.get(goal.id) ?? []
  const first = same[0]?.history?.filter((value) => value !== undefined) ?? []
  const reported = same.flatMap((goal) =>
    seriesOf(
      goal,
      of(goal).map(({ value }) => value),
    ),
  )
  const counts = same.flatMap(of).map((one) => one.counts)
  return {
    values: newestOf([...first, ...reported]),
    // Counts speak only where every period has them.
    counts:
      first.length > 0 || counts.includes(undefined)
        ? []
        : newestOf(counts.filter((one) => one !== undefined)),
  }
}

interface Past {
  readonly values: readonly number[]
  readonly counts: readonly Counts[]
}

/** Reported values come as often as the team is asked; those from elsewhere as often as the KPI is usually read. */
function periodDays(
  measure: Measure,
  team: Team | undefined,
  kpi: CustomKpi | undefined,
  isReported: boolean,
): number {
  const usual = kpi?.cadence ?? (isKpi(measure) ? kpis[measure].cadence : undefined)
  return PERIOD_DAYS[isReported ? (team?.cadence ?? 'weekly') : (usual ?? team?.cadence ?? 'weekly')]
}

const kpiOf = async (deps: Deps, { workspace }: Pick<Person, 'workspace'>, id: KpiId | undefined) =>
  id === undefined ? undefined : kpiById(deps.db, workspace, id)

/** How far within reach new or changed terms are, from everything their owner reported before; domain.md §4.2 wants it kept. */
export async function verdictFor(
  deps: Deps,
  owner: Pick<Person, 'id' | 'workspace' | 'zone' | 'locale'> & { readonly id: PersonId },
  terms: GoalTerms,
  team: Team | undefined,
): Promise<Verdict | undefined> {
  if (terms.kind === 'milestone') return undefined
  const owned = await goalsOwnedBy(deps.db, owner.workspace, [owner.id])
  const past = await earlierValues(deps.db, owner.workspace, owned, terms)
  const kpi = await kpiOf(deps, owner, terms.kpi)
  return verdictOn(terms, {
    past: past.values,
    counts: past.counts,
    today: localDateOf(deps.now(), owner.zone),
    periodDays: periodDays(terms.measure, team, kpi, past.values.length > 0),
    pastedDays: periodDays(terms.measure, team, kpi, false),
  })
}
