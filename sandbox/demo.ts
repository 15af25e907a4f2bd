import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { GoalpostApp } from '../src/app.ts'
import { botOn, declared } from './bot.ts'
import { buildPage } from './build-page.ts'
import { beginningOf, liveThrough, presentOf } from './history.ts'
import { controlOf, createMovingClock } from './moving-clock.ts'
import { type LocalSlack, startLocalSlack } from './server.ts'
import { northwind } from './world.ts'

/** One command: a Slack in the browser with the bot inside it, and eight weeks of a sales team behind it. */
const folder = mkdtempSync(join(tmpdir(), 'goalpost-demo-'))
const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn', base: null })
const present = presentOf(Date.now())
const clock = createMovingClock(beginningOf(present))

let app: GoalpostApp
let slack: LocalSlack
let run = 0
async function settle(): Promise<void> {
  await app.tick()
  await slack.quiet()
}

const control = controlOf(clock, () => app, settle)

async function begin(): Promise<void> {
  run += 1
  clock.set(beginningOf(present))
  app = await botOn(slack, { now: clock.now, log, databaseUrl: `file:${join(folder, `run-${run}.db`)}` })
  await app.start()
  await liveThrough(slack, control, settle)
}

async function main(): Promise<void> {
  console.log('Goalpost demo: building the page and living through eight weeks …')
  const pageFolder = await buildPage()
  slack = await startLocalSlack({
    port: Number(process.env['PORT'] ?? 3333),
    now: clock.now,
    world: northwind(),
    ...declared,
    delivery: { kind: 'socket' },
    pageFolder,
    clock: control,
    async onReset() {
      await app.stop()
      await begin()
    },
  })
  await begin()
  console.log(`Open ${slack.url} in a browser. Ctrl-C ends it and forgets everything.`)
}

async function end(): Promise<void> {
  await app?.stop()
  await slack?.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}

process.on('SIGINT', () => void end())
process.on('SIGTERM', () => void end())
main().catch((fault: unknown) => {
  console.error(fault)
  rmSync(folder, { recursive: true, force: true })
  process.exit(1)
})
