import { noteDeed } from '../../db/audit.ts'
import type { Person } from '../domain/people.ts'
import { localDateOf } from '../domain/time.ts'
import type { LocalDate } from '../domain/types.ts'
import { documentFrom } from '../exchange/document.ts'
import { goalTable, readingTable } from '../exchange/tables.ts'
import type { Deps } from './deps.ts'
import { exportSheet } from './export.ts'
import { pause } from './pause.ts'

export type ExportKind = 'json' | 'goals' | 'readings'

export interface ExportFile {
  readonly bytes: Uint8Array
  readonly day: LocalDate
  readonly goals: number
}

const writers = { json: documentFrom, goals: goalTable, readings: readingTable } as const

/** Everything the person may see, as bytes for them alone. */
export async function exportFile(deps: Deps, person: Person, kind: ExportKind): Promise<ExportFile> {
  const sheet = await exportSheet(deps, person)
  const bytes = await writers[kind](sheet, pause)
  await noteDeed(deps.db, person.workspace, {
    id: deps.newId(),
    at: deps.now(),
    person: person.id,
    action: 'exported',
    subject: person.id,
    details: { kind, goals: sheet.goals.length },
  })
  return { bytes, day: localDateOf(deps.now(), person.zone), goals: sheet.goals.length }
}
