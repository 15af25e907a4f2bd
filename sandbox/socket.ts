import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isWire } from './block-rules/walk.ts'
import type { Courier, Delivery, Outcome } from './delivery.ts'
import { newSecret } from './ids.ts'
import type { Slack } from './slack.ts'

const PING_MS = 5000

/** Socket Mode: any number of connections, each envelope to one of them. */
export interface Sockets extends Courier {
  /** The address of one new connection, for `apps.connections.open`. */
  open(): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  readonly connections: number
  /** Asks every client to connect anew, or the `most` that are connected longest, as Slack does every few hours. */
  refresh(most?: number): void
  close(): void
}

type Waiting = (payload: unknown) => void

export function createSockets(slack: Pick<Slack, 'world' | 'limits' | 'url'>): Sockets {
  const server = new WebSocketServer({ noServer: true })
  const tickets = createTickets(slack.url)
  const open: WebSocket[] = []
  const waiting = new Map<string, Waiting>()
  const pings = setInterval(() => {
    for (const socket of open) socket.ping()
  }, PING_MS)
  pings.unref()

  function leave(socket: WebSocket): void {
    const at = open.indexOf(socket)
    if (at >= 0) open.splice(at, 1)
  }

  function welcome(socket: WebSocket): void {
    open.push(socket)
    socket.on('message', (frame) => heard(String(frame), waiting))
    socket.on('close', () => leave(socket))
    socket.on('error', () => socket.terminate())
    socket.send(JSON.stringify(helloOf(slack, open.length)))
    socket.ping()
  }

  return {
    get connections() {
      return open.length
    },
    open: tickets.sell,
    upgrade(request, socket, head) {
      if (tickets.take(request)) server.handleUpgrade(request, socket, head, welcome)
      else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    },
    carry(delivery) {
      // The one that waited longest takes the next.
      const socket = open.shift()
      if (socket === undefined) return Promise.resolve({ ok: false, error: 'dispatch_failed' })
      open.push(socket)
      return acknowledged(socket, delivery, waiting, slack.limits.ackMs)
    },
    refresh(most = open.length) {
      const parting = { type: 'disconnect', reason: 'refresh_requested', debug_info: {} }
      for (const socket of open.slice(0, most)) {
        // Whoever is told to part is given nothing more.
        leave(socket)
        socket.send(JSON.stringify(parting))
      }
    },
    close() {
      clearInterval(pings)
      for (const socket of [...open]) socket.terminate()
      server.close()
    },
  }
}

/** Each lets one connection in. */
function createTickets(url: string) {
  const sold = new Set<string>()
  return {
    sell() {
      const ticket = newSecret()
      sold.add(ticket)
      return `${url.replace('http:', 'ws:')}/link?ticket=${ticket}`
    },
    take(request: IncomingMessage): boolean {
      const asked = new URL(request.url ?? '/', url)
      return asked.pathname === '/link' && sold.delete(asked.searchParams.get('ticket') ?? '')
    },
  }
}

function helloOf({ world }: Pick<Slack, 'world'>, connections: number) {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'local-slack', approximate_connection_time: 18060 },
    connection_info: { app_id: world.app.id },
  }
}

function acknowledged(
  socket: WebSocket,
  delivery: Delivery,
  waiting: Map<string, Waiting>,
  ackMs: number,
): Promise<Outcome> {
  const envelope_id = randomUUID()
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      waiting.delete(envelope_id)
      resolve({ ok: false, error: 'operation_timeout' })
    }, ackMs)
    waiting.set(envelope_id, (payload) => {
      clearTimeout(late)
      resolve({ ok: true, payload })
    })
    socket.send(JSON.stringify(envelopeOf(envelope_id, delivery)))
  })
}

function envelopeOf(envelope_id: string, { envelope, payload, retry }: Delivery) {
  const isEvent = envelope === 'events_api'
  const attempts = { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }
  return {
    envelope_id,
    type: envelope,
    payload,
    accepts_response_payload: !isEvent,
    ...(isEvent ? attempts : {}),
  }
}

/** An acknowledgement that comes too late, or twice, has nobody waiting for it. */
function heard(frame: string, waiting: Map<string, Waiting>): void {
  const said: unknown = JSON.parse(frame)
  if (!isWire(said)) return
  const id = String(said.envelope_id)
  const answer = waiting.get(id)
  waiting.delete(id)
  answer?.(said.payload ?? {})
}
