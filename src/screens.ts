import { unknownWord } from '../views/help.ts'
import { loadingView } from '../views/loading.ts'
import { noteView } from '../views/note.ts'
import { refusalMessage } from '../views/refusal-message.ts'
import { fault, noSpace, tooLate } from '../views/trouble.ts'
import { nearestWord } from './domain/nearest.ts'
import { sayIn } from './i18n/say.ts'
import type { Feature } from './slack/feature.ts'
import type { Screens } from './slack/visit.ts'

/** What is shown when no feature answers. */
export function screens(features: readonly Feature[], command: string): Screens {
  const words = features.flatMap(({ name }) => name ?? [])
  return {
    outsider: () => refusalMessage({ kind: 'outsider' }, sayIn('en')),
    fault: (say, reference) => fault(reference, say),
    noSpace: (say, reference) => noSpace(reference, say),
    unknownWord(say, typed) {
      const [word = ''] = typed.split(' ', 1)
      return unknownWord(word, nearestWord(word, words), command, say)
    },
    tooLate,
    staleButton: (say) => refusalMessage({ kind: 'stale-button' }, say),
    loading: loadingView,
    note: noteView,
  }
}
