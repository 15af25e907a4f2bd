import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** A Slack that takes messages and fails in every way that Slack does; what it has taken is counted by key. */
export interface FaultySlack extends AsyncDisposable {
  readonly url: string
  /** How often each key was taken. */
  readonly taken: ReadonlyMap<string, number>
  /** What was done to requests, for the report. */
  readonly faults: Record<Fault, number>
}

export type Fault = 'limited' | 'refused-by-proxy' | 'failed-after' | 'answer-lost'

/** Shares of all posts, 0-1. */
export type FaultShares = Readonly<Record<Fault, number>>

export const usualShares: FaultShares = {
  limited: 0.01,
  'refused-by-proxy': 0.02,
  'failed-after': 0.02,
  'answer-lost': 0.02,
}

interface Answer {
  readonly status: number
  readonly body: object
}

interface Posted {
  readonly ts: string
  readonly metadata: unknown
}

/** `random` decides about each post; `canBeRead` false makes history empty, as if nobody looked. */
export async function startFaultySlack(
  random: () => number,
  { shares = usualShares, canBeRead = true }: { shares?: FaultShares; canBeRead?: boolean } = {},
): Promise<FaultySlack> {
  const taken = new Map<string, number>()
  const channels = new Map<string, Posted[]>()
  const faults: Record<Fault, number> = {
    limited: 0,
    'refused-by-proxy': 0,
    'failed-after': 0,
    'answer-lost': 0,
  }
  let count = 0

  function take(args: URLSearchParams): object {
    count += 1
    const ts = `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`
    const metadata: unknown = JSON.parse(args.get('metadata') ?? 'null')
    const channel = `D${args.get('channel') ?? ''}`
    const key = keyIn(metadata)
    taken.set(key, (taken.get(key) ?? 0) + 1)
    channels.set(channel, [...(channels.get(channel) ?? []), { ts, metadata }])
    return { ok: true, channel, ts }
  }

  /** Undefined where no answer comes. */
  function post(args: URLSearchParams): Answer | undefined {
    const fault = chosen(shares, random())
    if (fault === undefined) return { status: 200, body: take(args) }
    faults[fault] += 1
    if (fault === 'limited') return { status: 429, body: { ok: false, error: 'ratelimited' } }
    if (fault === 'refused-by-proxy') return { status: 503, body: {} }
    take(args)
    return fault === 'answer-lost' ? undefined : { status: 500, body: {} }
  }

  function answerTo(method: string | undefined, args: URLSearchParams): Answer | undefined {
    switch (method) {
      case 'chat.postMessage':
        return post(args)
      case 'conversations.open':
        return { status: 200, body: { ok: true, channel: { id: `D${args.get('users') ?? ''}` } } }
      case 'conversations.history': {
        const messages = canBeRead ? (channels.get(args.get('channel') ?? '') ?? []) : []
        return { status: 200, body: { ok: true, messages } }
      }
      default:
        return { status: 200, body: { ok: false, error: 'unknown_method' } }
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const args = new URLSearchParams(await text(request))
    const answer = answerTo(request.url?.split('/').at(-1), args)
    if (answer === undefined) return void response.destroy()
    const headers = {
      'content-type': 'application/json',
      ...(answer.status === 429 ? { 'retry-after': '1' } : {}),
    }
    response.writeHead(answer.status, headers).end(JSON.stringify(answer.body))
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/api/`,
    taken,
    faults,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function chosen(shares: FaultShares, drawn: number): Fault | undefined {
  let upTo = 0
  for (const [fault, share] of Object.entries(shares) as [Fault, number][]) {
    upTo += share
    if (drawn < upTo) return fault
  }
  return undefined
}

function keyIn(metadata: unknown): string {
  const payload = Object(Object(metadata).event_payload)
  return String(payload.key)
}
