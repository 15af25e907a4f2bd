import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { declared } from '../../sandbox/bot.ts'
import { startLocalSlack } from '../../sandbox/server.ts'
import { northwind } from '../../sandbox/world.ts'
import { onePostgres } from '../support/one-postgres.ts'

interface Program extends AsyncDisposable {
  readonly process: ChildProcess
  /** Resolves with what was written when the program has ended. */
  ended(): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
  /** Resolves when it has written this. */
  wrote(words: string): Promise<string>
}

/** The program as `npm start` runs it, with nothing in its environment but what is given. */
function runs(env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, ['--import', './src/node-version.mjs', 'src/main.ts'], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const closed = once(child, 'close')
  return {
    process: child,
    async ended() {
      await closed
      return { code: child.exitCode, out, err }
    },
    async wrote(words) {
      while (!out.includes(words)) {
        await Promise.race([once(child.stdout, 'data'), closed])
        if (child.exitCode !== null && !out.includes(words)) throw new Error(`ended with ${err}${out}`)
      }
      return out
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGKILL')
      await closed
    },
  }
}

/** A local Slack and a folder for the database. */
async function surroundings() {
  const slack = await startLocalSlack({
    now: Date.now,
    world: northwind(),
    ...declared,
    delivery: { kind: 'socket' },
  })
  const folder = await mkdtemp(join(tmpdir(), 'goalpost-'))
  return {
    slack,
    folder,
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: `file:${join(folder, 'goalpost.db')}`,
    },
    async [Symbol.asyncDispose]() {
      await slack.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Exit code 1, one message, no stack. */
async function expectRefusal(env: Readonly<Record<string, string>>, ...sentences: readonly string[]) {
  await using program = runs(env)
  const { code, out, err } = await program.ended()
  expect(code).toBe(1)
  expect(err.match(/Goalpost cannot start:/g)).toHaveLength(1)
  for (const sentence of sentences) expect(err).toContain(sentence)
  expect(err + out).not.toMatch(/\n\s+at |Error:|ready/)
  return { err }
}

test('without any token every fault is told at once with its mend', async () => {
  await expectRefusal({}, 'SLACK_BOT_TOKEN is missing', 'OAuth & Permissions', 'SLACK_APP_TOKEN')
})

test('tokens of the wrong kind and a port that is none are told together', async () => {
  await expectRefusal(
    { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xoxb-1', PORT: '99999', LOG_LEVEL: 'loud' },
    'SLACK_BOT_TOKEN must be the bot token',
    'SLACK_APP_TOKEN must be an app-level token',
    'PORT must be a port number',
    'LOG_LEVEL must be one of',
  )
})

test('a bot token that Slack refuses is named, with where to find the right one', async () => {
  await using around = await surroundings()
  await expectRefusal(
    { ...around.env, SLACK_BOT_TOKEN: 'xoxb-wrong' },
    'SLACK_BOT_TOKEN is refused by Slack (invalid_auth)',
  )
})

test('an app token that Slack refuses is named', async () => {
  await using around = await surroundings()
  await expectRefusal(
    { ...around.env, SLACK_APP_TOKEN: 'xapp-wrong' },
    'SLACK_APP_TOKEN is refused by Slack (invalid_auth)',
  )
})

test('an app token without its scope is named, though Bolt would try it for ever', async () => {
  await using around = await surroundings()
  around.slack.fail('apps.connections.open', { error: 'missing_scope' }, 50)
  await expectRefusal(around.env, 'SLACK_APP_TOKEN is refused by Slack (missing_scope)', 'connections:write')
})

test('a Slack that cannot be reached is told as such', async () => {
  await using around = await surroundings()
  await expectRefusal(
    { ...around.env, SLACK_API_URL: 'http://127.0.0.1:9/api/' },
    'Slack cannot be reached just now',
  )
})

test('a port that is taken is named', async () => {
  await using around = await surroundings()
  const other = createServer().listen(0)
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expectRefusal({ ...around.env, PORT: String(port) }, 'PORT is in use')
  other.close()
})

test.each([
  ['a folder', '.', 'cannot be opened'],
  ['a place under a file', 'package.json/goalpost.db', 'cannot be opened'],
  ['a file that is no database', 'text.db', 'is no Goalpost database'],
])('a database that is %s is named', async (_, path, sentence) => {
  await using around = await surroundings()
  await writeFile(join(around.folder, 'package.json'), '{}')
  await writeFile(join(around.folder, 'text.db'), 'words '.repeat(1000))
  const DATABASE_URL = `file:${join(around.folder, path)}`
  await expectRefusal({ ...around.env, DATABASE_URL }, 'DATABASE_URL', sentence)
})

test.each([
  ['is not there', (url: string) => url.replace(/:\d+\//, ':9/'), 'cannot be reached'],
  ['knows another password', (url: string) => url.replace('secret', 'wr%40ng'), 'wrong user or password'],
  [
    'knows no such user',
    (url: string) => url.replace('postgres:secret', 'eve:secret'),
    'wrong user or password',
  ],
  ['has no such database', (url: string) => `${url}nowhere`, 'no database of that name'],
  ['speaks no TLS', (url: string) => `${url}postgres?sslmode=verify-full`, 'speaks no TLS'],
])('a PostgreSQL that %s is named, its password never', async (_, changed, sentence) => {
  await using around = await surroundings()
  const DATABASE_URL = changed(await onePostgres())
  const { err } = await expectRefusal({ ...around.env, DATABASE_URL }, 'DATABASE_URL', sentence)
  expect(err).not.toMatch(/secret|wr%40ng|wr@ng/)
})

test('it says ready once, answers about its health, refuses a second one on its database, and ends on SIGTERM', async () => {
  await using around = await surroundings()
  await using program = runs({ ...around.env, PORT: '0' })
  const line = JSON.parse((await program.wrote('"ready"')).trim()) as Record<string, unknown>
  expect(line).toMatchObject({
    msg: 'ready',
    mode: 'socket',
    database: 'file',
    version: expect.stringMatching(/^\d/),
  })
  const at = `http://127.0.0.1:${line.port}`
  expect(await status(`${at}/healthz`)).toBe(200)
  expect(await status(`${at}/readyz`)).toBe(200)
  expect(await status(`${at}/elsewhere`)).toBe(404)
  await expectRefusal(around.env, 'in use by another running Goalpost')
  const asked = performance.now()
  program.process.kill('SIGTERM')
  const { code, out, err } = await program.ended()
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(performance.now() - asked).toBeLessThan(10_000)
  expect(out.match(/"ready"/g)).toHaveLength(1)
  expect(out).not.toMatch(/xoxb|xapp/)
})

test('in Socket Mode it serves calendars too, and no log tells which were asked for', async () => {
  await using around = await surroundings()
  const PUBLIC_URL = 'https://goalpost.example.com'
  await using program = runs({ ...around.env, PORT: '0', PUBLIC_URL, LOG_LEVEL: 'debug' })
  const { port } = JSON.parse((await program.wrote('"ready"')).trim().split('\n').at(-1) ?? '') as {
    port: number
  }
  const token = 'B'.repeat(43)
  const answer = await fetch(`http://127.0.0.1:${port}/calendar/${token}.ics`)
  // Its own answer, not the one for addresses that nobody knows.
  expect([answer.status, await answer.text()]).toEqual([404, ''])
  expect(await status(`http://127.0.0.1:${port}/calendar/%zz.ics`)).toBe(404)
  program.process.kill('SIGTERM')
  const { code, out, err } = await program.ended()
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).not.toMatch(/BBBB|calendar/)
})

const status = async (url: string) => (await fetch(url)).status
