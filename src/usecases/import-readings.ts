import { goalsLedBy, goalsOwnedBy, goalsSupportedBy } from '../../db/goals.ts'
import { type After, knownReadings } from '../../db/imports.ts'
import type { Goal } from '../domain/goal.ts'
import { wasBornClosed } from '../domain/goal-rules.ts'
import { goalNumber, matchedForReadings } from '../domain/import/match.ts'
import {
  emptyShelf,
  type Placed,
  placed,
  putOnShelf,
  readRow,
  type Shelf,
} from '../domain/import/readings.ts'
import { readDay } from '../domain/import/values.ts'
import type { Person } from '../domain/people.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { mayAnswer, mayChange } from '../domain/rights.ts'
import type { FileReading, RefusedRow, RowRefusal } from '../domain/transfer.ts'
import type { GoalId, LocalDate, Zone } from '../domain/types.ts'
import type { Deps } from './deps.ts'
import { goalSeenBy } from './goal-for.ts'
import type { ImportFacts } from './import-facts.ts'
import type { Taken } from './import-goals.ts'
import { pause } from './pause.ts'

/** What is to be written of a file's readings, per goal in the order of time. */
export interface ReadingPlan {
  readonly byGoal: ReadonlyMap<GoalId, { readonly goal: Goal; readonly readings: readonly Placed[] }>
  readonly made: number
  readonly changed: number
  readonly same: number
  readonly refused: readonly RefusedRow[]
}

const ROWS_AT_ONCE = 200
const KNOWN_AT_ONCE = 200

/** Places every reading of a file among those there are; nothing is written. Pauses every few rows. */
export async function planReadings(
  deps: Deps,
  facts: ImportFacts,
  taken: ReadonlyMap<number, Taken>,
): Promise<ReadingPlan> {
  const place = placer(deps, facts, taken)
  const byGoal = new Map<GoalId, { readonly goal: Goal; readonly readings: Placed[] }>()
  const counts = { made: 0, changed: 0, same: 0 }
  const refused: RefusedRow[] = []
  for (const [index, row] of facts.file.readings.entries()) {
    if (index % ROWS_AT_ONCE === 0) await pause()
    const outcome = await place(row)
    if (!outcome.ok) {
      refused.push({ part: 'reading', line: row.line, why: [outcome.refusal] })
      continue
    }
    const { goal, is } = outcome.value
    counts[is.as] += 1
    if (is.as !== 'same') listOf(byGoal, goal).push(is.placed)
  }
  for (const { readings } of byGoal.values()) readings.sort((a, b) => a.at - b.at)
  return { byGoal, ...counts, refused }
}

function listOf(byGoal: Map<GoalId, { readonly goal: Goal; readonly readings: Placed[] }>, goal: Goal) {
  const known = byGoal.get(goal.id) ?? { goal, readings: [] }
  byGoal.set(goal.id, known)
  return known.readings
}

function placer(deps: Deps, facts: ImportFacts, taken: ReadonlyMap<number, Taken>) {
  const now = deps.now()
  const { hasPoints } = facts.file
  const targetOf = targets(deps, facts, taken)
  const dayOf = remembered((cell) => readDay(cell, facts.calendar))
  return async (row: FileReading) => {
    const target = await targetOf(row)
    if (!target.ok) return target
    const { goal, shelf, zone } = target.value
    const read = readRow(row, goal, { now, zone, hasPoints, dayOf })
    if (!read.ok) return read
    const is = placed(read.value, shelf, now, zone)
    if (!is.ok) return is
    // The same again is no change, whoever's and however closed it is.
    const barrier = is.value.as === 'same' ? undefined : barrierOf(target.value)
    return barrier === undefined ? ok({ goal, is: is.value }) : refuse(barrier)
  }
}

function barrierOf({ goal, mayAdd }: Target): RowRefusal | undefined {
  if (!mayAdd) return { kind: 'not-your-goal', number: goal.number }
  const isShut = goal.state !== 'active' && !wasBornClosed(goal)
  return isShut ? { kind: 'goal-closed', number: goal.number, title: goal.title } : undefined
}

interface Target {
  readonly goal: Goal
  readonly zone: Zone
  readonly shelf: Shelf
  /** What others said of their goal is there already, or is theirs to bring. */
  readonly mayAdd: boolean
}

type FoundTarget = Result<Target, RowRefusal>

/** Of each goal that rows speak of what there is, read once. */
function targets(deps: Deps, facts: ImportFacts, taken: ReadonlyMap<number, Taken>) {
  const byId = new Map<GoalId, Promise<Target>>()
  const byWords = new Map<string, Promise<FoundTarget>>()
  const shelved = (goal: Goal, isNew: boolean) => {
    const known = byId.get(goal.id) ?? targetFor(deps, facts, goal, isNew)
    byId.set(goal.id, known)
    return known
  }
  return (row: FileReading): Promise<FoundTarget> => {
    const words = `${row.inGoal ?? ''}\n${row.goal ?? ''}\n${row.title ?? ''}`
    const known = byWords.get(words) ?? find(row)
    byWords.set(words, known)
    return known
  }
  async function find(row: FileReading): Promise<FoundTarget> {
    if (row.inGoal !== undefined) {
      const one = taken.get(row.inGoal)
      if (one === undefined) return refuse({ kind: 'row-goal-refused', line: row.inGoal })
      return ok(await shelved(one.goal, one.as === 'made'))
    }
    const meant = await goalMeant(deps, facts, row)
    return meant.ok ? ok(await shelved(meant.value, false)) : meant
  }
}

async function targetFor(deps: Deps, facts: ImportFacts, goal: Goal, isNew: boolean): Promise<Target> {
  const zone = facts.people.get(goal.owner)?.zone ?? facts.actor.zone
  const shelf = emptyShelf()
  let after: After | undefined
  for (let isMore = !isNew; isMore; ) {
    const page = await knownReadings(deps.db, goal.workspace, goal.id, { after, most: KNOWN_AT_ONCE })
    for (const known of page) putOnShelf(shelf, known, zone)
    after = page.at(-1)
    isMore = page.length === KNOWN_AT_ONCE
    await pause()
  }
  return { goal, zone, shelf, mayAdd: isNew || (await mayBring(deps, facts, goal)) }
}

/** Those who may answer for a goal, and the leads of its team. */
export async function mayBring(
  { db }: Pick<Deps, 'db'>,
  { actor }: Pick<ImportFacts, 'actor'>,
  goal: Goal,
): Promise<boolean> {
  if (mayAnswer(goal, actor.id)) return true
  const seen = await goalSeenBy(db, actor, { id: goal.id })
  return seen.ok && mayChange(seen.value.goal, seen.value.from)
}

/** By its number or its title, among those the actor may answer for or leads. */
async function goalMeant(
  deps: Deps,
  { actor }: ImportFacts,
  row: FileReading,
): Promise<Result<Goal, RowRefusal>> {
  const meant = meantBy(row)
  if (meant === undefined) return refuse({ kind: 'row-no-goal-named' })
  const { typed, ...goal } = meant
  for (const goals of await goalsBroughtBy(deps, actor)) {
    const match = matchedForReadings(goal, goals)
    if (match.is === 'one') return ok(match.goal)
    if (match.is === 'several') return refuse({ kind: 'row-which-goal', typed })
  }
  if (goal.number === undefined) return refuse({ kind: 'row-no-such-goal', typed })
  const seen = await goalSeenBy(deps.db, actor, { number: goal.number })
  return refuse(
    seen.ok ? { kind: 'not-your-goal', number: goal.number } : { kind: 'row-no-such-goal', typed },
  )
}

/** What stands in the column of goals is a number or a title; a title beside it is one. */
function meantBy(row: FileReading) {
  const [goal, title] = [row.goal?.trim() ?? '', row.title?.trim() ?? '']
  const number = goalNumber(goal)
  if (title !== '') return { number, title, typed: title }
  if (goal === '') return undefined
  return { number, title: number === undefined ? goal : undefined, typed: goal }
}

/** One's own first: a title that others use too means one's own. */
async function goalsBroughtBy(
  { db }: Deps,
  { workspace, id }: Person,
): Promise<readonly (readonly Goal[])[]> {
  const supported = await goalsSupportedBy(db, workspace, id)
  return [
    await goalsOwnedBy(db, workspace, [id]),
    supported.filter((goal) => mayAnswer(goal, id)),
    await goalsLedBy(db, workspace, id),
  ]
}

const MOST_REMEMBERED = 20_000

function remembered(read: (cell: string) => LocalDate | undefined): (cell: string) => LocalDate | undefined {
  const known = new Map<string, LocalDate | undefined>()
  return (cell) => {
    if (known.has(cell)) return known.get(cell)
    const day = read(cell)
    if (known.size < MOST_REMEMBERED) known.set(cell, day)
    return day
  }
}
