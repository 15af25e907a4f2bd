import { createServer } from 'node:http'
import { App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../../sandbox/server.ts'
import { northwind } from '../../sandbox/world.ts'

export const secret = 'local-signing-secret'

/** Monday 23 November 2026, 09:00 in Berlin. */
export const nine = Date.UTC(2026, 10, 23, 8)

const commands = [{ command: '/goal', description: 'Set goals', usage_hint: 'new | list' }]
const shortcuts = [
  { name: 'New goal', type: 'global', callback_id: 'new-goal', description: 'Write a goal' },
  { name: 'Make this a goal', type: 'message', callback_id: 'from-message', description: 'From words' },
] as const

/** A local Slack whose wall clock and waits a test holds in its hands. */
export async function aSlack(vary: Partial<LocalSlackOptions> = {}): Promise<LocalSlack & AsyncDisposable> {
  const slack = await startLocalSlack({
    now: () => nine,
    world: northwind(),
    commands,
    shortcuts,
    delivery: { kind: 'socket' },
    ...vary,
  })
  return Object.assign(slack, { [Symbol.asyncDispose]: slack.stop })
}

export const clientFor = (slack: LocalSlack, token = slack.botToken) =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2000,
    logger: silent,
  })

/** The error code that a call to Slack ends in; undefined when it is taken. */
export async function codeOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call
    return undefined
  } catch (fault) {
    const data = (fault as { data?: { error?: string } }).data
    return data?.error ?? String(fault)
  }
}

type Setup = (app: App) => void

export interface Bot extends AsyncDisposable {
  readonly app: App
}

/** A Bolt app on Socket Mode; `connections` of them feed it, as Goalpost does. */
export async function socketBot(slack: LocalSlack, setup: Setup, connections = 1): Promise<Bot> {
  const receivers = Array.from(
    { length: connections },
    () =>
      new SocketModeReceiver({
        appToken: slack.appToken,
        logger: silent,
        installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
      }),
  )
  const app = appWith(slack, idle, setup)
  for (const receiver of receivers) receiver.init(app)
  await Promise.all(receivers.map((receiver) => receiver.start()))
  return {
    app,
    async [Symbol.asyncDispose]() {
      await Promise.all(receivers.map((receiver) => receiver.stop()))
    },
  }
}

/** A Bolt app that gets signed requests; Slack is told where. */
export async function httpBot(slack: LocalSlack, setup: Setup, signingSecret = secret): Promise<Bot> {
  const receiver = new HTTPReceiver({ signingSecret: secret, logger: silent })
  const app = appWith(slack, receiver, setup)
  const server = createServer(receiver.requestListener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  slack.setDelivery({
    kind: 'http',
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    signingSecret,
  })
  return {
    app,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function appWith(slack: LocalSlack, receiver: Receiver, setup: Setup): App {
  const app = new App({
    token: slack.botToken,
    botId: 'B0GOALPOST1',
    botUserId: slack.userId('goalpost'),
    receiver,
    tokenVerificationEnabled: false,
    convoStore: false,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  })
  setup(app)
  return app
}

const idle: Receiver = { init: () => {}, start: async () => undefined, stop: async () => undefined }

const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })

export const button = (action_id: string, value: string) => ({
  type: 'actions' as const,
  block_id: 'row',
  elements: [{ type: 'button' as const, action_id, text: plain('Press'), value }],
})

export const input = (
  block_id: string,
  element: object = { type: 'plain_text_input', action_id: 'value' },
) => ({
  type: 'input' as const,
  block_id,
  label: plain('Title'),
  element: element as { type: 'plain_text_input' },
})

export const modal = (...blocks: object[]) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('Goal'),
  submit: plain('Save'),
  blocks: blocks as ReturnType<typeof input>[],
})
