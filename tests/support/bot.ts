import { type Actor, actorOn } from '../../sandbox/acting.ts'
import { botOn, declared } from '../../sandbox/bot.ts'
import { controlOf, createMovingClock, type MovingClock } from '../../sandbox/moving-clock.ts'
import type { ClockControl, SandboxMessage } from '../../sandbox/protocol.ts'
import { type LocalSlack, startLocalSlack } from '../../sandbox/server.ts'
import { northwind, type World } from '../../sandbox/world.ts'
import type { GoalpostApp } from '../../src/app.ts'
import type { Log } from '../../src/slack/log.ts'

/** The whole product against the local Slack, with a clock that stands still until it is moved. */
export interface WholeBot extends AsyncDisposable {
  readonly slack: LocalSlack
  readonly app: GoalpostApp
  readonly clock: MovingClock
  readonly control: ClockControl
  as(name: string): Actor
  /** Moves to that moment, doing everything due on the way. */
  until(iso: string): Promise<void>
  /** Resolves when everything that follows from what was done is done and sent. */
  settled(): Promise<void>
  /** Everything a person can read in a message, as one text. */
  textOf(message: SandboxMessage | undefined): string
  /** What was logged as an error; a test that provokes one empties it. */
  readonly errors: unknown[]
  /** Collects them. */
  readonly log: Log
}

const signingSecret = 'a-signing-secret-for-tests'

export async function startBot(
  vary: {
    readonly mode?: 'socket' | 'http'
    readonly world?: World
    readonly begin?: string
    readonly databaseUrl?: string
    /** How long the bot waits for one call to Slack. */
    readonly callMs?: number
    /** Where people are told that calendars are. They are served at the app's port. */
    readonly publicUrl?: string
  } = {},
): Promise<WholeBot> {
  const clock = createMovingClock(Date.parse(vary.begin ?? '2026-05-03T18:00Z'), { isStill: true })
  const errors: unknown[] = []
  const log = collecting(errors)
  let app: GoalpostApp | undefined
  const running = () => {
    if (app === undefined) throw new Error('the bot has not started')
    return app
  }
  const settle = async () => {
    // What Slack still has to deliver may make something due.
    await slack.quiet()
    await running().tick()
    await slack.quiet()
  }
  const control = controlOf(clock, running, settle)
  const slack = await startLocalSlack({
    now: clock.now,
    world: vary.world ?? northwind(),
    ...declared,
    delivery: { kind: 'socket' },
    clock: control,
  })
  const isHttp = vary.mode === 'http'
  app = await botOn(slack, {
    now: clock.now,
    log,
    databaseUrl: vary.databaseUrl ?? ':memory:',
    ...(vary.callMs === undefined ? {} : { callMs: vary.callMs }),
    ...(vary.publicUrl === undefined ? {} : { publicUrl: vary.publicUrl, port: 0 }),
    ...(isHttp ? { http: { port: 0, signingSecret } } : {}),
  })
  await app.start()
  if (isHttp) {
    slack.setDelivery({
      kind: 'http',
      eventsUrl: `http://127.0.0.1:${app.port()}/slack/events`,
      signingSecret,
    })
  }
  return {
    slack,
    app,
    clock,
    control,
    errors,
    log,
    as: (name) => actorOn(slack, name, settle),
    until: (iso) => control.moveTo(Date.parse(iso)),
    settled: settle,
    textOf: (message) => (message === undefined ? '' : textIn([message.text, message.blocks])),
    async [Symbol.asyncDispose]() {
      await running().stop()
      await slack.stop()
      if (errors.length > 0) throw new Error(`logged as errors: ${JSON.stringify(errors)}`)
    },
  }
}

function collecting(errors: unknown[]): Log {
  const nothing = () => {}
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (facts, message) =>
      void errors.push({ message, ...facts, err: String('err' in facts ? facts.err : '') }),
  }
}

/** Every `text` and `value` anywhere in blocks. */
export function textIn(part: unknown): string {
  if (typeof part === 'string') return part
  if (Array.isArray(part)) return part.map(textIn).join(' ')
  if (typeof part !== 'object' || part === null) return ''
  return Object.entries(part)
    .filter(
      ([key]) => !['type', 'action_id', 'block_id', 'style', 'value', 'emoji', 'verbatim'].includes(key),
    )
    .map(([, value]) => textIn(value))
    .join(' ')
}
