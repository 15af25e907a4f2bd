import type { Feature } from '../src/slack/feature.ts'
import { whySheet } from '../src/usecases/why-sheet.ts'
import { why as view } from '../views/why.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'
import { mentionedIn } from './mention.ts'

/** /goal why: every question, reminder and skip of four weeks with its reason. The word in the DM is commands/reply.ts. */
export function why(deps: CommandDeps): Feature {
  return {
    name: 'why',
    aliases: ['為什麼', '為何'],
    usage: 'usage.person',
    help: 'help.why',
    run: async (visit) => {
      const meant = mentionedIn(visit.words)
      if (!meant.ok) return refused(meant.refusal, visit)
      const sheet = await whySheet(deps, visit.person, meant.value.person)
      if (!sheet.ok) return refused(sheet.refusal, visit)
      return { show: 'message', message: view(sheet.value, visit.say) }
    },
  }
}
