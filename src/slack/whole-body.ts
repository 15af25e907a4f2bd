import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Slack's own bodies are a tenth of it. */
const MOST_BYTES = 1024 * 1024

/**
 * Stands before Bolt, which ends the process over a body of `null`: reads the body whole, refuses what is too large or no
 * object, and hands the rest on as it came, signature and all.
 */
export function onlyObjects(listener: Listener): Listener {
  return (request, response) => {
    read(request).then(
      (body) => {
        if (body === undefined) return refused(response, 413)
        if (!mayBeObject(body, request.headers['content-type'])) return refused(response, 400)
        listener(again(request, body), response)
      },
      // The connection broke off.
      () => response.destroy(),
    )
  }
}

async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What cannot be parsed at all is left to Bolt, which says so. */
function mayBeObject(body: Buffer, type = ''): boolean {
  const text = body.toString()
  const json = type.includes('x-www-form-urlencoded') ? new URLSearchParams(text).get('payload') : text
  if (json === null) return true
  try {
    const parsed: unknown = JSON.parse(json)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
  } catch {
    return true
  }
}

function again(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { headers, method, url } = request
  return Object.assign(Readable.from([body], { objectMode: false }), {
    headers,
    method,
    url,
  }) as IncomingMessage
}

function refused(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end()
}
