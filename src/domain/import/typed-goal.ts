import { type DraftFault, draftFrom, type TypedGoal } from '../draft.ts'
import type { Calendar } from '../due/calendar.ts'
import { type GoalDraft, type Measure, type PlanCurve, planPaths } from '../goal.ts'
import { isKpi } from '../kpis.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { FileGoal, GoalCells, GoalColumn, RowRefusal } from '../transfer.ts'
import type { ChannelId, GoalId, KpiId, LocalDate, PersonId } from '../types.ts'
import { readDay, unambiguous } from './values.ts'
import { readAmbition, readDirection, readMeasureWord, readPath, readSize, readVisibility } from './words.ts'

/** As much as the form's fields take. */
export const PROSE_MOST = 3000

/** What was looked up for a row before its cells are read as a form is. */
export interface RowFacts {
  readonly channel: ChannelId
  readonly owner: PersonId
  readonly coOwners: readonly PersonId[]
  readonly partner: PersonId | undefined
  readonly parent: GoalId | undefined
  readonly kpi: KpiId | undefined
  readonly calendar: Calendar
  readonly hasPoints: boolean
}

/** Reads a row's cells by the rules of the goal form; every fault at once. Milestones are the caller's business. */
export function draftOfRow(row: FileGoal, facts: RowFacts): Result<GoalDraft, readonly RowRefusal[]> {
  const { cells } = row
  const words = wordsIn(cells)
  const days = daysIn(cells, facts.calendar)
  const unread = [...words.unknown, ...days.unread]
  if (unread.length > 0) return refuse(unread)
  const draft = draftFrom(typedFrom(cells, facts, words, days))
  if (!draft.ok) return refuse(draft.refusal satisfies readonly DraftFault[])
  return ok({
    ...draft.value,
    // Only a rhythm may go either way; of everything else the numbers say which.
    direction:
      draft.value.kind === 'cadence' ? (words.direction ?? draft.value.direction) : draft.value.direction,
    curve: curveOf(words.path, row.points, draft.value.curve),
  })
}

function curveOf(path: Words['path'], points: FileGoal['points'], otherwise: PlanCurve): PlanCurve {
  if (path === 'custom' && points !== undefined) return { kind: 'custom', points }
  return path === 'steps' ? { kind: 'steps' } : otherwise
}

type Words = ReturnType<typeof wordsIn>

function wordsIn(cells: GoalCells) {
  const unknown: RowRefusal[] = []
  const known = <W extends string>(column: GoalColumn, read: W | 'unknown' | undefined): W | undefined => {
    if (read !== 'unknown') return read
    unknown.push({ kind: 'row-word-unknown', typed: cells[column] ?? '', column })
    return undefined
  }
  const measure = measureIn(cells)
  if (measure === undefined) unknown.push({ kind: 'row-measure-unknown', typed: cells.measure ?? '' })
  return {
    measure,
    visibility: known('visibility', readVisibility(cells.visibility)),
    size: known('size', readSize(cells.size)),
    ambition: known('ambition', readAmbition(cells.ambition)),
    direction: known('direction', readDirection(cells.direction)),
    path: known('path', readPath(cells.path)),
    unknown,
  }
}

/** Where nothing says what is measured, the numbers do. */
function measureIn(cells: GoalCells): Measure | undefined {
  const typed = (cells.measure ?? '').trim().toLowerCase()
  if (typed !== '') {
    const word = readMeasureWord(typed)
    if (word !== 'unknown' && word !== undefined) return word
    const measure = typed as Measure
    return isKpi(measure) ? measure : undefined
  }
  const has = (column: GoalColumn) => (cells[column] ?? '').trim() !== ''
  if (has('target')) return has('baseline') ? 'custom-level' : 'custom-total'
  return has('low') || has('high') ? 'custom-range' : 'deliverable'
}

interface Days {
  readonly start: LocalDate | undefined
  readonly due: LocalDate | undefined
  readonly unread: readonly RowRefusal[]
}

/** A goal begins today where nothing else is said. */
function daysIn(cells: GoalCells, calendar: Calendar): Days {
  const unread: RowRefusal[] = []
  const day = (typed = '') => {
    if (typed.trim() === '') return undefined
    const read = readDay(typed, calendar)
    if (read === undefined) unread.push({ kind: 'row-date-unreadable', typed })
    return read
  }
  return { start: day(cells.start) ?? calendar.today, due: day(cells.due), unread }
}

function typedFrom(cells: GoalCells, facts: RowFacts, words: Words, { start, due }: Days): TypedGoal {
  const number = (column: GoalColumn) => {
    const cell = cells[column]
    return cell === undefined ? undefined : unambiguous(cell, facts.hasPoints)
  }
  const { measure = 'deliverable', visibility = 'team', size = 'medium' } = words
  const confidence = Number(cells.confidence)
  return {
    title: cells.title ?? '',
    measure,
    unit: cells.unit,
    baseline: number('baseline'),
    target: number('target'),
    low: number('low'),
    high: number('high'),
    history: cells.history
      ?.split(/,\s+/)
      .map((one) => unambiguous(one, facts.hasPoints))
      .join(', '),
    kpi: facts.kpi,
    start,
    due,
    channel: facts.channel,
    owner: facts.owner,
    coOwners: facts.coOwners,
    partner: facts.partner,
    visibility,
    levers: cells.levers?.slice(0, PROSE_MOST),
    why: cells.why?.slice(0, PROSE_MOST),
    parent: facts.parent,
    firstStep: cells.first_step?.slice(0, PROSE_MOST),
    confidence: Number.isInteger(confidence) && confidence >= 1 && confidence <= 10 ? confidence : undefined,
    size,
    isAspirational: words.ambition === 'aspirational',
    path: planPaths.find((path) => path === words.path),
  }
}
