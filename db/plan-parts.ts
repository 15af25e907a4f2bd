import { z } from 'zod'
import { type PlanPart, type PlanWords, planParts } from '../src/domain/plan-document.ts'
import type { PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db, Trx } from './schema.ts'

const part = z.enum(planParts)

/** Every version of what was written into a team's plan, oldest first. */
export async function planWordsOf(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
): Promise<readonly PlanWords[]> {
  const rows = await db
    .selectFrom('plan_part')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .orderBy('at')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    part: part.parse(row.part),
    version: row.version,
    words: row.words,
    by: row.by_id as PersonId,
    at: instant(row.at),
  }))
}

/** False where somebody else wrote that version at the same moment. */
export async function putPlanWords(
  trx: Trx,
  workspace: WorkspaceId,
  team: TeamId,
  { part: name, version, words, by, at }: PlanWords & { readonly part: PlanPart },
): Promise<boolean> {
  const stored = await trx
    .insertInto('plan_part')
    .values({ workspace_id: workspace, team_id: team, part: name, version, words, by_id: by, at })
    .onConflict((on) => on.columns(['workspace_id', 'team_id', 'part', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return stored !== undefined
}
