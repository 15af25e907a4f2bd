import { parseArgs } from 'node:util'
import { migrate, openDatabase } from '../../db/open.ts'
import { botOn, declared } from '../../sandbox/bot.ts'
import { startLocalSlack } from '../../sandbox/server.ts'
import { northwind, type World } from '../../sandbox/world.ts'
import type { Instant } from '../../src/domain/types.ts'
import { usualPace } from '../../src/engine/pace.ts'
import { onSqlite } from './kill-sending.ts'
import { oweTo } from './owing.ts'

export interface LoadRun {
  readonly people: number
  /** What Slack takes and the product keeps to. */
  readonly workspacePerSecond: number
  readonly channelPerSecond: number
}

export interface LoadOutcome {
  readonly sent: number
  readonly limited: number
  readonly seconds: number
  /** What the limit itself needs. */
  readonly least: number
  readonly ratio: number
}

/** Everyone of one workspace is due at the same moment; the local Slack refuses what comes faster than its limits. */
export async function load(databaseUrl: string, run: LoadRun): Promise<LoadOutcome> {
  const { people, workspacePerSecond, channelPerSecond } = run
  const slack = await startLocalSlack({
    now: Date.now,
    world: crowd(people),
    ...declared,
    delivery: { kind: 'socket' },
    limits: { postsPerSecond: { workspace: workspacePerSecond, channel: channelPerSecond } },
  })
  const database = await openDatabase(databaseUrl)
  await migrate(database.db)
  const dueAt = Date.now() as Instant
  await oweTo(database.db, { workspaces: 1, people, dueAt, idOf: () => northwind().team.id })
  await database.close()
  const quietly = () => {}
  const app = await botOn(slack, {
    now: () => Date.now() as Instant,
    log: { debug: quietly, info: quietly, warn: quietly, error: console.error },
    databaseUrl,
    pace: { ...usualPace, workspacePerSecond, channelPerSecond },
  })
  const began = performance.now()
  await app.start()
  const posts = () => slack.traffic.calls('chat.postMessage')
  await slack.until(() => posts().filter(({ isOk }) => isOk).length >= people, 3_600_000)
  const seconds = (performance.now() - began) / 1000
  await app.stop()
  const all = posts()
  await slack.stop()
  const sent = all.filter(({ isOk }) => isOk).length
  const least = people / workspacePerSecond
  return {
    sent,
    limited: all.length - sent,
    seconds: Math.round(seconds * 10) / 10,
    least,
    ratio: Math.round((seconds / least) * 1000) / 1000,
  }
}

/** So many more people, named as the database names them. */
function crowd(people: number): World {
  const world = northwind()
  const [like] = world.users
  if (like === undefined) throw new Error('nobody lives in the local Slack')
  const more = Array.from({ length: people }, (_, p) => ({ ...like, id: `U0x${p}`, name: `person${p}` }))
  return { ...world, users: [...world.users, ...more] }
}

/** `npm run faults:load -- --people 1000` */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { people: { type: 'string', default: '1000' } } })
  const { workspacePerSecond, channelPerSecond } = usualPace
  const run = { people: Number(values.people), workspacePerSecond, channelPerSecond }
  const outcome = await onSqlite((url) => load(url, run))
  console.log({ ...run, ...outcome })
  process.exitCode = outcome.limited === 0 && outcome.ratio <= 1.1 ? 0 : 1
}

if (import.meta.main) await main()
