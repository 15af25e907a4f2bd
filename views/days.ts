import type { RichTextBlock } from '@slack/types'
import { type RichPart, rich } from './blocks.ts'

/** A day's name, and what there is to say of it. */
export interface DayLines {
  readonly head: string
  readonly lines: readonly string[]
}

/** As many whole lines, in their order, as fit into `most` characters, each day's under its name; `left` were cut. */
export function dayBlocks(
  days: readonly DayLines[],
  most: number,
): { readonly blocks: readonly RichTextBlock[]; readonly left: number } {
  let room = most
  let left = 0
  const parts: (string | RichPart)[] = []
  for (const { head, lines } of days) {
    const first = room - head.length - 1
    const shown = left > 0 ? [] : lines.slice(0, countFitting(lines, first))
    left += lines.length - shown.length
    if (shown.length === 0) continue
    room = first - lengthOf(shown)
    parts.push({ text: `${head}\n`, style: { bold: true } }, ...shown.map((line) => `${line}\n`))
  }
  return { blocks: parts.length === 0 ? [] : [rich(...parts)], left }
}

const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length + 1, 0)

function countFitting(lines: readonly string[], room: number): number {
  const cut = lines.findIndex((_, index) => lengthOf(lines.slice(0, index + 1)) > room)
  return cut === -1 ? lines.length : cut
}
