import type { Feature } from '../src/slack/feature.ts'
import { help as guide } from '../views/help.ts'
import { homeActions } from '../views/home.ts'
import type { CommandDeps } from './deps.ts'

/** /goal help, and /goal alone. The list is the list of features itself. */
export function help(deps: CommandDeps, features: () => readonly Feature[]): Feature {
  return {
    name: 'help',
    aliases: ['?', '說明', '幫助'],
    help: 'help.help',
    run: async ({ say }) => ({ show: 'message', message: guide(features(), deps.command, say) }),
    presses: {
      [homeActions.help]: async ({ say }) => ({
        show: 'message',
        message: guide(features(), deps.command, say),
      }),
    },
  }
}
