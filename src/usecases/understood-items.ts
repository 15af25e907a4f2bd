import { answersById } from '../../db/check-ins.ts'
import { goalsById } from '../../db/goals.ts'
import type { Understood } from '../domain/check-in.ts'
import type { Standing } from '../domain/goal.ts'
import type { AnswerId, WorkspaceId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { standingsOf } from './standings.ts'

/** Answers with their goals and where these stand now, in the order of the ids. */
export async function understoodItems(
  deps: Deps,
  workspace: WorkspaceId,
  ids: readonly AnswerId[],
): Promise<readonly (Understood & { readonly standing: Standing | undefined })[]> {
  const answers = await answersById(deps.db, workspace, ids)
  const goalIds = [...new Set(answers.map((answer) => answer.goal))]
  const goals = await goalsById(deps.db, workspace, goalIds)
  const standings = await standingsOf(deps.db, workspace, goals, { goals: goalIds }, deps.now())
  return answers.flatMap((answer) => {
    const goal = goals.find((one) => one.id === answer.goal)
    const standing = standings.find((one) => one.standing.goal.id === answer.goal)?.standing
    return goal === undefined ? [] : [{ goal, answer, standing }]
  })
}
