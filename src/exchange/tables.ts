import { cellOf, goalFacts, goalName } from '../domain/import/goal-cells.ts'
import { isoOf, localDateOf } from '../domain/time.ts'
import { goalColumns, readingColumns } from '../domain/transfer.ts'
import type { ExportSheet } from '../domain/transfer-sheet.ts'
import { unitText } from '../domain/unit.ts'
import { type Cell, csvFrom } from './write-csv.ts'

/** The two tables of an export. */

export function goalTable({ goals }: ExportSheet, pause: () => Promise<void>): Promise<Uint8Array> {
  const rows = goals.map(({ goal, names }) => {
    const facts = goalFacts(goal, names)
    return goalColumns.map((column) => cellOf(facts[column]))
  })
  return csvFrom(goalColumns, rows, pause)
}

/** Days are those of the owner's calendar. */
export const readingTable = (sheet: ExportSheet, pause: () => Promise<void>): Promise<Uint8Array> =>
  csvFrom(readingColumns, readingRows(sheet), pause)

function* readingRows({ goals, people, person }: ExportSheet): Generator<readonly Cell[]> {
  for (const { goal, readings } of goals) {
    const zone = people.get(goal.owner)?.zone ?? person.zone
    const unit = goal.unit.kind === 'count' ? (goal.unit.noun ?? '') : unitText(goal.unit)
    for (const { at, value, note, by, provenance } of readings) {
      const when = [localDateOf(at, zone), isoOf(at)]
      const who = people.get(by)?.name ?? by
      yield [goalName(goal.number), goal.title, ...when, value, unit, note, who, provenance]
    }
  }
}
