import { describe, expect, test } from 'vitest'
import { SlackLimited, SlackRefused } from '../../src/slack/calls.ts'
import { databases } from '../support/databases.ts'
import { acme, globex, salesChannel } from '../support/people.ts'
import { limits, loses, refuses, takesSilently } from '../support/scripted-slack.ts'
import { letters, mortal, owe, sendingWorld } from '../support/sending.ts'

const MINUTE = 60_000

describe.each(databases)('on $name', ({ fresh }) => {
  test('what is owed is posted with its key, once, and where it stands is remembered', async () => {
    await using world = await sendingWorld(fresh)
    await owe(world, 'a')
    const engine = world.engine()
    await engine.tick()
    await engine.tick()
    expect(world.slack.posted).toMatchObject([{ key: 'a', channel: 'D0ANA' }])
    expect(await letters(world.db)).toEqual(['a sent'])
    const row = await world.db.selectFrom('outbox').select(['channel_id', 'ts']).executeTakeFirst()
    expect(row).toEqual({ channel_id: 'D0ANA', ts: world.slack.posted[0]?.ts })
  })

  test('what is told in one place stays in order', async () => {
    await using world = await sendingWorld(fresh)
    const keys = ['a', 'b', 'c', 'd', 'e']
    for (const key of keys) await owe(world, key)
    await world.engine().tick()
    expect(world.slack.posted.map(({ key }) => key)).toEqual(keys)
  })

  test('a letter that is not due yet waits, and the engine says until when', async () => {
    await using world = await sendingWorld(fresh)
    const later = world.now() + 5 * MINUTE
    await owe(world, 'a', { dueAt: later as ReturnType<typeof world.now> })
    const engine = world.engine()
    await engine.tick()
    expect(world.slack.posted).toEqual([])
    expect(await engine.nextDue()).toBe(later)
  })

  describe('when Slack limits a workspace', () => {
    test('nothing goes there before the time it named, and everything after it', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      const engine = world.engine()
      world.slack.twist(acme, limits(30_000))
      await engine.tick()
      await owe(world, 'b', { target: 'U0BEN' })
      world.pass(29_999)
      await engine.tick()
      expect(world.slack.asked).toHaveLength(1)
      world.pass(1)
      await engine.tick()
      expect(world.slack.posted.map(({ key }) => key).toSorted()).toEqual(['a', 'b'])
    })

    test('another workspace is not held up', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      await owe(world, 'other', { workspace: globex })
      world.slack.twist(acme, limits(30_000))
      await world.engine().tick()
      expect(world.slack.posted).toMatchObject([{ workspace: globex, key: 'other' }])
    })

    test('moving the product clock alone does not end the wait that Slack asked for', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      let slackTime = 0
      const engine = world.engine({ pace: { elapsed: () => slackTime } })
      world.slack.twist(acme, limits(30_000))
      await engine.tick()
      world.pass(60 * MINUTE)
      await engine.tick()
      expect(world.slack.posted).toEqual([])
      slackTime = 30_000
      await engine.tick()
      expect(world.slack.posted).toHaveLength(1)
    })
  })

  test('a workspace in which Slack does not answer does not hold up another one, nor its next letters', async () => {
    await using world = await sendingWorld(fresh)
    let answer = () => {}
    const until = new Promise<void>((resolve) => {
      answer = resolve
    })
    world.slack.twist(acme, { is: 'hangs', until })
    await owe(world, 'slow')
    const engine = world.engine()
    const first = engine.tick()
    await owe(world, 'other', { workspace: globex })
    const second = engine.tick()
    while (world.slack.posted.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(world.slack.posted).toMatchObject([{ key: 'other' }])
    answer()
    await Promise.all([first, second])
    expect(world.slack.posted).toHaveLength(2)
  })

  describe('when nobody knows whether a message arrived', () => {
    test('it is looked for after the settle time, and found it is sent', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      world.slack.twist(acme, takesSilently)
      const engine = world.engine()
      await engine.tick()
      expect(await letters(world.db)).toEqual(['a unknown'])
      expect(await engine.nextDue()).toBe(world.now() + 45_000)
      world.pass(44_999)
      await engine.tick()
      expect(world.slack.looked).toEqual([])
      world.pass(1)
      await engine.tick()
      expect(await letters(world.db)).toEqual(['a sent'])
      expect(world.slack.posted).toHaveLength(1)
      const row = await world.db.selectFrom('outbox').select(['channel_id', 'ts']).executeTakeFirst()
      expect(row).toEqual({ channel_id: 'D0ANA', ts: '1.000000' })
    })

    test('it is looked for and, absent, sent again', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      world.slack.twist(acme, loses)
      const engine = world.engine()
      await engine.tick()
      world.pass(45_000)
      await engine.tick()
      expect(await letters(world.db)).toEqual(['a sent'])
      expect(world.slack.posted).toHaveLength(1)
    })

    test('a reply is looked for in its thread', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a', { target: salesChannel })
      world.slack.twist(acme, takesSilently)
      const engine = world.engine({
        render: async ({ target, key }) => ({
          to: target,
          threadTs: '7.0',
          message: { text: key, blocks: [] },
        }),
      })
      await engine.tick()
      world.pass(45_000)
      await engine.tick()
      expect(world.slack.posted).toMatchObject([{ threadTs: '7.0' }])
      expect(await letters(world.db)).toEqual(['a sent'])
    })

    test('a first copy that shows up during the second try is found, since the search goes back to the first', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      world.slack.twist(acme, { is: 'takes-silently', lateMs: 45_001 }, loses)
      const engine = world.engine()
      await engine.tick()
      world.pass(45_000)
      await engine.tick()
      expect(await letters(world.db)).toEqual(['a unknown'])
      world.pass(45_000)
      await engine.tick()
      expect(await letters(world.db)).toEqual(['a sent'])
      expect(world.slack.posted).toHaveLength(1)
    })

    test('while Slack limits reading, it is looked for later and nothing is sent', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      world.slack.twist(acme, takesSilently)
      const engine = world.engine()
      await engine.tick()
      world.pass(45_000)
      world.slack.history = new SlackLimited('conversations.history', 20_000)
      await engine.tick()
      world.slack.history = 'shown'
      expect(await engine.nextDue()).toBe(world.now() + 20_000)
      world.pass(20_000)
      await engine.tick()
      expect(await letters(world.db)).toEqual(['a sent'])
      expect(world.slack.posted).toHaveLength(1)
    })

    test('where history cannot be read, a person is told once more and then no more', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      world.slack.history = new SlackRefused('conversations.history', 'missing_scope')
      world.slack.twist(acme, loses, loses)
      const engine = world.engine()
      await engine.tick()
      for (let tries = 0; tries < 4; tries += 1) {
        world.pass(45_000)
        await engine.tick()
      }
      expect(world.slack.asked).toHaveLength(2)
      expect(await letters(world.db)).toEqual(['a skipped unknown-outcome'])
    })

    test('where history cannot be read, a channel is not told twice', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a', { target: salesChannel })
      world.slack.history = new SlackRefused('conversations.history', 'missing_scope')
      world.slack.twist(acme, takesSilently)
      const engine = world.engine()
      await engine.tick()
      world.pass(45_000)
      await engine.tick()
      expect(world.slack.asked).toHaveLength(1)
      expect(await letters(world.db)).toEqual(['a skipped unknown-outcome'])
    })
  })

  describe('when Slack refuses', () => {
    const drawn = { text: 'a', blocks: [{ type: 'divider' }, { type: 'divider' }] } as const

    test('blocks that it does not know, the fallback goes instead', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      world.slack.twist(acme, refuses('invalid_blocks'))
      const fallback = [{ type: 'divider' }] as const
      await world
        .engine({ render: async ({ target }) => ({ to: target, message: { ...drawn, fallback } }) })
        .tick()
      expect(world.slack.posted).toMatchObject([{ blocks: 1 }])
      expect(await letters(world.db)).toEqual(['a sent'])
    })

    test('blocks without a fallback, it is skipped and logged', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      world.slack.twist(acme, refuses('invalid_blocks'))
      await world.engine({ render: async ({ target }) => ({ to: target, message: drawn }) }).tick()
      expect(await letters(world.db)).toEqual(['a skipped slack-refused'])
      expect(world.logged).toEqual(['error Slack refuses a message'])
    })

    test.each([
      ['channel_not_found', 'slack-no-channel'],
      ['is_archived', 'slack-no-channel'],
      ['user_not_found', 'slack-no-person'],
      ['cannot_dm_bot', 'slack-no-direct-messages'],
      ['restricted_action_read_only_channel', 'slack-not-allowed'],
    ])('%s, it is skipped quietly and the next one goes', async (code, reason) => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      await owe(world, 'b')
      world.slack.twist(acme, refuses(code))
      await world.engine().tick()
      expect(await letters(world.db)).toEqual([`a skipped ${reason}`, 'b sent'])
      expect(world.logged).toEqual([])
    })

    test.each(['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'])(
      'the token with %s, the workspace rests for ten minutes and nothing is lost',
      async (code) => {
        await using world = await sendingWorld(fresh)
        for (const key of ['a', 'b', 'c']) await owe(world, key)
        world.slack.twist(acme, refuses(code))
        const engine = world.engine()
        await engine.tick()
        world.pass(10 * MINUTE - 1)
        await engine.tick()
        expect(world.slack.asked).toHaveLength(1)
        expect(world.logged).toEqual(['error Slack refuses the token'])
        world.pass(1)
        await engine.tick()
        expect(await letters(world.db)).toEqual(['a sent', 'b sent', 'c sent'])
      },
    )

    test('for a reason nobody knows, it is skipped and the reason logged', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      world.slack.twist(acme, refuses('fatal_error'))
      await world.engine().tick()
      expect(await letters(world.db)).toEqual(['a skipped slack-refused'])
      expect(world.logged).toEqual(['error Slack refuses a message'])
    })
  })

  describe('drawing', () => {
    test('that fails is tried again each minute, and given up after the fifth time', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      await owe(world, 'b')
      let drawings = 0
      const engine = world.engine({
        render: async ({ key, target }) => {
          if (key === 'b') return { to: target, message: { text: key, blocks: [] } }
          drawings += 1
          throw new Error('cannot draw')
        },
      })
      await engine.tick()
      expect(await letters(world.db)).toEqual(['a due', 'b sent'])
      for (let minutes = 0; minutes < 10; minutes += 1) {
        world.pass(MINUTE)
        await engine.tick()
      }
      expect(drawings).toBe(5)
      expect(await letters(world.db)).toEqual(['a skipped render-failed', 'b sent'])
    })

    test('that finds nothing left to say skips the letter with the reason', async () => {
      await using world = await sendingWorld(fresh)
      await owe(world, 'a')
      await world.engine({ render: async () => ({ skip: 'gone' }) }).tick()
      expect(await letters(world.db)).toEqual(['a skipped gone'])
    })
  })

  test('a stored letter that cannot be read is skipped, and the others go', async () => {
    await using world = await sendingWorld(fresh)
    for (const key of ['a', 'b', 'c']) await owe(world, key)
    await world.db.updateTable('outbox').set({ payload: '{' }).where('key', '=', 'a').execute()
    await world.db.updateTable('outbox').set({ kind: 'of-old' }).where('key', '=', 'b').execute()
    await world.engine().tick()
    expect(await letters(world.db)).toEqual(['a skipped unreadable', 'b skipped unreadable', 'c sent'])
  })

  test('after stop nothing is taken up, and what is on its way is waited for', async () => {
    await using world = await sendingWorld(fresh)
    let answer = () => {}
    const until = new Promise<void>((resolve) => {
      answer = resolve
    })
    world.slack.twist(acme, { is: 'hangs', until })
    await owe(world, 'a')
    await owe(world, 'b')
    const engine = world.engine()
    const ticking = engine.tick()
    while (world.slack.asked.length === 0) await new Promise((resolve) => setImmediate(resolve))
    const stopping = engine.stop()
    answer()
    await Promise.all([ticking, stopping])
    await engine.tick()
    expect(await letters(world.db)).toEqual(['a sent', 'b due'])
  })

  test('a process that slept between its claim and the call looks first, since another may have taken it for dead', async () => {
    await using world = await sendingWorld(fresh)
    await owe(world, 'a')
    let isAsleep = true
    const db = mortal(world.db, (node) => {
      if (isAsleep && node.kind === 'UpdateQueryNode') world.pass(10_001)
    })
    const engine = world.engine({ db })
    await engine.tick()
    isAsleep = false
    expect(world.slack.posted).toEqual([])
    expect(await letters(world.db)).toEqual(['a unknown'])
    for (let rounds = 0; rounds < 2; rounds += 1) {
      world.pass(60_000)
      await engine.tick()
    }
    expect(world.slack.posted).toHaveLength(1)
  })
})
