import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { buildPage } from '../../sandbox/build-page.ts'
import type { SandboxEvent, SandboxState, UiAnswer } from '../../sandbox/protocol.ts'

export interface Posted {
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface StubSlack extends AsyncDisposable {
  readonly url: string
  /** Every POST /ui/… in order. */
  readonly posted: readonly Posted[]
  /** How many pages listen for events. */
  listeners(): number
  /** What GET /state answers from now on. */
  state: SandboxState
  /** What a POST answers; ok unless a test says otherwise. */
  answer: (posted: Posted) => UiAnswer | Promise<UiAnswer>
  /** Sends an event to every open page. */
  tell(event: SandboxEvent): void
}

/** A server that serves the built page with a state held still, and remembers what the page posts. */
export async function startStubSlack(state: SandboxState): Promise<StubSlack> {
  const folder = await buildPage()
  const posted: Posted[] = []
  const pages = new Set<ServerResponse>()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/state') return json(response, stub.state)
    if (path === '/events') return follow(response, pages)
    if (!path.startsWith('/ui/')) return file(response, folder, path)
    const one = { action: path.slice(4), body: JSON.parse(await textOf(request)) }
    posted.push(one)
    return json(response, await stub.answer(one))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stub: StubSlack = {
    url: `http://127.0.0.1:${port}`,
    posted,
    listeners: () => pages.size,
    state,
    answer: () => ({ ok: true }),
    tell(event) {
      for (const page of pages) page.write(`data: ${JSON.stringify(event)}\n\n`)
    },
    async [Symbol.asyncDispose]() {
      for (const page of pages) page.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return stub
}

function follow(response: ServerResponse, pages: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
  pages.add(response)
  response.on('close', () => pages.delete(response))
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

async function file(response: ServerResponse, folder: string, path: string): Promise<void> {
  const name = path === '/' ? 'index.html' : path.slice(1)
  const bytes = await readFile(join(folder, name)).catch(() => undefined)
  if (bytes === undefined) response.writeHead(404).end()
  else response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(bytes)
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
