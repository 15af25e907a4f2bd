import { describe, expect, test } from 'vitest'
import type { Trouble } from '../../sandbox/faults.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import {
  churn,
  errorsShown,
  fillsGoal,
  makesGoal,
  postedIn,
  signUps,
  whisperTo,
  windowText,
} from '../support/goals.ts'

const troubles: readonly (readonly [string, Trouble])[] = [
  ['wants us to wait', { status: 429, retryAfter: 1 }],
  ['is broken', { status: 500 }],
  ['answers nonsense', { status: 200, body: '<html>' }],
  ['does not answer', { hang: true }],
]

/** The log knows the reference that the person was given; nothing else was logged as an error. */
function expectReference(bot: WholeBot, said: string): void {
  const reference = /reference to whoever runs Goalpost: ([0-9a-f]{8})/.exec(said)?.[1]
  expect(reference).toBeDefined()
  expect(bot.errors).toEqual([expect.objectContaining({ reference })])
  bot.errors.length = 0
}

describe.each(troubles)('while Slack %s', (_, trouble) => {
  test('someone we know who wants a form gets a calm line with a reference', async () => {
    await using bot = await startBot({ callMs: 300 })
    await bot.as('ana').types('sales', '/goal list')
    bot.slack.fail('views.open', trouble)
    expect(await bot.as('ana').types('sales', '/goal new')).toEqual({ ok: true })
    await said(bot, 'ana', 'Something went wrong')
    expectReference(bot, whisperTo(bot, 'ana'))
    expect(await bot.as('ana').types('sales', '/goal new')).toEqual({ ok: true })
    expect(bot.slack.modalsOf('ana')).toHaveLength(1)
  })

  test('someone new who wants a form gets the same, and nothing is written of them', async () => {
    await using bot = await startBot({ callMs: 300 })
    bot.slack.fail('views.open', trouble)
    expect(await bot.as('ben').types('sales', '/goal new')).toEqual({ ok: true })
    await said(bot, 'ben', 'Something went wrong')
    expectReference(bot, whisperTo(bot, 'ben'))
  })

  test('someone new who cannot be looked up is told in the window that opened', async () => {
    await using bot = await startBot({ callMs: 300 })
    bot.slack.fail('users.info', trouble)
    expect(await bot.as('ben').types('sales', '/goal new')).toEqual({ ok: true })
    await bot.slack.until(() => windowText(bot, 'ben').includes('Something went wrong'))
    expectReference(bot, windowText(bot, 'ben'))
  })

  test('someone new who cannot be looked up is told in a line where no window was to open', async () => {
    await using bot = await startBot({ callMs: 300 })
    bot.slack.fail('users.info', trouble)
    expect(await bot.as('ben').types('sales', '/goal list')).toEqual({ ok: true })
    await said(bot, 'ben', 'Something went wrong')
    expectReference(bot, whisperTo(bot, 'ben'))
  })

  test('a form whose channel cannot be read says so, keeps nothing, and a second try works', async () => {
    await using bot = await startBot({ callMs: 300 })
    const ana = await fillsGoal(bot, 'ana', 'churn', churn)
    bot.slack.fail('conversations.info', trouble)
    expect(await ana.submits()).toEqual({ ok: true })
    expect(windowText(bot, 'ana')).toContain('Something went wrong')
    expectReference(bot, windowText(bot, 'ana'))
    expect(postedIn(bot)).toEqual([])
    const note = bot.slack.modalsOf('ana').at(-1)?.id ?? ''
    await bot.slack.ui('close', { user: ana.id, view_id: note })
    await makesGoal(bot, 'ana', 'churn', churn)
    expect(bot.textOf(postedIn(bot)[0])).toContain('G-1')
  })

  test('a button that opens a window is answered in a line', async () => {
    await using bot = await startBot({ callMs: 300 })
    await makesGoal(bot, 'ana', 'churn', churn)
    bot.slack.fail('views.open', trouble)
    await bot.as('ana').clicks('goal.edit')
    await bot.slack.until(() => whisperTo(bot, 'ana', 'dm').includes('Something went wrong'))
    expectReference(bot, whisperTo(bot, 'ana', 'dm'))
  })

  test('a shortcut is answered in the direct messages', async () => {
    await using bot = await startBot({ callMs: 300 })
    bot.slack.fail('views.open', trouble)
    await bot.slack.ui('shortcut', { user: bot.as('ana').id, callback_id: 'goal.new.global' })
    await bot.slack.until(() => bot.textOf(bot.slack.dmWith('ana').at(-1)).includes('Something went wrong'))
    expectReference(bot, bot.textOf(bot.slack.dmWith('ana').at(-1)))
  })
})

const said = (bot: WholeBot, who: string, words: string) =>
  bot.slack.until(() => whisperTo(bot, who).includes(words))

describe('a workspace whose Slack does not know the newest blocks', () => {
  test('gets the board in plain ones when it is asked for', async () => {
    await using bot = await startBot()
    await makesGoal(bot, 'ana', 'churn', churn)
    for (const who of ['ben', 'dee', 'eve']) await makesGoal(bot, who, 'email-sign-ups', signUps)
    for (const [index, week] of ['2026-05-04', '2026-05-11', '2026-05-18'].entries()) {
      await bot.until(`${week}T18:00Z`)
      await bot.as('ana').says(`${42 - index * 2}%`)
      for (const who of ['ben', 'dee', 'eve']) await bot.as(who).says(`${(index + 1) * 12}`)
    }
    bot.slack.fail('response_url', { error: 'invalid_blocks' })
    await bot.as('ana').types('sales', '/goal leaderboard')
    expect(whisperTo(bot, 'ana')).toContain('Leaderboard')
    expect(bot.slack.calls('response_url')).toHaveLength(2)
    bot.slack.fail('chat.postMessage', {
      error: 'invalid_blocks',
      messages: ['[ERROR] unsupported type: data_table'],
    })
    await bot.until('2026-05-20T08:00Z')
    const board = postedIn(bot).findLast((one) => bot.textOf(one).includes('The week in'))
    expect(bot.textOf(board)).toContain('Score')
    expect(JSON.stringify(board?.blocks)).not.toContain('data_')
    expect(bot.slack.notices().every((one) => !one.includes('invalid_blocks'))).toBe(true)
  })
})

test('a form for someone new stays open when its errors come', async () => {
  await using bot = await startBot()
  const ben = await fillsGoal(bot, 'ben', 'churn', { ...churn, target: { value: 'abc' } })
  await ben.submits()
  expect(errorsShown(bot, 'ben').target).toContain('abc')
})
