import { breathing } from '../../db/breathing.ts'
import { goalsClosedSince } from '../../db/goals.ts'
import { homeChoiceOf } from '../../db/home-choices.ts'
import { leavesOf } from '../../db/leaves.ts'
import { teamsWith } from '../../db/teams.ts'
import type { HomeChoice } from '../domain/home-choice.ts'
import type { Person, Team } from '../domain/people.ts'
import type { DueNow, HomeSheet } from '../domain/sheets.ts'
import { addMs, DAY_MS, localDateOf } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import { draftsFor } from './drafts.ts'
import { homeLists } from './home-lists.ts'
import { nextPrompts } from './next-prompts.ts'
import { openPromptOf } from './prompt-sheet.ts'

/** Closed goals stay in sight for a while, domain.md §4.3. */
const CLOSED_SHOWN_MS = 30 * DAY_MS

/** App Home: what is due now, the goals one chose to see, and the teams. As many queries for one goal as for thousands. */
export async function homeSheet(of: Deps, actor: Person): Promise<HomeSheet> {
  const db = breathing(of.db)
  const deps = { ...of, db }
  const { workspace, id } = actor
  const now = deps.now()
  const planned = await nextPrompts(deps, actor)
  const nextOf = new Map(planned.map(({ team, at }) => [team.id, at]))
  const teams = await teamsWith(db, workspace, id)
  const choice = ofTheirs(await homeChoiceOf(db, workspace, id), teams)
  const due = await dueNow(deps, actor)
  const lists = await homeLists(deps, actor, { choice, teams, due })
  return {
    person: actor,
    today: localDateOf(now, actor.zone),
    choice,
    due,
    drafts: (await draftsFor(deps, actor)).map(({ id, title, changedAt }) => ({ id, title, changedAt })),
    ...lists,
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

/** Whoever has left a team sees all of theirs again. */
function ofTheirs(choice: HomeChoice, teams: readonly Team[]): HomeChoice {
  const isTheirs = teams.some(({ id }) => id === choice.team)
  return isTheirs ? choice : { ...choice, team: undefined }
}

async function dueNow(deps: Deps, actor: Person): Promise<DueNow | undefined> {
  const prompt = await openPromptOf(deps, actor)
  const open = prompt?.items.filter((item) => !item.isAnswered) ?? []
  if (prompt === undefined || open.length === 0) return undefined
  return { occurrence: prompt.occurrence, items: open, windowEnds: prompt.windowEnds }
}
