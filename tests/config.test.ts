import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-long-secret', PORT: '3000' }

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env)
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.faults
    throw fault
  }
  return []
}

test('two tokens are enough for Socket Mode, with everything else at its default', () => {
  expect(readConfig(socket)).toEqual({
    botToken: 'xoxb-1',
    mode: { kind: 'socket', appToken: 'xapp-1' },
    port: undefined,
    slackApiUrl: 'https://slack.com/api/',
    databaseUrl: 'file:./data/goalpost.db',
    logLevel: 'info',
    command: '/goal',
  })
})

test('a signing secret and a port mean HTTP', () => {
  expect(readConfig(http).mode).toEqual({ kind: 'http', signingSecret: 'a-long-secret' })
  expect(readConfig(http).port).toBe(3000)
})

test('a variable that is set to nothing counts as missing', () => {
  expect(readConfig({ ...socket, PORT: '', DATABASE_URL: ' ' }).port).toBeUndefined()
})

test('the API address gets the slash that method names need', () => {
  expect(readConfig({ ...socket, SLACK_API_URL: 'http://127.0.0.1:9/api' }).slackApiUrl).toBe(
    'http://127.0.0.1:9/api/',
  )
})

test('every fault is named at once, each with its variable and its mend', () => {
  const faults = faultsOf({
    SLACK_BOT_TOKEN: 'xoxp-user',
    PORT: 'many',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://x',
  })
  expect(faults).toHaveLength(5)
  for (const part of ['SLACK_BOT_TOKEN', 'xoxb-', 'PORT', 'LOG_LEVEL', 'DATABASE_URL', 'SLACK_APP_TOKEN']) {
    expect(faults.join('\n')).toContain(part)
  }
})

test('nothing set at all asks for the bot token and for a mode', () => {
  expect(faultsOf({}).map((fault) => fault.split(' ')[0])).toEqual(['SLACK_BOT_TOKEN', 'Set'])
})

test.each([
  [{ ...http, PORT: undefined }, 'PORT'],
  [{ ...socket, SLACK_APP_TOKEN: 'xoxb-mixed-up' }, 'SLACK_APP_TOKEN'],
  [{ ...socket, GOALPOST_COMMAND: 'goal' }, 'GOALPOST_COMMAND'],
  [{ ...socket, SLACK_API_URL: 'slack.com' }, 'SLACK_API_URL'],
  [{ ...socket, PORT: '70000' }, 'PORT'],
  [{ ...http, SLACK_SIGNING_SECRET: 'short' }, 'SLACK_SIGNING_SECRET'],
])('%j is refused with one sentence about %s', (env, variable) => {
  const faults = faultsOf(env)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(variable)
})

test.each([
  ['https://goalpost.example.com', 'https://goalpost.example.com'],
  ['https://example.com/goalpost/', 'https://example.com/goalpost'],
  ['http://localhost:3000/', 'http://localhost:3000'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['', undefined],
])('calendars find the bot at %j', (typed, url) => {
  expect(readConfig({ ...socket, PORT: '3000', PUBLIC_URL: typed }).publicUrl).toBe(url)
})

test.each([
  'http://goalpost.example.com',
  'goalpost.example.com',
  'ftp://goalpost.example.com',
  'https://user:secret@example.com',
  'https://example.com/?key=secret',
  'https://example.com/#secret',
  'http://localhost.example.com',
])('%s is refused as the place of calendars, without repeating it', (typed) => {
  const faults = faultsOf({ ...http, PUBLIC_URL: typed })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(/^PUBLIC_URL must be an https address/)
  expect(faults[0]).not.toContain('secret')
})

test('an address at which nothing listens is refused', () => {
  const faults = faultsOf({ ...socket, PUBLIC_URL: 'https://goalpost.example.com' })
  expect(faults).toEqual([expect.stringContaining('PUBLIC_URL needs it')])
  expect(faultsOf({ ...http, PORT: undefined, PUBLIC_URL: 'https://goalpost.example.com' })).toHaveLength(1)
})

test('the message never repeats a token', () => {
  expect(faultsOf({ ...socket, SLACK_BOT_TOKEN: 'xoxp-very-secret' }).join()).not.toContain('very-secret')
})

test.each([
  'postgres://u:p%40ss@db.example:5432/goalpost?sslmode=verify-full',
  'postgresql:///goalpost?host=/run',
])('the data may be in %s', (url) => {
  expect(readConfig({ ...socket, DATABASE_URL: url }).databaseUrl).toBe(url)
})

test.each([
  'postgres://u:very@secret/x@db:notaport/goalpost',
  'postgres://u:100%secret@db/goalpost',
  'postgres:goalpost',
  'https://u:secret@db/goalpost',
])('%s is refused without repeating it', (url) => {
  const faults = faultsOf({ ...socket, DATABASE_URL: url })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(/^DATABASE_URL must be a file.*%40/)
  expect(faults[0]).not.toContain('secret')
})
