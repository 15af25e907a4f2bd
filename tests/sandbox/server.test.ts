import { createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { momentOf } from '../../sandbox/clock.ts'
import type { SandboxEvent, SandboxState } from '../../sandbox/protocol.ts'
import { channels, people } from '../../sandbox/world.ts'
import { aSlack, clientFor, codeOf, nine, secret } from './bots.ts'

test('each trouble happens once, then all is well', async () => {
  await using slack = await aSlack()
  const { chat } = clientFor(slack)
  const post = () => codeOf(chat.postMessage({ channel: people.ana, text: 'x' }))
  slack.fail('chat.postMessage', { error: 'invalid_blocks' })
  slack.fail('chat.postMessage', { status: 429, retryAfter: 7 })
  slack.fail('chat.postMessage', { status: 500 })
  slack.fail('chat.postMessage', { status: 500, afterAccept: true })
  expect(await post()).toBe('invalid_blocks')
  expect(await post()).toContain('7')
  expect(await post()).toContain('500')
  expect(slack.dmWith('ana')).toHaveLength(0)
  expect(await post()).toContain('500')
  expect(slack.dmWith('ana')).toHaveLength(1)
  expect(await post()).toBeUndefined()
  expect(slack.calls('chat.postMessage')).toHaveLength(5)
})

test('a call that hangs is given up by the caller', async () => {
  await using slack = await aSlack()
  slack.fail('auth.test', { hang: true })
  const call = fetch(`${slack.apiUrl}auth.test`, { signal: AbortSignal.timeout(20) })
  await expect(call).rejects.toThrow('timeout')
})

test('over HTTP a command is a signed form, and what is not JSON is its text', async () => {
  await using slack = await aSlack()
  let isSigned = false
  let body = new URLSearchParams()
  const bot = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString()
      const at = request.headers['x-slack-request-timestamp']
      const signature = createHmac('sha256', secret).update(`v0:${at}:${raw}`).digest('hex')
      isSigned = request.headers['x-slack-signature'] === `v0=${signature}`
      body = new URLSearchParams(raw)
      response.end('Hello')
    })
  })
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
  const address = bot.address()
  const port = typeof address === 'object' ? address?.port : 0
  slack.setDelivery({ kind: 'http', eventsUrl: `http://127.0.0.1:${port}/`, signingSecret: secret })
  await slack.ui('command', { user: people.ana, channel: channels.sales, text: '/goal list' })
  bot.close()
  expect(isSigned).toBe(true)
  expect(body.get('is_enterprise_install')).toBe('false')
  expect(body.get('text')).toBe('list')
  expect(slack.messagesIn('sales')).toMatchObject([{ text: 'Hello', ephemeral_for: people.ana }])
})

test('only this machine and its own page are let in', async () => {
  await using slack = await aSlack()
  const state = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve) => {
      get(`${slack.url}/state?user=${people.ana}`, { headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
    })
  const { host } = new URL(slack.url)
  expect(await state({ host })).toBe(200)
  expect(await state({ host, origin: slack.url })).toBe(200)
  expect(await state({ host: 'evil.example' })).toBe(403)
  expect(await state({ host, origin: 'https://evil.example' })).toBe(403)
})

test('the page reads the state, acts, and hears what happens', async () => {
  await using slack = await aSlack()
  const heard = await fetch(`${slack.url}/events`)
  const events = eventsOf(heard)
  const post = { user: people.ana, channel: channels.sales, text: 'Hello' }
  const act = async (action: string, body: object) =>
    (await fetch(`${slack.url}/ui/${action}`, { method: 'POST', body: JSON.stringify(body) })).status
  expect(await act('post', post)).toBe(200)
  expect(await act('post', { user: people.ana })).toBe(400)
  expect(await act('explode', post)).toBe(404)
  expect(await events.next()).toMatchObject({ value: { kind: 'message', message: { text: 'Hello' } } })
  const read = await fetch(`${slack.url}/state?user=${people.sam}`)
  const state = (await read.json()) as SandboxState
  expect(state.channels.map(({ name }) => name)).toEqual(['partners-acme'])
  expect(state.messages).toEqual([])
  const first = (await (await fetch(`${slack.url}/state`)).json()) as SandboxState
  expect(first).toMatchObject({ messages: [{ text: 'Hello' }] })
})

async function* eventsOf(answer: Response): AsyncGenerator<SandboxEvent> {
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString()
    const frames = text.split('\n\n')
    text = frames.pop() ?? ''
    for (const frame of frames) if (frame.startsWith('data: ')) yield JSON.parse(frame.slice(6))
  }
}

test('the page comes from its folder, and nothing from outside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'page-'))
  await writeFile(join(folder, 'index.html'), '<h1>Slack</h1>')
  await using slack = await aSlack({ pageFolder: folder })
  const page = await fetch(`${slack.url}/?user=${people.ana}`)
  expect(await page.text()).toBe('<h1>Slack</h1>')
  expect((await fetch(`${slack.url}/..%2f..%2fetc/passwd`)).status).toBe(404)
  expect((await fetch(`${slack.url}/missing.js`)).status).toBe(404)
  await rm(folder, { recursive: true })
})

test.each([
  ['hour', '2026-11-23T09:00:00Z'],
  ['day', '2026-11-24T08:00:00Z'],
  ['monday', '2026-11-30T08:00:00Z'],
] as const)('the clock moves on to the next %s', (to, then) => {
  expect(momentOf(to, nine, 'Europe/Berlin')).toBe(Date.parse(then))
})

test('Monday is the same day before nine, and a day may have 23 hours', () => {
  expect(momentOf('monday', nine - 1, 'Europe/Berlin')).toBe(nine)
  const saturday = Date.parse('2027-03-27T12:00:00+01:00')
  expect(momentOf('day', saturday, 'Europe/Berlin')).toBe(Date.parse('2027-03-28T12:00:00+02:00'))
})

test('the clock goes to what is due next, never back, and not at all without control', async () => {
  let now = nine
  let due: number | null = nine + 5000
  const clock = {
    now: () => now,
    nextDue: async () => due,
    async moveTo(to: number) {
      now = to
      due = null
    },
  }
  await using slack = await aSlack({ now: () => now, clock })
  const advance = () => slack.ui('advance_clock', { user: people.ana, to: 'next-due' })
  expect(await advance()).toEqual({ ok: true })
  expect(slack.state(people.ana)).toMatchObject({ now: nine + 5000, next_due: null })
  expect(await advance()).toEqual({ ok: false, error: 'nothing_due' })
  await using other = await aSlack()
  const hour = { user: people.ana, to: 'hour' } as const
  expect(await other.ui('advance_clock', hour)).toEqual({ ok: false, error: 'not_supported' })
})

test('a reset brings back the beginning, then lets the demo seed', async () => {
  const seeded: number[] = []
  await using slack = await aSlack({
    async onReset() {
      seeded.push(slack.messagesIn('sales').length)
    },
  })
  await slack.ui('post', { user: people.ana, channel: channels.sales, text: 'Hello' })
  await slack.ui('reset', { user: people.ana })
  expect(seeded).toEqual([0])
  expect(slack.messagesIn('sales')).toEqual([])
  expect(slack.traffic.entries).toEqual([])
})

test('it starts fast enough for every test to have its own', async () => {
  const started = performance.now()
  await using _slack = await aSlack()
  expect(performance.now() - started).toBeLessThan(200)
})
