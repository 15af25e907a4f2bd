import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

/** A Slack of many workspaces, told apart by their tokens, one of which is in trouble while `storm` is set. */
export interface StormySlack extends AsyncDisposable {
  readonly url: string
  storm: { readonly token: string; readonly kind: StormKind; readonly retryAfter: () => number } | undefined
  /** By token and key: when each message was taken, epoch ms. */
  readonly taken: ReadonlyMap<string, readonly number[]>
  /** Calls of a token that came before the Retry-After they were told was over. */
  readonly tooEarly: number
  readonly refused: number
}

export const stormKinds = ['limited', 'failing', 'silent'] as const
export type StormKind = (typeof stormKinds)[number]

interface Call {
  readonly token: string
  readonly method: string
  send(status: number, body: object, headers?: object): void
}

const ON_ITS_WAY_MS = 100

export async function startStormySlack(): Promise<StormySlack> {
  const taken = new Map<string, number[]>()
  const history = new Map<string, { ts: string; metadata: unknown }[]>()
  const waits = new Map<string, { readonly from: number; readonly until: number }>()
  let count = 0
  let tooEarly = 0
  let refused = 0

  function take(token: string, args: URLSearchParams): object {
    count += 1
    const ts = `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`
    const metadata: unknown = JSON.parse(args.get('metadata') ?? 'null')
    const key = `${token} ${Object(Object(metadata).event_payload).key}`
    taken.set(key, [...(taken.get(key) ?? []), Date.now()])
    const channel = `D${args.get('channel') ?? ''}`
    history.set(`${token} ${channel}`, [...(history.get(`${token} ${channel}`) ?? []), { ts, metadata }])
    return { ok: true, channel, ts }
  }

  /** In place of the method while the workspace is in trouble. */
  function trouble({ kind, retryAfter }: NonNullable<StormySlack['storm']>, call: Call): void {
    refused += 1
    if (kind === 'silent') return
    if (kind === 'failing') call.send(503, {})
    else {
      const seconds = retryAfter()
      waits.set(`${call.token} ${call.method}`, { from: Date.now(), until: Date.now() + seconds * 1000 })
      call.send(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) })
    }
  }

  /** What was on its way already could not know. */
  function isTooEarly({ token, method }: Call): boolean {
    const wait = waits.get(`${token} ${method}`)
    return wait !== undefined && Date.now() > wait.from + ON_ITS_WAY_MS && Date.now() < wait.until
  }

  function answer(call: Call, args: URLSearchParams): void {
    const { token, method, send } = call
    if (isTooEarly(call)) tooEarly += 1
    if (method === 'conversations.open') {
      send(200, { ok: true, channel: { id: `D${args.get('users') ?? ''}` } })
    } else if (slack.storm?.token === token) {
      trouble(slack.storm, call)
    } else if (method === 'chat.postMessage') {
      send(200, take(token, args))
    } else {
      send(200, { ok: true, messages: history.get(`${token} ${args.get('channel') ?? ''}`) ?? [] })
    }
  }

  const server = createServer((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    const method = request.url?.split('/').at(-1) ?? ''
    const send: Call['send'] = (status, body, headers = {}) => {
      const json = { 'content-type': 'application/json', ...headers }
      response.writeHead(status, json).end(JSON.stringify(body))
    }
    text(request)
      .then((body) => answer({ token, method, send }, new URLSearchParams(body)))
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const slack: StormySlack = {
    url: `http://127.0.0.1:${port}/api/`,
    storm: undefined,
    taken,
    get tooEarly() {
      return tooEarly
    },
    get refused() {
      return refused
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return slack
}
