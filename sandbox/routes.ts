import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { answerHook, answerMethod, type Desk } from './api-routes.ts'
import { answerChosen, answerFile, answerUpload } from './file-routes.ts'
import type { LocalSlackOptions } from './local-slack.ts'
import { answerPage, type PageDesk } from './page-routes.ts'
import { sendText } from './requests.ts'
import type { Sockets } from './socket.ts'
import type { Pending } from './waiting.ts'

export interface Routes {
  readonly url: string
  readonly api: Desk
  readonly page: PageDesk
  readonly sockets: Sockets
  readonly pending: Pending
  readonly calendar: LocalSlackOptions['calendar']
}

export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

/** Lets requests in: the bot's calls, its sockets, and the page's. */
export function route(server: Server, routes: Routes): void {
  server.on('upgrade', (request, socket, head) => {
    if (isForUs(request, routes.url)) routes.sockets.upgrade(request, socket, head)
    else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isForUs(request, routes.url)) {
      answer(routes, request, response).catch((fault: unknown) => broken(response, fault))
    } else {
      sendText(response, 403, 'For this machine only')
    }
  })
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = new URL(request.url ?? '/', routes.url)
  const { pathname } = asked
  if (pathname.startsWith('/api/')) {
    return routes.pending.during(answerMethod(routes.api, request, response, asked))
  }
  if (pathname.startsWith('/hooks/')) {
    return routes.pending.during(answerHook(routes.api, request, response, asked))
  }
  if (pathname.startsWith('/upload/')) {
    return routes.pending.during(answerUpload(routes.api.slack, request, response, asked))
  }
  if (pathname.startsWith('/files/'))
    return answerFile(routes.api.slack, routes.api.tokens.bot, request, response, asked)
  if (pathname === '/choose') return answerChosen(routes.api.slack, request, response, asked)
  if (routes.calendar !== undefined && pathname.startsWith('/calendar/')) {
    return routes.calendar(request, response)
  }
  return answerPage(routes.page, request, response, asked)
}

/** Another site's page could reach 127.0.0.1 through the browser: then neither name nor origin is ours. */
function isForUs({ headers }: IncomingMessage, url: string): boolean {
  const { host, port } = new URL(url)
  const ours = [host, `localhost:${port}`]
  const { origin } = headers
  const isOurPage = origin === undefined || ours.some((one) => origin === `http://${one}`)
  return ours.includes(headers.host ?? '') && isOurPage
}

function broken(response: ServerResponse, fault: unknown): void {
  if (response.headersSent) response.end()
  else sendText(response, 500, fault instanceof Error ? (fault.stack ?? '') : String(fault))
}
