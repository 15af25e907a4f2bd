import type { Reason, Understood } from '../src/domain/check-in.ts'
import type { Messages } from '../src/i18n/say.ts'
import { rich, section } from './blocks.ts'
import { SHORT_TITLE } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'

const MOST_SHOWN = 20

/** Why each number was read as it was: `read as the total, because of “now”`. */
export function howRead(items: readonly Understood[], say: Messages): Message {
  if (items.length === 0)
    return { text: say['how-read.nothing'](), blocks: [section(say['how-read.nothing']())] }
  const shown = items
    .slice(0, MOST_SHOWN)
    .flatMap(({ goal, answer: { because } }, index) =>
      because === undefined
        ? []
        : [
            { text: `${index === 0 ? '' : '\n'}${clip(goal.title, SHORT_TITLE)}`, style: { bold: true } },
            `  ${reasonText(because, say)}`,
          ],
    )
  return { text: say['how-read.text'](), blocks: [rich(...shown)] }
}

function reasonText({ how, words }: Reason, say: Messages): string {
  const text = say[`how-read.${how}`]()
  return words === undefined ? text : say['how-read.because']({ text, words: clip(words, 60) })
}
