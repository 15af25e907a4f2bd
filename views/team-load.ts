import type { DataTableBlock, KnownBlock } from '@slack/types'
import type { WeekLoad } from '../src/domain/load.ts'
import type { LoadRow, LoadSheet } from '../src/domain/sheets.ts'
import { isoWeekOf } from '../src/domain/time.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context, header, plain, quoted, rich, section } from './blocks.ts'
import { goalName, joined, SHORT_TITLE } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { itemName } from './milestone-words.ts'
import { plainTable } from './plain-table.ts'
import { spoken } from './spoken.ts'

const NAME_MOST = 30
/** Where people are left out, it is those who carry least. */
const MOST_ROWS = 40
const MOST_MOVES = 10
const MOST_MILESTONES = 10
const LINE_MOST = 300

/** How much people carry in the coming weeks, for one person's eyes; numbers and what would help, no ranks. */
export function teamLoad(sheet: LoadSheet, say: Messages): Message {
  const title = say['load.title']({ channel: sheet.team.channelName })
  const text = spoken(title)
  const moves = moveBlocks(sheet, say)
  const after = [...moves, ...milestoneBlocks(sheet, say), context(say['load.how']())]
  if (sheet.people === 0) return { text, blocks: [header(title), section(say['load.empty']())] }
  const shown = shownRows(sheet.rows)
  const left = sheet.rows.length - shown.length
  const rows = [headOf(sheet, say), ...shown.map((row) => rowOf(row, say)), totalsOf(sheet, say)]
  const more = left > 0 ? [context(say['load.more']({ count: left }))] : []
  return {
    text,
    blocks: [header(title), table(rows, say['load.caption']()), ...more, ...after],
    fallback: [header(title), plainTable(rows), ...more, ...after],
  }
}

/** In the order they come in, by name. */
function shownRows(rows: readonly LoadRow[]): readonly LoadRow[] {
  if (rows.length <= MOST_ROWS) return rows
  const sumOf = ({ loads }: LoadRow) => loads.reduce((sum, { points }) => sum + points, 0)
  const fullest = new Set(rows.toSorted((a, b) => sumOf(b) - sumOf(a)).slice(0, MOST_ROWS))
  return rows.filter((row) => fullest.has(row))
}

const weekText = (week: WeekLoad['week'], say: Messages) => say['load.week']({ week: isoWeekOf(week).week })

const headOf = ({ weeks }: LoadSheet, say: Messages): readonly string[] => [
  say['load.name'](),
  ...weeks.map((week) => weekText(week, say)),
]

function rowOf({ name, isViewer, loads }: LoadRow, say: Messages): readonly string[] {
  const cells = loads.map(({ points, level }) =>
    say['load.cell']({ points: pointsText(points, say), level: say[`load.${level}`]() }),
  )
  return [isViewer ? say['load.you']() : quoted(name, NAME_MOST), ...cells]
}

const totalsOf = ({ totals, people }: LoadSheet, say: Messages): readonly string[] => [
  say['load.team']({ count: people }),
  ...totals.map((points) => pointsText(points, say)),
]

const pointsText = (points: number, say: Messages) => say['load.points']({ value: points })

function table(rows: readonly (readonly string[])[], caption: string): DataTableBlock {
  return {
    type: 'data_table',
    caption,
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text' as const, text: plain(text).text }))),
    page_size: Math.min(100, Math.max(5, rows.length - 1)),
    row_header_column_index: 0,
  }
}

/** What is too much, and the one move that helps most. */
function moveBlocks(sheet: LoadSheet, say: Messages): KnownBlock[] {
  const lines = sheet.rows.flatMap((row) => linesOf(row, sheet, say)).slice(0, MOST_MOVES)
  if (lines.length === 0) return []
  return [
    rich(
      { text: say['load.moves'](), style: { bold: true } },
      ...lines.map((line) => `\n• ${clip(line, LINE_MOST)}`),
    ),
  ]
}

function linesOf(row: LoadRow, { isLead }: LoadSheet, say: Messages): readonly string[] {
  const who = row.isViewer ? say['load.you']() : quoted(row.name, NAME_MOST)
  const crowded = row.loads.find(({ hasTooManyGoals }) => hasTooManyGoals)
  const bunched = row.loads.find(({ hasTooManyMilestones }) => hasTooManyMilestones)
  const said = (week: WeekLoad['week'], what: string) => joined([who, weekText(week, say), what])
  return [
    ...(row.move === undefined ? [] : [said(row.move.week, moveText(row.move, isLead, say))]),
    ...(crowded === undefined
      ? []
      : [said(crowded.week, say['load.too-many-goals']({ count: crowded.goals }))]),
    ...(bunched === undefined
      ? []
      : [said(bunched.week, say['load.too-many-milestones']({ count: bunched.milestones }))]),
  ]
}

/** What a team mate carries is told to leads alone. */
function moveText(move: NonNullable<LoadRow['move']>, isLead: boolean, say: Messages): string {
  const { goal, step, before, after, mate, mateName } = move
  const what =
    step === undefined ? goalName(goal, say, SHORT_TITLE) : itemName({ goal, step: step.title }, say)
  const points = (value: number) => pointsText(value, say)
  const name = mateName === undefined ? undefined : quoted(mateName, NAME_MOST)
  return joined([
    say['load.move']({ what, before: points(before), after: points(after) }),
    mate === undefined || name === undefined
      ? undefined
      : isLead
        ? say['load.move.mate']({ name, before: points(mate.before), after: points(mate.after) })
        : say['load.move.mate-unseen']({ name }),
  ])
}

function milestoneBlocks({ milestones }: LoadSheet, say: Messages): KnownBlock[] {
  if (milestones.length === 0) return []
  const lines = milestones
    .slice(0, MOST_MILESTONES)
    .map(({ due, isLate, name }) =>
      joined([say.format.date(due), itemName(name, say), isLate ? say['milestones.late']() : undefined]),
    )
  return [
    rich({ text: say['load.milestones'](), style: { bold: true } }, ...lines.map((line) => `\n• ${line}`)),
  ]
}
