import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { FeedGoal, HiddenGoal } from '../src/domain/feed.ts'
import type { Step } from '../src/domain/goal.ts'
import type { ChannelId, GoalId, Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { instant, localDate } from './columns.ts'
import type { Db, Row, Schema } from './schema.ts'
import { termsFromColumn } from './terms.ts'

/** Goals as calendars show them: thousands at once, so only what is shown is read. */

type Condition = (is: ExpressionBuilder<Schema, 'goal'>) => Expression<SqlBool>

/** What a team shares and is active, or was closed at `since` or later. */
export async function sharedGoalsOf(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  since: Instant,
): Promise<FeedGoal[]> {
  return feedGoals(db, workspace, since, (is) =>
    is.and([is('goal.team_id', '=', team), is('goal.visibility', '=', 'team')]),
  )
}

/** What a person owns, co-owns or is partner of, private ones too. */
export async function goalsConcerning(
  db: Db,
  workspace: WorkspaceId,
  person: PersonId,
  since: Instant,
): Promise<FeedGoal[]> {
  return feedGoals(db, workspace, since, (is) =>
    is.or([
      is('goal.owner_id', '=', person),
      is('goal.partner_id', '=', person),
      is(
        'goal.id',
        'in',
        is
          .selectFrom('goal_co_owner')
          .select('goal_id')
          .where('workspace_id', '=', workspace)
          .where('person_id', '=', person),
      ),
    ]),
  )
}

/** A team's goals that were made private at `since` or later, as the team last saw them. */
export async function goalsHiddenFrom(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  since: Instant,
): Promise<HiddenGoal[]> {
  const rows = await db
    .selectFrom('goal_version as hiding')
    .innerJoin('goal', (join) =>
      join.onRef('goal.workspace_id', '=', 'hiding.workspace_id').onRef('goal.id', '=', 'hiding.goal_id'),
    )
    .innerJoin('goal_version as before', (join) =>
      join
        .onRef('before.workspace_id', '=', 'hiding.workspace_id')
        .onRef('before.goal_id', '=', 'hiding.goal_id')
        .on((is) => is('before.version', '=', is('hiding.version', '-', 1))),
    )
    .select(['goal.id', 'goal.number', 'goal.team_id', 'goal.version', 'goal.turns'])
    .select(['before.terms as shown_terms', 'hiding.at as hidden_at'])
    .where('hiding.workspace_id', '=', workspace)
    .where('hiding.at', '>=', since)
    .where('hiding.visibility', '=', 'private')
    .where('before.visibility', '=', 'team')
    .where('goal.team_id', '=', team)
    .where('goal.visibility', '=', 'private')
    .orderBy('goal.number')
    .orderBy('hiding.version')
    .execute()
  // Hidden, shared and hidden again: the last one says what the team saw.
  const last = new Map(rows.map((row) => [row.id, row]))
  return [...last.values()].map((row) => {
    const { due, steps } = termsFromColumn(row.shown_terms)
    return {
      id: row.id as GoalId,
      number: row.number,
      team: row.team_id as TeamId,
      revision: row.version - 1 + row.turns,
      changedAt: instant(row.hidden_at),
      due,
      steps,
    }
  })
}

async function feedGoals(
  db: Db,
  workspace: WorkspaceId,
  since: Instant,
  condition: Condition,
): Promise<FeedGoal[]> {
  const rows = await db
    .selectFrom('goal')
    .innerJoin('team', (join) =>
      join.onRef('team.workspace_id', '=', 'goal.workspace_id').onRef('team.id', '=', 'goal.team_id'),
    )
    .leftJoin('outbox as card', (join) =>
      join
        .onRef('card.workspace_id', '=', 'goal.workspace_id')
        .on('card.key', '=', sql<string>`'card:' || ${sql.ref('goal.id')}`),
    )
    .select(['goal.id', 'goal.number', 'goal.team_id', 'goal.owner_id', 'goal.title', 'goal.due_date'])
    .select(['goal.visibility', 'goal.state', 'goal.version', 'goal.turns'])
    // Most goals have no steps, and thousands are read at once.
    .select((of) =>
      of.case().when('goal.terms', 'like', '%"steps":[{%').then(of.ref('goal.terms')).end().as('terms'),
    )
    .select(['goal.changed_at', 'goal.created_at', 'team.channel_name', 'card.channel_id', 'card.ts'])
    .where('goal.workspace_id', '=', workspace)
    .where(condition)
    .where((is) => is.or([is('goal.state', '=', 'active'), is('goal.closed_at', '>=', since)]))
    .orderBy('goal.due_date')
    .orderBy('goal.number')
    .execute()
  const gone = await stepsGone(db, workspace, since)
  return rows.map((row) => ({ ...toFeedGoal(row), gone: gone.get(row.id) ?? [] }))
}

interface FeedRow
  extends Pick<
    Row<'goal'>,
    | 'id'
    | 'number'
    | 'team_id'
    | 'owner_id'
    | 'title'
    | 'due_date'
    | 'visibility'
    | 'state'
    | 'version'
    | 'turns'
    | 'changed_at'
    | 'created_at'
  > {
  /** Absent where the goal has no steps. */
  readonly terms: string | null
  readonly channel_name: string
  readonly channel_id: string | null
  readonly ts: string | null
}

function toFeedGoal(row: FeedRow): Omit<FeedGoal, 'gone'> {
  return {
    id: row.id as GoalId,
    number: row.number,
    team: row.team_id as TeamId,
    channelName: row.channel_name,
    title: row.title,
    owner: row.owner_id as PersonId,
    due: localDate(row.due_date),
    steps: row.terms === null ? [] : termsFromColumn(row.terms).steps,
    visibility: visibilities.parse(row.visibility),
    state: states.parse(row.state),
    revision: row.version - 1 + row.turns,
    changedAt: instant(row.changed_at ?? row.created_at),
    card:
      row.channel_id === null || row.ts === null
        ? undefined
        : { channel: row.channel_id as ChannelId, ts: row.ts },
  }
}

/** By goal the steps that an edit at `since` or later took out; never those that only a private goal had. */
async function stepsGone(
  db: Db,
  workspace: WorkspaceId,
  since: Instant,
): Promise<ReadonlyMap<string, readonly Step[]>> {
  const rows = await db
    .selectFrom('goal_version as after')
    .innerJoin('goal', (join) =>
      join.onRef('goal.workspace_id', '=', 'after.workspace_id').onRef('goal.id', '=', 'after.goal_id'),
    )
    .innerJoin('goal_version as before', (join) =>
      join
        .onRef('before.workspace_id', '=', 'after.workspace_id')
        .onRef('before.goal_id', '=', 'after.goal_id')
        .on((is) => is('before.version', '=', is('after.version', '-', 1))),
    )
    .select(['goal.id', 'goal.terms as now_terms', 'before.terms as before_terms'])
    .where('after.workspace_id', '=', workspace)
    .where('after.at', '>=', since)
    .where('before.terms', 'like', '%"steps":[{%')
    .where((is) => is.or([is('before.visibility', '=', 'team'), is('goal.visibility', '=', 'private')]))
    .orderBy('after.version')
    .execute()
  const steps = rows.flatMap((row) => {
    const left = new Set(termsFromColumn(row.now_terms).steps.map(({ id }) => id))
    return termsFromColumn(row.before_terms).steps.flatMap((step) =>
      left.has(step.id) ? [] : [{ goal: row.id, step }],
    )
  })
  // Of a step that several versions had, the last one says when it was due.
  return new Map(
    [...Map.groupBy(steps, ({ goal }) => goal)].map(([goal, own]) => [
      goal,
      [...new Map(own.map(({ step }) => [step.id, step])).values()],
    ]),
  )
}

const visibilities = z.enum(['team', 'private'])
const states = z.enum(['active', 'reached', 'retired'])
