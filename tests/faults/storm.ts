import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { migrate, openDatabase } from '../../db/open.ts'
import { enqueue } from '../../db/outbox.ts'
import type { Db } from '../../db/schema.ts'
import { saveWorkspace } from '../../db/workspaces.ts'
import { noHolidays } from '../../src/domain/holidays.ts'
import { addMs } from '../../src/domain/time.ts'
import type { Instant, PersonId, WorkspaceId } from '../../src/domain/types.ts'
import { createEngine } from '../../src/engine/engine.ts'
import { usualPace } from '../../src/engine/pace.ts'
import { createClient, type SlackClient } from '../../src/slack/clients.ts'
import { personId, workspaceId } from '../support/people.ts'
import { onSqlite } from './kill-sending.ts'
import { randomOf } from './random.ts'
import { type StormKind, type StormySlack, startStormySlack, stormKinds } from './stormy-slack.ts'

export interface StormRun {
  readonly seed: number
  /** Of the storm, and of the calm run beside which it is put. */
  readonly seconds: number
  readonly calmWorkspaces: number
  /** How many letters the workspace in the storm is owed at once. */
  readonly stormLetters: number
  /** The longest Retry-After, in seconds. */
  readonly longestWait: number
  /** How long one call may take. */
  readonly callMs: number
  readonly settleMs: number
}

export interface StormOutcome {
  /** Milliseconds from due to taken in the other workspaces, 99th of a hundred. */
  readonly calmP99: number
  readonly stormP99: number
  readonly refused: number
  readonly tooEarly: number
  readonly lost: number
  readonly twice: number
  /** Resident memory over the run, without and with trouble. */
  readonly calmGrownMiB: number
  readonly stormGrownMiB: number
}

const STORMY = workspaceId('TSTORM')
const EVERY_MS = 500

/** The same letters fall due with and without trouble in one workspace; what the others see of it is compared. */
export async function storm(kind: StormKind, run: StormRun): Promise<StormOutcome> {
  const calm = await onSqlite((url) => played(url, run, undefined))
  const stormy = await onSqlite((url) => played(url, run, kind))
  const { lost, twice, refused, tooEarly } = stormy
  return {
    calmP99: calm.p99,
    stormP99: stormy.p99,
    refused,
    tooEarly,
    lost,
    twice,
    calmGrownMiB: calm.grownMiB,
    stormGrownMiB: stormy.grownMiB,
  }
}

async function played(databaseUrl: string, run: StormRun, kind: StormKind | undefined) {
  const random = randomOf(run.seed)
  await using slack = await startStormySlack()
  const database = await openDatabase(databaseUrl)
  await migrate(database.db)
  const begin = addMs(Date.now() as Instant, 1_000)
  const owed = await oweAll(database.db, run, begin)
  const clients = new Map<WorkspaceId, SlackClient>()
  const clientOf = (workspace: WorkspaceId) => {
    const known = clients.get(workspace) ?? createClient(String(workspace), slack.url, run.callMs)
    clients.set(workspace, known)
    return known
  }
  const quietly = () => {}
  const engine = createEngine({
    deps: { db: database.db, now: () => Date.now() as Instant, newId: () => uuidv7(), holidays: noHolidays },
    clientOf,
    render: async ({ target, key }) => ({ to: target, message: { text: key, blocks: [] } }),
    log: { debug: quietly, info: quietly, warn: quietly, error: quietly },
    pace: { ...usualPace, settleMs: run.settleMs },
  })
  if (kind !== undefined) {
    slack.storm = {
      token: STORMY,
      kind,
      retryAfter: () => 1 + Math.floor(random() * run.longestWait),
    }
  }
  await engine.start()
  const before = process.memoryUsage().rss
  await sleep(run.seconds * 1000 + 1_000)
  const grownMiB = Math.round((process.memoryUsage().rss - before) / 2 ** 20)
  slack.storm = undefined
  await allTaken(slack, owed, run)
  await engine.stop()
  await database.close()
  return { ...lateness(slack, owed), ...counts(slack, owed), grownMiB }
}

interface Owed {
  readonly workspace: WorkspaceId
  readonly key: string
  readonly dueAt: Instant
}

async function oweAll(db: Db, run: StormRun, begin: Instant): Promise<readonly Owed[]> {
  const owed: Owed[] = []
  const owe = async (workspace: WorkspaceId, target: PersonId, key: string, dueAt: Instant) => {
    owed.push({ workspace, key, dueAt })
    const payload = { person: target, what: { is: 'help' } } as const
    await enqueue(db, {
      id: uuidv7(),
      workspace,
      key,
      kind: 'said',
      payload,
      target,
      dueAt,
      plannedFor: dueAt,
    })
  }
  for (let w = 0; w < run.calmWorkspaces; w += 1) {
    const workspace = workspaceId(`TCALM${w}`)
    await saveWorkspace(db, { id: workspace, name: workspace, botUser: personId('UBOT') }, begin)
    for (let at = 0; at < run.seconds * 1000; at += EVERY_MS)
      await owe(workspace, personId(`U${at}`), `calm:${w}:${at}`, addMs(begin, at + w * 37))
  }
  await saveWorkspace(db, { id: STORMY, name: STORMY, botUser: personId('UBOT') }, begin)
  for (let n = 0; n < run.stormLetters; n += 1) await owe(STORMY, personId(`U${n}`), `storm:${n}`, begin)
  return owed
}

const whenTaken = (slack: StormySlack, { workspace, key }: Owed) =>
  slack.taken.get(`${workspace} ${key}`) ?? []

async function allTaken(slack: StormySlack, owed: readonly Owed[], run: StormRun): Promise<void> {
  const end = Date.now() + (run.longestWait + run.stormLetters / 5 + 60) * 1000
  while (Date.now() < end && owed.some((one) => whenTaken(slack, one).length === 0)) await sleep(100)
  // Whatever might still be said twice is said by then.
  await sleep(run.settleMs + run.callMs + 1_500)
}

function lateness(slack: StormySlack, owed: readonly Owed[]): { readonly p99: number } {
  const late = owed
    .filter(({ workspace }) => workspace !== STORMY)
    .map((one) => (whenTaken(slack, one)[0] ?? Number.POSITIVE_INFINITY) - one.dueAt)
    .toSorted((a, b) => a - b)
  return { p99: late[Math.floor(late.length * 0.99)] ?? Number.NaN }
}

function counts(slack: StormySlack, owed: readonly Owed[]) {
  const times = owed.map((one) => whenTaken(slack, one).length)
  const { refused, tooEarly } = slack
  return {
    lost: times.filter((count) => count === 0).length,
    twice: times.filter((count) => count > 1).length,
    refused,
    tooEarly,
  }
}

/** `npm run faults:storm -- --seconds 60 --seed 1`: the three kinds of trouble, one after the other. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, seconds: { type: 'string', default: '60' } },
  })
  const run: StormRun = {
    seed: Number(values.seed),
    seconds: Number(values.seconds),
    calmWorkspaces: 10,
    stormLetters: 200,
    longestWait: 30,
    callMs: 10_000,
    settleMs: 15_000,
  }
  let isKept = true
  for (const kind of stormKinds) {
    const outcome = await storm(kind, run)
    console.log({ kind, seed: run.seed, seconds: run.seconds, ...outcome })
    isKept &&= outcome.stormP99 <= 1_500 && outcome.tooEarly + outcome.lost + outcome.twice === 0
  }
  process.exitCode = isKept ? 0 : 1
}

if (import.meta.main) await main()
