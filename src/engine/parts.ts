import type { Letter } from '../../db/outbox.ts'
import type { SkipReason } from '../domain/skip-reasons.ts'
import type { ClientOf } from '../slack/calls.ts'
import type { Log } from '../slack/log.ts'
import type { Deps } from '../usecases/deps.ts'
import type { Holds } from './holds.ts'
import type { Pace, Turns } from './pace.ts'

export type Message = Parameters<ReturnType<ClientOf>['post']>[0]['message']

/** A letter as it goes to Slack. */
export interface Drawing {
  readonly to: string
  readonly threadTs?: string | undefined
  /** The message whose place it takes. */
  readonly replaces?: string | undefined
  readonly message: Message
}

/** Draws a letter from what is true now, or says why there is nothing to send any more. */
export type Render = (letter: Letter) => Promise<Drawing | { readonly skip: SkipReason }>

/** What sending and looking share. */
export interface Parts {
  readonly deps: Deps
  readonly clientOf: ClientOf
  readonly render: Render
  readonly log: Log
  readonly pace: Pace
  /** Works again on what Slack delivered and nobody finished. */
  readonly takeUp: () => Promise<void>
  readonly turns: Turns
  readonly holds: Holds
  /** Ids of letters that are being sent right now. */
  readonly inFlight: Set<string>
  readonly isStopping: () => boolean
}

/** What a log line says of a letter: never what it says. */
export function about(letter: Pick<Letter, 'workspace' | 'id'> & Partial<Letter>): object {
  return { workspace: letter.workspace, key: letter.key ?? letter.id, kind: letter.saying?.kind }
}
