import { goalsById } from '../../db/goals.ts'
import { kpiById } from '../../db/kpis.ts'
import type { Trx } from '../../db/schema.ts'
import { coOwnersFrom } from '../domain/channel-rules.ts'
import { type Goal, type GoalDraft, planPaths } from '../domain/goal.ts'
import { changesNothing, editBarrier, editRefusals, type GoalEdit, judgeEdit } from '../domain/goal-edit.ts'
import { cellsOfGoal, goalName, saysTheSame } from '../domain/import/goal-cells.ts'
import { draftOfRow, PROSE_MOST } from '../domain/import/typed-goal.ts'
import { unambiguous } from '../domain/import/values.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { termsOf } from '../domain/terms.ts'
import type { FileGoal, GoalCells, RowRefusal } from '../domain/transfer.ts'
import type { GoalId } from '../domain/types.ts'
import { verdictFor } from './coach.ts'
import type { Deps } from './deps.ts'
import { storeEdit } from './edit-goal.ts'
import { goalSeenBy, type SeenGoal } from './goal-for.ts'
import { editedTermsRefusals } from './goal-refusals.ts'
import type { ImportFacts } from './import-facts.ts'
import { helpersIn, kpiNamed } from './import-row.ts'

type Changed = Result<{ readonly as: 'changed' | 'same'; readonly goal: Goal }, readonly RowRefusal[]>

/**
 * A row about a goal that is there: the same edit as in the form, by the same rules, with the same word to the channel.
 * Milestones, people's answers and whether it is open stay as they are; so does what the file has no column for.
 */
export async function changeFromRow(
  trx: Trx,
  deps: Deps,
  row: FileGoal,
  known: Goal,
  parent: GoalId | undefined,
  facts: ImportFacts,
): Promise<Changed> {
  const seen = await goalSeenBy(trx, facts.actor, { id: known.id })
  if (!seen.ok) return refuse([seen.refusal])
  const { goal } = seen.value
  const edit = await editAsked(trx, row, parent, seen.value, facts)
  if (!edit.ok) return edit
  if (edit.value === undefined || changesNothing(goal, edit.value)) return ok({ as: 'same', goal })
  return change(trx, deps, seen.value, edit.value, facts)
}

/** What the row asks for beside what is; undefined where every cell says what is. */
async function editAsked(
  trx: Trx,
  row: FileGoal,
  parent: GoalId | undefined,
  seen: SeenGoal,
  facts: ImportFacts,
): Promise<Result<GoalEdit | undefined, readonly RowRefusal[]>> {
  const { goal, team } = seen
  const stored = await storedCells(trx, goal, seen, facts)
  const { parent: typedParent, ...cells } = row.cells
  const hasParent = typedParent !== undefined && typedParent.trim() !== stored.parent
  const isSameParent = !hasParent || parent === goal.parent
  if (isSameParent && saysTheSame(cells, stored)) return ok(undefined)
  const read = draftOfRow(
    { ...row, cells: { ...readableAnywhere(stored), ...cells } },
    {
      channel: team.channel,
      owner: goal.owner,
      coOwners: [],
      partner: undefined,
      parent: hasParent ? parent : goal.parent,
      kpi: isSaid(cells, stored, 'kpi') ? kpiNamed(cells, facts) : goal.kpi,
      calendar: facts.calendar,
      hasPoints: facts.file.hasPoints,
    },
  )
  return read.ok ? ok(editOf(goal, read.value, { cells, stored }, facts)) : read
}

async function change(
  trx: Trx,
  deps: Deps,
  seen: SeenGoal,
  edit: GoalEdit,
  facts: ImportFacts,
): Promise<Changed> {
  const { goal, team, from } = seen
  const barrier = editBarrier(goal, edit, from)
  if (barrier !== undefined) return refuse([barrier])
  const judged = judgeEdit(goal, edit, deps.now())
  const refusals = [
    ...editRefusals(goal, edit, judged, from),
    ...(await editedTermsRefusals(trx, deps, facts.actor, goal, edit.terms)),
  ]
  if (refusals.length > 0) return refuse(refusals)
  const owner = judged.isLocked ? undefined : facts.people.get(goal.owner)
  // What the verdict was when the goal locked is what counts, domain.md §4.2.
  const verdict = owner ? await verdictFor({ ...deps, db: trx }, owner, edit.terms, team) : goal.verdict
  const terms = { ...edit.terms, verdict }
  const edited = await storeEdit(trx, deps, facts.actor, seen, { ...edit, terms }, judged)
  return ok({ as: 'changed', goal: edited.goal })
}

/** Spreadsheets write a cell back as they had it: only another text says something. */
const isSaid = (cells: GoalCells, stored: GoalCells, column: keyof GoalCells): boolean =>
  cells[column] !== undefined && cells[column]?.trim() !== stored[column]

/** Numbers of ours beside those of a file whose points may group thousands. */
const readableAnywhere = (stored: GoalCells): GoalCells => ({
  ...stored,
  ...Object.fromEntries(numbers.map((column) => [column, unambiguous(stored[column] ?? '', true)])),
})

const numbers = ['baseline', 'target', 'low', 'high'] as const

function editOf(
  goal: Goal,
  draft: GoalDraft,
  { cells, stored }: { readonly cells: GoalCells; readonly stored: GoalCells },
  facts: ImportFacts,
): GoalEdit {
  const coOwners = coOwnersFrom(goal.owner, helpersIn(cells.co_owner_ids, facts))
  const [partner] = helpersIn(cells.partner_id, facts)
  const isSayable = planPaths.some((path) => path === draft.curve.kind)
  const reason = cells.reason?.trim().slice(0, PROSE_MOST)
  return {
    terms: {
      ...termsOf(draft),
      steps: goal.steps,
      verdict: goal.verdict,
      curve: isSaid(cells, stored, 'path') && isSayable ? draft.curve : goal.curve,
    },
    coOwners: isSaid(cells, stored, 'co_owner_ids') ? coOwners : goal.coOwners,
    partner: isSaid(cells, stored, 'partner_id') ? partner?.id : goal.partner,
    visibility: draft.visibility,
    reason: reason === '' ? undefined : reason,
  }
}

async function storedCells(trx: Trx, goal: Goal, { team }: SeenGoal, facts: ImportFacts): Promise<GoalCells> {
  const { workspace } = facts.actor
  const [above] = goal.parent === undefined ? [] : await goalsById(trx, workspace, [goal.parent])
  const seen = above && (await goalSeenBy(trx, facts.actor, { id: above.id }))
  const kpi = goal.kpi === undefined ? undefined : await kpiById(trx, workspace, goal.kpi)
  return cellsOfGoal(goal, {
    person: (id) => facts.people.get(id)?.name ?? id,
    goal: () => (seen?.ok && above !== undefined ? goalName(above.number) : undefined),
    team,
    kpi: kpi?.name,
  })
}
