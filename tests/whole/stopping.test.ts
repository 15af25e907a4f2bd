import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { turnInbox, unfinishedInbox } from '../../db/inbox.ts'
import { openDatabase } from '../../db/open.ts'
import type { Instant, WorkspaceId } from '../../src/domain/types.ts'
import { startBot } from '../support/bot.ts'
import { churn, fillsGoal, lastTo, makesGoal, windowText } from '../support/goals.ts'

async function databaseFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'goalpost-'))
  return {
    url: `file:${join(folder, 'goalpost.db')}`,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  test('what is being worked on while the program stops is finished and answered', async () => {
    await using bot = await startBot({ mode, callMs: 300 })
    const ana = await fillsGoal(bot, 'ana', 'churn', churn)
    bot.slack.fail('conversations.info', { hang: true })
    const view_id = bot.slack.modalsOf('ana').at(-1)?.id ?? ''
    const submitting = bot.slack.ui('submit', { user: ana.id, view_id })
    await bot.slack.until(() => bot.slack.calls('conversations.info').length > 0)
    await bot.app.stop()
    expect(await submitting).toEqual({ ok: true })
    expect(windowText(bot, 'ana')).toContain('Something went wrong')
    bot.errors.length = 0
  })

  test('what comes after the program was told to stop is not taken', async () => {
    await using bot = await startBot({ mode, callMs: 300 })
    const ana = await fillsGoal(bot, 'ana', 'churn', churn)
    bot.slack.fail('conversations.info', { hang: true })
    const submitting = bot.slack.ui('submit', {
      user: ana.id,
      view_id: bot.slack.modalsOf('ana').at(-1)?.id ?? '',
    })
    await bot.slack.until(() => bot.slack.calls('conversations.info').length > 0)
    const stopping = bot.app.stop()
    const late = await bot.slack.ui('command', {
      user: ana.id,
      channel: bot.slack.channelId('sales'),
      text: '/goal list',
    })
    expect(late.ok).toBe(false)
    await Promise.all([stopping, submitting])
    bot.errors.length = 0
  })
})

test('every command is answered while Slack renews the connections', async () => {
  await using bot = await startBot()
  await bot.as('ana').types('sales', '/goal list')
  expect(bot.slack.connections()).toBe(2)
  const channel = bot.slack.channelId('sales')
  const user = bot.slack.userId('ana')
  bot.slack.refreshSockets(1)
  const answers = []
  for (let count = 0; count < 20; count += 1) {
    answers.push(await bot.slack.ui('command', { user, channel, text: '/goal list' }))
  }
  expect(answers.every((one) => one.ok)).toBe(true)
  expect(bot.slack.messagesIn('sales').filter((one) => one.ephemeral_for === user)).toHaveLength(21)
})

test('what was recorded and not finished is finished by the next start, once', async () => {
  await using folder = await databaseFolder()
  let body = ''
  {
    await using bot = await startBot({ databaseUrl: folder.url })
    await makesGoal(bot, 'ana', 'churn', churn)
    await bot.as('ana').says('44%')
    body =
      bot.slack
        .calls('message.im')
        .map((one) => JSON.stringify(one))
        .find((one) => one.includes('"text":"44%"')) ?? ''
  }
  const again = JSON.parse(
    body
      .replaceAll('44%', '41%')
      .replaceAll(/"event_id":"[^"]*"/g, '"event_id":"EvLost"')
      .replaceAll(/("ts":"\d+)\.\d+/g, '$1.999999'),
  )
  const workspace = again.team_id as WorkspaceId
  await insertUnfinished(folder.url, {
    workspace,
    key: 'event:EvLost',
    kind: 'event',
    body: JSON.stringify(again),
  })
  {
    await using bot = await startBot({ databaseUrl: folder.url, begin: '2026-05-03T18:05Z' })
    await bot.settled()
    expect(lastTo(bot, 'ana')).toContain('41%')
    await bot.slack.send({ envelope: 'events_api', name: 'message.im', payload: again })
    await bot.settled()
    expect(bot.slack.calls('chat.postMessage')).toHaveLength(1)
  }
  const { db, close } = await openDatabase(folder.url)
  expect(await unfinishedInbox(db, Number.MAX_SAFE_INTEGER as Instant, 10)).toEqual([])
  await close()
})

async function insertUnfinished(
  url: string,
  entry: Parameters<typeof turnInbox>[1]['arrived'][number] extends infer Entry
    ? Omit<Entry, 'receivedAt'>
    : never,
) {
  const { db, close } = await openDatabase(url)
  await turnInbox(db, {
    arrived: [{ ...entry, receivedAt: Date.parse('2026-05-03T18:01Z') as Instant }],
    done: [],
  })
  await close()
}
