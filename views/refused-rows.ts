import type { RefusedRow } from '../src/domain/transfer.ts'
import type { Messages } from '../src/i18n/say.ts'
import { rowRefusalText } from './row-refusal.ts'

/** Every refused row with its reasons, as a table for a file. */
export const refusedFile = {
  rows: (refused: readonly RefusedRow[], say: Messages): readonly (readonly string[])[] => [
    [say['import.refused.line'](), say['import.refused.part'](), say['import.refused.why']()],
    ...refused.map((row) => [String(row.line), say[`import.part.${row.part}`](), reasons(row, say)]),
  ],
  named: (say: Messages) => ({ name: 'goalpost-refused.csv', title: say['import.refused.title']() }),
}

export const reasons = ({ why }: RefusedRow, say: Messages): string =>
  why.map((one) => rowRefusalText(one, say)).join(' ')
