import { expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { enqueue } from '../../db/outbox.ts'
import type { Db } from '../../db/schema.ts'
import { noHolidays } from '../../src/domain/holidays.ts'
import type { Instant, PersonId } from '../../src/domain/types.ts'
import { createEngine, type Engine } from '../../src/engine/engine.ts'
import { createSharedService } from '../../src/engine/shared-service.ts'
import type { Log } from '../../src/slack/log.ts'
import { makeDatabase } from '../support/databases.ts'
import { acme, ana } from '../support/people.ts'
import { limits, scriptedSlack } from '../support/scripted-slack.ts'
import { storeWorkspace } from '../support/stored.ts'

/** Two processes, as far as the database can tell: each with its own connections and its own part in pg-boss. */
async function twoProcesses() {
  const { url, opened } = await makeDatabase('migrated')
  const another = await openDatabase(url)
  await storeWorkspace(opened.db)
  const now = () => Date.now() as Instant
  const slack = scriptedSlack(now, () => performance.now())
  const errors: string[] = []
  const quietly = () => {}
  const log: Log = {
    debug: quietly,
    info: quietly,
    warn: quietly,
    error: (_, message) => void errors.push(message),
  }
  const engines: Engine[] = []
  for (const { db } of [opened, another]) {
    const engine = createEngine({
      deps: { db, now, newId: () => crypto.randomUUID(), holidays: noHolidays },
      clientOf: slack.clientOf,
      render: async ({ target, key }) => ({ to: target, message: { text: key, blocks: [] } }),
      log,
      pace: { workspacePerSecond: 10_000, channelPerSecond: 10_000 },
      serviceOf: (parts) => createSharedService(parts, url),
    })
    await engine.start()
    engines.push(engine)
  }
  return {
    db: opened.db,
    slack,
    errors,
    kick() {
      for (const engine of engines) engine.kick()
    },
    async [Symbol.asyncDispose]() {
      for (const engine of engines) await engine.stop()
      await another.close()
      await opened.close()
    },
  }
}

const owes = (db: Db, key: string, target: PersonId = ana.id) =>
  enqueue(db, {
    id: key,
    workspace: acme,
    key,
    kind: 'said',
    payload: { person: ana.id, what: { is: 'help' } },
    target,
    dueAt: Date.now() as Instant,
  })

test('of two processes that are both told, one serves the workspace, and each message goes out once and in order', async () => {
  await using two = await twoProcesses()
  const keys = Array.from({ length: 30 }, (_, n) => `key-${String(n).padStart(2, '0')}`)
  for (const key of keys) await owes(two.db, key)
  two.kick()
  await expect.poll(() => two.slack.posted.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(30)
  expect(two.slack.posted.map(({ key }) => key)).toEqual(keys)
  expect(two.errors).toEqual([])
})

test('when Slack asks one process to wait, no other one asks before', async () => {
  await using two = await twoProcesses()
  two.slack.twist(acme, limits(2_000))
  const began = performance.now()
  await owes(two.db, 'first')
  two.kick()
  await expect.poll(() => two.slack.asked.length, { timeout: 20_000 }).toBe(1)
  await owes(two.db, 'second', 'U0BEN' as PersonId)
  two.kick()
  await expect.poll(() => two.slack.posted.length, { timeout: 20_000 }).toBe(2)
  expect(performance.now() - began).toBeGreaterThanOrEqual(2_000)
  expect(two.slack.asked).toHaveLength(3)
})
