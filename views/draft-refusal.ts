import type { DraftRefusal } from '../src/domain/refusals.ts'
import type { Messages } from '../src/i18n/say.ts'
import { quoted } from './blocks.ts'

/** A fault of one field of the goal form, in plain text. */
export function draftRefusalText(refusal: DraftRefusal, say: Messages): string {
  switch (refusal.kind) {
    case 'number-unreadable':
      return say['refusal.number-unreadable']({ typed: quoted(refusal.typed) })
    case 'unit-mismatch':
      return say['refusal.unit-mismatch']({
        typed: quoted(refusal.typed),
        expected: quoted(refusal.expected),
      })
    case 'against-direction':
      return say[`refusal.against-direction.${refusal.better}`]()
    case 'date-missing':
      return say[`refusal.date-missing.${refusal.field}`]()
    case 'parent-too-deep':
      return say['refusal.parent-too-deep'](refusal)
    case 'title-too-long':
      return say['refusal.title-too-long'](refusal)
    case 'percent-out-of-range':
      return say['refusal.percent-out-of-range'](refusal)
    case 'already-at-target':
      return say['refusal.already-at-target'](refusal)
    case 'bounds-crossed':
      return say['refusal.bounds-crossed'](refusal)
    case 'due-before-start':
      return say['refusal.due-before-start'](refusal)
    case 'due-in-past':
      return say['refusal.due-in-past'](refusal)
    case 'duplicate-goal':
      return say['refusal.duplicate-goal'](refusal)
    case 'helper-unable':
      return refusal.name === undefined
        ? say['refusal.owner-unknown']()
        : say['refusal.helper-unable']({ name: quoted(refusal.name) })
    case 'too-many-goals':
      return say['refusal.too-many-goals'](refusal)
    default:
      return say[`refusal.${refusal.kind}`]()
  }
}
