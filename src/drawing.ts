import { personOf } from '../db/people.ts'
import type { Message } from '../views/message.ts'
import type { Person } from './domain/people.ts'
import type { PersonId, WorkspaceId } from './domain/types.ts'
import type { Render } from './engine/engine.ts'
import type { Messages } from './i18n/say.ts'
import type { Deps } from './usecases/deps.ts'

/** What drawing a letter takes. */
export interface Drawing {
  readonly deps: Deps
  readonly sayTo: (person: Person | undefined) => Messages
  readonly help: (say: Messages) => Message
}

export type Drawn = Awaited<ReturnType<Render>>
export const gone = { skip: 'gone' } as const

/** Channels read the language of the team's first lead. */
export async function sayToChannel(
  { deps, sayTo }: Drawing,
  workspace: WorkspaceId,
  [lead]: readonly PersonId[],
): Promise<Messages> {
  return sayTo(lead === undefined ? undefined : await personOf(deps.db, workspace, lead))
}
