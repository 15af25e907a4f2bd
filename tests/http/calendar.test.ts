import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { calendarHandle, calendarToken, type ReadCalendar } from '../../src/http/calendar.ts'
import { handleHttp } from '../../src/http/server.ts'

const text = 'BEGIN:VCALENDAR\r\nX-WR-CALNAME:目標\r\nEND:VCALENDAR\r\n'
const secret = 'a-token-that-nobody-may-see'

async function serving(read: ReadCalendar) {
  const logged: unknown[] = []
  const calendar = calendarHandle(read, {
    error: (facts, message) => void logged.push(message, facts, String('err' in facts ? facts.err : '')),
  })
  const health = { isReady: () => true, ping: async () => {}, version: '1' }
  const server = createServer(handleHttp(health, undefined, calendar))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    logged,
    get: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const known: ReadCalendar = async (token) => (token === secret ? [text] : undefined)

/** All that an answer says, but for when it was given and what becomes of the connection. */
async function answerOf(response: Response) {
  const { date, connection, 'keep-alive': kept, ...headers } = Object.fromEntries(response.headers)
  return { status: response.status, body: await response.text(), headers }
}

test('a calendar comes as UTF-8 text that only its reader may keep', async () => {
  await using http = await serving(known)
  const { status, body, headers } = await answerOf(await http.get(`/calendar/${secret}.ics?refresh=1`))
  expect([status, body]).toEqual([200, text])
  expect(headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
    'content-length': String(Buffer.byteLength(text)),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
})

test('HEAD tells the same without the text', async () => {
  await using http = await serving(known)
  const path = `/calendar/${secret}.ics`
  const whole = await answerOf(await http.get(path))
  expect(await answerOf(await http.get(path, { method: 'HEAD' }))).toEqual({ ...whole, body: '' })
})

test('what a calendar has already is not sent again, until it changes', async () => {
  let now = text
  await using http = await serving(async () => [...now])
  const etag = (await http.get('/calendar/x.ics')).headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]{43}"$/)
  for (const kept of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await answerOf(await http.get('/calendar/x.ics', { headers: { 'if-none-match': kept } }))
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag])
  }
  now = text.replace('目標', '新目標')
  const changed = await http.get('/calendar/x.ics', { headers: { 'if-none-match': etag } })
  expect([changed.status, await changed.text()]).toEqual([200, now])
})

test('a token that shows nothing is told in one way, whatever it is', async () => {
  const asked: string[] = []
  await using http = await serving(async (token) => {
    asked.push(token)
    return undefined
  })
  const guesses = ['guess', 'x'.repeat(43), 'x'.repeat(4000), '%00', '..%2f..%2fetc', 'a.b', secret.slice(1)]
  const answers = []
  for (const guess of guesses) answers.push(await answerOf(await http.get(`/calendar/${guess}.ics`)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 404, body: '' })
  // Each was looked up like any other.
  expect(asked).toEqual(guesses)
})

test('nothing but reading is possible', async () => {
  await using http = await serving(known)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await answerOf(await http.get(`/calendar/${secret}.ics`, { method }))
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  }
})

test('a fault is logged without the address and told without a reason', async () => {
  await using http = await serving(() => Promise.reject(new Error('the database is gone')))
  const { status, body } = await answerOf(await http.get(`/calendar/${secret}.ics`))
  expect([status, body]).toEqual([500, ''])
  expect(JSON.stringify(http.logged)).toContain('the database is gone')
  expect(JSON.stringify(http.logged)).not.toContain(secret)
})

test.each([
  ['/calendar/abc.ics', 'abc'],
  ['/calendar/abc', undefined],
  ['/calendar/.ics', undefined],
  ['/calendar/a/b.ics', undefined],
  ['/calendar/abc.ics/', undefined],
  ['/x/calendar/abc.ics', undefined],
])('%s is the address of %s', (path, token) => {
  expect(calendarToken(path)).toBe(token)
})
