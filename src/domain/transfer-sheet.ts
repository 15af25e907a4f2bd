import type { Answer } from './check-in.ts'
import type { Goal, GoalVersion, Reading } from './goal.ts'
import type { Names } from './import/goal-cells.ts'
import type { Leave } from './leave.ts'
import type { Person, Team } from './people.ts'
import type { LastWord } from './sheets.ts'
import type { ImportFile, RefusedRow } from './transfer.ts'
import type { Instant, PersonId } from './types.ts'

/** Everything a person may see, for a file of their own. */
export interface ExportSheet {
  readonly at: Instant
  readonly person: Person
  readonly workspace: { readonly id: string; readonly name: string }
  readonly teams: readonly Team[]
  readonly leaves: readonly Leave[]
  readonly people: ReadonlyMap<PersonId, Person>
  readonly goals: readonly ExportedGoal[]
}

export interface ExportedGoal {
  readonly goal: Goal
  readonly team: Team
  readonly names: Names
  readonly versions: readonly GoalVersion[]
  readonly readings: readonly (Pick<Reading, 'value' | 'at' | 'by' | 'provenance'> & {
    readonly note: string | undefined
  })[]
  /** Of goals that the person answers for; of others what their page shows: the newest word. */
  readonly answers: readonly Answer[]
  readonly lastWord: Omit<LastWord, 'byName'> | undefined
}

export interface ImportCounts {
  readonly made: number
  readonly changed: number
  readonly same: number
}

/** What an import would do, or did. */
export interface ImportSheet {
  readonly kind: ImportFile['kind']
  readonly goals: ImportCounts
  readonly readings: ImportCounts
  /** In the order of the file, goals first. */
  readonly refused: readonly RefusedRow[]
  /** Headers that mean nothing here. */
  readonly unknown: readonly string[]
}
