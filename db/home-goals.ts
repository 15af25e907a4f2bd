import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Goal } from '../src/domain/goal.ts'
import type { PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { goalsWhere } from './goals.ts'
import type { Db, Schema } from './schema.ts'

/** What of teams' goals Home shows someone: shared ones of others, those that name the person aside. */
export interface TeamGoalsAsked {
  readonly person: PersonId
  readonly teams: readonly TeamId[]
  readonly state: 'active' | 'reached' | 'closed'
}

export async function countTeamGoals(db: Db, workspace: WorkspaceId, asked: TeamGoalsAsked): Promise<number> {
  if (asked.teams.length === 0) return 0
  const row = await db
    .selectFrom('goal')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('goal.workspace_id', '=', workspace)
    .where((is) => ofOthers(is, workspace, asked))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Soonest due first; closed ones latest due first. `skip` and `most` cut out a page. */
export async function teamGoalsPage(
  db: Db,
  workspace: WorkspaceId,
  asked: TeamGoalsAsked,
  page: { readonly skip: number; readonly most: number },
): Promise<readonly Goal[]> {
  if (asked.teams.length === 0) return []
  const order = asked.state === 'active' ? 'asc' : 'desc'
  return goalsWhere(db, workspace, (is) => ofOthers(is, workspace, asked), { order, ...page })
}

function ofOthers(
  is: ExpressionBuilder<Schema, 'goal'>,
  workspace: WorkspaceId,
  { person, teams, state }: TeamGoalsAsked,
): Expression<SqlBool> {
  const coOwned = is
    .selectFrom('goal_co_owner')
    .select('goal_id')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
  return is.and([
    is('goal.team_id', 'in', [...teams]),
    state === 'closed' ? is('goal.state', 'in', ['reached', 'retired']) : is('goal.state', '=', state),
    is('goal.visibility', '=', 'team'),
    is('goal.owner_id', '!=', person),
    is.or([is('goal.partner_id', 'is', null), is('goal.partner_id', '!=', person)]),
    is('goal.id', 'not in', coOwned),
  ])
}
