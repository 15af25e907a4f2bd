import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { z } from 'zod'
import type { Goal, OwnWord } from '../src/domain/goal.ts'
import type { GoalId, Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { instant, instantOrNone, statusWords } from './columns.ts'
import type { Db, Row, Schema } from './schema.ts'
import { termsFromColumn } from './terms.ts'

/** Reading goals. What changes them is in goal-writes.ts. */

type Condition = (is: ExpressionBuilder<Schema, 'goal'>) => Expression<SqlBool>

/** A person's own active goals, soonest due first. */
export async function goalsOf(db: Db, workspace: WorkspaceId, owner: PersonId): Promise<Goal[]> {
  return goalsWhere(db, workspace, (is) => is.and([is('goal.owner_id', '=', owner), active(is)]))
}

/** Everything these people ever owned. */
export async function goalsOwnedBy(
  db: Db,
  workspace: WorkspaceId,
  owners: readonly PersonId[],
): Promise<Goal[]> {
  if (owners.length === 0) return []
  return goalsWhere(db, workspace, (is) => is('goal.owner_id', 'in', [...owners]))
}

/** Active goals of others that a person is co-owner or partner of. */
export async function goalsSupportedBy(db: Db, workspace: WorkspaceId, person: PersonId): Promise<Goal[]> {
  return goalsWhere(db, workspace, (is) =>
    is.and([
      is('goal.owner_id', '!=', person),
      active(is),
      is.or([is('goal.partner_id', '=', person), is('goal.id', 'in', coOwnedBy(is, workspace, person))]),
    ]),
  )
}

/** Goals that a person owns, or supports as co-owner or partner, and that are closed: the latest closed first. */
export async function closedGoalsOf(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  as: 'owner' | 'supporter',
): Promise<Goal[]> {
  const goals = await goalsWhere(db, workspace, (is) =>
    is.and([
      is('goal.state', 'in', ['reached', 'retired']),
      as === 'owner'
        ? is('goal.owner_id', '=', person)
        : is.and([
            is('goal.owner_id', '!=', person),
            is.or([
              is('goal.partner_id', '=', person),
              is('goal.id', 'in', coOwnedBy(is, workspace, person)),
            ]),
          ]),
    ]),
  )
  return goals.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
}

/** Every goal of the teams that a person leads, closed ones too. */
export async function goalsLedBy(db: Db, workspace: WorkspaceId, lead: PersonId): Promise<Goal[]> {
  return goalsWhere(db, workspace, (is) =>
    is(
      'goal.team_id',
      'in',
      is
        .selectFrom('team_lead')
        .select('team_id')
        .where('workspace_id', '=', workspace)
        .where('person_id', '=', lead),
    ),
  )
}

export async function goalsOfTeam(db: Db, workspace: WorkspaceId, team: TeamId): Promise<Goal[]> {
  return goalsWhere(db, workspace, (is) => is.and([is('goal.team_id', '=', team), active(is)]))
}

/** What a team's board may score: shared goals that are active or were closed at `since` or later. */
export async function goalsScoredIn(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  since: Instant,
): Promise<Goal[]> {
  return goalsWhere(db, workspace, (is) =>
    is.and([
      is('goal.team_id', '=', team),
      is('goal.visibility', '=', 'team'),
      is.or([active(is), is('goal.closed_at', '>=', since)]),
    ]),
  )
}

/** A person's own goals closed at `since` or later, newest first. */
export async function goalsClosedSince(
  db: Db,
  workspace: WorkspaceId,
  owner: PersonId,
  since: Instant,
): Promise<Goal[]> {
  const goals = await goalsWhere(db, workspace, (is) =>
    is.and([
      is('goal.owner_id', '=', owner),
      is('goal.state', '!=', 'active'),
      is('goal.closed_at', '>=', since),
    ]),
  )
  return goals.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
}

export async function goalById(db: Db, workspace: WorkspaceId, goal: GoalId): Promise<Goal | undefined> {
  return (await goalsById(db, workspace, [goal]))[0]
}

/** Soonest due first, whatever the order asked in; unknown ids are left out. */
export async function goalsById(db: Db, workspace: WorkspaceId, goals: readonly GoalId[]): Promise<Goal[]> {
  if (goals.length === 0) return []
  return goalsWhere(db, workspace, (is) => is('goal.id', 'in', [...goals]))
}

/** What is directly below these goals, closed ones too. */
export async function childrenOf(db: Db, workspace: WorkspaceId, goals: readonly GoalId[]): Promise<Goal[]> {
  if (goals.length === 0) return []
  return goalsWhere(db, workspace, (is) => is('goal.parent_id', 'in', [...goals]))
}

export async function goalByNumber(
  db: Db,
  workspace: WorkspaceId,
  number: number,
): Promise<Goal | undefined> {
  const [found] = await goalsWhere(db, workspace, (is) => is('goal.number', '=', number))
  return found
}

/** The goal that a submission made, if it was seen before. */
export async function goalFromSource(
  db: Db,
  workspace: WorkspaceId,
  sourceKey: string,
): Promise<Goal | undefined> {
  const [found] = await goalsWhere(db, workspace, (is) => is('goal.source_key', '=', sourceKey))
  return found
}

const active = (is: ExpressionBuilder<Schema, 'goal'>) => is('goal.state', '=', 'active')

const coOwnedBy = (is: ExpressionBuilder<Schema, 'goal'>, workspace: WorkspaceId, person: PersonId) =>
  is
    .selectFrom('goal_co_owner')
    .select('goal_id')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)

export interface GoalsPage {
  readonly order: 'asc' | 'desc'
  readonly skip: number
  readonly most: number
}

/**
 * With their co-owners, who are few: two queries, whatever the number of goals. Soonest due first, or a page of them in the
 * order it asks for.
 */
export async function goalsWhere(
  db: Db,
  workspace: WorkspaceId,
  condition: Condition,
  page?: GoalsPage,
): Promise<Goal[]> {
  const asked = db
    .selectFrom('goal')
    .selectAll('goal')
    .where('goal.workspace_id', '=', workspace)
    .where(condition)
    .orderBy('goal.due_date', page?.order)
    .orderBy('goal.number', page?.order)
  const rows = await (page === undefined ? asked : asked.offset(page.skip).limit(page.most)).execute()
  if (rows.length === 0) return []
  const also = await db
    .selectFrom('goal_co_owner')
    .select(['goal_id', 'person_id'])
    .where('workspace_id', '=', workspace)
    .where('goal_id', 'in', (of) =>
      of.selectFrom('goal').select('goal.id').where('goal.workspace_id', '=', workspace).where(condition),
    )
    .orderBy('person_id')
    .execute()
  const coOwners = Map.groupBy(also, ({ goal_id }) => goal_id)
  return rows.map((row) =>
    toGoal(
      row,
      (coOwners.get(row.id) ?? []).map(({ person_id }) => person_id as PersonId),
    ),
  )
}

const visibilities = z.enum(['team', 'private'])
const states = z.enum(['active', 'reached', 'retired'])

function toGoal(row: Row<'goal'>, coOwners: readonly PersonId[]): Goal {
  return {
    ...termsFromColumn(row.terms),
    id: row.id as GoalId,
    workspace: row.workspace_id as WorkspaceId,
    number: row.number,
    team: row.team_id as TeamId,
    owner: row.owner_id as PersonId,
    coOwners,
    partner: (row.partner_id ?? undefined) as PersonId | undefined,
    visibility: visibilities.parse(row.visibility),
    createdBy: row.created_by as PersonId,
    createdAt: instant(row.created_at),
    state: states.parse(row.state),
    closedAt: instantOrNone(row.closed_at),
    closingNote: row.closing_note ?? undefined,
    firstCheckInAt: instantOrNone(row.first_check_in_at),
    version: row.version,
    last:
      row.last_value === null || row.last_at === null
        ? undefined
        : { value: row.last_value, at: instant(row.last_at) },
    ownWord: toOwnWord(row),
  }
}

function toOwnWord(row: Row<'goal'>): OwnWord | undefined {
  if (row.own_status === null || row.own_at === null) return undefined
  return {
    status: statusWords.parse(row.own_status),
    reason: row.own_reason ?? undefined,
    at: instant(row.own_at),
  }
}
