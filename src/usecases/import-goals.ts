import { goalFromSource } from '../../db/goals.ts'
import type { Trx } from '../../db/schema.ts'
import type { Goal } from '../domain/goal.ts'
import { goalNumber, matched } from '../domain/import/match.ts'
import type { Person } from '../domain/people.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { FileGoal, RefusedRow, RowRefusal } from '../domain/transfer.ts'
import type { GoalId } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { goalFor } from './goal-for.ts'
import { changeFromRow } from './import-change.ts'
import { type ImportFacts, sourceOf } from './import-facts.ts'
import { goalFromRow } from './import-new-goal.ts'
import { ownerOf } from './import-row.ts'
import { linkSteps, type Made } from './import-steps.ts'

/** What became of a row. */
export interface Taken {
  readonly line: number
  readonly as: 'made' | 'changed' | 'same'
  readonly goal: Goal
}

export interface TakenGoals {
  readonly byLine: ReadonlyMap<number, Taken>
  readonly refused: readonly RefusedRow[]
}

/** How a row's work is kept: in a transaction of its own, or in one that is rolled back when all are done. */
export type Keeping = <T, R>(work: (trx: Trx) => Promise<Result<T, R>>) => Promise<Result<T, R>>

/** Takes every goal of a file, parents before their parts; a refused one leaves nothing behind. */
export async function takeGoals(deps: Deps, facts: ImportFacts, keep: Keeping): Promise<TakenGoals> {
  const { goals } = facts.file
  const byLine = new Map<number, Taken>()
  const refused: RefusedRow[] = []
  const numbered = new Map<number, FileGoal>()
  for (const row of goals) {
    const number = goalNumber(row.cells.goal)
    if (number !== undefined && !numbered.has(number)) numbered.set(number, row)
  }
  const taking: Taking = { facts, byLine, numbered, matchedTo: new Map() }
  for (const row of parentsFirst(goals, numbered)) {
    const taken = await keep((trx) => takeGoal(trx, deps, row, taking))
    if (taken.ok) byLine.set(row.line, taken.value)
    else refused.push({ part: 'goal', line: row.line, why: taken.refusal })
  }
  const made = madeIn(taking)
  for (const one of made.values()) {
    const hasLinks = one.row.steps.some(({ after }) => after.length > 0)
    if (hasLinks) await keep((trx) => link(trx, deps, one, made, taking))
  }
  return { byLine, refused: refused.toSorted((a, b) => a.line - b.line) }
}

interface Taking {
  readonly facts: ImportFacts
  readonly byLine: ReadonlyMap<number, Taken>
  /** The file's goals by the numbers they have in the file. */
  readonly numbered: ReadonlyMap<number, FileGoal>
  /** Two rows are never one goal: which line took it. */
  readonly matchedTo: Map<GoalId, number>
}

/** What waits for what, once: also where an import of the same file broke off before. */
async function link(
  trx: Trx,
  deps: Deps,
  one: Made,
  made: ReadonlyMap<number, Made>,
  { facts, byLine }: Taking,
): Promise<Result<void, never>> {
  const { goal, row } = one
  const source = await goalFromSource(trx, goal.workspace, sourceOf(facts, row.line, goal.owner))
  const isUntouched = goal.version === 1 && goal.steps.every(({ after }) => after.length === 0)
  const isOfThisFile = byLine.get(row.line)?.as === 'made' || source?.id === goal.id
  return ok(isOfThisFile && isUntouched ? await linkSteps(trx, deps, facts.actor, one, made) : undefined)
}

/** By their numbers in the file. Milestones of goals that were there before are known as they were made from the same file. */
function madeIn({ numbered, byLine }: Taking): ReadonlyMap<number, Made> {
  return new Map(
    [...numbered].flatMap(([number, row]) => {
      const taken = byLine.get(row.line)
      return taken === undefined ? [] : [[number, { row, goal: taken.goal }]]
    }),
  )
}

/** A ring among parents ends where it began: its rows are refused one by one. */
function parentsFirst(
  goals: readonly FileGoal[],
  numbered: ReadonlyMap<number, FileGoal>,
): readonly FileGoal[] {
  const ordered = new Set<FileGoal>()
  for (const row of goals) {
    const way: FileGoal[] = []
    for (let at: FileGoal | undefined = row; at !== undefined && !way.includes(at) && !ordered.has(at); ) {
      way.push(at)
      at = numbered.get(goalNumber(at.cells.parent) ?? -1)
    }
    for (const one of way.toReversed()) ordered.add(one)
  }
  return [...ordered]
}

async function takeGoal(
  trx: Trx,
  deps: Deps,
  row: FileGoal,
  taking: Taking,
): Promise<Result<Taken, readonly RowRefusal[]>> {
  const { facts } = taking
  const owner = ownerOf(row.cells, facts)
  if (!owner.ok) return refuse([owner.refusal])
  const existing = await existingFor(trx, row, owner.value, taking)
  if (!existing.ok) return existing
  const parent = await parentOf(trx, deps, row, taking)
  if (!parent.ok) return refuse([parent.refusal])
  if (existing.value === undefined) {
    const made = await goalFromRow(trx, deps, row, { owner: owner.value, parent: parent.value, facts })
    return made.ok ? ok({ line: row.line, as: 'made', goal: made.value }) : made
  }
  const taken = await changeFromRow(trx, deps, row, existing.value, parent.value, facts)
  return taken.ok ? ok({ line: row.line, ...taken.value }) : taken
}

async function existingFor(
  trx: Trx,
  { line, cells }: FileGoal,
  owner: Person,
  { facts, matchedTo }: Taking,
): Promise<Result<Goal | undefined, readonly RowRefusal[]>> {
  const free = (await facts.ownedBy(trx, owner.id)).filter(({ id }) => !matchedTo.has(id))
  const meant = { number: goalNumber(cells.goal), title: cells.title, start: cells.start, due: cells.due }
  const match = matched(meant, free)
  if (match.is === 'several') return refuse([{ kind: 'row-which-goal', typed: cells.title ?? '' }])
  const source = sourceOf(facts, line, owner.id)
  const goal = match.is === 'one' ? match.goal : await goalFromSource(trx, owner.workspace, source)
  if (goal !== undefined) matchedTo.set(goal.id, line)
  return ok(goal)
}

/** One of the file's goals, else one of the workspace's that the actor may see; undefined where the row names none. */
async function parentOf(
  trx: Trx,
  deps: Deps,
  { cells, line }: FileGoal,
  { facts, byLine, numbered }: Taking,
): Promise<Result<GoalId | undefined, RowRefusal>> {
  const typed = cells.parent?.trim() ?? ''
  if (typed === '') return ok(undefined)
  const number = goalNumber(typed)
  if (number === undefined) return refuse({ kind: 'row-no-such-goal', typed })
  const inFile = numbered.get(number)
  const taken = inFile && byLine.get(inFile.line)
  if (taken !== undefined) return ok(taken.goal.id)
  if (inFile !== undefined)
    return refuse(
      inFile.line === line ? { kind: 'parent-cycle' } : { kind: 'row-goal-refused', line: inFile.line },
    )
  const seen = await goalFor({ ...deps, db: trx }, facts.actor, { number })
  return seen.ok ? ok(seen.value.id) : refuse({ kind: 'row-no-such-goal', typed })
}
