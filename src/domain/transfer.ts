import type { Refusal } from './refusals.ts'
import type { LocalDate } from './types.ts'

/** What goes out in a file and comes in again. Everything from a file is as written: nothing of it is trusted. */

export const EXPORT_FORMAT = 'goalpost-export/1'

export const MOST_FILE_BYTES = 10 * 1024 * 1024
/** JSON is read in one breath, in which nobody else is served. */
export const MOST_JSON_BYTES = 4 * 1024 * 1024
export const MOST_ROWS = 100_000
/** More open goals than this nobody may have; a lead brings those of several people. */
export const MOST_FILE_GOALS = 500

/** The columns of the CSV of goals, in their order; JSON has the same facts. */
export const goalColumns = [
  'goal',
  'title',
  'owner',
  'owner_id',
  'team',
  'team_id',
  'measure',
  'kpi',
  'direction',
  'unit',
  'baseline',
  'target',
  'low',
  'high',
  'start',
  'due',
  'levers',
  'why',
  'parent',
  'first_step',
  'confidence',
  'path',
  'size',
  'ambition',
  'history',
  'co_owner_ids',
  'partner_id',
  'visibility',
  'state',
  'closed_at',
  'closing_note',
  'reason',
] as const
export type GoalColumn = (typeof goalColumns)[number]

/** The columns of the CSV of readings. `at` is the exact moment; people write a date. */
export const readingColumns = [
  'goal',
  'title',
  'date',
  'at',
  'value',
  'unit',
  'note',
  'by',
  'source',
] as const
export type ReadingColumn = (typeof readingColumns)[number]

export type GoalCells = Readonly<Partial<Record<GoalColumn, string>>>

export interface FileStep {
  readonly id: string
  readonly title: string
  readonly weight: number
  readonly due: string | undefined
  readonly assignee: string | undefined
  readonly isDone: boolean
  readonly doneAt: string | undefined
  /** `G-3`, and the milestone's id in the file where one is meant. */
  readonly after: readonly { readonly goal: string; readonly step: string | undefined }[]
}

export interface FileGoal {
  /** In CSV the line, in JSON the place among the goals; from 1. */
  readonly line: number
  /** A column that the file lacks is absent; an empty cell is ''. */
  readonly cells: GoalCells
  /** JSON only. */
  readonly steps: readonly FileStep[]
  /** Checkpoints of a path drawn by hand, JSON only. */
  readonly points: readonly (readonly [number, number])[] | undefined
}

export interface FileReading {
  readonly line: number
  /** JSON: the line of the goal it stands in. */
  readonly inGoal: number | undefined
  /** `G-12` or a title. */
  readonly goal: string | undefined
  readonly title: string | undefined
  readonly date: string | undefined
  readonly at: string | undefined
  readonly value: string
  readonly note: string | undefined
}

export interface ImportFile {
  readonly kind: 'json' | 'goals' | 'readings' | 'wide'
  /** In files with commas between cells and in JSON `1.234` is a little over one; elsewhere it may be thousands. */
  readonly hasPoints: boolean
  /** JSON: whose export it is. */
  readonly exporter: string | undefined
  readonly goals: readonly FileGoal[]
  readonly readings: readonly FileReading[]
  /** Headers that mean nothing here, as written. */
  readonly unknown: readonly string[]
}

/** Why a file cannot be read at all. */
export type FileFault =
  | { readonly kind: 'empty' | 'not-text' | 'not-json' | 'no-columns' }
  | { readonly kind: 'other-format'; readonly format: string }
  | { readonly kind: 'broken'; readonly line: number }
  | { readonly kind: 'too-large'; readonly mostBytes: number }
  | { readonly kind: 'too-many-rows'; readonly most: number }
  | { readonly kind: 'too-many-goals'; readonly most: number }

/** Why a file that someone uploaded cannot be read. */
export type FileRefusal =
  /** Gone, or somebody else's. */
  | { readonly kind: 'no-file' }
  /** The app lacks files:read. */
  | { readonly kind: 'no-read-scope' }
  | { readonly kind: 'file-too-large'; readonly mostBytes: number }
  /** Slack does not give it just now. */
  | { readonly kind: 'file-unread' }

/** Why a row is not taken. */
export type RowRefusal =
  | Refusal
  | { readonly kind: 'row-no-goal-named' }
  | { readonly kind: 'row-no-such-goal'; readonly typed: string }
  | { readonly kind: 'row-which-goal'; readonly typed: string }
  | { readonly kind: 'row-not-yours'; readonly typed: string }
  | { readonly kind: 'row-owner-unknown'; readonly typed: string }
  | { readonly kind: 'row-no-team' }
  | { readonly kind: 'row-measure-unknown'; readonly typed: string }
  | { readonly kind: 'row-word-unknown'; readonly typed: string; readonly column: string }
  | { readonly kind: 'row-date-unreadable'; readonly typed: string }
  | { readonly kind: 'row-date-missing' }
  | { readonly kind: 'row-date-ahead'; readonly typed: string }
  | { readonly kind: 'row-no-number' }
  | { readonly kind: 'row-said-otherwise'; readonly date: LocalDate; readonly value: number }
  | { readonly kind: 'row-twice'; readonly line: number }
  | { readonly kind: 'row-goal-refused'; readonly line: number }

export interface RefusedRow {
  readonly part: 'goal' | 'reading'
  readonly line: number
  /** Every fault of the row. */
  readonly why: readonly RowRefusal[]
}
