import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { actorOn } from '../../sandbox/acting.ts'
import { botOn, declared } from '../../sandbox/bot.ts'
import * as field from '../../sandbox/fields.ts'
import { signatureOf } from '../../sandbox/http-delivery.ts'
import { type LocalSlack, startLocalSlack } from '../../sandbox/server.ts'
import { northwind } from '../../sandbox/world.ts'
import type { Instant } from '../../src/domain/types.ts'

/** The program as it is run, in a process of its own, taking deliveries over HTTP from a local Slack. */

export const SECRET = 'a-signing-secret-for-faults'

export const localSlack = (): Promise<LocalSlack> =>
  startLocalSlack({ now: Date.now, world: northwind(), ...declared, delivery: { kind: 'socket' } })

export async function makeGoal(slack: LocalSlack, databaseUrl: string): Promise<void> {
  const quietly = () => {}
  const log = { debug: quietly, info: quietly, warn: quietly, error: console.error }
  const app = await botOn(slack, { now: () => Date.now() as Instant, log, databaseUrl })
  await app.start()
  const ana = actorOn(slack, 'ana', async () => {
    await app.tick()
    await slack.quiet()
  })
  await ana.types('sales', '/goal new')
  await ana.fills({ measure: field.option('email-sign-ups') })
  const today = new Date().toISOString().slice(0, 10)
  const due = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  await ana.fills({
    title: field.text('Win sign-ups'),
    target: field.text('100000'),
    start: field.day(today),
    due: field.day(due),
  })
  await ana.submits()
  await app.stop()
}

/** `flags` are Node's. */
export async function started(
  slack: LocalSlack,
  databaseUrl: string,
  port: number,
  flags: readonly string[] = [],
): Promise<ChildProcess> {
  const program = spawn(process.execPath, [...flags, 'src/main.ts'], {
    env: {
      PATH: process.env.PATH ?? '',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(program, 'exit')
  let out = ''
  const keep = (chunk: unknown) => {
    out += String(chunk)
  }
  program.stdout.on('data', keep)
  while (!out.includes('"ready"')) {
    await Promise.race([once(program.stdout, 'data'), ended])
    if (program.exitCode !== null) throw new Error(`the program ended with ${program.exitCode}: ${out}`)
  }
  // What is logged later goes nowhere.
  program.stdout.off('data', keep).resume()
  return program
}

export async function killed(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit')
  program.kill('SIGKILL')
  await gone
}

/** Messages were written lately: what was said long ago would be counted long ago. */
const lately = Math.floor(Date.now() / 1000) - 60

/** One answer, as Slack delivers it; the same number again is the same event. */
export function isTaken(slack: LocalSlack, port: number, number: number): Promise<boolean> {
  const ts = `${lately}.${String(number).padStart(6, '0')}`
  return isDelivered(port, messageBody(slack, `Ev${number}`, { user: slack.userId('ana'), text: '+1', ts }))
}

/** In Ana's direct messages. */
export function messageBody(slack: LocalSlack, eventId: string, message: object): string {
  return JSON.stringify({
    type: 'event_callback',
    token: 'unused',
    team_id: northwind().team.id,
    api_app_id: northwind().app.id,
    event_id: eventId,
    event_time: 1,
    event: {
      type: 'message',
      channel_type: 'im',
      channel: slack.state(slack.userId('ana')).channels.find(({ kind }) => kind === 'im')?.id,
      ...message,
    },
  })
}

export async function isDelivered(port: number, body: string): Promise<boolean> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(SECRET, timestamp, body),
  }
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(3_000),
    })
    await answer.text()
    return answer.status === 200
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
