import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openForReading } from '../../db/open.ts'
import type { LocalSlack } from '../../sandbox/server.ts'
import { freePort, isDelivered, killed, localSlack, makeGoal, messageBody, started } from './http-program.ts'
import { onSqlite } from './kill-sending.ts'
import { randomOf } from './random.ts'

export interface ShuffledRun {
  readonly seed: number
  readonly events: number
}

export interface ShuffledOutcome {
  readonly events: number
  readonly deliveries: number
  /** Live answers after both. */
  readonly answers: number
  readonly isEqual: boolean
  readonly seconds: number
}

const AT_ONCE = 8

/**
 * Messages, their edits and deletions, each delivered one to four times and all of them shuffled, eight at once; then the same
 * ones once and in order into another database. Both must end with the same answers, values and readings.
 */
export async function shuffled(urls: readonly [string, string], run: ShuffledRun): Promise<ShuffledOutcome> {
  const began = performance.now()
  const random = randomOf(run.seed)
  // Under a second of Slack's stamps for each message, all of them in the past.
  const base = Math.floor(Date.now() / 1000) - run.events - 60
  const events = eventsOf(run.events, base, random)
  const arrivals = events
    .flatMap((event) => Array.from({ length: 1 + Math.floor(random() * 4) }, () => event))
    .map((event) => ({ event, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ event }) => event)
  const [mixed, inOrder] = [
    await stateAfter(urls[0], arrivals, AT_ONCE),
    await stateAfter(urls[1], events, 1),
  ]
  return {
    events: events.length,
    deliveries: arrivals.length,
    answers: inOrder.answers.length,
    isEqual: JSON.stringify(mixed) === JSON.stringify(inOrder),
    seconds: Math.round((performance.now() - began) / 1000),
  }
}

interface Told {
  readonly id: string
  readonly ts: string
  readonly change: 'new' | 'edited' | 'deleted'
  readonly text: string
  readonly version: string
}

/** Totals grow, by less than anyone would ask back for. */
const kinds = ['total', '+1', '+2', 'no change', 'on track', 'at risk', 'blocked by legal', 'thanks'] as const

function eventsOf(count: number, base: number, random: () => number): readonly Told[] {
  const events: Told[] = []
  for (let message = 0; events.length < count; message += 1) {
    const ts = `${base + message}.000100`
    const text = () => {
      const kind = kinds[Math.floor(random() * kinds.length)] ?? 'total'
      return kind === 'total' ? String(3 * (message + 1)) : kind
    }
    const add = (change: Told['change'], version: string) =>
      events.push({ id: `Ev${events.length}`, ts, change, version, text: change === 'deleted' ? '' : text() })
    add('new', '0')
    for (let edit = 1; edit <= 2 && random() < 0.3; edit += 1)
      add('edited', `${base + message}.${String(edit).padStart(6, '2')}`)
    if (random() < 0.15) add('deleted', '9')
  }
  return events
}

async function stateAfter(databaseUrl: string, arrivals: readonly Told[], atOnce: number) {
  const slack = await localSlack()
  try {
    await makeGoal(slack, databaseUrl)
    const port = await freePort()
    const program = await started(slack, databaseUrl, port)
    const waiting = arrivals.map((told) => bodyOf(slack, told)).toReversed()
    const senders = Array.from({ length: atOnce }, async () => {
      for (let body = waiting.pop(); body !== undefined; body = waiting.pop())
        if (!(await isDelivered(port, body))) throw new Error('a delivery was refused')
    })
    await Promise.all(senders)
    await workedOff(databaseUrl)
    await killed(program)
  } finally {
    await slack.stop()
  }
  return storedIn(databaseUrl)
}

function bodyOf(slack: LocalSlack, { id, ts, change, text, version }: Told): string {
  const user = slack.userId('ana')
  const said = { type: 'message', user, text, ts }
  switch (change) {
    case 'new':
      return messageBody(slack, id, { user, text, ts })
    case 'edited':
      return messageBody(slack, id, {
        subtype: 'message_changed',
        message: { ...said, edited: { user, ts: version } },
        previous_message: { ...said, text: 'before' },
        ts: version,
      })
    case 'deleted':
      return messageBody(slack, id, {
        subtype: 'message_deleted',
        deleted_ts: ts,
        previous_message: { ...said, text: 'before' },
        ts: version,
      })
  }
}

/** What is acknowledged is stored, and worked on right after. */
async function workedOff(databaseUrl: string): Promise<void> {
  while (await isWorkLeft(databaseUrl)) await sleep(50)
}

async function isWorkLeft(databaseUrl: string): Promise<boolean> {
  // Opened anew each time: what is read stays as it was when it was opened.
  const { db, close } = await openForReading(databaseUrl)
  const left = await db
    .selectFrom('inbox')
    .select('dedupe_key')
    .where('state', 'in', ['new', 'open'])
    .executeTakeFirst()
  await close()
  return left !== undefined
}

async function storedIn(databaseUrl: string) {
  const { db, close } = await openForReading(databaseUrl)
  const goal = await db.selectFrom('goal').select(['last_value', 'last_at', 'own_status', 'own_at']).execute()
  const answers = await db
    .selectFrom('answer')
    .leftJoin('reversal', 'reversal.answer_id', 'answer.id')
    .where('reversal.answer_id', 'is', null)
    .select(['answer.at', 'value', 'delta', 'before', 'status', 'blocker', 'timeliness'])
    .orderBy('answer.at')
    .execute()
  const readings = await db
    .selectFrom('reading')
    .leftJoin('reversal', 'reversal.answer_id', 'reading.answer_id')
    .where('reversal.answer_id', 'is', null)
    .select(['reading.at', 'value'])
    .orderBy('reading.at')
    .execute()
  await close()
  return { goal, answers, readings }
}

/** `npm run faults:shuffled -- --events 10000 --seed 1` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, events: { type: 'string', default: '10000' } },
  })
  const run = { seed: Number(values.seed), events: Number(values.events) }
  const outcome = await onSqlite((mixed) => onSqlite((inOrder) => shuffled([mixed, inOrder], run)))
  console.log({ ...run, ...outcome })
  process.exitCode = outcome.isEqual ? 0 : 1
}

if (import.meta.main) await main()
