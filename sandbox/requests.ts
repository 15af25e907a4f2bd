import type { IncomingMessage, ServerResponse } from 'node:http'
import { isWire, type Wire } from './block-rules/walk.ts'

const BODY_MOST = 4 * 1024 * 1024

export async function bodyOf(request: IncomingMessage): Promise<string> {
  return (await bytesOf(request)).toString('utf8')
}

export async function bytesOf(request: IncomingMessage, most = BODY_MOST): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const piece = Buffer.from(chunk)
    size += piece.length
    if (size > most) throw new Error('body too large')
    chunks.push(piece)
  }
  return Buffer.concat(chunks)
}

/** Query, form and JSON bodies alike; undefined when the body is none of them. */
export function argumentsOf(url: URL, type: string, body: string): Wire | undefined {
  const query = Object.fromEntries(url.searchParams)
  if (!type.includes('json')) return { ...query, ...Object.fromEntries(new URLSearchParams(body)) }
  const read = jsonOf(body)
  return isWire(read) ? { ...query, ...read } : undefined
}

export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}

export function sendText(response: ServerResponse, status: number, body: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
  response.end(body)
}
