import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { z } from 'zod'
import type { Goal } from '../src/domain/goal.ts'
import type { Placeable } from '../src/domain/timeline.ts'
import type { GoalId, LocalDate, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { absent, localDate } from './columns.ts'
import type { Db, Schema } from './schema.ts'

/** Goals as far as their places on a timeline take them, and who may see them: thousands at once. */
export type PlacedGoal = Placeable & Pick<Goal, 'owner' | 'partner' | 'visibility' | 'coOwners'>

/** Whose goals, and for whom: of a goal's co-owners only `actor` is told. */
export interface GoalsOf {
  readonly actor: PersonId
  /** Absent for what the actor owns or co-owns. */
  readonly team: TeamId | undefined
}

interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

export async function runningGoals(db: Db, workspace: WorkspaceId, of: GoalsOf): Promise<PlacedGoal[]> {
  return placedGoals(db, workspace, of, (is) => is('goal.state', '=', 'active'))
}

/** Those with a day among these, both counted. */
export async function reachedGoals(
  db: Db,
  workspace: WorkspaceId,
  of: GoalsOf,
  { from, to }: Days,
): Promise<PlacedGoal[]> {
  return placedGoals(db, workspace, of, (is) =>
    is.and([
      is('goal.state', '=', 'reached'),
      is('goal.start_date', '<=', to),
      is('goal.due_date', '>=', from),
    ]),
  )
}

type Condition = (is: ExpressionBuilder<Schema, 'goal'>) => Expression<SqlBool>

async function placedGoals(
  db: Db,
  workspace: WorkspaceId,
  { actor, team }: GoalsOf,
  condition: Condition,
): Promise<PlacedGoal[]> {
  const rows = await db
    .selectFrom('goal')
    .leftJoin('goal_co_owner as own', (join) =>
      join
        .onRef('own.workspace_id', '=', 'goal.workspace_id')
        .onRef('own.goal_id', '=', 'goal.id')
        .on('own.person_id', '=', actor),
    )
    .select(['goal.id', 'goal.number', 'goal.state', 'goal.start_date', 'goal.due_date'])
    .select(['goal.owner_id', 'goal.partner_id', 'goal.visibility', 'own.person_id as co_owner_id'])
    // Most goals stand alone.
    .select((of) =>
      of.case().when('goal.terms', 'like', '%"parent":"%').then(of.ref('goal.terms')).end().as('terms'),
    )
    .where('goal.workspace_id', '=', workspace)
    .where((is) =>
      team === undefined
        ? is('goal.id', 'in', goalsWith(is, workspace, actor))
        : is('goal.team_id', '=', team),
    )
    .where(condition)
    .orderBy('goal.due_date')
    .orderBy('goal.number')
    .execute()
  return rows.map((row) => ({
    id: row.id as GoalId,
    number: row.number,
    state: states.parse(row.state),
    start: localDate(row.start_date),
    due: localDate(row.due_date),
    parent: row.terms === null ? undefined : parentOf(row.terms),
    owner: row.owner_id as PersonId,
    partner: (row.partner_id ?? undefined) as PersonId | undefined,
    visibility: visibilities.parse(row.visibility),
    coOwners: row.co_owner_id === null ? [] : [row.co_owner_id as PersonId],
  }))
}

/** Two lists put together, since no index answers an "or". */
const goalsWith = (is: ExpressionBuilder<Schema, 'goal'>, workspace: WorkspaceId, person: PersonId) =>
  is
    .selectFrom('goal as owned')
    .select('owned.id as id')
    .where('owned.workspace_id', '=', workspace)
    .where('owned.owner_id', '=', person)
    .unionAll(
      is
        .selectFrom('goal_co_owner')
        .select('goal_id as id')
        .where('workspace_id', '=', workspace)
        .where('person_id', '=', person),
    )

const parentOf = (terms: string) => withParent.parse(JSON.parse(terms)).parent

const withParent = z.object({ parent: absent(z.string().transform((text) => text as GoalId)) })
const visibilities = z.enum(['team', 'private'])
const states = z.enum(['active', 'reached', 'retired'])
