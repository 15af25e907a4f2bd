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
export async function readingTable(sheet: ExportSheet, pause: () => Promise<void>): Promise<Uint8Array> {
  const rows: (readonly Cell[])[] = []
  for (const { goal, readings } of sheet.goals) {
    const zone = sheet.people.get(goal.owner)?.zone ?? sheet.person.zone
    for (const [index, { at, value, note, by, provenance }] of readings.entries()) {
      if (index % 500 === 0) await pause()
      const who = sheet.people.get(by)?.name ?? by
      const unit = goal.unit.kind === 'count' ? (goal.unit.noun ?? '') : unitText(goal.unit)
      const when = [localDateOf(at, zone), isoOf(at)]
      rows.push([goalName(goal.number), goal.title, ...when, value, unit, note, who, provenance])
    }
  }
  return csvFrom(readingColumns, rows, pause)
}
