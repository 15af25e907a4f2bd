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

  function post(args: URLSearchParams, response: ServerResponse): void {
    const fault = chosen(shares, random())
    if (fault === undefined) return json(response, 200, take(args))
    faults[fault] += 1
    switch (fault) {
      case 'limited':
        response.setHeader('retry-after', '1')
        return json(response, 429, { ok: false, error: 'ratelimited' })
      case 'refused-by-proxy':
        return json(response, 503, {})
      case 'failed-after':
        take(args)
        return json(response, 500, {})
      case 'answer-lost':
        take(args)
        response.destroy()
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const args = new URLSearchParams(await text(request))
    switch (request.url?.split('/').at(-1)) {
      case 'chat.postMessage':
        return post(args, response)
      case 'conversations.open':
        return json(response, 200, { ok: true, channel: { id: `D${args.get('users') ?? ''}` } })
      case 'conversations.history': {
        const messages = canBeRead ? (channels.get(args.get('channel') ?? '') ?? []) : []
        return json(response, 200, { ok: true, messages })
      }
      default:
        return json(response, 200, { ok: false, error: 'unknown_method' })
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
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

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
