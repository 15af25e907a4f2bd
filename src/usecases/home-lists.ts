import { closedGoalsOf, goalsOf, goalsSupportedBy } from '../../db/goals.ts'
import { countTeamGoals, type TeamGoalsAsked, teamGoalsPage } from '../../db/home-goals.ts'
import { lastNotesOn } from '../../db/last-words.ts'
import { newestReadings } from '../../db/readings.ts'
import type { Goal } from '../domain/goal.ts'
import { type HomeChoice, type HomeList, type HomeStatus, pageOf, showsList } from '../domain/home-choice.ts'
import type { Person, Team } from '../domain/people.ts'
import type { DueNow, HomeGoal, HomePage, HomeSheet } from '../domain/sheets.ts'
import type { GoalId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { type OwnedStanding, standingsOf } from './standings.ts'

interface Shown {
  readonly choice: HomeChoice
  readonly teams: readonly Team[]
  readonly due: DueNow | undefined
}

/** A list alone on Home takes more than one among three. */
const ALONE = 10
const sizes = { mine: 10, supported: 5, team: 5 } as const
/** A sparkline's points. */
const TRAIL = 8

const sizeOf = ({ whose }: HomeChoice, list: HomeList) => (whose === 'all' ? sizes[list] : ALONE)

/** The three lists of goals as the person chose to see them, a page of each. */
export async function homeLists(
  deps: Deps,
  actor: Person,
  shown: Shown,
): Promise<Pick<HomeSheet, HomeList | 'own'>> {
  const active = await goalsOf(deps.db, actor.workspace, actor.id)
  return {
    own: active.length,
    mine: await mine(deps, actor, shown, active),
    supported: await supported(deps, actor, shown),
    team: await ofTeams(deps, actor, shown),
  }
}

async function mine(deps: Deps, actor: Person, shown: Shown, active: readonly Goal[]): Promise<HomePage> {
  if (!showsList(shown.choice, 'mine')) return pageFrom(deps, actor, shown.choice, 'mine', [])
  const { status } = shown.choice
  const goals = isPast(status) ? await closedGoalsOf(deps.db, actor.workspace, actor.id, 'owner') : active
  const standings = await standingsOf(
    deps.db,
    actor.workspace,
    goals.filter(wanted(shown)),
    { person: actor.id },
    deps.now(),
    actor,
  )
  return pageFrom(deps, actor, shown.choice, 'mine', withStatus(standings, status))
}

async function supported(deps: Deps, actor: Person, shown: Shown): Promise<HomePage> {
  const { choice } = shown
  if (!showsList(choice, 'supported')) return pageFrom(deps, actor, choice, 'supported', [])
  const { db } = deps
  const goals = isPast(choice.status)
    ? await closedGoalsOf(db, actor.workspace, actor.id, 'supporter')
    : await goalsSupportedBy(db, actor.workspace, actor.id)
  const some = goals.filter(wanted(shown))
  const whose = { goals: some.map(({ id }) => id) }
  const standings = await standingsOf(db, actor.workspace, some, whose, deps.now())
  return pageFrom(deps, actor, choice, 'supported', withStatus(standings, choice.status))
}

/** Of a large team only the page is read, unless what is asked for has to be worked out for each goal. */
async function ofTeams(deps: Deps, actor: Person, { choice, teams }: Shown): Promise<HomePage> {
  const none = () => pageFrom(deps, actor, choice, 'team', [])
  if (!showsList(choice, 'team')) return none()
  const { db } = deps
  const { workspace, id: person } = actor
  const { status } = choice
  const asked: TeamGoalsAsked = {
    person,
    teams: teams.flatMap(({ id }) => (choice.team === undefined || choice.team === id ? [id] : [])),
    state: status === 'reached' || status === 'closed' ? status : 'active',
  }
  const count = await countTeamGoals(db, workspace, asked)
  if (count === 0) return none()
  const isWorkedOut = status === 'at-risk' || status === 'off-track'
  const page = pageOf(count, choice.pages.team, sizeOf(choice, 'team'))
  const cut = isWorkedOut ? { skip: 0, most: count } : { skip: page.from - 1, most: sizeOf(choice, 'team') }
  const goals = await teamGoalsPage(db, workspace, asked, cut)
  const whose = isWorkedOut ? { teams: asked.teams } : { goals: goals.map(({ id }) => id) }
  const standings = await standingsOf(db, workspace, goals, whose, deps.now())
  if (isWorkedOut) return pageFrom(deps, actor, choice, 'team', withStatus(standings, status))
  return { ...page, rows: await rowsOf(deps, actor, standings) }
}

const isPast = (status: HomeStatus) => status === 'reached' || status === 'closed'

/** By what stands in the goal itself. */
function wanted({ choice, due }: Shown): (goal: Goal) => boolean {
  const asked = new Set(due?.items.map(({ standing }) => standing.goal.id))
  return (goal) =>
    (choice.team === undefined || goal.team === choice.team) &&
    (choice.status !== 'due' || asked.has(goal.id)) &&
    (choice.status !== 'reached' || goal.state === 'reached')
}

/** Whatever is past its day counts as off track: it is what someone who looks for trouble looks for. */
function withStatus(standings: readonly OwnedStanding[], status: HomeStatus): readonly OwnedStanding[] {
  if (status === 'at-risk') return standings.filter(({ standing }) => standing.status === 'at-risk')
  if (status !== 'off-track') return standings
  return standings.filter(({ standing }) => ['off-track', 'overdue'].includes(standing.status))
}

async function pageFrom(
  deps: Deps,
  actor: Person,
  choice: HomeChoice,
  list: HomeList,
  standings: readonly OwnedStanding[],
): Promise<HomePage> {
  const page = pageOf(standings.length, choice.pages[list], sizeOf(choice, list))
  return { ...page, rows: await rowsOf(deps, actor, standings.slice(Math.max(0, page.from - 1), page.to)) }
}

/** What a row shows beside where the goal stands is read for those that are shown. */
async function rowsOf(
  deps: Deps,
  actor: Person,
  standings: readonly OwnedStanding[],
): Promise<readonly HomeGoal[]> {
  const { db } = deps
  const ids = standings.map(({ standing }) => standing.goal.id)
  const readings = await newestReadings(db, actor.workspace, ids, TRAIL)
  const supported = standings.flatMap(({ standing }) =>
    isSupporter(standing.goal, actor) ? [standing.goal.id] : [],
  )
  const notes = await lastNotesOn(db, actor.workspace, supported)
  const trailOf = (id: GoalId) => readings.get(id)?.map(({ value }) => value) ?? []
  return standings.map(({ standing, owner }) => ({
    standing,
    owner,
    as: roleIn(standing.goal, actor),
    trail: trailOf(standing.goal.id),
    note: notes.get(standing.goal.id),
  }))
}

function roleIn(goal: Goal, { id }: Person): HomeGoal['as'] {
  if (goal.owner === id) return 'owner'
  if (goal.coOwners.includes(id)) return 'co-owner'
  return goal.partner === id ? 'partner' : 'team'
}

const isSupporter = (goal: Goal, actor: Person) => ['co-owner', 'partner'].includes(roleIn(goal, actor))
