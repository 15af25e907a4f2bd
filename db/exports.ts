import type { GoalId, PersonId, WorkspaceId } from '../src/domain/types.ts'
import type { Db } from './schema.ts'

/** Every goal of a workspace that may be seen by someone of these teams, or that names the person. Rights are judged later. */
export async function goalIdsNear(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  teams: readonly string[],
): Promise<readonly GoalId[]> {
  const rows = await db
    .selectFrom('goal')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where((is) =>
      is.or([
        is('owner_id', '=', person),
        is('partner_id', '=', person),
        is('id', 'in', (of) =>
          of
            .selectFrom('goal_co_owner')
            .select('goal_id')
            .where('workspace_id', '=', workspace)
            .where('person_id', '=', person),
        ),
        ...(teams.length === 0 ? [] : [is('team_id', 'in', [...teams])]),
      ]),
    )
    .orderBy('number')
    .execute()
  return rows.map(({ id }) => id as GoalId)
}
