import { createServer, type Server } from 'node:http'
import { type App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { Config } from '../config.ts'
import type { Log } from './log.ts'
import type { receiving } from './receive.ts'
import { onlyObjects } from './whole-body.ts'

/** How Slack's deliveries reach us, in either mode. */
export interface Door {
  /** What Bolt's App is built with; it is only ever told to `init`. */
  readonly receiver: Receiver
  /** Answers Slack's requests; absent in Socket Mode. */
  readonly handle: HTTPReceiver['requestListener'] | undefined
  /** Begins to take deliveries. */
  open(process: ReturnType<typeof receiving>): Promise<void>
  /** Takes no more; what has begun goes on. */
  close(): Promise<void>
}

export function doorOf({ mode, slackApiUrl }: Pick<Config, 'mode' | 'slackApiUrl'>, log: Log): Door {
  return mode.kind === 'http'
    ? httpDoor(mode.signingSecret, log)
    : socketDoor(mode.appToken, slackApiUrl, log)
}

/** Bolt's and the SDK's own lines, into our log. */
export function boltLogger(log: Log, level: LogLevel): Logger {
  const line = (...parts: unknown[]) => parts.map(String).join(' ')
  return {
    debug: (...parts) => log.debug({ from: 'bolt' }, line(...parts)),
    info: (...parts) => log.debug({ from: 'bolt' }, line(...parts)),
    warn: (...parts) => log.warn({ from: 'bolt' }, line(...parts)),
    error: (...parts) => log.warn({ from: 'bolt' }, line(...parts)),
    setLevel: () => {},
    getLevel: () => level,
    setName: () => {},
  }
}

/**
 * Two connections feed one app, so that the seconds Slack takes to renew one of them lose nothing
 * (slack-platform.md §3.4). Each has client options of its own and Slack's patient default retries.
 */
function socketDoor(appToken: string, slackApiUrl: string, log: Log): Door {
  const logger = boltLogger(log, LogLevel.WARN)
  const connection = () =>
    new SocketModeReceiver({
      appToken,
      logger,
      installerOptions: { clientOptions: { slackApiUrl } },
    })
  const connections = [connection(), connection()]
  return {
    receiver: idle,
    handle: undefined,
    async open(process) {
      for (const one of connections) one.init({ processEvent: process } as unknown as App)
      await Promise.all(connections.map((one) => one.start()))
    },
    async close() {
      await Promise.all(connections.map((one) => one.stop()))
    },
  }
}

/** Signed requests on `POST /slack/events`. */
function httpDoor(signingSecret: string, log: Log): Door {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: boltLogger(log, LogLevel.WARN),
    processEventErrorHandler: async ({ error, response }) => {
      log.error({ err: error }, 'a delivery was not taken; Slack brings it again')
      // Not 200: Slack shall deliver again.
      if (!response.headersSent) response.writeHead(500)
      response.end()
      return true
    },
  })
  return {
    receiver: idle,
    handle: onlyObjects(receiver.requestListener),
    async open(process) {
      receiver.init({ processEvent: process } as unknown as App)
    },
    async close() {},
  }
}

/** The App wants a receiver of its own; ours stand in front of it instead. */
const idle: Receiver = { init: () => {}, start: async () => undefined, stop: async () => undefined }

/** An HTTP server that can be closed without waiting for keep-alive connections. */
export interface Listener {
  readonly port: number
  close(): Promise<void>
}

export async function listenOn(port: number, handle: Parameters<typeof createServer>[1]): Promise<Listener> {
  const server: Server = createServer({ requestTimeout: 10_000 }, handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
    },
  }
}
