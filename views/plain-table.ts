import type { RichTextBlock } from '@slack/types'
import { readable } from './blocks.ts'
import { padded, widthOf } from './columns.ts'
import { limits } from './limits.ts'

/** Rows in columns of equal width, where Slack draws no tables yet. Nothing in it is parsed. */
export function plainTable(rows: readonly (readonly string[])[]): RichTextBlock {
  const cleaned = rows.map((row) => row.map((text) => readable(text).replace(/\s+/g, ' ').trim()))
  const widths = (cleaned[0] ?? []).map((_, column) =>
    Math.max(...cleaned.map((row) => widthOf(row[column] ?? ''))),
  )
  const lines = cleaned.map((row) =>
    row
      .map((text, column) => padded(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const text = lines.join('\n').slice(0, limits.text)
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }
}
