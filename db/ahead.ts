import type { Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import type { Trx } from './schema.ts'

/**
 * What was left out as too old on days that lie ahead: a clock that was ahead did that, and those days are still to come. Says
 * whose prompts they were.
 */
export async function forgetLeftOutAhead(
  trx: Trx,
  workspace: WorkspaceId,
  now: Instant,
): Promise<readonly { readonly team: TeamId; readonly person: PersonId }[]> {
  const occurrences = trx
    .selectFrom('occurrence')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('due_at', '>', now)
    .where('state', '=', 'skipped')
    .where('reason', '=', 'too-old')
  const asks = await trx
    .selectFrom('ask')
    .select(['id', 'team_id', 'person_id'])
    .where('workspace_id', '=', workspace)
    .where('occurrence_id', 'in', occurrences)
    .execute()
  await trx
    .deleteFrom('ask')
    .where('workspace_id', '=', workspace)
    .where('occurrence_id', 'in', occurrences)
    .execute()
  await trx
    .deleteFrom('occurrence')
    .where('workspace_id', '=', workspace)
    .where('id', 'in', occurrences)
    .execute()
  return asks.map((ask) => ({ team: ask.team_id as TeamId, person: ask.person_id as PersonId }))
}
