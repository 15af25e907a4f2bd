import type { Directory } from '../src/slack/feature.ts'
import type { Deps } from '../src/usecases/deps.ts'

/** What every feature is made with. */
export interface CommandDeps extends Deps {
  readonly directory: Directory
  /** The word people type, with its slash. */
  readonly command: string
}
