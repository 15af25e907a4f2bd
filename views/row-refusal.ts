import type { RowRefusal } from '../src/domain/transfer.ts'
import type { Messages } from '../src/i18n/say.ts'
import { quoted } from './blocks.ts'
import { refusalText } from './refusal.ts'

/** Why a row of a file is not taken, in one plain sentence. */
export function rowRefusalText(refusal: RowRefusal, say: Messages): string {
  switch (refusal.kind) {
    case 'row-no-goal-named':
    case 'row-no-team':
    case 'row-date-missing':
    case 'row-no-number':
      return say[`import.${refusal.kind}`]()
    case 'row-no-such-goal':
    case 'row-which-goal':
    case 'row-not-yours':
    case 'row-owner-unknown':
    case 'row-measure-unknown':
    case 'row-date-unreadable':
    case 'row-date-ahead':
      return say[`import.${refusal.kind}`]({ typed: quoted(refusal.typed) })
    case 'row-word-unknown':
      return say['import.row-word-unknown']({ typed: quoted(refusal.typed), column: refusal.column })
    case 'row-said-otherwise':
      return say['import.row-said-otherwise'](refusal)
    case 'row-twice':
    case 'row-goal-refused':
      return say[`import.${refusal.kind}`](refusal)
    default:
      return refusalText(refusal, say)
  }
}
