import { goalsById } from '../../db/goals.ts'
import { type PlacedGoal, reachedGoals, runningGoals } from '../../db/timeline-goals.ts'
import type { Person, Team } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { maySee } from '../domain/rights.ts'
import { localDateOf } from '../domain/time.ts'
import {
  type Page,
  type Place,
  placesIn,
  placesOn,
  type TimelineGoal,
  type TimelineOf,
  type TimelineSheet,
  timelineOf,
} from '../domain/timeline.ts'
import { lastDayOf, type Months, monthsFor } from '../domain/timeline-window.ts'
import type { GoalId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { standpointOf } from './goal-for.ts'
import { standingsOf } from './standings.ts'
import { teamsOf } from './teams-of.ts'

export interface TimelineAsked {
  readonly of: TimelineOf
  /** Absent: those that hold everything that runs. */
  readonly months: Months | undefined
  readonly page: Page
}

/**
 * A page of one's own goals, or of a team's as far as the actor may see them. What was reached stands among what runs;
 * what was retired does not. Of all goals only the places are read, whole ones of the page alone.
 */
export async function timelineSheet(
  deps: Deps,
  actor: Person,
  { of, months: asked, page }: TimelineAsked,
): Promise<Result<TimelineSheet, Refusal>> {
  const { db } = deps
  const { workspace } = actor
  const teams = await teamsOf(deps, actor)
  const team = of.kind === 'team' ? teams.find(({ id }) => id === of.team) : undefined
  if (of.kind === 'team' && team === undefined) return refuse({ kind: 'no-team-here' })
  const mayDraw = await drawnFor(deps, actor, team)
  const whose = { actor: actor.id, team: team?.id }
  const today = localDateOf(deps.now(), actor.zone)
  const running = (await runningGoals(db, workspace, whose)).filter(mayDraw)
  const months = asked ?? monthsFor(running, today)
  const days = { from: months.from, to: lastDayOf(months) }
  const reached = (await reachedGoals(db, workspace, whose, days)).filter(mayDraw)
  const places = placesIn([...running, ...reached], months, today)
  const known = await knownOf(deps, actor, team, placesOn(places, page).shown)
  return ok({
    ...timelineOf(places, page, known, months, today),
    of,
    channelName: team?.channelName,
    teams: teams
      .filter(({ id }) => id !== team?.id)
      .map(({ id, channelName }) => ({ team: id, channelName })),
    day: today,
  })
}

/** One's own goals are seen wherever they are. */
async function drawnFor({ db }: Deps, actor: Person, team: Team | undefined) {
  const from = team && (await standpointOf(db, team, actor))
  return (goal: PlacedGoal) => from === undefined || maySee(goal, from)
}

async function knownOf(
  { db, now }: Deps,
  { workspace, id: actor }: Person,
  team: Team | undefined,
  shown: readonly Place[],
): Promise<ReadonlyMap<GoalId, TimelineGoal>> {
  const ids = shown.map(({ id }) => id)
  const goals = await goalsById(db, workspace, ids)
  const standings = await standingsOf(db, workspace, goals, { goals: ids }, now())
  return new Map(
    standings.map(({ standing, owner }) => {
      const isOwn = team === undefined && owner.id === actor
      return [standing.goal.id, { standing, owner: isOwn ? undefined : owner.name }]
    }),
  )
}
