import type { Feature } from '../src/slack/feature.ts'
import { rehearsalSheet } from '../src/usecases/rehearsal-sheet.ts'
import { rehearsal, rehearsing } from '../views/rehearsal.ts'
import type { CommandDeps } from './deps.ts'

/** /goal rehearse: the next four weeks of the channel's team for its leads, of oneself for everyone else. Sends nothing. */
export function rehearse(deps: CommandDeps): Feature {
  return {
    name: 'rehearse',
    aliases: ['rehearsal', '預演'],
    help: 'help.rehearse',
    run: async ({ person, channel, say }) => ({
      show: 'later',
      meanwhile: rehearsing(say),
      message: async () => rehearsal(await rehearsalSheet(deps, deps.rehearse, person, channel), say),
    }),
  }
}
