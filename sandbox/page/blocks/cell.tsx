import type { RawNumberElement, RawTextElement, RichTextBlock } from '@slack/types'
import { RichTextView } from './rich-text.tsx'

export type TableCell = RawTextElement | RawNumberElement | RichTextBlock

export function CellText({ cell }: { readonly cell: TableCell }) {
  if (cell.type === 'rich_text') return <RichTextView parts={cell.elements} />
  if (cell.type === 'raw_number') return <>{cell.text ?? String(cell.value)}</>
  return <>{cell.text}</>
}

/** What a column is sorted by. */
export function sortValue(cell: TableCell | undefined): number | string {
  if (cell === undefined) return ''
  if (cell.type === 'raw_number') return Number(cell.value)
  if (cell.type === 'raw_text') return cell.text
  return JSON.stringify(cell.elements)
}
