import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { FileFault } from '../domain/transfer.ts'
import { unguarded } from './cells.ts'

export interface CsvRow {
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Csv {
  readonly delimiter: Delimiter
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
}

const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

const SLICE = 32_768
const MOST_ROW_CHARACTERS = 100_000

/** Commas, semicolons or tabs, whichever the first line has most of; `sep=;` above it decides, as in Excel. */
export async function readCsv(
  text: string,
  mostRows: number,
  pause: () => Promise<void>,
): Promise<Result<Csv, FileFault>> {
  const told = /^sep=([,;\t])\r?\n/.exec(text)
  const body = told === null ? text : text.slice(told[0].length)
  const delimiter = delimiters.find((one) => one === told?.[1]) ?? delimiterOf(body)
  const parser = Readable.from(slices(body, pause)).pipe(
    parse({
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: MOST_ROW_CHARACTERS,
    }),
  )
  const above = told === null ? 0 : 1
  const rows: CsvRow[] = []
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      // One more is the header.
      if (rows.length > mostRows) return refuse({ kind: 'too-many-rows', most: mostRows })
      rows.push({ line: lineOf(record, info.lines) + above, cells: record.map(unguarded) })
    }
  } catch (fault) {
    if (fault instanceof CsvError) return refuse({ kind: 'broken', line: lineIn(fault) })
    throw fault
  }
  const [header, ...others] = rows
  if (header === undefined) return refuse({ kind: 'empty' })
  return ok({ delimiter, header: header.cells, rows: others })
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** The parser counts to where a row ends; a quoted cell may hold lines of its own. */
const lineOf = (record: readonly string[], end: number): number =>
  end - record.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

const lineIn = (fault: CsvError): number => ('lines' in fault ? Number(fault.lines) : 1)

async function* slices(text: string, pause: () => Promise<void>) {
  for (let from = 0; from < text.length; from += SLICE) {
    yield text.slice(from, from + SLICE)
    await pause()
  }
}

function delimiterOf(text: string): Delimiter {
  const unquoted = text.slice(0, MOST_ROW_CHARACTERS).replace(/"(?:[^"]|"")*"/g, '')
  const first = unquoted.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  const counts = delimiters.map((one) => first.split(one).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}
