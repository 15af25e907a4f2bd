import { csvFrom } from '../exchange/write-csv.ts'
import { pause } from './pause.ts'

/** A table as a CSV file: the first row is its header. */
export function refusedRows(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const [header = [], ...others] = rows
  return csvFrom(header, others, pause)
}
