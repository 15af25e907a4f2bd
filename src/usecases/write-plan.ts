import { peopleOf } from '../../db/people.ts'
import { planWordsOf, putPlanWords } from '../../db/plan-parts.ts'
import type { Trx } from '../../db/schema.ts'
import { teamById } from '../../db/teams.ts'
import type { Person, Team } from '../domain/people.ts'
import { MOST_PART, type PlanPart, planParts } from '../domain/plan-document.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { TeamId } from '../domain/types.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { standpointOf } from './goal-for.ts'
import { note } from './note.ts'
import { mayWrite } from './plan-sheet.ts'

export interface WrittenPlan {
  /** What the form held when it was sent. */
  readonly typed: Readonly<Partial<Record<PlanPart, string>>>
  /** The version of each part that it was opened with; absent where there was none. */
  readonly base: Readonly<Partial<Record<PlanPart, number>>>
}

/**
 * Each part that was changed in the form becomes a new version; what was there stays readable. `base` are the versions that
 * the form began with, so that whoever wrote another part meanwhile keeps their words. Leads and admins alone.
 */
export async function writePlan(
  deps: Deps,
  actor: Person,
  id: TeamId,
  { typed, base }: WrittenPlan,
): Promise<Result<readonly PlanPart[], Refusal>> {
  return decideIn<readonly PlanPart[], Refusal>(deps.db, async (trx) => {
    const team = await teamById(trx, actor.workspace, id)
    if (team === undefined) return refuse({ kind: 'no-team-here' })
    const from = await standpointOf(trx, team, actor)
    if (!(from.isMember || from.isLead) || !mayWrite(from.isLead, actor))
      return refuse(await leadNeeded(trx, team))
    const versions = await planWordsOf(trx, actor.workspace, id)
    const begun = (part: PlanPart) =>
      versions.find((one) => one.part === part && one.version === base[part])?.words ?? ''
    const changed = planParts.filter((part) => cut(typed[part]) !== begun(part))
    for (const part of changed) {
      const version =
        1 + Math.max(0, ...versions.filter((one) => one.part === part).map((one) => one.version))
      const words = { part, version, words: cut(typed[part]), by: actor.id, at: deps.now() }
      // Only where two people write at once; thrown, so that the retry puts its words on top.
      if (!(await putPlanWords(trx, actor.workspace, id, words)))
        throw new Error(`the plan of ${id} was changed at the same moment`)
      await note(trx, deps, actor, { action: 'plan-written', subject: id, details: { part, version } })
    }
    return ok(changed)
  })
}

async function leadNeeded(trx: Trx, { workspace, leads }: Team): Promise<Refusal> {
  const people = await peopleOf(trx, workspace, leads)
  return { kind: 'not-a-lead', leads: leads.flatMap((id) => people.get(id)?.name ?? []) }
}

/** Never in the middle of a character. */
function cut(words = ''): string {
  const most = words.trim().slice(0, MOST_PART)
  return /[\uD800-\uDBFF]$/.test(most) ? most.slice(0, -1) : most
}
