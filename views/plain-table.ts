import type { RichTextBlock } from '@slack/types'
import { readable } from './blocks.ts'
import { limits } from './limits.ts'

/** Rows in columns of equal width, where Slack draws no tables yet. Nothing in it is parsed. */
export function plainTable(rows: readonly (readonly string[])[]): RichTextBlock {
  const cleaned = rows.map((row) => row.map((text) => readable(text).replace(/\s+/g, ' ').trim()))
  const widths = (cleaned[0] ?? []).map((_, column) =>
    Math.max(...cleaned.map((row) => widthOf(row[column] ?? ''))),
  )
  const lines = cleaned.map((row) =>
    row
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text)))
      .join('  ')
      .trimEnd(),
  )
  const text = lines.join('\n').slice(0, limits.text)
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }
}

/** In columns of a fixed-width font: East Asian characters and emoji take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u
