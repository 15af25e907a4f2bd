import { goalsOf, goalsOfTeam, goalsSupportedBy, reachedBy, reachedInTeam } from '../../db/goals.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person, Team } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { maySee } from '../domain/rights.ts'
import { localDateOf } from '../domain/time.ts'
import { type TimelineOf, type TimelineSheet, timelineOf } from '../domain/timeline.ts'
import { lastDayOf, type Months, monthsFor } from '../domain/timeline-window.ts'
import type { Deps } from './deps.ts'
import { standpointOf } from './goal-for.ts'
import { standingsOf } from './standings.ts'
import { teamsOf } from './teams-of.ts'

/**
 * One's own goals, or a team's as far as the actor may see them, over the months asked for, else over those that hold
 * everything that runs. What was reached stands among them; what was retired does not.
 */
export async function timelineSheet(
  deps: Deps,
  actor: Person,
  of: TimelineOf,
  asked?: Months,
): Promise<Result<TimelineSheet, Refusal>> {
  const teams = await teamsOf(deps, actor)
  const team = of.kind === 'team' ? teams.find(({ id }) => id === of.team) : undefined
  if (of.kind === 'team' && team === undefined) return refuse({ kind: 'no-team-here' })
  const source = team === undefined ? ownGoals(deps, actor) : await goalsIn(deps, actor, team)
  const today = localDateOf(deps.now(), actor.zone)
  const running = await source.running()
  const months = asked ?? monthsFor(running, today)
  const reached = await source.reached({ from: months.from, to: lastDayOf(months) })
  const goals = [...running, ...reached]
  const whose = team === undefined ? { goals: goals.map(({ id }) => id) } : { team: team.id }
  const standings = await standingsOf(deps.db, actor.workspace, goals, whose, deps.now())
  const drawn = standings.map(({ standing, owner }) => ({
    standing,
    owner: team === undefined && owner.id === actor.id ? undefined : owner.name,
  }))
  return ok({
    ...timelineOf(drawn, months, today),
    of,
    channelName: team?.channelName,
    teams: teams
      .filter(({ id }) => id !== team?.id)
      .map(({ id, channelName }) => ({ team: id, channelName })),
    day: today,
  })
}

interface Source {
  running(): Promise<readonly Goal[]>
  reached(days: Parameters<typeof reachedBy>[3]): Promise<readonly Goal[]>
}

/** What a partner helps with is somebody else's plan. */
const ownGoals = ({ db }: Deps, { workspace, id }: Person): Source => ({
  async running() {
    const shared = await goalsSupportedBy(db, workspace, id)
    return [...(await goalsOf(db, workspace, id)), ...shared.filter(({ coOwners }) => coOwners.includes(id))]
  },
  reached: (days) => reachedBy(db, workspace, id, days),
})

async function goalsIn({ db }: Deps, actor: Person, { workspace, id, leads }: Team): Promise<Source> {
  const from = await standpointOf(db, { workspace, id, leads }, actor)
  const seen = (goals: readonly Goal[]) => goals.filter((goal) => maySee(goal, from))
  return {
    running: async () => seen(await goalsOfTeam(db, workspace, id)),
    reached: async (days) => seen(await reachedInTeam(db, workspace, id, days)),
  }
}
