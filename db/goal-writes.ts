import type { Goal, GoalState, GoalTerms, GoalVersion, Visibility } from '../src/domain/goal.ts'
import type { GoalId, Instant, PersonId, WorkspaceId } from '../src/domain/types.ts'
import type { Db, Trx } from './schema.ts'
import { termsToColumn } from './terms.ts'

/** False when this submission has made a goal before: the unique source decides, not a read before a write. */
export async function insertGoal(
  trx: Trx,
  workspace: WorkspaceId,
  goal: Goal,
  sourceKey: string | undefined,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('goal')
    .values({
      workspace_id: workspace,
      id: goal.id,
      number: goal.number,
      team_id: goal.team,
      owner_id: goal.owner,
      partner_id: goal.partner ?? null,
      visibility: goal.visibility,
      created_by: goal.createdBy,
      created_at: goal.createdAt,
      source_key: sourceKey ?? null,
      state: goal.state,
      version: goal.version,
      changed_at: goal.createdAt,
      ...termsColumns(goal),
    })
    .onConflict((same) => same.columns(['workspace_id', 'source_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return false
  await setCoOwners(trx, workspace, goal.id, goal.coOwners)
  return true
}

/** `visibility` is the goal's from this version on. */
export async function insertVersion(
  trx: Trx,
  workspace: WorkspaceId,
  version: GoalVersion,
  visibility: Visibility,
): Promise<void> {
  await trx
    .insertInto('goal_version')
    .values({
      workspace_id: workspace,
      goal_id: version.goal,
      version: version.version,
      terms: termsToColumn(version.terms),
      by_id: version.by,
      at: version.at,
      reason: version.reason ?? null,
      ease: version.ease,
      counts_from: version.countsFrom,
      visibility,
    })
    .execute()
}

/** Everything an edit may change. `goal.version` is the new one; false when another edit came first. */
export async function updateGoal(
  trx: Trx,
  workspace: WorkspaceId,
  goal: Pick<Goal, 'id' | 'version' | 'coOwners' | 'partner' | 'visibility'> & GoalTerms,
  at: Instant,
): Promise<boolean> {
  const updated = await trx
    .updateTable('goal')
    .set({
      version: goal.version,
      changed_at: at,
      partner_id: goal.partner ?? null,
      visibility: goal.visibility,
      ...termsColumns(goal),
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', goal.id)
    .where('version', '=', goal.version - 1)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()
  if (updated === undefined) return false
  await setCoOwners(trx, workspace, goal.id, goal.coOwners)
  return true
}

/** What is done of the milestones; marks make no version. False when the goal was edited or closed meanwhile. */
export async function updateMarks(
  trx: Trx,
  workspace: WorkspaceId,
  goal: Pick<Goal, 'id' | 'version'> & GoalTerms,
  at: Instant,
): Promise<boolean> {
  const updated = await trx
    .updateTable('goal')
    .set((was) => ({ terms: termsToColumn(goal), turns: was('turns', '+', 1), changed_at: at }))
    .where('workspace_id', '=', workspace)
    .where('id', '=', goal.id)
    .where('version', '=', goal.version)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** True for exactly one caller: who closes first closes it. */
export async function markClosed(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
  closing: {
    readonly as: Exclude<GoalState, 'active'>
    readonly at: Instant
    readonly note: string | undefined
  },
): Promise<boolean> {
  const closed = await db
    .updateTable('goal')
    .set((was) => ({
      state: closing.as,
      closed_at: closing.at,
      closing_note: closing.note ?? null,
      turns: was('turns', '+', 1),
      changed_at: closing.at,
    }))
    .where('workspace_id', '=', workspace)
    .where('id', '=', goal)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}

/** False when it was open already. */
export async function markReopened(
  db: Db,
  workspace: WorkspaceId,
  goal: GoalId,
  at: Instant,
): Promise<boolean> {
  const reopened = await db
    .updateTable('goal')
    .set((was) => ({
      state: 'active',
      closed_at: null,
      closing_note: null,
      turns: was('turns', '+', 1),
      changed_at: at,
    }))
    .where('workspace_id', '=', workspace)
    .where('id', '=', goal)
    .where('state', '!=', 'active')
    .returning('id')
    .executeTakeFirst()
  return reopened !== undefined
}

async function setCoOwners(
  trx: Trx,
  workspace: WorkspaceId,
  goal: GoalId,
  people: readonly PersonId[],
): Promise<void> {
  await trx
    .deleteFrom('goal_co_owner')
    .where('workspace_id', '=', workspace)
    .where('goal_id', '=', goal)
    .execute()
  const rows = [...new Set(people)].map((person) => ({
    workspace_id: workspace,
    goal_id: goal,
    person_id: person,
  }))
  if (rows.length > 0) await trx.insertInto('goal_co_owner').values(rows).execute()
}

/** What is asked for by value stands beside the JSON and is written with it. */
function termsColumns(goal: GoalTerms) {
  return {
    terms: termsToColumn(goal),
    title: goal.title,
    start_date: goal.start,
    due_date: goal.due,
    parent_id: goal.parent ?? null,
  }
}
