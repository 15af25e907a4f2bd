import type { Picture, Shape, TextShape } from '../src/domain/picture.ts'
import { daysBetween } from '../src/domain/time.ts'
import type { Page, Span, StepState, TimelineRow, TimelineSheet } from '../src/domain/timeline.ts'
import { daysIn, firstDays } from '../src/domain/timeline-window.ts'
import type { Messages } from '../src/i18n/say.ts'
import { readable } from './blocks.ts'
import { fitted, widthOf, wrapped } from './columns.ts'
import { joined } from './goal-words.ts'
import { rowFacts, rowTail, stepText, timelineSpan, timelineTitle } from './timeline-words.ts'

/** Goals in one picture; more are named as left out. */
export const MOST_ROWS = 40

/** Of a picture that begins where the text's page does. */
export const picturePage = ({ skip }: Page): Page => ({ skip, most: MOST_ROWS })

const margin = 24
const names = { x: margin, width: 330 }
const chart = { x: names.x + names.width + 24, width: 760 }
const width = chart.x + chart.width + margin
const head = 108
const row = { height: 66, bar: 16, barTop: 16 }
const indent = 16
const sizes = { title: 20, text: 14, small: 12 }
/** A column is half an em and a little more: letters are about as wide, capitals wider. */
const letter = 0.53
const columnsIn = (length: number, size: number) => Math.floor(length / (size * letter))

/** Dark on light: seven to one and better for words, and no colour says what no word or shape says. */
const ink = {
  ground: '#ffffff',
  frame: '#d0d5d2',
  words: '#1c2420',
  soft: '#4d5a54',
  grid: '#e3e8e5',
  stripe: '#f6f8f7',
  left: '#cfe0d7',
  done: '#1f6b4a',
  over: '#8a5a00',
  today: '#1c2420',
} as const

export function timelinePicture(sheet: TimelineSheet, say: Messages): Picture {
  const { rows, total } = sheet
  const left = total - rows.length
  const foot = head + rows.length * row.height
  const height = foot + 52 + (left > 0 ? 22 : 0)
  const title = readable(timelineTitle(sheet, say))
  const span = timelineSpan(sheet, say)
  return {
    width,
    height,
    title: `${title}: ${span}`,
    language: say.language === 'zh-Hant' ? 'zh-Hant-TW' : 'en',
    shapes: [
      { kind: 'box', x: 0, y: 0, width, height, fill: ink.ground },
      text(margin, 36, title, sizes.title, { isBold: true, most: width - 2 * margin }),
      text(margin, 60, span, sizes.text, { fill: ink.soft, most: width - 2 * margin }),
      ...rows.flatMap((_, index) => stripe(index)),
      ...months(sheet, foot, say),
      ...rows.flatMap((one, index) => rowShapes(one, head + index * row.height, sheet, say)),
      ...today(sheet, foot, say),
      ...rows.flatMap((one, index) => nextStep(one, index, sheet, say)),
      ...legend(foot + 32, say),
      ...(left > 0 ? [leftOut(foot + 54, left, say)] : []),
    ],
  }
}

type Look = Partial<Pick<TextShape, 'fill' | 'isBold' | 'most'>>

/** Cut with an ellipsis where it is surely too long; the frame cuts what is just too wide. */
function text(x: number, y: number, words: string, size: number, look: Look = {}): TextShape {
  const { most = chart.width, fill = ink.words, isBold = false } = look
  const columns = columnsIn(most, size)
  return { kind: 'text', x, y, text: fitted(words, columns, 400), size, fill, isBold, most }
}

const stripe = (index: number): readonly Shape[] =>
  index % 2 === 0
    ? [{ kind: 'box', x: 0, y: head + index * row.height, width, height: row.height, fill: ink.stripe }]
    : []

const xOf = (day: number, { months: of }: TimelineSheet) => chart.x + (day / daysIn(of)) * chart.width

function months(sheet: TimelineSheet, foot: number, say: Messages): readonly Shape[] {
  const days = firstDays(sheet.months)
  const room = chart.width / days.length - 8
  return days.flatMap((day, index): Shape[] => {
    const x = xOf(daysBetween(sheet.months.from, day), sheet)
    const isNamed = index === 0 || day.endsWith('-01-01')
    const name = isNamed ? say.format.monthOfYear(day) : say.format.month(day)
    const fits = columnsIn(room, sizes.small) >= widthOf(name)
    const shown = fits ? name : say.format.month(day)
    return [
      { kind: 'line', x1: x, y1: head - 14, x2: x, y2: foot, stroke: ink.grid, width: 1 },
      text(x + 4, head - 6, shown, sizes.small, { fill: ink.soft, most: room + 4 }),
    ]
  })
}

function today({ today: day, ...sheet }: TimelineSheet, foot: number, say: Messages): readonly Shape[] {
  if (day === undefined) return []
  const x = xOf(day + 0.5, { ...sheet, today: day })
  const word = say['timeline.today']()
  const room = widthOf(word) * 8
  const begin = Math.min(x - room / 2, width - margin - room)
  return [
    { kind: 'line', x1: x, y1: head - 22, x2: x, y2: foot, stroke: ink.today, width: 1.5 },
    text(begin, head - 26, word, sizes.small, { isBold: true, most: room + 8 }),
  ]
}

function rowShapes(one: TimelineRow, top: number, sheet: TimelineSheet, say: Messages): readonly Shape[] {
  const x = names.x + one.depth * indent
  const room = names.width - one.depth * indent
  const { number, title } = one.standing.goal
  const lines = wrapped(say['goal.numbered']({ number, title }), columnsIn(room, sizes.text), 2)
  const facts = joined([rowFacts(one, say)]) + rowTail(one, say)
  const y = top + (lines.length === 1 ? 26 : 20)
  return [
    ...lines.map((line, index) =>
      text(x, y + index * 18, line, sizes.text, { isBold: one.depth === 0, most: room }),
    ),
    text(x, y + lines.length * 18, facts, sizes.small, { fill: ink.soft, most: room }),
    ...barShapes(one, top + row.barTop, sheet),
  ]
}

function barShapes(
  { bar, done, over, marks }: TimelineRow,
  y: number,
  sheet: TimelineSheet,
): readonly Shape[] {
  const box = ({ from, to }: Span, fill: string, height: number, round: number): Shape => ({
    kind: 'box',
    x: xOf(from, sheet),
    y: y + (row.bar - height) / 2,
    width: Math.max(2, xOf(to, sheet) - xOf(from, sheet)),
    height,
    fill,
    round,
  })
  return [
    ...(over === undefined ? [] : [box(over, ink.over, 4, 0)]),
    ...(bar === undefined ? [] : [box(bar, ink.left, row.bar, 4)]),
    ...(done === undefined ? [] : [box(done, ink.done, row.bar, 4)]),
    ...marks.flatMap(({ at, state }) => stepShapes(xOf(at + 0.5, sheet), y + row.bar / 2, state)),
  ]
}

/** Full is done, empty is to do, an exclamation mark is late. */
function stepShapes(x: number, y: number, state: StepState): readonly Shape[] {
  const fill = state === 'done' ? ink.words : ink.ground
  return [
    { kind: 'dot', x, y, radius: state === 'late' ? 7 : 5, fill, stroke: ink.words },
    ...(state === 'late' ? [text(x - 2, y + 5, '!', 13, { isBold: true, most: 8 })] : []),
  ]
}

/** In front of today's line, on a ground of its own. */
function nextStep({ bar, next }: TimelineRow, index: number, sheet: TimelineSheet, say: Messages): Shape[] {
  if (next === undefined) return []
  const right = chart.x + chart.width
  const x = Math.min(xOf(bar?.from ?? 0, sheet), right - 320)
  const y = head + index * row.height + 52
  const words = text(x, y, say['timeline.next']({ step: stepText(next, say) }), sizes.small, {
    fill: ink.soft,
    most: right - x,
  })
  const length = Math.min(words.most, widthOf(words.text) * sizes.small * letter + 4)
  const fill = index % 2 === 0 ? ink.stripe : ink.ground
  return [{ kind: 'box', x, y: y - sizes.small, width: length, height: sizes.small * 1.4, fill }, words]
}

function legend(y: number, say: Messages): readonly Shape[] {
  const swatch = (x: number, fill: string, height: number): Shape => ({
    kind: 'box',
    x,
    y: y - 5 - height / 2,
    width: 26,
    height,
    fill,
    round: 3,
  })
  const step = (state: StepState) => (x: number) => stepShapes(x + 13, y - 5, state)
  const entries: readonly (readonly [string, (x: number) => readonly Shape[]])[] = [
    [say['timeline.sign.done'](), (x) => [swatch(x, ink.done, 12)]],
    [say['timeline.sign.left'](), (x) => [swatch(x, ink.left, 12)]],
    [say['timeline.sign.over'](), (x) => [swatch(x, ink.over, 4)]],
    [say['timeline.sign.step-done'](), step('done')],
    [say['timeline.sign.step-open'](), step('open')],
    [say['timeline.sign.step-late'](), step('late')],
  ]
  const room = (width - 2 * margin) / entries.length
  return entries.flatMap(([words, signs], index) => {
    const x = margin + index * room
    return [...signs(x), text(x + 34, y, words, sizes.small, { fill: ink.soft, most: room - 40 })]
  })
}

const leftOut = (y: number, count: number, say: Messages): Shape =>
  text(margin, y, say['timeline.left-out']({ count }), sizes.small, {
    fill: ink.soft,
    most: width - 2 * margin,
  })
