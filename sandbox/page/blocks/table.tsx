import type { TableBlock } from '@slack/types'
import { CellText } from './cell.tsx'

export function TableView({ block }: { readonly block: TableBlock }) {
  const [head = [], ...rows] = block.rows
  const styleOf = (column: number) => ({
    textAlign: block.column_settings?.[column]?.align ?? ('left' as const),
    whiteSpace: block.column_settings?.[column]?.is_wrapped ? ('normal' as const) : ('nowrap' as const),
  })
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <th key={column} scope="col" style={styleOf(column)}>
                <CellText cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
            <tr key={nth}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <td key={column} style={styleOf(column)}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
