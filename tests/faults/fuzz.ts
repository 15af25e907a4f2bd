import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { openDatabase } from '../../db/open.ts'
import { signatureOf } from '../../sandbox/http-delivery.ts'
import { northwind } from '../../sandbox/world.ts'
import { residentMiB } from '../bench/process.ts'
import { freePort, isTaken, killed, localSlack, makeGoal, SECRET, started } from './http-program.ts'
import { onSqlite } from './kill-sending.ts'
import { randomOf } from './random.ts'

export interface FuzzRun {
  readonly seed: number
  readonly bodies: number
  readonly forgeries: number
}

export interface FuzzOutcome {
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly forgeriesTaken: number
  /** Tables that hold a row of another workspace. */
  readonly strayed: readonly string[]
  readonly isAlive: boolean
  readonly grownMiB: number
}

const AT_ONCE = 16
/** Without a limit the collector lets garbage lie while there is room, which would hide or fake a leak. */
const smallHeap = ['--max-old-space-size=96']
const WARM_UP = 20_000
const team = northwind().team.id

/**
 * Sends signed bodies that are not as Slack sends them, and bodies that are not signed right, to the program in a process of
 * its own, whose memory is measured. The first ones warm it up.
 */
export async function fuzz(databaseUrl: string, run: FuzzRun): Promise<FuzzOutcome> {
  const random = randomOf(run.seed)
  const statuses: Record<string, number> = {}
  let forgeriesTaken = 0
  let grownMiB = 0
  let isAlive = false
  const slack = await localSlack()
  const deaf = createServer((_, response) => response.end())
  deaf.listen(0, '127.0.0.1')
  await once(deaf, 'listening')
  try {
    await makeGoal(slack, databaseUrl)
    const port = await freePort()
    const program = await started(slack, databaseUrl, port, smallHeap)
    const url = `http://127.0.0.1:${port}/slack/events`
    const { port: deafPort } = deaf.address() as AddressInfo
    const seeds = seedsFor(slack.userId('ana'), slack.channelId('sales'), `http://127.0.0.1:${deafPort}/`)
    const send = async (index: number) => {
      const { type, body } = mutated(seeds, index, random)
      const status = await posted(url, type, body, SECRET)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
    await many(Math.min(WARM_UP, run.bodies / 5), (index) => send(run.bodies + index))
    const before = residentMiB(program)
    await many(run.bodies, send)
    await many(run.forgeries, async (index) => {
      const { type, body } = mutated(seeds, index, random)
      if ((await posted(url, type, body, `${SECRET}${index}`)) === '200') forgeriesTaken += 1
    })
    grownMiB = Math.round(residentMiB(program) - before)
    isAlive = await isTaken(slack, port, 1)
    await killed(program)
  } finally {
    deaf.close()
    await slack.stop()
  }
  return { statuses, forgeriesTaken, strayed: await strayed(databaseUrl), isAlive, grownMiB }
}

async function many(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) {
      next += 1
      await work(next)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

interface Seed {
  readonly type: 'application/json' | 'application/x-www-form-urlencoded'
  readonly payload: { readonly [key: string]: Json }
  /** In a form, everything stands in one field. */
  readonly isWrapped: boolean
}

/** One of each kind that Slack delivers. */
function seedsFor(user: string, channel: string, responseUrl: string): readonly Seed[] {
  const form = 'application/x-www-form-urlencoded'
  const who = {
    user: { id: user, team_id: team },
    team: { id: team, domain: 'northwind' },
    api_app_id: 'A1',
    token: 'x',
  }
  const view = {
    id: 'V1',
    type: 'modal',
    callback_id: 'goal.new',
    private_metadata: '{}',
    hash: 'h',
    state: { values: { title: { title: { type: 'plain_text_input', value: 'x' } } } },
  }
  return [
    {
      type: 'application/json',
      isWrapped: false,
      payload: {
        type: 'event_callback',
        team_id: team,
        api_app_id: 'A1',
        event_id: 'Ev',
        event_time: 1,
        event: { type: 'message', channel_type: 'im', channel: 'D1', user, text: '41%', ts: '1.000001' },
      },
    },
    {
      type: 'application/json',
      isWrapped: false,
      payload: {
        type: 'event_callback',
        team_id: team,
        event_id: 'Ev',
        event: { type: 'app_home_opened', user, tab: 'home', channel: 'D1' },
      },
    },
    {
      type: form,
      isWrapped: false,
      payload: {
        command: '/goal',
        text: 'list',
        team_id: team,
        channel_id: channel,
        channel_name: 'sales',
        user_id: user,
        user_name: 'ana',
        trigger_id: 't',
        response_url: responseUrl,
      },
    },
    {
      type: form,
      isWrapped: true,
      payload: {
        ...who,
        type: 'block_actions',
        trigger_id: 't',
        container: { type: 'message', channel_id: channel, message_ts: '1.1' },
        channel: { id: channel, name: 'sales' },
        message: { ts: '1.1' },
        response_url: responseUrl,
        actions: [
          { type: 'button', action_id: 'goal.edit', block_id: 'b', value: '{"goal":"x"}', action_ts: '1.2' },
        ],
      },
    },
    { type: form, isWrapped: true, payload: { ...who, type: 'view_submission', trigger_id: 't', view } },
    {
      type: form,
      isWrapped: true,
      payload: {
        ...who,
        type: 'message_action',
        callback_id: 'goal.new.message',
        trigger_id: 't',
        channel: { id: channel, name: 'sales' },
        message: { ts: '1.1', text: 'x' },
        message_ts: '1.1',
        response_url: responseUrl,
      },
    },
  ]
}

function mutated(
  seeds: readonly Seed[],
  index: number,
  random: () => number,
): { readonly type: string; readonly body: string } {
  const { type, payload, isWrapped } = seeds[index % seeds.length] as Seed
  let changed: Json = unique(payload, index)
  for (let times = Math.floor(random() * 4); times >= 0; times -= 1) changed = change(changed, random)
  const text = JSON.stringify(changed)
  const cut = random() < 0.05 ? text.slice(0, Math.floor(random() * text.length)) : text
  if (type === 'application/json') return { type, body: cut }
  if (isWrapped) return { type, body: new URLSearchParams({ payload: cut }).toString() }
  const fields = Object.entries(Object(changed)).map(([key, value]): [string, string] => [key, String(value)])
  return { type, body: new URLSearchParams(fields).toString() }
}

/** Else the inbox would know it. */
function unique(payload: Seed['payload'], index: number): Json {
  return JSON.parse(
    JSON.stringify(payload)
      .replace('"Ev"', `"Ev${index}"`)
      .replace('"trigger_id":"t"', `"trigger_id":"t${index}"`)
      .replace('"1.2"', `"1.${index}"`),
  )
}

/** Somewhere inside, something becomes what it should not be. */
function change(value: Json, random: () => number): Json {
  if (typeof value !== 'object' || value === null || random() < 0.15) return strange(random)
  const entries = Object.entries(value)
  const at = Math.floor(random() * entries.length)
  const isDropped = random() < 0.2
  const changed = entries.flatMap(([key, inner], i): [string, Json][] => {
    if (i !== at) return [[key, inner as Json]]
    return isDropped ? [] : [[key, change(inner as Json, random)]]
  })
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed)
}

function strange(random: () => number): Json {
  const deep = (levels: number): Json => (levels === 0 ? 'x' : { a: deep(levels - 1) })
  const kinds: readonly (() => Json)[] = [
    () => null,
    () => true,
    () => -1e308,
    () => 0,
    () => '',
    () => 'x'.repeat(20_000),
    () => '\u0000',
    () => '\ud800',
    () => '<!channel> {"a":1}',
    () => '__proto__',
    () => [],
    () => ({}),
    () => [[[[]]]],
    () => deep(200),
    () => 'T0ELSEWHERE',
  ]
  return (kinds[Math.floor(random() * kinds.length)] as () => Json)()
}

async function posted(url: string, type: string, body: string, secret: string): Promise<string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(secret, timestamp, body),
  }
  try {
    const answer = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(10_000) })
    await answer.text()
    return String(answer.status)
  } catch {
    return 'none'
  }
}

async function strayed(databaseUrl: string): Promise<readonly string[]> {
  const { db, close } = await openDatabase(databaseUrl)
  const tables = (await db.introspection.getTables()).filter(({ columns }) =>
    columns.some(({ name }) => name === 'workspace_id'),
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{
      strays: number
    }>`select count(*) as strays from ${sql.table(name)} where workspace_id not in (${team}, '')`.execute(db)
    if (Number(rows[0]?.strays) > 0) found.push(name)
  }
  await close()
  return found
}

/** `npm run faults:fuzz -- --bodies 100000 --forgeries 100000 --seed 1` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      bodies: { type: 'string', default: '100000' },
      forgeries: { type: 'string', default: '100000' },
    },
  })
  const run = {
    seed: Number(values.seed),
    bodies: Number(values.bodies),
    forgeries: Number(values.forgeries),
  }
  const outcome = await onSqlite((url) => fuzz(url, run))
  console.log({ ...run, ...outcome })
  process.exitCode = outcome.isAlive && outcome.strayed.length === 0 && outcome.forgeriesTaken === 0 ? 0 : 1
}

if (import.meta.main) await main()
