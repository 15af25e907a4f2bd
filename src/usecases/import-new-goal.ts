import { closeAsImported } from '../../db/imports.ts'
import type { Trx } from '../../db/schema.ts'
import type { Goal } from '../domain/goal.ts'
import { draftOfRow, PROSE_MOST, type RowFacts } from '../domain/import/typed-goal.ts'
import { readState } from '../domain/import/words.ts'
import type { Person, Team } from '../domain/people.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { instantFrom } from '../domain/time.ts'
import type { FileGoal, GoalCells, RowRefusal } from '../domain/transfer.ts'
import type { GoalId, Instant } from '../domain/types.ts'
import { storeNewGoal } from './create-goal.ts'
import type { Deps } from './deps.ts'
import { type ImportFacts, sourceOf } from './import-facts.ts'
import { helpersIn, kpiNamed, newGoalFacts, teamOf } from './import-row.ts'
import { stepsOf } from './import-steps.ts'
import { tellOfImport } from './tell.ts'
import { oweWeekAgain } from './week-again.ts'

/** Makes a goal of a row by the rules of the form, without a card in the channel; one that comes closed is closed at once. */
export async function goalFromRow(
  trx: Trx,
  deps: Deps,
  row: FileGoal,
  {
    owner,
    parent,
    facts,
  }: { readonly owner: Person; readonly parent: GoalId | undefined; readonly facts: ImportFacts },
): Promise<Result<Goal, readonly RowRefusal[]>> {
  const { actor } = facts
  const { cells } = row
  const team = teamOf(cells, facts)
  if (team === undefined) return refuse([{ kind: 'row-no-team' }])
  if (owner.id !== actor.id && !team.leads.includes(actor.id))
    return refuse([{ kind: 'row-not-yours', typed: owner.name }])
  const state = readState(cells.state)
  if (state === 'unknown')
    return refuse([{ kind: 'row-word-unknown', typed: cells.state ?? '', column: 'state' }])
  const coOwners = helpersIn(cells.co_owner_ids, facts)
  const [partner] = helpersIn(cells.partner_id, facts).filter(({ id }) => id !== owner.id)
  const read = draftOfRow(row, rowFacts(cells, facts, { owner, team, coOwners, partner, parent }))
  if (!read.ok) return read
  const steps = stepsOf(deps, row, read.value, { facts, owner, team })
  if (!steps.ok) return steps
  const isClosed = state === 'reached' || state === 'retired'
  const about = newGoalFacts(facts, team, { owner, coOwners, partner }, sourceOf(facts, row.line, owner.id))
  const stored = await storeNewGoal(
    trx,
    deps,
    actor,
    { ...read.value, steps: steps.value },
    about,
    (refusal) => (isClosed ? !forOpenGoals.includes(refusal.kind) : true),
  )
  if (!stored.ok) return stored
  const made = isClosed ? await close(trx, deps, stored.value.goal, state, cells) : stored.value.goal
  const { fingerprint, began } = facts
  if (!isClosed) await tellOfImport(trx, deps, made, { fingerprint, began, by: actor.id })
  await oweWeekAgain(trx, deps, made)
  return ok(made)
}

/** What is closed already may lie in the past, and does not crowd what is open. */
const forOpenGoals: readonly Refusal['kind'][] = ['due-in-past', 'duplicate-goal', 'too-many-goals']

async function close(
  trx: Trx,
  deps: Deps,
  goal: Goal,
  as: 'reached' | 'retired',
  cells: GoalCells,
): Promise<Goal> {
  const told = instantFrom(cells.closed_at?.trim() ?? '')
  const at = Math.min(told ?? deps.now(), deps.now()) as Instant
  const note = cells.closing_note?.trim().slice(0, PROSE_MOST)
  const closing = { as, at, note: note === '' ? undefined : note }
  await closeAsImported(trx, goal.workspace, goal.id, closing)
  return { ...goal, state: as, closedAt: at, closingNote: closing.note }
}

function rowFacts(
  cells: GoalCells,
  facts: ImportFacts,
  known: {
    readonly owner: Pick<Person, 'id'>
    readonly team: Pick<Team, 'channel'>
    readonly coOwners: readonly Person[]
    readonly partner: Person | undefined
    readonly parent: GoalId | undefined
  },
): RowFacts {
  return {
    channel: known.team.channel,
    owner: known.owner.id,
    coOwners: known.coOwners.map(({ id }) => id),
    partner: known.partner?.id,
    parent: known.parent,
    kpi: kpiNamed(cells, facts),
    calendar: facts.calendar,
    hasPoints: facts.file.hasPoints,
  }
}
