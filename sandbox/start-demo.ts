import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GoalpostApp } from '../src/app.ts'
import type { Log } from '../src/slack/log.ts'
import { botOn, declared } from './bot.ts'
import { buildPage } from './build-page.ts'
import { beginningOf, liveThrough, presentOf } from './history.ts'
import { controlOf, createMovingClock } from './moving-clock.ts'
import { type LocalSlack, startLocalSlack } from './server.ts'
import { northwind } from './world.ts'

export interface Demo extends AsyncDisposable {
  readonly url: string
  readonly slack: LocalSlack
}

/** A Slack in the browser with the bot inside it, and eight weeks of a sales team before `realNow` behind it. */
export async function startDemo(options: {
  readonly port: number
  readonly realNow: number
  readonly log: Log
}): Promise<Demo> {
  const { port, realNow, log } = options
  const folder = mkdtempSync(join(tmpdir(), 'goalpost-demo-'))
  const present = presentOf(realNow)
  const clock = createMovingClock(beginningOf(present))
  let app: GoalpostApp | undefined
  let run = 0
  const running = () => {
    if (app === undefined) throw new Error('the bot has not started')
    return app
  }
  const settle = async () => {
    await running().tick()
    await slack.quiet()
  }
  const control = controlOf(clock, running, settle)
  const slack = await startLocalSlack({
    port,
    now: clock.now,
    world: northwind(),
    ...declared,
    delivery: { kind: 'socket' },
    pageFolder: await buildPage(),
    clock: control,
    calendar: (request, response) => running().calendar(request, response),
    async onReset() {
      await running().stop()
      await begin()
    },
  })
  async function begin() {
    run += 1
    clock.set(beginningOf(present))
    const databaseUrl = `file:${join(folder, `run-${run}.db`)}`
    app = await botOn(slack, { now: clock.now, log, databaseUrl, publicUrl: slack.url })
    await app.start()
    await liveThrough(slack, control, settle)
  }
  async function end() {
    await app?.stop()
    await slack.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  await begin().catch(async (fault: unknown) => {
    await end()
    throw fault
  })
  return { url: slack.url, slack, [Symbol.asyncDispose]: end }
}
