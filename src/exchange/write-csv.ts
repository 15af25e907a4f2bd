import { stringify } from 'csv-stringify/sync'
import { guarded } from './cells.ts'

export type Cell = string | number | undefined

const BOM = '\uFEFF'
const ROWS_AT_ONCE = 100

type Rows = Iterable<readonly Cell[]>

/**
 * RFC 4180 in UTF-8, with the mark that tells Excel so; every cell quoted, no cell a formula. Long tables are written piece
 * by piece, and `pause` lets others have their turn in between.
 */
export async function csvFrom(
  header: readonly string[],
  rows: Rows,
  pause: () => Promise<void>,
): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(BOM + linesFrom([header]))]
  let piece: (readonly Cell[])[] = []
  for (const row of rows) {
    piece.push(row)
    if (piece.length < ROWS_AT_ONCE) continue
    pieces.push(encoder.encode(linesFrom(piece)))
    piece = []
    await pause()
  }
  return Buffer.concat([...pieces, encoder.encode(linesFrom(piece))])
}

const linesFrom = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => guarded(String(cell ?? '')))),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  )
