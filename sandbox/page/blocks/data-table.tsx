import type { DataTableBlock } from '@slack/types'
import { useState } from 'react'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../state/page.tsx'
import { CellText, sortValue, type TableCell } from './cell.tsx'

interface Order {
  readonly column: number
  readonly isDown: boolean
}

/** Slack's table that people page and sort by themselves. */
export function DataTableView({ block }: { readonly block: DataTableBlock }) {
  const [order, setOrder] = useState<Order>()
  const [page, setPage] = useState(0)
  const { reader } = useWords()
  const [head = [], ...rows] = block.rows
  const size = block.page_size ?? 5
  const sorted = order === undefined ? rows : inOrder(rows, order, reader.locale)
  const shown = sorted.slice(page * size, (page + 1) * size)
  const isNumber = (column: number) => rows.every((row) => row[column]?.type === 'raw_number')
  return (
    <div className="table-frame">
      <table>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <SortableHead
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                key={column}
                cell={cell}
                isNumber={isNumber(column)}
                sorted={order?.column === column ? (order.isDown ? 'descending' : 'ascending') : 'none'}
                onSort={() => {
                  setOrder({ column, isDown: order?.column === column && !order.isDown })
                  setPage(0)
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own.
            <Row key={nth} row={row} named={block.row_header_column_index ?? 0} isNumber={isNumber} />
          ))}
        </tbody>
      </table>
      {rows.length > size && <Pager page={page} size={size} total={rows.length} onPage={setPage} />}
    </div>
  )
}

function inOrder(rows: readonly TableCell[][], order: Order, locale: string): readonly TableCell[][] {
  const compare = new Intl.Collator(locale, { numeric: true }).compare
  return [...rows].sort((a, b) => {
    const [one, other] = [sortValue(a[order.column]), sortValue(b[order.column])]
    const rise =
      typeof one === 'number' && typeof other === 'number' ? one - other : compare(`${one}`, `${other}`)
    return order.isDown ? -rise : rise
  })
}

interface RowProps {
  readonly row: readonly TableCell[]
  readonly named: number
  readonly isNumber: (column: number) => boolean
}

function Row({ row, named, isNumber }: RowProps) {
  return (
    <tr>
      {row.map((cell, column) => {
        const Cell = column === named ? 'th' : 'td'
        return (
          <Cell
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            key={column}
            scope={column === named ? 'row' : undefined}
            className={isNumber(column) ? 'cell-number' : undefined}
          >
            <CellText cell={cell} />
          </Cell>
        )
      })}
    </tr>
  )
}

interface HeadProps {
  readonly cell: TableCell
  readonly isNumber: boolean
  readonly sorted: 'ascending' | 'descending' | 'none'
  readonly onSort: () => void
}

function SortableHead({ cell, isNumber, sorted, onSort }: HeadProps) {
  return (
    <th scope="col" aria-sort={sorted} className={isNumber ? 'cell-number' : undefined}>
      <button type="button" className="sort" onClick={onSort}>
        <CellText cell={cell} />
        <span aria-hidden="true">{{ ascending: '↑', descending: '↓', none: '↕' }[sorted]}</span>
      </button>
    </th>
  )
}

interface PagerProps {
  readonly page: number
  readonly size: number
  readonly total: number
  readonly onPage: (page: number) => void
}

function Pager({ page, size, total, onPage }: PagerProps) {
  const last = Math.ceil(total / size) - 1
  return (
    <nav className="pager" aria-label="Pages of this table">
      <span aria-live="polite">
        {page * size + 1}–{Math.min(total, (page + 1) * size)} of {total}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label="Previous page"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Next page"
        disabled={page === last}
        onClick={() => onPage(page + 1)}
      >
        <Icon name="right" />
      </button>
    </nav>
  )
}
