import type { Refusal } from '../src/domain/refusals.ts'
import { ok, type Result, refuse } from '../src/domain/result.ts'
import type { PersonId } from '../src/domain/types.ts'

export interface Mentioned {
  /** Nobody where it is a plain question such as `why did you ask me?`. */
  readonly person: PersonId | undefined
  /** What else was written. */
  readonly words: string
}

const mention = /<@([A-Z0-9]+)(?:\|[^>]*)?>/g

/** Whom a command is about. */
export function mentionedIn(words: string): Result<Mentioned, Refusal> {
  const mentioned = [...words.matchAll(mention)].map(([, id]) => id)
  const [only, ...others] = new Set(mentioned)
  if (others.length > 0 || (only === undefined && words.includes('@')))
    return refuse({ kind: 'person-unclear' })
  return ok({
    person: only as PersonId | undefined,
    words: words.replaceAll(mention, ' ').replaceAll(/\s+/g, ' ').trim(),
  })
}
