import { daysBetween } from '../src/domain/time.ts'
import type { StepState, Timeline, TimelineRow } from '../src/domain/timeline.ts'
import { daysIn, firstDays, type Months } from '../src/domain/timeline-window.ts'
import type { Messages } from '../src/i18n/say.ts'
import { fitted, widthOf } from './columns.ts'
import { rowFacts, rowName, stepText } from './timeline-words.ts'

/** Signs that the fixed-width fonts of all systems have, one column each: what people typed stands on lines of its own. */
export const signs = {
  done: '█',
  left: '░',
  over: '▒',
  today: '│',
  before: '◄',
  after: '►',
  month: '·',
  step: { done: '●', open: '○', late: '!' } satisfies Record<StepState, string>,
} as const

/** The months take about so many columns: a phone shows them on one line. */
const COLUMNS = 36
const LINE_MOST = { columns: 56, units: 100 }
const FACTS_MOST = 60
const STEP_MOST = { columns: 56, units: 78 }

/** The months above, then two or three lines for each goal. */
export function timelineText(timeline: Timeline, say: Messages): string {
  const scale = scaleOf(timeline.months)
  return [
    monthLine(timeline.months, scale, say),
    ...timeline.rows.flatMap((row) => rowLines(row, timeline, scale, say)),
  ]
    .map((line) => line.trimEnd())
    .join('\n')
}

/** Every month is as wide as the others, whatever its days. */
interface Scale {
  readonly columns: number
  readonly perMonth: number
  /** The column, with fractions, of a moment in days from the first. */
  at(day: number): number
}

function scaleOf(months: Months): Scale {
  const perMonth = Math.max(3, Math.min(12, Math.floor(COLUMNS / months.count)))
  const begins = [...firstDays(months).map((day) => daysBetween(months.from, day)), daysIn(months)]
  return {
    columns: perMonth * months.count,
    perMonth,
    at(day) {
      const month = Math.max(
        0,
        begins.findLastIndex((begin) => begin <= day),
      )
      const begin = begins[month] ?? 0
      const length = (begins[month + 1] ?? begin + 1) - begin
      return (month + (day - begin) / length) * perMonth
    },
  }
}

/** Numbers where names are too long, or of characters whose width differs from font to font. */
function monthLine(months: Months, { perMonth }: Scale, say: Messages): string {
  const names = firstDays(months).map((day) => say.format.month(day))
  const areNarrow = names.every((name) => widthOf(name) === name.length && name.length < perMonth)
  const shown = areNarrow ? names : firstDays(months).map((day) => String(Number(day.slice(5, 7))))
  return shown.map((name) => name.padEnd(perMonth)).join('')
}

function rowLines(row: TimelineRow, timeline: Timeline, scale: Scale, say: Messages): readonly string[] {
  const indent = '  '.repeat(row.depth)
  const room = LINE_MOST.columns - indent.length
  const step = row.next === undefined ? [] : [`${signs.step[row.next.state]} ${stepText(row.next, say)}`]
  return [
    `${indent}${rowName(row, say, room, LINE_MOST.units - indent.length)}`,
    `${cellsOf(row, timeline, scale).join('')}  ${fitted(rowFacts(row, say), FACTS_MOST, FACTS_MOST)}`,
    ...step.map((text) => fitted(text, STEP_MOST.columns, STEP_MOST.units)),
  ]
}

/** From below: the beginnings of months, the bar, what is done of it, where it goes on, today, the steps. */
function cellsOf(row: TimelineRow, { today }: Timeline, scale: Scale): readonly string[] {
  const cells = Array.from({ length: scale.columns }, (_, column): string =>
    column % scale.perMonth === 0 ? signs.month : ' ',
  )
  const [first, last] = [0, scale.columns - 1]
  drawBar(cells, row, scale)
  if (row.isCutBefore) cells[first] = signs.before
  if (row.isCutAfter) cells[last] = signs.after
  if (today !== undefined) cells[columnOf(today + 0.5, scale)] = signs.today
  for (const state of ['done', 'open', 'late'] as const) {
    for (const mark of row.marks) {
      if (mark.state === state) cells[columnOf(mark.at + 0.5, scale)] = signs.step[state]
    }
  }
  return cells
}

function drawBar(cells: string[], { bar, done, over }: TimelineRow, scale: Scale): void {
  const end = over === undefined ? -1 : lastColumnOf(over.to, scale)
  const begin = over === undefined ? 0 : columnOf(over.from, scale)
  for (let column = begin; column <= end; column += 1) cells[column] = signs.over
  if (bar === undefined) return
  const last = lastColumnOf(bar.to, scale)
  const isWhole = done?.to === bar.to
  const covered = done === undefined ? 0 : scale.at(done.to)
  for (let column = columnOf(bar.from, scale); column <= last; column += 1) {
    // Full only where all of it is done.
    const isDone = isWhole || (column + 0.5 <= covered && column < last)
    cells[column] = isDone ? signs.done : signs.left
  }
}

const columnOf = (day: number, { at, columns }: Scale) => Math.min(columns - 1, Math.floor(at(day)))

/** A bar that ends with a day ends within its column. */
const lastColumnOf = (end: number, scale: Scale) => columnOf(end - 0.001, scale)
