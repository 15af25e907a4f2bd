import type { Goal, Provenance } from '../goal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { instantAt, instantFrom, localDateOf } from '../time.ts'
import type { FileReading, RowRefusal } from '../transfer.ts'
import type { AnswerId, Instant, LocalDate, WallTime, Zone } from '../types.ts'
import { readValue } from './values.ts'

/** What becomes of a reading in a file, beside those the goal has. */

/** A reading that is there already. */
export interface Known {
  readonly answer: AnswerId
  readonly at: Instant
  readonly value: number
  readonly provenance: Provenance
  /** Taken back: it only keeps its place in the count. */
  readonly isGone: boolean
}

export interface ReadRow {
  readonly line: number
  readonly date: LocalDate
  /** Absent where the file names the day alone. */
  readonly at: Instant | undefined
  readonly value: number
  readonly note: string | undefined
}

export interface Placed {
  readonly line: number
  readonly at: Instant
  readonly date: LocalDate
  readonly value: number
  readonly note: string | undefined
  /** The imported reading it stands in place of. */
  readonly replaces: AnswerId | undefined
  /** How many were imported for that moment before. */
  readonly nth: number
}

export type Outcome = { readonly as: 'same' } | { readonly as: 'made' | 'changed'; readonly placed: Placed }

interface RowFacts {
  readonly now: Instant
  readonly zone: Zone
  readonly hasPoints: boolean
  /** Remembers what it read before: a file has few days and many rows. */
  readonly dayOf: (cell: string) => LocalDate | undefined
}

const NOON = '12:00' as WallTime
const NOTE_MOST = 3000

/** Reads a row's cells for the goal it is about. */
export function readRow(
  row: FileReading,
  goal: Pick<Goal, 'unit' | 'kind'>,
  facts: RowFacts,
): Result<ReadRow, RowRefusal> {
  const value = readValue(row.value, goal.unit, facts.hasPoints)
  if (!value.ok) return value
  // A deliverable is there or it is not.
  if (goal.kind === 'milestone' && value.value !== 0 && value.value !== 1)
    return refuse({ kind: 'row-no-number' })
  const when = momentOf(row, facts)
  if (!when.ok) return when
  const note = row.note?.trim().slice(0, NOTE_MOST)
  return ok({ line: row.line, value: value.value, note: note === '' ? undefined : note, ...when.value })
}

function momentOf(
  { at, date }: FileReading,
  { now, zone, dayOf }: RowFacts,
): Result<Pick<ReadRow, 'at' | 'date'>, RowRefusal> {
  const typed = [at, date].find((cell) => cell !== undefined && cell.trim() !== '')
  if (typed === undefined) return refuse({ kind: 'row-date-missing' })
  const exact = at === undefined || at.trim() === '' ? undefined : instantFrom(at.trim())
  const day = exact === undefined ? dayOf(typed) : localDateOf(exact, zone)
  if (day === undefined) return refuse({ kind: 'row-date-unreadable', typed })
  const isAhead = exact === undefined ? day > localDateOf(now, zone) : exact > now
  return isAhead ? refuse({ kind: 'row-date-ahead', typed }) : ok({ at: exact, date: day })
}

/** A goal's readings by moment and by day, those of the file joining as they are placed. */
export interface Shelf {
  readonly byDay: Map<LocalDate, Known[]>
  /** Which line of the file spoke of a moment, or of a day. */
  readonly spoken: Map<Instant | LocalDate, ReadRow>
}

export const emptyShelf = (): Shelf => ({ byDay: new Map(), spoken: new Map() })

export function putOnShelf({ byDay }: Shelf, known: Known, zone: Zone): void {
  const day = localDateOf(known.at, zone)
  const others = byDay.get(day)
  if (others === undefined) byDay.set(day, [known])
  else others.push(known)
}

/**
 * The same value again changes nothing. Another one takes the place of an imported reading, never of what a person said:
 * that is corrected where it was said.
 */
export function placed(row: ReadRow, shelf: Shelf, now: Instant, zone: Zone): Result<Outcome, RowRefusal> {
  const twin = shelf.spoken.get(row.at ?? row.date)
  if (twin !== undefined && twin.value !== row.value) return refuse({ kind: 'row-twice', line: twin.line })
  if (twin !== undefined) return ok({ as: 'same' })
  shelf.spoken.set(row.at ?? row.date, row)
  const there = (shelf.byDay.get(row.date) ?? []).filter((one) => row.at === undefined || one.at === row.at)
  const live = there.filter(({ isGone }) => !isGone)
  if (live.some(({ value }) => value === row.value)) return ok({ as: 'same' })
  const imported = live.find(({ provenance }) => provenance === 'import')
  const [said] = live
  if (imported === undefined && said !== undefined)
    return refuse({ kind: 'row-said-otherwise', date: row.date, value: said.value })
  const at = imported?.at ?? row.at ?? noonOf(row.date, now, zone)
  const nth = (shelf.byDay.get(row.date) ?? []).filter(
    (one) => one.at === at && one.provenance === 'import',
  ).length
  const { line, date, value, note } = row
  const place: Placed = { line, date, at, value, note, nth, replaces: imported?.answer }
  return ok({ as: imported === undefined ? 'made' : 'changed', placed: place })
}

/** Of today not before it is noon. */
function noonOf(date: LocalDate, now: Instant, zone: Zone): Instant {
  const noon = instantAt(date, NOON, zone)
  return noon < now ? noon : now
}
