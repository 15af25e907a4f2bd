import type { Messages } from '../src/i18n/say.ts'
import { actions, context, rich, section } from './blocks.ts'
import { newGoalButton } from './home.ts'
import { clip } from './limits.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

const TYPED_MOST = 60

/** What help tells of a feature. A feature without a name, usage or help is not listed. */
export interface Helped {
  readonly name?: string
  /** The arguments: as they are, such as `[G-12]`, or a key of the catalogue. */
  readonly usage?: string
  readonly help?: Extract<keyof Messages, `help.${string}`>
}

/** Every command with what it does, in the order of the features. `command` is the word people type: `/goal`. */
export function help(features: readonly Helped[], command: string, say: Messages): Message {
  const title = say['guide.title']()
  const lines = features.flatMap(({ name, usage, help: key }) => {
    if (name === undefined || key === undefined) return []
    const typed = joinedWords([command, name, usageText(usage, say)])
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
      : say['unknown.nearest']({ typed: word, nearest: joinedWords([command, nearest]) })
  const asking = joinedWords([command, 'help'])
  return {
    text: spoken(sentence),
    blocks: [section(sentence), context(say['unknown.help']({ help: asking }))],
  }
}

function usageText(usage: string | undefined, say: Messages): string | undefined {
  return usage !== undefined && isUsageKey(usage) ? say[usage]() : usage
}

const isUsageKey = (usage: string): usage is Extract<keyof Messages, `usage.${string}`> =>
  usage.startsWith('usage.')

const joinedWords = (words: readonly (string | undefined)[]) =>
  words.filter((word) => word !== undefined && word !== '').join(' ')
