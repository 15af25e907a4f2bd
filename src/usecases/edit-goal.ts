import { insertVersion, updateGoal } from '../../db/goal-writes.ts'
import { peopleOf } from '../../db/people.ts'
import type { Trx } from '../../db/schema.ts'
import { coOwnersFrom, helperRefusals, partnerFrom } from '../domain/channel-rules.ts'
import { type Goal, type GoalTerms, type GoalVersion, planPaths, type Visibility } from '../domain/goal.ts'
import { editBarrier, editRefusals, type GoalEdit, type JudgedEdit, judgeEdit } from '../domain/goal-edit.ts'
import { curveWith } from '../domain/milestones.ts'
import type { Person } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { termsOf } from '../domain/terms.ts'
import type { GoalId, PersonId } from '../domain/types.ts'
import { verdictFor } from './coach.ts'
import { decideIn } from './decide.ts'
import type { Deps } from './deps.ts'
import { goalSeenBy, type SeenGoal } from './goal-for.ts'
import { editedTermsRefusals } from './goal-refusals.ts'
import { knownKpi } from './kpis.ts'
import { note } from './note.ts'
import { tellChannel, tellNewPartner, tellOfChange } from './tell.ts'
import { oweWeekAgain } from './week-again.ts'

/** The whole goal as the form has it now. Co-owners and partner must be people that were looked up. */
export interface GoalChanges {
  readonly terms: GoalTerms
  readonly coOwners: readonly PersonId[]
  readonly partner: PersonId | undefined
  readonly visibility: Visibility
  readonly reason?: string | undefined
}

export interface EditedGoal {
  readonly goal: Goal
  readonly version: GoalVersion
}

/** Changes a goal by adding a version; the older ones stay. */
export async function editGoal(
  deps: Deps,
  actor: Person,
  id: GoalId,
  changes: GoalChanges,
): Promise<Result<EditedGoal, readonly Refusal[]>> {
  return decideIn(deps.db, async (trx) => {
    const seen = await goalSeenBy(trx, actor, { id })
    if (!seen.ok) return refuse([seen.refusal])
    const { goal, from } = seen.value
    const named = await peopleNamed(trx, goal, changes)
    const kpi = await knownKpi({ ...deps, db: trx }, actor, changes.terms.kpi)
    const edit = editFrom(goal, { ...changes, terms: { ...changes.terms, kpi } }, named)
    const barrier = editBarrier(goal, edit, from)
    if (barrier !== undefined) return refuse([barrier])
    const judged = judgeEdit(goal, edit, deps.now())
    const refusals = [
      ...editRefusals(goal, edit, judged, from),
      ...newHelperRefusals(goal, changes, named),
      ...(await editedTermsRefusals(trx, deps, actor, goal, edit.terms)),
    ]
    if (refusals.length > 0) return refuse(refusals)
    const terms = judged.isLocked
      ? edit.terms
      : await judgedAnew(trx, deps, goal, edit.terms, named, seen.value)
    return ok(await storeEdit(trx, deps, actor, seen.value, { ...edit, terms }, judged))
  })
}

/** What the verdict was when the goal locked is what counts, domain.md §4.2. */
async function judgedAnew(
  trx: Trx,
  deps: Deps,
  goal: Goal,
  terms: GoalTerms,
  named: Named,
  { team }: SeenGoal,
): Promise<GoalTerms> {
  const owner = named.get(goal.owner)
  if (owner === undefined) return terms
  return { ...terms, verdict: await verdictFor({ ...deps, db: trx }, owner, terms, team) }
}

type Named = ReadonlyMap<PersonId, Person>

async function peopleNamed(trx: Trx, goal: Goal, { coOwners, partner }: GoalChanges): Promise<Named> {
  return peopleOf(trx, goal.workspace, [goal.owner, ...coOwners, ...(partner === undefined ? [] : [partner])])
}

/** Whoever was chosen before and has left since is let go without a word. */
function newHelperRefusals(goal: Goal, { coOwners, partner }: GoalChanges, named: Named): readonly Refusal[] {
  const isNew = (id: PersonId) => !goal.coOwners.includes(id) && goal.partner !== id
  const newPartner = partner !== undefined && isNew(partner) ? partner : undefined
  return helperRefusals({ coOwners: coOwners.filter(isNew), partner: newPartner }, named)
}

function editFrom(goal: Goal, changes: GoalChanges, people: Named): GoalEdit {
  const coOwners = changes.coOwners.flatMap((id) => people.get(id) ?? [])
  const reason = changes.reason?.trim()
  // Milestones have a window of their own, and may have been marked while this form was open.
  const { steps, verdict } = goal
  // A path that the form cannot say stays.
  const isSayable = planPaths.some((path) => path === goal.curve.kind)
  const curve = curveWith(changes.terms.kind, isSayable ? changes.terms.curve : goal.curve, steps)
  return {
    // Judged anew below, once it is known that anything changes.
    terms: { ...termsOf(changes.terms), verdict, steps, curve },
    coOwners: coOwnersFrom(goal.owner, coOwners),
    partner: changes.partner === undefined ? undefined : partnerFrom(people.get(changes.partner)),
    visibility: changes.visibility,
    reason: reason === '' ? undefined : reason,
  }
}

/** Adds a version with everything that follows from it, once it is decided that it may be. */
export async function storeEdit(
  trx: Trx,
  deps: Deps,
  actor: Person,
  seen: SeenGoal,
  edit: GoalEdit,
  judged: JudgedEdit,
): Promise<EditedGoal> {
  const { coOwners, partner, visibility } = edit
  const number = seen.goal.version + 1
  const goal: Goal = { ...seen.goal, ...edit.terms, coOwners, partner, visibility, version: number }
  const version: GoalVersion = {
    goal: goal.id,
    version: number,
    terms: edit.terms,
    by: actor.id,
    at: deps.now(),
    reason: edit.reason,
    ease: judged.ease,
    countsFrom: judged.countsFrom,
  }
  const isFirst = await updateGoal(trx, goal.workspace, goal, version.at)
  // Only where two processes edit at once; thrown, so that the retry judges against what is there by then.
  if (!isFirst) throw new Error(`goal ${goal.id} was edited at the same moment`)
  await insertVersion(trx, goal.workspace, version, goal.visibility)
  await note(trx, deps, actor, {
    action: 'goal-edited',
    subject: goal.id,
    details: { version: number, ease: judged.ease },
  })
  await tell(trx, deps, seen, goal, judged)
  return { goal, version }
}

async function tell(trx: Trx, deps: Deps, before: SeenGoal, goal: Goal, judged: JudgedEdit): Promise<void> {
  if (judged.isPosted) await tellOfChange(trx, deps, goal, before.team)
  await oweWeekAgain(trx, deps, goal)
  const isShownNow = before.goal.visibility === 'private' && goal.visibility === 'team'
  if (isShownNow) await tellChannel(trx, deps, goal, before.team)
  const isNewPartner = goal.partner !== before.goal.partner
  if (goal.partner !== undefined && isNewPartner) await tellNewPartner(trx, deps, goal, goal.partner)
}
