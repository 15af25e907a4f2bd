import { type AppOptions, createApp, type GoalpostApp } from '../src/app.ts'
import type { Clock } from '../src/domain/types.ts'
import { manifestOf, shortcuts } from '../src/manifest.ts'
import type { Log } from '../src/slack/log.ts'
import type { SandboxState } from './protocol.ts'
import type { LocalSlack } from './server.ts'

const command = '/goal'

/** What the manifest declares, for the local Slack to complete and to route. */
export const declared: { commands: SandboxState['commands']; shortcuts: SandboxState['shortcuts'] } = {
  commands: manifestOf({ command }).features.slash_commands.map(
    ({ command: word, description, usage_hint }) => ({
      command: word,
      description,
      usage_hint,
    }),
  ),
  shortcuts: shortcuts.map((one) => ({ ...one })),
}

/** The product itself, connected to a local Slack as it would be to the real one; nothing of it waits on the wall clock. */
export async function botOn(
  slack: Pick<LocalSlack, 'apiUrl' | 'botToken' | 'appToken'>,
  options: {
    readonly now: Clock
    readonly log: Log
    readonly databaseUrl: string
    /** Absent: Socket Mode. */
    readonly http?: { readonly port: number; readonly signingSecret: string }
    /** How long one call to Slack may take. */
    readonly callMs?: number
    /** Where health and calendars are served in Socket Mode; absent: nowhere. */
    readonly port?: number
    /** Where calendars reach it; absent: nowhere. */
    readonly publicUrl?: string
    /** Absent: as fast as it can. */
    readonly pace?: AppOptions['pace']
  },
): Promise<GoalpostApp> {
  const { http, databaseUrl, now, log, callMs, pace, port, publicUrl } = options
  return createApp({
    now,
    log,
    ...(callMs === undefined ? {} : { callMs }),
    config: {
      botToken: slack.botToken,
      mode:
        http === undefined
          ? { kind: 'socket', appToken: slack.appToken }
          : { kind: 'http', signingSecret: http.signingSecret },
      port: http?.port ?? port,
      publicUrl,
      slackApiUrl: slack.apiUrl,
      databaseUrl,
      logLevel: 'warn',
      command,
    },
    pace: pace ?? {
      workspacePerSecond: 10_000,
      channelPerSecond: 10_000,
      settleMs: 0,
      wait: async () => {},
    },
  })
}
