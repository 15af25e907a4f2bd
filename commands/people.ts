import type { Person } from '../src/domain/people.ts'
import type { PersonId, WorkspaceId } from '../src/domain/types.ts'
import type { CommandDeps } from './deps.ts'

/** Those of the chosen people that Slack knows. */
export async function peopleIn(
  deps: CommandDeps,
  workspace: WorkspaceId,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  const found = await Promise.all(ids.map((id) => deps.directory.person(workspace, id)))
  return found.filter((person) => person !== undefined)
}
