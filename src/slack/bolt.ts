import { App, LogLevel } from '@slack/bolt'
import { z } from 'zod'
import type { PersonId, WorkspaceId } from '../domain/types.ts'
import { type Consequences, listenToChanges } from './changes.ts'
import { clientOptions, type SlackClient } from './clients.ts'
import { listenToCommands } from './commands.ts'
import { listenToForms, listenToLookups } from './forms.ts'
import { listenToMessages } from './hearing.ts'
import { type Homes, listenToHome } from './home.ts'
import { listenToPresses } from './presses.ts'
import { isUnreadable } from './receive.ts'
import { boltLogger, type Door } from './receivers.ts'
import { listenToShortcuts } from './shortcuts.ts'
import type { Reception } from './visit.ts'
import { personId, workspaceId } from './wire.ts'

/** Who we are in the workspace that the bot token belongs to. */
export interface Installation {
  readonly workspace: WorkspaceId
  readonly workspaceName: string
  readonly botUser: PersonId
  readonly botId: string
  /** Where Slack shows the workspace, with a slash at the end; absent where Slack does not say. */
  readonly url: string | undefined
}

const identity = z.looseObject({
  team_id: workspaceId,
  team: z.string().default(''),
  user_id: personId,
  bot_id: z.string().default('B00000000'),
  url: z.url().optional().catch(undefined),
})

/** Asks Slack whose token this is. Throws SlackRefused when it is nobody's. */
export async function identify(client: SlackClient): Promise<Installation> {
  const who = await client.read('auth.test', {}, identity)
  const { team_id: workspace, team: workspaceName, user_id: botUser, bot_id: botId, url } = who
  return { workspace, workspaceName, botUser, botId, url }
}

/** Bolt with every listener; deliveries reach it through `receiving`, never through a receiver of its own. */
export function createBolt(deps: {
  readonly token: string
  readonly slackApiUrl: string
  readonly installation: Installation
  readonly door: Door
  readonly desk: Reception
  readonly homes: Homes
  readonly consequences: Consequences
}): App {
  const { installation, desk } = deps
  const app = new App({
    token: deps.token,
    botId: installation.botId,
    botUserId: installation.botUser,
    receiver: deps.door.receiver,
    tokenVerificationEnabled: false,
    convoStore: false,
    logger: boltLogger(desk.log, LogLevel.WARN),
    clientOptions: clientOptions(deps.slackApiUrl),
  })
  listenToCommands(app, desk)
  listenToPresses(app, desk)
  listenToForms(app, desk)
  listenToLookups(app, desk)
  listenToShortcuts(app, desk)
  listenToMessages(app, desk)
  listenToHome(app, desk, deps.homes)
  listenToChanges(app, desk, installation.botUser, deps.consequences)
  // Thrown again, so that a failed write is no 200 and Slack delivers once more (reliability.md §0.3).
  app.error(async (fault) => {
    if (isUnreadable(fault)) return desk.log.warn({ err: fault }, 'a delivery from Slack could not be read')
    desk.log.error({ err: fault }, 'a delivery from Slack failed')
    throw fault
  })
  return app
}
