import { type CopiedTable, isDifferent } from '../../db/copy.ts'

/** A table of what was copied, for a terminal: rows and hash on both sides. */
export function copyReport(workspace: string, tables: readonly CopiedTable[]): string {
  const lines = tables.map((one) => {
    const counts = [one.from.rows, one.to.rows].map((rows) => String(rows).padStart(9))
    const hashes = [one.from.hash, one.to.hash].map((hash) => hash.slice(0, 12))
    const verdict = isDifferent(one) ? 'DIFFERENT' : 'equal'
    return [`  ${one.table.padEnd(14)}`, ...counts, ...hashes, verdict].join('  ')
  })
  const head = [`  ${'table'.padEnd(14)}`, 'rows from', '  rows to', 'hash from   ', 'hash to     '].join(
    '  ',
  )
  return [`${workspace}`, head, ...lines].join('\n')
}

export function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
