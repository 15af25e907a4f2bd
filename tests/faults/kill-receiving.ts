import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/open.ts'
import type { LocalSlack } from '../../sandbox/server.ts'
import { freePort, isTaken, killed, localSlack, makeGoal, started } from './http-program.ts'
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

const AT_ONCE = 8

/**
 * Kills the program at random moments while answers come in over HTTP, each adding one to the same goal. What it
 * acknowledged must count once: more or less than the number of answers is a promise broken.
 */
export async function killReceiving(databaseUrl: string, run: ReceivingRun): Promise<ReceivingOutcome> {
  const began = performance.now()
  const random = randomOf(run.seed)
  const slack = await localSlack()
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
            // Soon again, as Slack does.
            waiting.unshift(next)
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
