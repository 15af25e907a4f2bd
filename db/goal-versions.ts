import { z } from 'zod'
import type { GoalVersion } from '../src/domain/goal.ts'
import type { ChangedVersion } from '../src/domain/plan-document.ts'
import type { GoalId, Instant, PersonId, TeamId, WorkspaceId } from '../src/domain/types.ts'
import { instant } from './columns.ts'
import type { Db, Row } from './schema.ts'
import { termsFromColumn } from './terms.ts'

/** Oldest first; the creation is version 1. */
export async function versionsOf(db: Db, workspace: WorkspaceId, goal: GoalId): Promise<GoalVersion[]> {
  const rows = await db
    .selectFrom('goal_version')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('goal_id', '=', goal)
    .orderBy('version')
    .execute()
  return rows.map(toVersion)
}

/** All versions of those of a team's goals that have one which does not count alone yet. */
export async function pendingVersionsOf(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  now: Instant,
): Promise<ReadonlyMap<GoalId, readonly GoalVersion[]>> {
  const rows = await db
    .selectFrom('goal_version')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('goal_id', 'in', (of) =>
      of
        .selectFrom('goal_version as pending')
        .innerJoin('goal', (join) =>
          join
            .onRef('goal.workspace_id', '=', 'pending.workspace_id')
            .onRef('goal.id', '=', 'pending.goal_id'),
        )
        .select('pending.goal_id')
        .where('goal.workspace_id', '=', workspace)
        .where('goal.team_id', '=', team)
        .where('pending.counts_from', '>', now),
    )
    .orderBy('goal_id')
    .orderBy('version')
    .execute()
  return Map.groupBy(rows.map(toVersion), (version) => version.goal)
}

const eases = z.enum(['easier', 'harder', 'same'])

function toVersion(row: Row<'goal_version'>): GoalVersion {
  return {
    goal: row.goal_id as GoalId,
    version: row.version,
    terms: termsFromColumn(row.terms),
    by: row.by_id as PersonId,
    at: instant(row.at),
    reason: row.reason ?? undefined,
    ease: eases.parse(row.ease),
    countsFrom: instant(row.counts_from),
  }
}

/**
 * What was made or changed of a team's shared goals since then, newest first, with what stood before; what was private then
 * is left out.
 */
export async function versionsSince(
  db: Db,
  workspace: WorkspaceId,
  team: TeamId,
  since: Instant,
): Promise<readonly ChangedVersion[]> {
  const rows = await db
    .selectFrom('goal_version as changed')
    .innerJoin('goal', (join) =>
      join.onRef('goal.workspace_id', '=', 'changed.workspace_id').onRef('goal.id', '=', 'changed.goal_id'),
    )
    .leftJoin('goal_version as earlier', (join) =>
      join
        .onRef('earlier.workspace_id', '=', 'changed.workspace_id')
        .onRef('earlier.goal_id', '=', 'changed.goal_id')
        .on('earlier.visibility', '=', 'team')
        .on((is) => is('earlier.version', '=', is('changed.version', '-', 1))),
    )
    .selectAll('changed')
    .select('earlier.terms as earlier_terms')
    .where('changed.workspace_id', '=', workspace)
    .where('changed.at', '>=', since)
    .where('changed.visibility', '=', 'team')
    .where('goal.team_id', '=', team)
    .where('goal.visibility', '=', 'team')
    .orderBy('changed.at', 'desc')
    .limit(MOST_CHANGES)
    .execute()
  return rows.map((row) => ({
    version: toVersion(row),
    before: row.earlier_terms === null ? undefined : termsFromColumn(row.earlier_terms),
  }))
}

const MOST_CHANGES = 100
