import stringWidth from 'string-width'
import { readable } from './blocks.ts'

/** Text in columns of a fixed-width font: East Asian characters and emoji take two, accents and joiners none. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What nobody reads on one line is left aside, lest it costs time. */
const MOST_READ = 400

export const widthOf = (text: string): number => stringWidth(text)

/** With as many spaces behind it as it lacks of `columns`. */
export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)))

/** On one line, at most so many columns and UTF-16 units, the last `…` where something was cut. */
export function fitted(text: string, columns: number, units = columns * 2): string {
  const line = oneLine(text)
  if (widthOf(line) <= columns && line.length <= units) return line
  return `${startOf(line, columns - 1, units - 1).trimEnd()}…`
}

/** On at most so many lines of `columns` each, broken at spaces where there are any; what is left over is cut. */
export function wrapped(text: string, columns: number, lines: number): readonly string[] {
  const line = oneLine(text)
  if (lines === 1 || widthOf(line) <= columns) return [fitted(line, columns, line.length + 1)]
  const start = startOf(line, columns, line.length)
  const space = start.lastIndexOf(' ')
  const isAtSpace = line[start.length] === ' ' || space < start.length / 2
  const head = isAtSpace ? start : start.slice(0, space)
  return [head.trimEnd(), ...wrapped(line.slice(head.length), columns, lines - 1)]
}

const oneLine = (text: string) => readable(text.slice(0, MOST_READ)).replace(/\s+/g, ' ').trim()

/** No emoji and no accented letter is cut in half. */
function startOf(line: string, columns: number, units: number): string {
  let width = 0
  let end = 0
  for (const { index, segment } of graphemes.segment(line)) {
    width += widthOf(segment)
    if (width > columns || index + segment.length > units) break
    end = index + segment.length
  }
  return line.slice(0, end)
}
