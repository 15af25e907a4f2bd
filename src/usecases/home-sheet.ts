import { goalsClosedSince, goalsOf, goalsSupportedBy } from '../../db/goals.ts'
import { leavesOf } from '../../db/leaves.ts'
import { teamsWith } from '../../db/teams.ts'
import type { Goal } from '../domain/goal.ts'
import type { Person } from '../domain/people.ts'
import type { DueNow, HomeSheet, SupportedGoal } from '../domain/sheets.ts'
import { addMs, DAY_MS, localDateOf } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import { nextPrompts } from './next-prompts.ts'
import { openPromptOf } from './prompt-sheet.ts'
import { standingsOf } from './standings.ts'

/** Closed goals stay in sight for a while, domain.md §4.3. */
const CLOSED_SHOWN_MS = 30 * DAY_MS

/** App Home: what is due now, one's own goals, those one helps with, and the teams. */
export async function homeSheet(deps: Deps, actor: Person): Promise<HomeSheet> {
  const { db } = deps
  const { workspace, id } = actor
  const now = deps.now()
  const own = await goalsOf(db, workspace, id)
  const standings = await standingsOf(db, workspace, own, { person: id }, now, actor)
  const planned = await nextPrompts(deps, actor)
  const nextOf = new Map(planned.map(({ team, at }) => [team.id, at]))
  const teams = await teamsWith(db, workspace, id)
  return {
    person: actor,
    today: localDateOf(now, actor.zone),
    due: await dueNow(deps, actor),
    goals: standings.map(({ standing }) => standing),
    supported: await supportedGoals(deps, actor),
    closed: await goalsClosedSince(db, workspace, id, addMs(now, -CLOSED_SHOWN_MS)),
    teams: teams.map((team) => ({
      team,
      isLead: team.leads.includes(id),
      nextPromptAt: nextOf.get(team.id),
    })),
    leaves: await leavesOf(db, workspace, id, localDateOf(now, actor.zone)),
    nextPromptAt: planned[0]?.at,
  }
}

async function dueNow(deps: Deps, actor: Person): Promise<DueNow | undefined> {
  const prompt = await openPromptOf(deps, actor)
  const open = prompt?.items.filter((item) => !item.isAnswered) ?? []
  if (prompt === undefined || open.length === 0) return undefined
  return { occurrence: prompt.occurrence, items: open, windowEnds: prompt.windowEnds }
}

async function supportedGoals(deps: Deps, actor: Person): Promise<readonly SupportedGoal[]> {
  const goals = await goalsSupportedBy(deps.db, actor.workspace, actor.id)
  const ids = goals.map((goal) => goal.id)
  const standings = await standingsOf(deps.db, actor.workspace, goals, { goals: ids }, deps.now())
  return standings.map(({ standing, owner }) => ({ standing, owner, as: roleIn(standing.goal, actor) }))
}

const roleIn = (goal: Goal, actor: Person): SupportedGoal['as'] =>
  goal.coOwners.includes(actor.id) ? 'co-owner' : 'partner'
