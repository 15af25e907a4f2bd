import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { migrate, openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/schema.ts'
import type { Instant } from '../../src/domain/types.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { type FaultySlack, startFaultySlack, usualShares } from './faulty-slack.ts'
import { oweTo } from './owing.ts'
import { randomOf } from './random.ts'

export interface KillRun {
  readonly seed: number
  readonly kills: number
  readonly workspaces: number
  /** In each workspace; each is owed one prompt. */
  readonly people: number
  readonly processes: number
  /** Milliseconds a process lives after it is ready, drawn evenly between the two. */
  readonly lives: readonly [number, number]
  /** False makes Slack's history empty: then messages must stand twice, or the run proves nothing. */
  readonly isLookedFor?: boolean
}

export interface KillOutcome {
  readonly kills: number
  readonly prompts: number
  readonly lost: number
  readonly twice: number
  readonly seconds: number
  readonly faults: FaultySlack['faults']
  readonly isWhole: boolean
}

const SETTLE_MS = 700

/** Kills senders at random moments until they have been killed often enough, then lets one finish. */
export async function killSending(databaseUrl: string, run: KillRun): Promise<KillOutcome> {
  const began = performance.now()
  const random = randomOf(run.seed)
  const database = await openDatabase(databaseUrl)
  await migrate(database.db)
  await oweTo(database.db, { ...run, dueAt: Date.now() as Instant })
  await database.close()
  await using slack = await startFaultySlack(random, {
    shares: usualShares,
    canBeRead: run.isLookedFor ?? true,
  })
  const args = [databaseUrl, slack.url, String(SETTLE_MS)]
  let kills = 0
  async function livesAndDies(): Promise<void> {
    while (kills < run.kills) {
      kills += 1
      const sender = await started(args)
      const [least, most] = run.lives
      await sleep(least + random() * (most - least))
      await killed(sender)
    }
  }
  await Promise.all(Array.from({ length: run.processes }, livesAndDies))
  const last = await started(args)
  const prompts = run.workspaces * run.people
  while ((await unfinished(databaseUrl, last)) > 0) await sleep(200)
  await killed(last)
  const counts = [...slack.taken.values()]
  return {
    kills,
    prompts,
    lost: prompts - slack.taken.size,
    twice: counts.filter((count) => count > 1).length,
    seconds: Math.round((performance.now() - began) / 1000),
    faults: slack.faults,
    isWhole: await isWhole(databaseUrl),
  }
}

async function started(args: readonly string[]): Promise<ChildProcess> {
  const sender = fork(join(import.meta.dirname, 'sender-process.ts'), [...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await Promise.race([
    once(sender, 'message'),
    once(sender, 'exit').then(([code]) => Promise.reject(new Error(`a sender ended by itself with ${code}`))),
  ])
  return sender
}

async function killed(sender: ChildProcess): Promise<void> {
  const gone = once(sender, 'exit')
  sender.kill('SIGKILL')
  await gone
}

/** Asks without the lock that a running process holds. */
async function unfinished(databaseUrl: string, sender: ChildProcess): Promise<number> {
  if (sender.exitCode !== null) throw new Error(`the last sender ended with ${sender.exitCode}`)
  return reading(databaseUrl, async (db) => {
    const { rows } = await sql<{ open: number }>`
      select (select count(*) from outbox where state in ('due', 'sending', 'unknown'))
        + (select count(*) from schedule where next_at <= ${Date.now()}) as open`.execute(db)
    return Number(rows[0]?.open)
  })
}

async function isWhole(databaseUrl: string): Promise<boolean> {
  if (!databaseUrl.startsWith('file:')) return true
  return reading(databaseUrl, async (db) => {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    return rows[0]?.integrity_check === 'ok'
  })
}

async function reading<T>(databaseUrl: string, read: (db: Db) => Promise<T>): Promise<T> {
  if (!databaseUrl.startsWith('file:')) {
    const { db, close } = await openDatabase(databaseUrl)
    return read(db).finally(close)
  }
  const { default: Database } = await import('better-sqlite3')
  const { Kysely, SqliteDialect } = await import('kysely')
  const file = new Database(databaseUrl.slice('file:'.length), { timeout: 1_000 })
  const db = new Kysely({ dialect: new SqliteDialect({ database: file }) }) as unknown as Db
  return read(db).finally(() => db.destroy())
}

/** On a database of its own that is thrown away. */
export async function onSqlite<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'goalpost-faults-'))
  return work(`file:${join(folder, 'goalpost.db')}`).finally(() =>
    rm(folder, { recursive: true, force: true }),
  )
}

export async function onPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startPostgres()
  return work(server.url('postgres')).finally(() => server.stop())
}

/** `npm run faults:sending -- --kills 1000 --people 5000 --workspaces 10 --seed 1 --database sqlite`; `--blind` must fail. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      kills: { type: 'string', default: '1000' },
      workspaces: { type: 'string', default: '10' },
      people: { type: 'string', default: '5000' },
      processes: { type: 'string', default: '1' },
      life: { type: 'string', default: '60' },
      database: { type: 'string', default: 'sqlite' },
      blind: { type: 'boolean', default: false },
    },
  })
  const run: KillRun = {
    seed: Number(values.seed),
    kills: Number(values.kills),
    workspaces: Number(values.workspaces),
    people: Number(values.people),
    processes: Number(values.processes),
    lives: [0, Number(values.life)],
    isLookedFor: !values.blind,
  }
  const on = values.database === 'postgres' ? onPostgres : onSqlite
  const outcome = await on((url) => killSending(url, run))
  console.log({ ...run, ...outcome })
  const isKept = outcome.lost === 0 && outcome.twice === 0 && outcome.isWhole
  process.exitCode = isKept === !values.blind ? 0 : 1
}

if (import.meta.main) await main()
