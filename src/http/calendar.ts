import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** The iCalendar text of the link with this token, in pieces; undefined when no such link shows anything. */
export type ReadCalendar = (token: string) => Promise<Iterable<string> | undefined>

interface Faults {
  error(facts: object, message: string): void
}

const path = /^\/calendar\/([^/]+)\.ics$/

/** The token in a calendar's address; undefined where the path is none. */
export function calendarToken(pathname: string): string | undefined {
  return path.exec(pathname)?.[1]
}

/**
 * Answers `GET` and `HEAD` of a calendar's address. A token that was guessed, revoked or never was one gets the same answer after the
 * same work: one hash and one look into the database. The token appears in no log: what is logged is the fault alone.
 */
export function calendarHandle(read: ReadCalendar, log: Faults) {
  return (request: IncomingMessage, response: ServerResponse): void =>
    void answerCalendar(read, log, request, response)
}

async function answerCalendar(
  read: ReadCalendar,
  log: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const token = calendarToken((request.url ?? '').split('?', 1)[0] ?? '') ?? ''
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return end(response, 405, { ...common, allow: 'GET, HEAD' })
  }
  try {
    const calendar = await read(token)
    if (calendar === undefined) return end(response, 404, common)
    answer(request, response, await gathered(calendar))
  } catch (fault) {
    log.error({ err: fault }, 'a calendar could not be read')
    end(response, 500, common)
  }
}

const PIECES_AT_ONCE = 200

/** With a pause every few milliseconds: a team of thousands must not keep whoever presses a button waiting. */
async function gathered(pieces: Iterable<string>): Promise<Gathered> {
  const hash = createHash('sha256')
  const parts: Buffer[] = []
  let text = ''
  let count = 0
  const flush = () => {
    const part = Buffer.from(text)
    hash.update(part)
    parts.push(part)
    text = ''
  }
  for (const piece of pieces) {
    text += piece
    count += 1
    if (count % PIECES_AT_ONCE !== 0) continue
    flush()
    await new Promise((resolve) => setImmediate(resolve))
  }
  flush()
  return { body: Buffer.concat(parts), etag: `"${hash.digest('base64url')}"` }
}

interface Gathered {
  readonly body: Buffer
  readonly etag: string
}

function answer(request: IncomingMessage, response: ServerResponse, { body, etag }: Gathered) {
  const headers = { ...common, etag, 'cache-control': 'private, no-cache' }
  if (isKnown(request.headers['if-none-match'], etag)) return end(response, 304, headers)
  const whole = {
    ...headers,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="goalpost.ics"',
    'content-length': body.length,
  }
  end(response, 200, whole, request.method === 'HEAD' ? undefined : body)
}

/** A proxy may have marked what it keeps as weak. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

/** The address is the secret: nobody is told it by a referrer, and no search engine keeps it. */
const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}

function end(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | number>,
  body?: Buffer,
) {
  response.writeHead(status, headers)
  response.end(body)
}
