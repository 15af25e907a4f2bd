import { describe, expect, test } from 'vitest'
import { forgetInbox, turnInbox, unfinishedInbox } from '../../db/inbox.ts'
import { addMs, DAY_MS } from '../../src/domain/time.ts'
import { createInbox } from '../../src/engine/inbox.ts'
import type { Delivery } from '../../src/slack/receive.ts'
import { databases, freshPostgres } from '../support/databases.ts'
import { acme, globex, instant } from '../support/people.ts'

const now = instant('2026-05-18T07:00Z')
const delivery = (key: string, workspace = acme): Delivery => ({
  workspace,
  key,
  kind: 'event',
  body: '{"text":"32%"}',
})
const received = (key: string, workspace = acme) => ({ ...delivery(key, workspace), receivedAt: now })

function inboxOn(db: Parameters<typeof turnInbox>[0]) {
  const logged: string[] = []
  const log = (_facts: object, message: string) => void logged.push(message)
  return {
    logged,
    inbox: createInbox({ db, now: () => now, log: { debug: log, info: log, warn: log, error: log } }),
  }
}

describe.each(databases)('on $name', ({ fresh }) => {
  test.each([1, 7, 8, 65, 600])('%i deliveries at once are all stored, and none again', async (count) => {
    await using world = await fresh()
    const all = Array.from({ length: count }, (_, n) => received(`event:${n}`))
    expect((await turnInbox(world.db, { arrived: all, done: [] })).size).toBe(count)
    await turnInbox(world.db, { arrived: [], done: all })
    expect((await turnInbox(world.db, { arrived: [...all, received('event:new')], done: [] })).size).toBe(1)
    expect(await unfinishedInbox(world.db, now, 1000)).toHaveLength(1)
  })

  test('deliveries are stored all or none', async () => {
    await using world = await fresh()
    const bad = { ...received('bad'), receivedAt: null as unknown as typeof now }
    const many = Array.from({ length: 10 }, (_, n) => received(`event:${n}`))
    await expect(turnInbox(world.db, { arrived: [...many, bad], done: [] })).rejects.toThrow()
    expect(await unfinishedInbox(world.db, now, 1000)).toEqual([])
  })

  test('equal keys of two workspaces are two deliveries', async () => {
    await using world = await fresh()
    expect(
      (await turnInbox(world.db, { arrived: [received('event:1'), received('event:1', globex)], done: [] }))
        .size,
    ).toBe(2)
    await turnInbox(world.db, { arrived: [], done: [delivery('event:1')] })
    expect(await unfinishedInbox(world.db, now, 10)).toMatchObject([{ workspace: globex }])
  })

  describe('what was never finished', () => {
    const minutes = (count: number) => addMs(now, count * 60_000)

    test('is taken up after its time, each try waiting twice as long, and by one process alone', async () => {
      await using world = await fresh()
      const [mine, others] = [inboxOn(world.db).inbox, inboxOn(world.db).inbox]
      await turnInbox(world.db, { arrived: [received('event:1')], done: [] })
      expect(await mine.takeUp(addMs(now, -1))).toEqual([])
      expect(await mine.takeUp(now)).toMatchObject([{ key: 'event:1', body: '{"text":"32%"}' }])
      expect(await others.takeUp(now)).toEqual([])
      mine.failed(delivery('event:1'))
      await mine.settled()
      expect(await others.takeUp(addMs(minutes(1), -1))).toEqual([])
      expect(await others.takeUp(minutes(1))).toHaveLength(1)
      expect(await mine.takeUp(minutes(2))).toEqual([])
      expect(await mine.takeUp(minutes(3))).toHaveLength(1)
    })

    test('is left alone while this process works on it', async () => {
      await using world = await fresh()
      const { inbox } = inboxOn(world.db)
      await inbox.record(delivery('event:1'))
      expect(await inbox.takeUp(minutes(60))).toEqual([])
      inbox.failed(delivery('event:1'))
      await inbox.settled()
      expect(await inbox.takeUp(minutes(60))).toHaveLength(1)
    })

    test('is given up after five tries, even if each killed its process, forgotten by its words and remembered by its key', async () => {
      await using world = await fresh()
      await turnInbox(world.db, { arrived: [received('event:1')], done: [] })
      for (let tries = 0; tries < 5; tries += 1)
        expect(await inboxOn(world.db).inbox.takeUp(minutes(60))).toHaveLength(1)
      const { inbox, logged } = inboxOn(world.db)
      expect(await inbox.takeUp(minutes(60))).toEqual([])
      expect(await inbox.record(delivery('event:1'))).toBe('again')
      expect(logged).toEqual(['a delivery failed every time and is given up'])
      const rows = await world.db.selectFrom('inbox').select(['state', 'body']).execute()
      expect(rows).toEqual([{ state: 'failed', body: '' }])
    })
  })

  test('done and given up ones are forgotten after a day, unfinished ones never', async () => {
    await using world = await fresh()
    await turnInbox(world.db, { arrived: [received('done'), received('failed'), received('open')], done: [] })
    await turnInbox(world.db, { arrived: [], done: [delivery('done')] })
    await world.db.updateTable('inbox').set({ state: 'failed' }).where('dedupe_key', '=', 'failed').execute()
    await forgetInbox(world.db, now)
    expect(await world.db.selectFrom('inbox').selectAll().execute()).toHaveLength(3)
    await forgetInbox(world.db, addMs(now, DAY_MS))
    expect(await unfinishedInbox(world.db, now, 10)).toMatchObject([{ key: 'open' }])
    expect(await world.db.selectFrom('inbox').selectAll().execute()).toHaveLength(1)
  })

  test('a repeat that comes while the end is being written down is not worked on again', async () => {
    await using world = await fresh()
    const { inbox } = inboxOn(world.db)
    expect(await inbox.record(delivery('event:1'))).toBe('fresh')
    const repeat = inbox.record(delivery('event:1'))
    inbox.done(delivery('event:1'))
    expect(await repeat).toBe('again')
    await inbox.settled()
    expect(await inbox.record(delivery('event:1'))).toBe('again')
  })
})

test('a delivery that two processes are handed at once is worked on by one of them', async () => {
  await using world = await freshPostgres()
  const [mine, others] = [inboxOn(world.db).inbox, inboxOn(await world.another()).inbox]
  for (let n = 0; n < 20; n += 1) {
    const answers = await Promise.all([mine, others].map((inbox) => inbox.record(delivery(`event:${n}`))))
    expect(answers.toSorted()).toEqual(['again', 'fresh'])
  }
})
