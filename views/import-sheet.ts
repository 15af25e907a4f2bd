import type { ImportCounts, ImportSheet } from '../src/domain/transfer-sheet.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, context, header, quoted, rich, section } from './blocks.ts'
import { type ImportPlace, importActions } from './import-actions.ts'
import { clip } from './limits.ts'
import type { Message, MessageBlock } from './message.ts'
import { reasons } from './refused-rows.ts'
import { spoken } from './spoken.ts'

/** As many refused rows as are read; the rest is a file. */
const SHOWN = 10
const REASON_MOST = 200
const UNKNOWN_SHOWN = 10

export function importWorking(what: 'reading' | 'writing', say: Messages): Message {
  return line(say[`import.${what}`]())
}

export const importCancelled = (say: Messages): Message => line(say['import.cancelled']())

const line = (sentence: string): Message => ({ text: spoken(sentence), blocks: [section(sentence)] })

/** What the file would do; nothing is written before the press. */
export function importTried(sheet: ImportSheet, place: ImportPlace, say: Messages): Message {
  const hasWork = [sheet.goals, sheet.readings].some(({ made, changed }) => made + changed > 0)
  const title = say[hasWork ? 'import.tried.title' : 'import.nothing.title']()
  return {
    text: spoken([title, ...countLines(sheet, 'would', say)].join(' ')),
    blocks: [
      header(title),
      ...body(sheet, 'would', say),
      actions([
        ...(hasWork ? [runButton(place, say)] : []),
        ...refusedButton(sheet, place, say),
        ...(hasWork ? [button({ text: say['import.cancel'](), actionId: importActions.cancel })] : []),
      ]),
    ].filter(isFilled),
  }
}

/** What it did. */
export function importDone(sheet: ImportSheet, place: ImportPlace, say: Messages): Message {
  const title = say['import.done.title']()
  return {
    text: spoken([title, ...countLines(sheet, 'did', say)].join(' ')),
    blocks: [header(title), ...body(sheet, 'did', say), actions(refusedButton(sheet, place, say))].filter(
      isFilled,
    ),
  }
}

const isFilled = (block: MessageBlock): boolean => block.type !== 'actions' || block.elements.length > 0

const carried = (place: ImportPlace): string => JSON.stringify(place)

const runButton = (place: ImportPlace, say: Messages) =>
  button({
    text: say['import.run'](),
    actionId: importActions.run,
    value: carried(place),
    style: 'primary',
  })

const refusedButton = ({ refused }: ImportSheet, place: ImportPlace, say: Messages) =>
  refused.length <= SHOWN
    ? []
    : [
        button({
          text: say['import.refused.file'](),
          actionId: importActions.refused,
          value: carried(place),
        }),
      ]

function body(sheet: ImportSheet, tense: 'would' | 'did', say: Messages): readonly MessageBlock[] {
  const lines = countLines(sheet, tense, say)
  return [
    section(lines.length > 0 ? lines.join('\n') : say['import.no-rows']()),
    ...refusedBlocks(sheet, say),
    ...unknownBlocks(sheet, say),
  ]
}

function countLines(sheet: ImportSheet, tense: 'would' | 'did', say: Messages): readonly string[] {
  return [
    ...countLine(sheet.goals, 'goals', tense, say),
    ...countLine(sheet.readings, 'readings', tense, say),
    ...(sheet.refused.length === 0 ? [] : [say['import.refused']({ count: sheet.refused.length })]),
  ]
}

function countLine(
  { made, changed, same }: ImportCounts,
  what: 'goals' | 'readings',
  tense: 'would' | 'did',
  say: Messages,
): readonly string[] {
  const parts = [
    ...(made > 0 ? [say[`import.made.${tense}`]({ count: made })] : []),
    ...(changed > 0 ? [say[`import.changed.${tense}`]({ count: changed })] : []),
    ...(same > 0 ? [say['import.same']({ count: same })] : []),
  ]
  return parts.length === 0 ? [] : [say[`import.${what}`]({ parts })]
}

function refusedBlocks({ refused }: ImportSheet, say: Messages): readonly MessageBlock[] {
  if (refused.length === 0) return []
  const lines = refused
    .slice(0, SHOWN)
    .flatMap((row) => [
      { text: say[`import.line.${row.part}`]({ line: row.line }), style: { bold: true } },
      `  ${clip(reasons(row, say), REASON_MOST)}\n`,
    ])
  const rest = refused.length - SHOWN
  return [rich(...lines), ...(rest > 0 ? [context(say['import.refused.more']({ count: rest }))] : [])]
}

function unknownBlocks({ unknown }: ImportSheet, say: Messages): readonly MessageBlock[] {
  if (unknown.length === 0) return []
  const columns = unknown.slice(0, UNKNOWN_SHOWN).map((name) => quoted(name, 40))
  return [context(say['import.unknown']({ columns, more: unknown.length - columns.length }))]
}
