import type { Draw } from '../src/domain/picture.ts'
import type { Directory, ReadFile } from '../src/slack/feature.ts'
import type { Deps } from '../src/usecases/deps.ts'
import type { Rehearse } from '../src/usecases/rehearsal-sheet.ts'

/** What every feature is made with. */
export interface CommandDeps extends Deps {
  readonly directory: Directory
  /** Plays the coming weeks through on a copy. */
  readonly rehearse: Rehearse
  /** Draws pictures, in a thread of its own. */
  readonly draw: Draw
  /** What people upload into a form. */
  readonly readFile: ReadFile
  /** The word people type, with its slash. */
  readonly command: string
  /** Where calendars reach this bot, without a slash at its end; absent where nobody has said. */
  readonly publicUrl: string | undefined
}
