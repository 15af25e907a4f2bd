import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { botOn, declared } from '../../sandbox/bot.ts'
import { beginningOf, liveThrough, presentOf } from '../../sandbox/history.ts'
import { controlOf, createMovingClock } from '../../sandbox/moving-clock.ts'
import { type LocalSlack, startLocalSlack } from '../../sandbox/server.ts'
import { northwind } from '../../sandbox/world.ts'
import { type Load, load, signingSecret } from './load.ts'
import { type Measured, startMeasured } from './process.ts'

/**
 * What durability costs: signed `/goal` (help) and `/goal list` over loopback against Goalpost with a SQLite file, beside bare Bolt that only
 * acknowledges, in the same run and interleaved. Ratios travel between machines, figures do not.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5)

interface Figures {
  readyMs: number
  restMiB: number
  help: Load
  list: Load
  /** `/goal list`, 200 a second. */
  steady: Load
  stallMs: number
}

const folder = mkdtempSync(join(tmpdir(), 'goalpost-bench-'))
const slack = await startLocalSlack({
  now: Date.now,
  world: northwind(),
  ...declared,
  delivery: { kind: 'socket' },
})
try {
  const demoFile = join(folder, 'demo.db')
  await fillWithDemo(demoFile)
  const subjects = {
    'bare Bolt': () => bareBolt(),
    'Goalpost, empty': (round: number) => goalpost(slack, join(folder, `empty-${round}.db`)),
    'Goalpost, demo data': () => goalpost(slack, demoFile),
  }
  const all = new Map<string, Figures[]>()
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, start] of Object.entries(subjects)) {
      const figures = await measure(await start(round))
      all.set(name, [...(all.get(name) ?? []), figures])
    }
  }
  print(all)
} finally {
  await slack.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function fillWithDemo(file: string): Promise<void> {
  const present = presentOf(Date.now())
  const clock = createMovingClock(beginningOf(present))
  const past = await startLocalSlack({
    now: clock.now,
    world: northwind(),
    ...declared,
    delivery: { kind: 'socket' },
  })
  const log = pino({ level: 'silent' })
  const app = await botOn(past, { now: clock.now, log, databaseUrl: `file:${file}` })
  const settle = async () => {
    await app.tick()
    await past.quiet()
  }
  await app.start()
  await liveThrough(
    past,
    controlOf(clock, () => app, settle),
    settle,
  )
  await app.stop()
  await past.stop()
}

interface Running {
  readonly subject: Measured
  readonly port: number
}

async function bareBolt(): Promise<Running> {
  const port = await freePort()
  const env = { SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) }
  return { port, subject: await startMeasured(['tests/bench/bare-bolt.ts'], env) }
}

async function goalpost({ apiUrl, botToken }: LocalSlack, file: string): Promise<Running> {
  const port = await freePort()
  const env = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: `file:${file}`,
    PORT: String(port),
  }
  return {
    port,
    subject: await startMeasured(
      ['--max-semi-space-size=4', '--import', './src/node-version.mjs', 'src/main.ts'],
      env,
    ),
  }
}

async function measure({ subject, port }: Running): Promise<Figures> {
  await using running = subject
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const restMiB = running.memory()
  const what = { text: 'list', person: 'U0ANA000001' }
  // Meets the person and warms the code up; not counted.
  await load(port, { ...what, seconds: 2, connections: 10 })
  await running.longestStall()
  const help = await load(port, { ...what, text: '', seconds, connections: 10 })
  const list = await load(port, { ...what, seconds, connections: 10 })
  const steady = await load(port, { ...what, seconds, connections: 10, rate: 200 })
  return {
    readyMs: running.readyMs,
    restMiB,
    help,
    list,
    steady,
    stallMs: await running.longestStall(),
  }
}

function print(all: ReadonlyMap<string, readonly Figures[]>): void {
  const bare = all.get('bare Bolt') ?? []
  const median = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const of = (figures: readonly Figures[], pick: (one: Figures) => number) => median(figures.map(pick))
  const ratio = (figures: readonly Figures[], pick: (one: Figures) => number) =>
    round(of(figures, pick) / of(bare, pick))
  const rows = [...all].map(([name, figures]) => ({
    subject: name,
    '/goal, 1/s': Math.round(of(figures, (one) => one.help.perSecond)),
    'of bare': ratio(figures, (one) => one.help.perSecond),
    '/goal list, 1/s': Math.round(of(figures, (one) => one.list.perSecond)),
    'list of bare': ratio(figures, (one) => one.list.perSecond),
    'p50 at 200/s, ms': of(figures, (one) => one.steady.p50),
    'p99 at 200/s, ms': of(figures, (one) => one.steady.p99),
    'longest stall, ms': round(Math.max(...figures.map((one) => one.stallMs))),
    'at rest, MiB': Math.round(of(figures, (one) => one.restMiB)),
    'rest of bare': ratio(figures, (one) => one.restMiB),
    'ready, ms': Math.round(of(figures, (one) => one.readyMs)),
    failed: figures
      .flatMap((one) => [one.help, one.list, one.steady])
      .reduce((sum, run) => sum + run.failed, 0),
  }))
  console.log(`${rounds} rounds of ${seconds} s, medians; stalls are the longest of all rounds`)
  console.table(rows)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
