import type { IncomingMessage, ServerResponse } from 'node:http'
import { calendarToken } from './calendar.ts'

/** What the outside may ask of this process. */
export interface Health {
  /** Whether deliveries are taken: false while starting and stopping. */
  isReady(): boolean
  /** Resolves when the database answers. */
  ping(): Promise<void>
  version: string
}

export type Handle = (request: IncomingMessage, response: ServerResponse) => void

/** `/healthz`, `/readyz` and calendars beside Slack's own endpoint, on one port. */
export function handleHttp(health: Health, slack: Handle | undefined, calendar: Handle): Handle {
  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (path === '/healthz') return answer(response, 200, { status: 'alive', version: health.version })
    if (path === '/readyz') return void ready(health, response)
    if (slack !== undefined && path === '/slack/events') return slack(request, response)
    if (calendarToken(path) !== undefined) return calendar(request, response)
    return answer(response, 404, { error: 'not found' })
  }
}

async function ready(health: Health, response: ServerResponse) {
  const isUp =
    health.isReady() &&
    (await health.ping().then(
      () => true,
      () => false,
    ))
  answer(response, isUp ? 200 : 503, { status: isUp ? 'ready' : 'not ready', version: health.version })
}

function answer(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
