import type { Goal, Unit } from '../goal.ts'
import { isoOf } from '../time.ts'
import type { GoalCells, GoalColumn } from '../transfer.ts'
import type { GoalId, PersonId } from '../types.ts'
import { unitText } from '../unit.ts'

/** A goal as files have it: the same facts stand in the cells of the CSV and in the JSON. */

export type Told = string | number | null | readonly (string | number | null)[]

export interface Names {
  readonly person: (id: PersonId) => string
  /** Of a goal the reader may see; undefined of any other. */
  readonly goal: (id: GoalId) => string | undefined
  readonly team: { readonly channel: string; readonly channelName: string }
  readonly kpi: string | undefined
}

export function goalFacts(goal: Goal, names: Names): Readonly<Record<GoalColumn, Told>> {
  const { parent, closedAt } = goal
  return {
    goal: goalName(goal.number),
    title: goal.title,
    owner: names.person(goal.owner),
    owner_id: goal.owner,
    team: names.team.channelName,
    team_id: names.team.channel,
    measure: goal.measure,
    kpi: orNull(names.kpi),
    direction: goal.direction === 'keep' ? null : goal.direction,
    unit: unitCell(goal.unit),
    baseline: orNull(goal.baseline),
    target: orNull(goal.target),
    low: orNull(goal.low),
    high: orNull(goal.high),
    start: goal.start,
    due: goal.due,
    levers: orNull(goal.levers),
    why: orNull(goal.why),
    parent: orNull(parent && names.goal(parent)),
    first_step: orNull(goal.firstStep),
    confidence: orNull(goal.confidence),
    path: goal.curve.kind,
    size: goal.size,
    ambition: goal.isAspirational ? 'aspirational' : 'committed',
    history: orNull(goal.history?.map(orNull)),
    co_owner_ids: goal.coOwners,
    partner_id: orNull(goal.partner),
    visibility: goal.visibility,
    state: goal.state,
    closed_at: orNull(closedAt && isoOf(closedAt)),
    closing_note: orNull(goal.closingNote),
    reason: null,
  }
}

const orNull = <T>(value: T | undefined): T | null => value ?? null

export const goalName = (number: number): string => `G-${number}`

const unitCell = (unit: Unit): string | null =>
  unit.kind === 'count' && unit.noun === undefined ? null : unitText(unit)

/** As a cell of the CSV: a list with commas and blanks between, `-` for what is missing in it. */
export function cellOf(told: Told): string {
  if (typeof told === 'string' || typeof told === 'number') return String(told)
  return told === null ? '' : told.map((one) => String(one ?? '-')).join(', ')
}

export const cellsOfGoal = (goal: Goal, names: Names): GoalCells =>
  Object.fromEntries(Object.entries(goalFacts(goal, names)).map(([column, told]) => [column, cellOf(told)]))

/** What a file of ours says beside the goal's own terms; a difference there changes nothing. */
const beside: readonly GoalColumn[] = [
  'goal',
  'owner',
  'owner_id',
  'team',
  'team_id',
  'state',
  'closed_at',
  'closing_note',
  'reason',
]

/** Every cell says what the goal says already. */
export function saysTheSame(cells: GoalCells, stored: GoalCells): boolean {
  return Object.entries(cells).every(([column, cell]) => {
    const is = column as GoalColumn
    return beside.includes(is) || asCompared(cell) === asCompared(stored[is] ?? '')
  })
}

/** Spreadsheets keep lines apart in their own way. */
const asCompared = (cell: string) => cell.replace(/\r\n?/g, '\n').trim()
