import type { KyselyPlugin, RootOperationNode } from 'kysely'
import { enqueue } from '../../db/outbox.ts'
import { putSchedule } from '../../db/schedules.ts'
import type { Db } from '../../db/schema.ts'
import { addMs, localDateOf } from '../../src/domain/time.ts'
import type { Instant, PersonId, WorkspaceId } from '../../src/domain/types.ts'
import { createEngine, type Engine, type EngineOptions, type Render } from '../../src/engine/engine.ts'
import type { Log } from '../../src/slack/log.ts'
import { type FreshDatabase, freshDatabase } from './databases.ts'
import { acme, ana, globex, instant } from './people.ts'
import { type ScriptedSlack, scriptedSlack } from './scripted-slack.ts'
import { storePerson, storeWorkspace } from './stored.ts'

/** A Monday: Ana's prompt is due at 09:00 in Berlin. */
export const monday = instant('2026-05-18T07:00Z')

export interface SendingWorld extends AsyncDisposable {
  readonly db: Db
  readonly slack: ScriptedSlack
  /** `level message`, as logged. */
  readonly logged: string[]
  now(): Instant
  /** Moves both clocks. */
  pass(ms: number): void
  /** Real time that has passed. */
  elapsed(): number
  /** Another engine on the same database, as after a restart. */
  engine(other?: EngineParts): Engine
  /** A pace whose waits take time, which passes in `driven` only. */
  readonly waits: Partial<EngineOptions['pace']>
  /** Lets waits end in their order, as they would, until the work is done. */
  driven(work: Promise<void>): Promise<void>
}

export interface EngineParts {
  readonly render?: Render
  readonly db?: Db
  readonly pace?: Partial<EngineOptions['pace']>
}

/** Two workspaces with Ana in each, a scripted Slack, and two clocks that only the test moves. */
export async function sendingWorld(
  open: () => Promise<FreshDatabase> = freshDatabase,
): Promise<SendingWorld> {
  const fresh = await open()
  const { db } = fresh
  let clock = monday
  let elapsed = 0
  const sleepers: { readonly at: number; readonly wake: () => void }[] = []
  const logged: string[] = []
  const slack = scriptedSlack(
    () => clock,
    () => elapsed,
  )
  for (const workspace of [acme, globex]) {
    await storeWorkspace(db, workspace)
    await storePerson(db, { ...ana, workspace })
  }
  fresh.deps(clock)
  return {
    db,
    slack,
    logged,
    now: () => clock,
    pass(ms) {
      clock = addMs(clock, ms)
      elapsed += ms
      fresh.deps(clock)
    },
    elapsed: () => elapsed,
    engine: ({ render = asKey, db: own = db, pace = {} } = {}) =>
      createEngine({
        deps: { ...fresh.deps(clock), db: own },
        clientOf: slack.clientOf,
        render,
        log: logTo(logged),
        pace: { wait: async () => {}, elapsed: () => elapsed, ...pace },
      }),
    async driven(work) {
      let isDone = false
      const ended = work.finally(() => {
        isDone = true
      })
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve))
        sleepers.sort((a, b) => a.at - b.at)
        const next = isDone ? undefined : sleepers.shift()
        if (next === undefined) continue
        elapsed = Math.max(elapsed, next.at)
        next.wake()
      }
      await ended
    },
    waits: {
      wait: (ms) =>
        ms <= 0
          ? Promise.resolve()
          : new Promise((resolve) => sleepers.push({ at: elapsed + ms, wake: resolve })),
    },
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  }
}

const asKey: Render = async (letter) => ({
  to: letter.target,
  message: { text: letter.key, blocks: [] },
})

function logTo(logged: string[]): Log {
  const at = (level: string) => (_facts: object, message: string) => void logged.push(`${level} ${message}`)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** Owes a person a plain answer; due at once. */
export async function owe(
  world: SendingWorld,
  key: string,
  known: { workspace?: WorkspaceId; target?: string; dueAt?: Instant } = {},
): Promise<void> {
  await enqueue(world.db, {
    id: key,
    workspace: known.workspace ?? acme,
    key,
    kind: 'said',
    payload: { person: ana.id, what: { is: 'help' } },
    target: (known.target ?? ana.id) as PersonId,
    dueAt: known.dueAt ?? world.now(),
  })
}

/** When the person is asked next for the team. */
export async function schedulePrompt(
  db: Db,
  whose: { readonly workspace: WorkspaceId; readonly team: Parameters<typeof putSchedule>[1]['team'] },
  at: Instant,
): Promise<void> {
  const date = localDateOf(at, ana.zone)
  await putSchedule(db, {
    ...whose,
    id: `schedule-${whose.team}`,
    kind: 'prompt',
    person: ana.id,
    nextAt: at,
    date,
  })
}

/** `key state reason`, in the order of keys. */
export async function letters(db: Db, workspace: WorkspaceId = acme): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'state', 'reason'])
    .where('workspace_id', '=', workspace)
    .orderBy('key')
    .execute()
  return rows.map(({ key, state, reason }) => [key, state, reason].filter(Boolean).join(' '))
}

/** A database whose every use is a step; from the fatal one on nothing works any more, as after kill -9. */
export function mortal(db: Db, step: (query: RootOperationNode) => void): Db {
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      step(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return db.withPlugin(plugin)
}
