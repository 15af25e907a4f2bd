import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import * as field from '../../sandbox/fields.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { contentOf, filesTo } from '../support/files.ts'
import { churn, makesGoal, postedIn, signUps, whisperTo } from '../support/goals.ts'

/** Ana's churn and Ben's sign-ups, from 3 May until 2 August 2026; it is the evening of 3 May. */
async function begun(vary: Parameters<typeof startBot>[0] = {}) {
  const bot = await startBot(vary)
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'site-sign-ups', signUps)
  return bot
}

/** A button of the newest message in the channel that only this person sees. */
async function presses(bot: WholeBot, who: string, action_id: string) {
  const user = bot.slack.userId(who)
  const shown = bot.slack.messagesIn('sales').findLast((one) => one.ephemeral_for === user)
  const blocks = z.array(withElements).parse(shown?.blocks ?? [])
  const block = blocks.find(({ elements }) => elements.some((one) => one.action_id === action_id))
  if (shown === undefined || block === undefined) throw new Error(`${action_id} is not shown`)
  const at = { in: 'message', channel: shown.channel, ts: shown.ts } as const
  await bot.slack.ui('click', { user, at, block_id: block.block_id, action_id })
  await bot.settled()
}

const withElements = z.looseObject({
  block_id: z.string(),
  elements: z.array(z.looseObject({ action_id: z.string().optional() })).default([]),
})

test.each(['socket', 'http'] as const)(
  'the channel’s goals are shown to who asks alone, in %s mode',
  async (mode) => {
    await using bot = await begun({ mode })
    const before = postedIn(bot).length
    await bot.as('chen').types('sales', '/goal timeline')
    const shown = whisperTo(bot, 'chen')
    expect(shown).toContain('#sales 時間軸')
    expect(shown).toMatch(/G-1 Reduce churn from 45% to 20% · Ana/)
    expect(shown).toContain('G-2 Win 200 sign-ups · Ben')
    expect(postedIn(bot)).toHaveLength(before)
  },
)

test('months, other pages and one’s own goals are a press away, in the same place', async () => {
  await using bot = await begun()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal timeline')
  const count = bot.slack.messagesIn('sales').length
  expect(whisperTo(bot, 'ana')).toContain('May – Aug 2026')
  await presses(bot, 'ana', 'timeline.turn/later')
  expect(whisperTo(bot, 'ana')).toContain('Sept – Dec 2026')
  expect(whisperTo(bot, 'ana')).toContain('None of the 2 goals lies in these months.')
  await presses(bot, 'ana', 'timeline.turn/all')
  await presses(bot, 'ana', 'timeline.turn/mine')
  expect(whisperTo(bot, 'ana')).toContain('Your timeline')
  expect(whisperTo(bot, 'ana')).not.toContain('sign-ups')
  await presses(bot, 'ana', 'timeline.turn/team-0')
  expect(whisperTo(bot, 'ana')).toContain('sign-ups')
  expect(bot.slack.messagesIn('sales')).toHaveLength(count)
})

test.each([
  ['next quarter', 'Jul – Sept 2026'],
  ['2027', 'Jan – Dec 2027'],
  ['mine', 'Your timeline'],
  ['someday', 'I do not know these months. Try /goal timeline'],
])('/goal timeline %s', async (words, shown) => {
  await using bot = await begun()
  await bot.as('ana').types('sales', `/goal timeline ${words}`)
  expect(whisperTo(bot, 'ana')).toContain(shown)
})

test('a channel without a team says how to begin, a direct message shows one’s own', async () => {
  await using bot = await begun()
  await bot.as('ana').types('general', '/goal timeline')
  expect(whisperTo(bot, 'ana', 'general')).toContain('There are no goals in this channel yet')
  await bot.as('ana').types('dm', '/goal timeline')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('Your timeline')
})

test('a private goal is seen by those it concerns, as text and in files', async () => {
  await using bot = await begun()
  await makesGoal(bot, 'ben', 'custom-total', {
    title: field.text('Secret plan'),
    target: field.text('5'),
    start: field.day('2026-05-03'),
    due: field.day('2026-08-02'),
    visibility: field.option('private'),
  })
  for (const who of ['ben', 'chen']) {
    await bot.as(who).types('sales', '/goal timeline')
    await presses(bot, who, 'timeline.svg')
  }
  expect(whisperTo(bot, 'ben')).toContain('in your direct messages')
  const svg = async (who: string) => new TextDecoder().decode(await contentOf(filesTo(bot, who)[0]))
  expect(await svg('ben')).toContain('Secret plan')
  expect(await svg('chen')).not.toContain('Secret plan')
  expect(JSON.stringify(postedIn(bot))).not.toContain('Secret plan')
})

describe('files', () => {
  test('a picture comes into the direct messages, never into the channel', async () => {
    await using bot = await begun()
    const ana = bot.as('ana')
    await ana.types('sales', '/goal timeline')
    await presses(bot, 'ana', 'timeline.picture')
    const [file] = filesTo(bot, 'ana')
    expect(file).toMatchObject({ name: 'timeline-2026-05-03.png', mimetype: 'image/png' })
    expect(file?.alt_txt).toContain('Timeline of #sales')
    expect([...(await contentOf(file)).slice(1, 4)]).toEqual([80, 78, 71])
    expect(whisperTo(bot, 'ana')).toContain('The file is in your direct messages')
    expect(bot.slack.messagesIn('sales').some(({ files }) => files !== undefined)).toBe(false)
  })

  test('asked for where it arrives, it needs no word more', async () => {
    await using bot = await begun()
    const ana = bot.as('ana')
    await ana.types('dm', '/goal timeline')
    const before = bot.slack.dmWith('ana').length
    await ana.clicks('timeline.svg')
    expect(bot.slack.dmWith('ana')).toHaveLength(before + 1)
    expect(filesTo(bot, 'ana')).toMatchObject([
      { name: 'timeline-2026-05-03.svg', mimetype: 'image/svg+xml' },
    ])
  })

  test.each([
    ['files.getUploadURLExternal', { error: 'missing_scope' }, 'add the scope files:write'],
    ['files.getUploadURLExternal', { error: 'file_uploads_disabled' }, '(file_uploads_disabled)'],
    ['files.getUploadURLExternal', { status: 429, retryAfter: 30 }, '(ratelimited)'],
    ['conversations.open', { error: 'user_disabled' }, '(user_disabled)'],
    ['files.completeUploadExternal', { error: 'storage_limit_reached' }, '(storage_limit_reached)'],
    ['files.completeUploadExternal', { status: 503 }, 'did not say whether it took the file'],
  ] as const)('%s answers %j: one line says so and the text stays', async (method, trouble, said) => {
    await using bot = await begun()
    const ana = bot.as('ana')
    await ana.types('sales', '/goal timeline')
    bot.slack.fail(method, trouble)
    await presses(bot, 'ana', 'timeline.svg')
    expect(whisperTo(bot, 'ana')).toContain(said)
    expect(filesTo(bot, 'ana')).toEqual([])
    await ana.types('sales', '/goal timeline')
    expect(whisperTo(bot, 'ana')).toContain('G-1 Reduce churn')
  })
})

test('a button of a team that one has left shows nothing', async () => {
  await using bot = await begun()
  const ben = bot.as('ben')
  await ben.types('dm', '/goal timeline')
  await ben.clicks('timeline.turn/team-0')
  expect(whisperTo(bot, 'ben', 'dm')).toContain('Reduce churn')
  await ben.types('sales', '/leave')
  await ben.clicks('timeline.svg')
  expect(filesTo(bot, 'ben')).toEqual([])
  await ben.clicks('timeline.turn/later')
  expect(whisperTo(bot, 'ben', 'dm')).not.toContain('Reduce churn')
})
