import { z } from 'zod'
import type { CustomKpi } from '../src/domain/custom-kpi.ts'
import type { Instant, KpiId, PersonId, WorkspaceId } from '../src/domain/types.ts'
import { readUnit } from '../src/domain/unit.ts'
import { cadences, instant } from './columns.ts'
import type { Db, Row, Trx } from './schema.ts'

const kinds = z.enum(['reach', 'cumulative'])
const directions = z.enum(['up', 'down'])

/** A workspace's own KPIs in use, oldest first. */
export async function kpisIn(db: Db, workspace: WorkspaceId): Promise<readonly CustomKpi[]> {
  const rows = await db
    .selectFrom('kpi')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('retired_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toKpi)
}

/** Also one that is retired: goals keep it. */
export async function kpiById(db: Db, workspace: WorkspaceId, id: KpiId): Promise<CustomKpi | undefined> {
  const row = await db
    .selectFrom('kpi')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toKpi(row)
}

export async function insertKpi(trx: Trx, workspace: WorkspaceId, kpi: CustomKpi): Promise<void> {
  await trx
    .insertInto('kpi')
    .values({
      workspace_id: workspace,
      id: kpi.id,
      name: kpi.name,
      kind: kpi.kind,
      direction: kpi.direction,
      unit: kpi.unitTyped,
      cadence: kpi.cadence,
      formula: kpi.formula ?? null,
      guard: kpi.guard ?? null,
      created_by: kpi.createdBy,
      created_at: kpi.createdAt,
      retired_at: null,
    })
    .onConflict((on) => on.columns(['workspace_id', 'id']).doNothing())
    .execute()
}

export async function retireKpi(trx: Trx, workspace: WorkspaceId, id: KpiId, at: Instant): Promise<void> {
  await trx
    .updateTable('kpi')
    .set({ retired_at: at })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute()
}

function toKpi(row: Row<'kpi'>): CustomKpi {
  return {
    id: row.id as KpiId,
    name: row.name,
    kind: kinds.parse(row.kind),
    direction: directions.parse(row.direction),
    unit: readUnit(row.unit),
    unitTyped: row.unit,
    cadence: cadences.parse(row.cadence),
    formula: row.formula ?? undefined,
    guard: row.guard ?? undefined,
    createdBy: row.created_by as PersonId,
    createdAt: instant(row.created_at),
  }
}
