import { breathing } from '../../db/breathing.ts'
import { migrate, openDatabase } from '../../db/open.ts'
import { copyForRehearsal } from '../../db/rehearsal-copy.ts'
import { addMs, DAY_MS } from '../domain/time.ts'
import type { Instant, WorkspaceId } from '../domain/types.ts'
import type { SlackCalls } from '../slack/calls.ts'
import type { Log } from '../slack/log.ts'
import type { Deps } from '../usecases/deps.ts'
import type { Rehearse } from '../usecases/rehearsal-sheet.ts'
import { sentLog } from '../usecases/sent-log.ts'
import { createEngine, type Engine, type Render } from './engine.ts'

/** Nothing that decides about a prompt is older. */
const HISTORY_MS = 100 * DAY_MS

/**
 * What would be asked and sent until then if nobody did anything: the planner and the sender themselves, on a copy in memory
 * whose clock moves from one thing due to the next, before a Slack that takes everything. The real database is only read.
 */
export function createRehearsal(deps: Deps, stopping: AbortSignal): Rehearse {
  let last: Promise<unknown> = Promise.resolve()
  // One at a time: each takes a good part of the processor.
  return (workspace, whose, until) => {
    const mine = last.then(() => rehearsed(deps, stopping, workspace, whose, until))
    last = mine.catch(() => undefined)
    return mine
  }
}

async function rehearsed(
  deps: Deps,
  stopping: AbortSignal,
  workspace: WorkspaceId,
  whose: Parameters<Rehearse>[1],
  until: Instant,
): ReturnType<Rehearse> {
  stopping.throwIfAborted()
  const from = deps.now()
  const stage = await openDatabase(':memory:')
  try {
    const db = breathing(stage.db)
    await migrate(db)
    const copied = { people: whose.people, teams: whose.teams.map(({ id }) => id) }
    await copyForRehearsal(deps.db, workspace, copied, db, addMs(from, -HISTORY_MS))
    await play({ db, newId: deps.newId, holidays: deps.holidays }, stopping, from, until)
    return await sentLog(db, workspace, whose, { from, until })
  } finally {
    await stage.close()
  }
}

async function play(
  deps: Omit<Deps, 'now'>,
  stopping: AbortSignal,
  from: Instant,
  until: Instant,
): Promise<void> {
  let clock = from
  const faults: unknown[] = []
  const engine = engineOn({ ...deps, now: () => clock }, faults)
  for (;;) {
    stopping.throwIfAborted()
    await engine.tick()
    const [fault] = faults
    if (fault !== undefined) throw fault
    const next = await engine.nextDue()
    if (next === undefined || next >= until) return
    if (next <= clock) throw new Error('the rehearsal stands still')
    clock = next
  }
}

function engineOn(deps: Deps, faults: unknown[]): Engine {
  const nothing = () => {}
  const error: Log['error'] = (facts, message) =>
    void faults.push('err' in facts ? facts.err : new Error(message))
  return createEngine({
    deps,
    clientOf: () => takesEverything,
    render: undrawn,
    log: { debug: nothing, info: nothing, warn: nothing, error },
    pace: { wait: async () => {}, elapsed: () => 0, settleMs: 0 },
  })
}

const takesEverything: SlackCalls = {
  post: async ({ channel }) => ({ channel, ts: '0' }),
  update: async () => {},
  findPosted: async () => undefined,
}

const undrawn: Render = async ({ target }) => ({ to: target, message: { text: '', blocks: [] } })
