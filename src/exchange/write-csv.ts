import { stringify } from 'csv-stringify/sync'
import { guarded } from './cells.ts'

export type Cell = string | number | undefined

const BOM = '\uFEFF'
const ROWS_AT_ONCE = 500

/**
 * RFC 4180 in UTF-8, with the mark that tells Excel so; every cell quoted, no cell a formula. Long tables are written piece
 * by piece, and `pause` lets others have their turn in between.
 */
export async function csvFrom(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  pause: () => Promise<void>,
): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(BOM + lines([header]))]
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    pieces.push(encoder.encode(lines(rows.slice(from, from + ROWS_AT_ONCE))))
    await pause()
  }
  return Buffer.concat(pieces)
}

const lines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => guarded(String(cell ?? '')))),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  )
