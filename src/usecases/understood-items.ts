import { answersById, latestAnswersAbout } from '../../db/check-ins.ts'
import { goalsById } from '../../db/goals.ts'
import { peopleOf } from '../../db/people.ts'
import { teamById } from '../../db/teams.ts'
import { blockedSince, type Rung } from '../domain/blocked.ts'
import type { Answer, Understood } from '../domain/check-in.ts'
import type { Goal, Standing } from '../domain/goal.ts'
import type { AnswerId, Instant, WorkspaceId } from '../domain/types.ts'
import { rungsOf } from './blocked-ladder.ts'
import type { Deps } from './deps.ts'
import { standingsOf } from './standings.ts'

export interface UnderstoodNow extends Understood {
  readonly standing: Standing | undefined
  /** Who hears of it unless the block ends before. */
  readonly ladder: readonly { readonly name: string; readonly rung: Rung; readonly at: Instant }[]
}

/** Answers with their goals and where these stand now, in the order of the ids. */
export async function understoodItems(
  deps: Deps,
  workspace: WorkspaceId,
  ids: readonly AnswerId[],
): Promise<readonly UnderstoodNow[]> {
  const answers = await answersById(deps.db, workspace, ids)
  const goalIds = [...new Set(answers.map((answer) => answer.goal))]
  const goals = await goalsById(deps.db, workspace, goalIds)
  const standings = await standingsOf(deps.db, workspace, goals, { goals: goalIds }, deps.now())
  const items: UnderstoodNow[] = []
  for (const answer of answers) {
    const goal = goals.find((one) => one.id === answer.goal)
    const standing = standings.find((one) => one.standing.goal.id === answer.goal)?.standing
    if (goal !== undefined)
      items.push({ goal, answer, standing, ladder: await ladderFrom(deps, goal, answer) })
  }
  return items
}

async function ladderFrom(deps: Deps, goal: Goal, answer: Answer): Promise<UnderstoodNow['ladder']> {
  if (answer.blocker === undefined || goal.state !== 'active') return []
  const { workspace } = goal
  const since = blockedSince(await latestAnswersAbout(deps.db, workspace, goal.id))
  const team = since && (await teamById(deps.db, workspace, goal.team))
  if (since === undefined || team === undefined) return []
  const ahead = (await rungsOf(deps, goal, team, since)).filter(({ at }) => at > deps.now())
  const ids = ahead.map(({ person }) => person)
  const people = await peopleOf(deps.db, workspace, ids)
  return ahead.map(({ rung, person, at }) => ({ rung, at, name: people.get(person)?.name ?? person }))
}
