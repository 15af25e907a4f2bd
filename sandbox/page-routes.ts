import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { SandboxEvent, SandboxState, UiActions, UiAnswer } from './protocol.ts'
import { bodyOf, jsonOf, sendJson, sendText } from './requests.ts'
import { bodies, isAction } from './ui/index.ts'

export interface Pages {
  /** Sends an event to every open page. */
  show(event: SandboxEvent): void
  readonly open: number
  listen(response: ServerResponse): void
  close(): void
}

const HEARTBEAT_MS = 15_000

/** The open pages, each an endless answer (SSE). */
export function createPages(): Pages {
  const open = new Set<ServerResponse>()
  const heartbeat = setInterval(() => {
    for (const page of open) page.write(': still here\n\n')
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return {
    get open() {
      return open.size
    },
    show(event) {
      if (open.size === 0) return
      const frame = `data: ${JSON.stringify(event)}\n\n`
      for (const page of open) page.write(frame)
    },
    listen(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(': welcome\n\n')
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    close() {
      clearInterval(heartbeat)
      for (const page of open) page.end()
    },
  }
}

export interface PageDesk {
  readonly pages: Pages
  readonly folder: string | undefined
  /** Without a person: of the first one. */
  readonly stateFor: (user: string | undefined) => Promise<SandboxState>
  readonly act: <A extends keyof UiActions>(action: A, body: UiActions[A]) => Promise<UiAnswer>
}

/** `GET /state`, `GET /events`, `POST /ui/<action>` and the page's files. */
export async function answerPage(
  desk: PageDesk,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) {
  const { pathname } = url
  if (request.method === 'POST') return answerAction(desk, request, response, pathname)
  if (pathname === '/events') return desk.pages.listen(response)
  if (pathname === '/state') {
    return sendJson(response, 200, await desk.stateFor(url.searchParams.get('user') ?? undefined))
  }
  const message = permalink.exec(pathname)
  if (message !== null) return sendToMessage(response, message)
  return sendFile(desk.folder, response, pathname)
}

/** As Slack writes them: the channel, and the message's ts without its point. */
const permalink = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/

function sendToMessage(response: ServerResponse, [, channel = '', seconds, rest]: RegExpExecArray) {
  const at = new URLSearchParams({ at: channel, thread: `${seconds}.${rest}` })
  response.writeHead(302, { location: `/?${at}` })
  response.end()
}

async function answerAction(
  desk: PageDesk,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
) {
  const action = pathname.slice('/ui/'.length)
  if (!pathname.startsWith('/ui/') || !isAction(action)) return sendText(response, 404, 'No such action')
  const read = bodies[action].safeParse(jsonOf(await bodyOf(request)))
  if (!read.success) return sendJson(response, 400, { ok: false, error: 'invalid_arguments' })
  sendJson(response, 200, await desk.act(action, read.data as UiActions[typeof action]))
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
}

async function sendFile(folder: string | undefined, response: ServerResponse, pathname: string) {
  if (folder === undefined) return sendText(response, 404, 'This local Slack has no page')
  const wanted = normalize(decodeURIComponent(pathname === '/' ? '/index.html' : pathname))
  if (!wanted.startsWith('/') || wanted.includes('..')) return sendText(response, 404, 'No such file')
  try {
    const held = await readFile(join(folder, wanted))
    response.writeHead(200, {
      'content-type': types[extname(wanted)] ?? 'application/octet-stream',
      'cache-control': wanted.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
    })
    response.end(held)
  } catch {
    sendText(response, 404, 'No such file')
  }
}
