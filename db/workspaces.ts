import type { Instant, PersonId, WorkspaceId } from '../src/domain/types.ts'
import type { Db, Row, Trx } from './schema.ts'

export interface Workspace {
  readonly id: WorkspaceId
  readonly name: string
  readonly botUser: PersonId
  /** Where Slack shows it, with a slash at the end; absent until the bot has asked. */
  readonly url?: string | undefined
}

/** Remembers a workspace, or what it and its bot are called now. */
export async function saveWorkspace(db: Db, workspace: Workspace, at: Instant): Promise<void> {
  const named = { name: workspace.name, bot_user_id: workspace.botUser, url: workspace.url ?? null }
  await db
    .insertInto('workspace')
    .values({ id: workspace.id, ...named, next_goal_number: 1, created_at: at })
    .onConflict((same) => same.column('id').doUpdateSet(named))
    .execute()
}

export async function workspaceOf(db: Db, workspace: WorkspaceId): Promise<Workspace | undefined> {
  const row = await db.selectFrom('workspace').selectAll().where('id', '=', workspace).executeTakeFirst()
  return row && toWorkspace(row)
}

/** All tenants, for what the engine does for each of them. */
export async function allWorkspaces(db: Db): Promise<Workspace[]> {
  const rows = await db.selectFrom('workspace').selectAll().orderBy('id').execute()
  return rows.map(toWorkspace)
}

/** The next `G-n`. Taken in the goal's own transaction, so that no number is lost or given twice. */
export async function takeGoalNumber(trx: Trx, workspace: WorkspaceId): Promise<number> {
  const row = await trx
    .updateTable('workspace')
    .set((now) => ({ next_goal_number: now('next_goal_number', '+', 1) }))
    .where('id', '=', workspace)
    .returning('next_goal_number')
    .executeTakeFirstOrThrow()
  return row.next_goal_number - 1
}

function toWorkspace(row: Row<'workspace'>): Workspace {
  const { name, bot_user_id: botUser, url } = row
  return { id: row.id as WorkspaceId, name, botUser: botUser as PersonId, url: url ?? undefined }
}
