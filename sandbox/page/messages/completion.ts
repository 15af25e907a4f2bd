import type { SandboxState } from '../../protocol.ts'
import type { Choosable } from '../elements/choosable.ts'

export interface Completion {
  /** Where the word that is completed begins. */
  readonly from: number
  readonly options: readonly Choosable[]
}

/** What may complete the word before the caret: a command at the very beginning, `@name`, `#channel`. */
export function completionAt(text: string, caret: number, slack: SandboxState): Completion | undefined {
  const before = text.slice(0, caret)
  const command = /^\/[^\s]*$/.exec(before)
  if (command !== null) return some(0, commandsLike(before, slack))
  const word = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(before)
  if (word === null) return undefined
  const [, sign, typed = ''] = word
  const from = caret - typed.length - 1
  return some(from, sign === '@' ? peopleLike(typed, slack) : channelsLike(typed, slack))
}

const some = (from: number, options: readonly Choosable[]): Completion | undefined =>
  options.length > 0 ? { from, options: options.slice(0, 8) } : undefined

/** A command that stands there whole needs no completing: Enter sends it. */
const commandsLike = (typed: string, { commands }: SandboxState): readonly Choosable[] =>
  commands
    .filter(({ command }) => command.startsWith(typed) && command !== typed)
    .map(({ command, description, usage_hint }) => ({
      key: command,
      words: `${command} ${usage_hint}`.trim(),
      note: description,
      group: undefined,
    }))

const peopleLike = (typed: string, { users }: SandboxState): readonly Choosable[] =>
  users
    .filter(({ name, deleted }) => !deleted && name !== typed)
    .filter(({ name, real_name }) => hasWordLike(`${name} ${real_name}`, typed))
    .map(({ name, real_name, title }) => ({
      key: `@${name}`,
      words: `${real_name}  @${name}`,
      note: title,
      group: undefined,
    }))

const hasWordLike = (names: string, typed: string): boolean =>
  names
    .toLocaleLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(typed.toLocaleLowerCase()))

const channelsLike = (typed: string, { channels }: SandboxState): readonly Choosable[] =>
  channels
    .filter(({ name, kind }) => kind !== 'im' && name !== typed && name.includes(typed.toLocaleLowerCase()))
    .map(({ name }) => ({ key: `#${name}`, words: `#${name}`, note: undefined, group: undefined }))

/** The command a text begins with, to show how it goes on. */
export const commandIn = (
  text: string,
  { commands }: SandboxState,
): SandboxState['commands'][number] | undefined =>
  commands.find(({ command }) => text === command || text.startsWith(`${command} `))
