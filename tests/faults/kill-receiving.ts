import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/open.ts'
import { actorOn } from '../../sandbox/acting.ts'
import { botOn, declared } from '../../sandbox/bot.ts'
import * as field from '../../sandbox/fields.ts'
import { signatureOf } from '../../sandbox/http-delivery.ts'
import { type LocalSlack, startLocalSlack } from '../../sandbox/server.ts'
import { northwind } from '../../sandbox/world.ts'
import type { Instant } from '../../src/domain/types.ts'
import { onSqlite } from './kill-sending.ts'
import { randomOf } from './random.ts'

export interface ReceivingRun {
  readonly seed: number
  readonly kills: number
  readonly answers: number
}

export interface ReceivingOutcome {
  readonly kills: number
  readonly acknowledged: number
  /** Deliveries that were cut off and came again, as Slack brings them. */
  readonly repeated: number
  /** What the answers, each of which added one, came to. */
  readonly counted: number | undefined
  readonly seconds: number
}

const SECRET = 'a-signing-secret-for-faults'
const AT_ONCE = 8

/**
 * Kills the program at random moments while answers come in over HTTP, each adding one to the same goal. What it
 * acknowledged must count once: more or less than the number of answers is a promise broken.
 */
export async function killReceiving(databaseUrl: string, run: ReceivingRun): Promise<ReceivingOutcome> {
  const began = performance.now()
  const random = randomOf(run.seed)
  const slack = await startLocalSlack({
    now: Date.now,
    world: northwind(),
    ...declared,
    delivery: { kind: 'socket' },
  })
  try {
    await makeGoal(slack, databaseUrl)
    const port = await freePort()
    const waiting = Array.from({ length: run.answers }, (_, index) => index)
    let [kills, acknowledged, repeated] = [0, 0, 0]
    while (waiting.length > 0) {
      const program = await started(slack, databaseUrl, port)
      const isLast = kills >= run.kills
      let isDead = false
      const senders = Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.shift(); next !== undefined; next = isDead ? undefined : waiting.shift()) {
          if (await isTaken(slack, port, next)) acknowledged += 1
          else {
            repeated += 1
            waiting.push(next)
            await sleep(5)
          }
        }
      })
      if (isLast) await Promise.all(senders)
      else await sleep(random() * 150)
      isDead = true
      await killed(program)
      await Promise.all(senders)
      kills += isLast ? 0 : 1
    }
    const counted = await countedAfterAll(slack, databaseUrl, port)
    return { kills, acknowledged, repeated, counted, seconds: Math.round((performance.now() - began) / 1000) }
  } finally {
    await slack.stop()
  }
}

async function makeGoal(slack: LocalSlack, databaseUrl: string): Promise<void> {
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

async function started(slack: LocalSlack, databaseUrl: string, port: number): Promise<ChildProcess> {
  const program = spawn(process.execPath, ['src/main.ts'], {
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
  let out = ''
  program.stdout.on('data', (chunk) => {
    out += chunk
  })
  while (!out.includes('"ready"')) {
    await Promise.race([once(program.stdout, 'data'), once(program, 'exit')])
    if (program.exitCode !== null) throw new Error(`the program ended with ${program.exitCode}: ${out}`)
  }
  return program
}

async function killed(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit')
  program.kill('SIGKILL')
  await gone
}

/** One delivery, as Slack makes it; the same number again is the same event. */
async function isTaken(slack: LocalSlack, port: number, number: number): Promise<boolean> {
  const user = slack.userId('ana')
  const body = JSON.stringify({
    type: 'event_callback',
    token: 'unused',
    team_id: northwind().team.id,
    api_app_id: northwind().app.id,
    event_id: `Ev${number}`,
    event_time: 1,
    event: {
      type: 'message',
      channel_type: 'im',
      channel: slack.state(user).channels.find(({ kind }) => kind === 'im')?.id,
      user,
      text: '+1',
      ts: `1700000000.${String(number).padStart(6, '0')}`,
    },
  })
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

/** After one more start, which finishes what was begun. */
async function countedAfterAll(
  slack: LocalSlack,
  databaseUrl: string,
  port: number,
): Promise<number | undefined> {
  const program = await started(slack, databaseUrl, port)
  const gone = once(program, 'exit')
  program.kill('SIGTERM')
  await gone
  const { db, close } = await openDatabase(databaseUrl)
  const goal = await db.selectFrom('goal').select('last_value').executeTakeFirst()
  await close()
  return goal?.last_value ?? undefined
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** `npm run faults:receiving -- --kills 100 --answers 4000 --seed 1` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      kills: { type: 'string', default: '100' },
      answers: { type: 'string', default: '20000' },
    },
  })
  const run = { seed: Number(values.seed), kills: Number(values.kills), answers: Number(values.answers) }
  const outcome = await onSqlite((url) => killReceiving(url, run))
  console.log({ ...run, ...outcome })
  process.exitCode = outcome.counted === run.answers ? 0 : 1
}

if (import.meta.main) await main()
