import type { Messages } from '../src/i18n/say.ts'
import { actions, context, rich, section } from './blocks.ts'
import { newGoalButton } from './home.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'

const TYPED_MOST = 60

/** What help tells of a feature. A feature without a name, usage or help is not listed. */
export interface Helped {
  readonly name?: string
  readonly usage?: string
  readonly help?: Extract<keyof Messages, `help.${string}`>
}

/** Every command with what it does, in the order of the features. `command` is the word people type: `/goal`. */
export function help(features: readonly Helped[], command: string, say: Messages): Message {
  const title = say['guide.title']()
  const lines = features.flatMap(({ name, usage, help: key }) => {
    if (name === undefined || key === undefined) return []
    const typed = [command, name, usage].filter((word) => word !== undefined && word !== '').join(' ')
    return [{ text: typed, style: { code: true } }, `  ${say[key]()}\n`]
  })
  return {
    text: title,
    blocks: [
      rich({ text: `${title}\n`, style: { bold: true } }, ...lines),
      section(say['guide.replies']()),
      rich({ text: say['guide.reply-words'](), style: { code: true } }),
      context(say['guide.board']()),
      actions([newGoalButton(say)]),
    ],
  }
}

/** A word that is no command, with the nearest one that is. */
export function unknownWord(
  typed: string,
  nearest: string | undefined,
  command: string,
  say: Messages,
): Message {
  const word = clip(typed.trim(), TYPED_MOST)
  const sentence =
    nearest === undefined
      ? say['unknown.bare']({ typed: word })
      : say['unknown.nearest']({ typed: word, nearest: `${command} ${nearest}` })
  return {
    text: sentence,
    blocks: [section(sentence), context(say['unknown.help']({ help: `${command} help` }))],
  }
}
