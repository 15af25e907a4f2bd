import type { Refusal } from '../src/domain/refusals.ts'
import { ok, type Result, refuse } from '../src/domain/result.ts'
import type { PersonId } from '../src/domain/types.ts'
import type { Feature } from '../src/slack/feature.ts'
import { whySheet } from '../src/usecases/why-sheet.ts'
import { why as view } from '../views/why.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'

/** /goal why: every question, reminder and skip of four weeks with its reason. The word in the DM is commands/reply.ts. */
export function why(deps: CommandDeps): Feature {
  return {
    name: 'why',
    aliases: ['為什麼', '為何'],
    usage: 'usage.person',
    help: 'help.why',
    run: async (visit) => {
      const meant = personIn(visit.words)
      if (!meant.ok) return refused(meant.refusal, visit)
      const sheet = await whySheet(deps, visit.person, meant.value)
      if (!sheet.ok) return refused(sheet.refusal, visit)
      return { show: 'message', message: view(sheet.value, visit.say) }
    },
  }
}

/** Whoever is mentioned; nobody where it is a plain question such as `why did you ask me?`. */
function personIn(words: string): Result<PersonId | undefined, Refusal> {
  const mentioned = [...words.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, id]) => id)
  const [only, ...others] = new Set(mentioned)
  if (others.length > 0 || (only === undefined && words.includes('@')))
    return refuse({ kind: 'person-unclear' })
  return ok(only as PersonId | undefined)
}
