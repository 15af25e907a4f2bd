import { ok, type Result, refuse } from '../domain/result.ts'
import {
  type FileFault,
  type FileGoal,
  type FileReading,
  type ImportFile,
  MOST_FILE_GOALS,
  MOST_ROWS,
} from '../domain/transfer.ts'
import { goalColumnsIn, readingColumnsIn } from './columns.ts'
import { type Csv, type CsvRow, readCsv } from './read-csv.ts'

/**
 * Three tables: goals, one a row; readings, one a row; or readings with a column for each goal and the dates in the first
 * one. What they are is told by their headers.
 */
export async function importFromCsv(
  text: string,
  pause: () => Promise<void>,
): Promise<Result<ImportFile, FileFault>> {
  const csv = await readCsv(text, MOST_ROWS, pause)
  if (!csv.ok) return csv
  const readings = readingColumnsIn(csv.value.header)
  const hasDay = readings.includes('date') || readings.includes('at')
  if (hasDay && readings.includes('value')) return ok(await readingsFrom(csv.value, readings, pause))
  const goals = goalColumnsIn(csv.value.header)
  if (goals.includes('title') && (goals.includes('due') || goals.includes('target')))
    return goalsFrom(csv.value, goals)
  if (hasDay && csv.value.header.length > 1) return wideFrom(csv.value, readings.indexOf('date'))
  return refuse({ kind: 'no-columns' })
}

const hasPoints = ({ delimiter }: Csv): boolean => delimiter === ','

const unknownIn = ({ header }: Csv, columns: readonly (string | undefined)[]): readonly string[] =>
  header.filter((name, at) => columns[at] === undefined && name.trim() !== '')

function cellsOf<C extends string>(row: CsvRow, columns: readonly (C | undefined)[]) {
  const cells: Partial<Record<C, string>> = {}
  columns.forEach((column, at) => {
    if (column !== undefined) cells[column] = (row.cells[at] ?? '').trim()
  })
  return cells
}

const ROWS_AT_ONCE = 500

async function readingsFrom(
  csv: Csv,
  columns: ReturnType<typeof readingColumnsIn>,
  pause: () => Promise<void>,
): Promise<ImportFile> {
  const readings: FileReading[] = []
  for (const [index, row] of csv.rows.entries()) {
    if (index % ROWS_AT_ONCE === 0) await pause()
    const { goal, title, date, at, value = '', note } = cellsOf(row, columns)
    readings.push({ line: row.line, inGoal: undefined, goal, title, date, at, value, note })
  }
  const unknown = unknownIn(csv, columns)
  return { kind: 'readings', hasPoints: hasPoints(csv), exporter: undefined, goals: [], readings, unknown }
}

function goalsFrom(csv: Csv, columns: ReturnType<typeof goalColumnsIn>): Result<ImportFile, FileFault> {
  if (csv.rows.length > MOST_FILE_GOALS) return refuse({ kind: 'too-many-goals', most: MOST_FILE_GOALS })
  const goals = csv.rows.map(
    (row): FileGoal => ({ line: row.line, cells: cellsOf(row, columns), steps: [], points: undefined }),
  )
  const unknown = unknownIn(csv, columns)
  return ok({ kind: 'goals', hasPoints: hasPoints(csv), exporter: undefined, goals, readings: [], unknown })
}

/** Empty cells of such a table are weeks in which nothing was measured. */
function wideFrom(csv: Csv, dateAt: number): Result<ImportFile, FileFault> {
  if (dateAt === -1) return refuse({ kind: 'no-columns' })
  const titles = csv.header.map((name, at) => (at === dateAt ? '' : name.trim()))
  if (csv.rows.length * titles.length > MOST_ROWS * 2)
    return refuse({ kind: 'too-many-rows', most: MOST_ROWS })
  const readings = csv.rows.flatMap(({ line, cells }) =>
    titles.flatMap((goal, at): FileReading[] => {
      const value = (cells[at] ?? '').trim()
      if (goal === '' || value === '') return []
      const date = (cells[dateAt] ?? '').trim()
      return [
        { line, inGoal: undefined, goal, title: undefined, date, at: undefined, value, note: undefined },
      ]
    }),
  )
  if (readings.length > MOST_ROWS) return refuse({ kind: 'too-many-rows', most: MOST_ROWS })
  return ok({
    kind: 'wide',
    hasPoints: hasPoints(csv),
    exporter: undefined,
    goals: [],
    readings,
    unknown: [],
  })
}
