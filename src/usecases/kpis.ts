import { insertKpi, kpiById, kpisIn, retireKpi } from '../../db/kpis.ts'
import { teamsWith } from '../../db/teams.ts'
import { isAble } from '../domain/channel-rules.ts'
import { type CustomKpi, type KpiRefusal, kpiFrom, type TypedKpi } from '../domain/custom-kpi.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { KpiId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { note } from './note.ts'

/** The workspace's own KPIs beside the catalogue. */
export async function ownKpis(deps: Deps, actor: Person): Promise<readonly CustomKpi[]> {
  return kpisIn(deps.db, actor.workspace)
}

/** What a goal's form offers: a goal keeps a KPI that was taken off the list since. */
export async function kpisToChoose(
  deps: Deps,
  actor: Person,
  chosen: KpiId | undefined,
): Promise<readonly CustomKpi[]> {
  const own = await ownKpis(deps, actor)
  if (chosen === undefined || own.some(({ id }) => id === chosen)) return own
  const kept = await kpiById(deps.db, actor.workspace, chosen)
  return kept === undefined ? own : [...own, kept]
}

type KpiFault = KpiRefusal | Extract<Refusal, { kind: 'outsider' }>

/** Anyone of the organisation may add one. */
export async function addKpi(
  deps: Deps,
  actor: Person,
  typed: TypedKpi,
): Promise<Result<CustomKpi, KpiFault>> {
  return decideIn(deps.db, async (trx): Promise<Result<CustomKpi, KpiFault>> => {
    if (!isAble(actor)) return refuse({ kind: 'outsider' })
    const draft = kpiFrom(typed, await kpisIn(trx, actor.workspace))
    if (!draft.ok) return draft
    const kpi: CustomKpi = {
      ...draft.value,
      id: deps.newId() as KpiId,
      createdBy: actor.id,
      createdAt: deps.now(),
    }
    await insertKpi(trx, actor.workspace, kpi)
    await note(trx, deps, actor, { action: 'kpi-added', subject: kpi.id, details: { name: kpi.name } })
    return ok(kpi)
  })
}

/** Whoever made it, a lead or an admin takes it off the list; goals that measure it keep it. */
export async function dropKpi(
  deps: Deps,
  actor: Person,
  id: KpiId,
): Promise<Result<CustomKpi, 'not-yours' | 'unknown'>> {
  return decideIn(deps.db, async (trx): Promise<Result<CustomKpi, 'not-yours' | 'unknown'>> => {
    const kpi = await kpiById(trx, actor.workspace, id)
    if (kpi === undefined) return refuse('unknown')
    const teams = await teamsWith(trx, actor.workspace, actor.id)
    const isLead = teams.some((team) => team.leads.includes(actor.id))
    if (kpi.createdBy !== actor.id && !actor.isAdmin && !isLead) return refuse('not-yours')
    await retireKpi(trx, actor.workspace, id, deps.now())
    await note(trx, deps, actor, { action: 'kpi-dropped', subject: id, details: { name: kpi.name } })
    return ok(kpi)
  })
}

/** An id from a form names a KPI of this workspace, or none; goals keep one that was retired since. */
export async function knownKpi(
  deps: Pick<Deps, 'db'>,
  actor: Person,
  id: KpiId | undefined,
): Promise<KpiId | undefined> {
  return id === undefined ? undefined : (await kpiById(deps.db, actor.workspace, id))?.id
}
