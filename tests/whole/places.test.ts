import { describe, expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { northwind } from '../../sandbox/world.ts'
import { startBot } from '../support/bot.ts'
import {
  churn,
  errorsShown,
  fillsGoal,
  makesGoal,
  postedIn,
  whisperTo,
  windowText,
} from '../support/goals.ts'

const words = [
  '',
  'help',
  'new',
  'list',
  'show',
  'checkin',
  'edit',
  'close',
  'leaderboard',
  'why',
  'rehearse',
  'calendar',
  'setup',
  'me',
]

describe.each(['sales', 'dm', 'general'])('in %s', (place) => {
  test('every command is answered, by a window or by a line for its reader alone', async () => {
    await using bot = await startBot()
    await makesGoal(bot, 'ana', 'churn', churn)
    const before = postedIn(bot).length
    for (const word of words) {
      expect(await bot.as('ana').types(place, `/goal ${word}`)).toEqual({ ok: true })
      const window = bot.slack.modalsOf('ana').at(-1)
      expect(window === undefined ? whisperTo(bot, 'ana', place) : windowText(bot, 'ana')).not.toBe('')
      if (window) await bot.slack.ui('close', { user: bot.as('ana').id, view_id: window.id })
    }
    expect(postedIn(bot)).toHaveLength(before)
    expect(bot.slack.notices()).toEqual([])
  })

  test('someone who has no goals is answered the same way', async () => {
    await using bot = await startBot()
    for (const word of words) {
      expect(await bot.as('ben').types(place, `/goal ${word}`)).toEqual({ ok: true })
      const window = bot.slack.modalsOf('ben').at(-1)
      expect(window === undefined ? whisperTo(bot, 'ben', place) : windowText(bot, 'ben')).not.toBe('')
      if (window) await bot.slack.ui('close', { user: bot.as('ben').id, view_id: window.id })
    }
    expect(bot.slack.notices()).toEqual([])
  })
})

test('a goal in a channel the bot is not in is refused at the channel with the way in, and nothing typed is lost', async () => {
  await using bot = await startBot()
  const ana = await fillsGoal(bot, 'ana', 'churn', churn, 'general')
  expect(await ana.submits()).toEqual({ ok: false, error: 'validation_errors' })
  expect(errorsShown(bot, 'ana')).toEqual({ channel: expect.stringContaining('/invite') })
  expect(JSON.stringify(bot.slack.modalsOf('ana').at(-1)?.state)).toContain('Reduce churn from 45% to 20%')
  await ana.fills({ channel: field.channel(bot.slack.channelId('sales')) })
  expect(await ana.submits()).toEqual({ ok: true })
})

test('a private channel the bot cannot see is refused at the channel', async () => {
  await using bot = await startBot()
  const ana = await fillsGoal(bot, 'ana', 'churn', churn, 'leads')
  await ana.submits()
  expect(errorsShown(bot, 'ana').channel).toContain('Goalpost cannot see this channel')
})

test('archived and externally shared channels are refused with the reason', async () => {
  await using bot = await startBot()
  const shared = await fillsGoal(bot, 'ana', 'churn', churn, 'partners-acme')
  await shared.submits()
  expect(errorsShown(bot, 'ana').channel).toContain('shared with another organization')
  await shared.fills({ channel: field.channel(bot.slack.channelId('old-campaign')) })
  await shared.submits()
  expect(errorsShown(bot, 'ana').channel).toContain('#old-campaign is archived')
  expect(postedIn(bot, 'partners-acme')).toEqual([])
})

test('a shared channel gets no settings and no board', async () => {
  await using bot = await startBot()
  await bot.as('ana').types('partners-acme', '/goal setup')
  expect(windowText(bot, 'ana') + whisperTo(bot, 'ana', 'partners-acme')).toContain('shared with another')
  await bot.as('dee').types('partners-acme', '/goal leaderboard')
  expect(whisperTo(bot, 'dee', 'partners-acme')).toContain('no goals in this channel')
})

test('a channel that becomes shared keeps its goals, and its board is refused with the reason', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  bot.slack.changeChannel(bot.slack.channelId('sales'), { is_ext_shared: true })
  await bot.settled()
  await bot.as('ana').types('sales', '/goal leaderboard')
  expect(whisperTo(bot, 'ana')).toContain('shared with another organization')
})

test('a person of another organisation sees nothing of a goal and is told why', async () => {
  await using bot = await startBot({ world: openTo(northwind()) })
  await makesGoal(bot, 'ana', 'churn', churn)
  const card = postedIn(bot)[0]
  const user = bot.slack.userId('sam')
  const at = { in: 'message' as const, channel: card?.channel ?? '', ts: card?.ts ?? '' }
  const open = JSON.stringify(card?.blocks).match(/"block_id":"([^"]+)"/)?.[1] ?? ''
  await bot.slack.ui('click', { user, at, block_id: open, action_id: 'goal.show' })
  await bot.settled()
  const seen = bot.slack.messagesIn('sales').filter((one) => one.ephemeral_for === user)
  for (const one of seen) expect(bot.textOf(one)).not.toContain('churn')
})

/** Sam of Acme sits in #sales. */
function openTo(world: ReturnType<typeof northwind>) {
  const sam = world.users.find((user) => user.name === 'sam')?.id ?? ''
  const channels = world.channels.map((one) =>
    one.name === 'sales' ? { ...one, members: [...one.members, sam] } : one,
  )
  return { ...world, channels }
}

test.each([
  ['gus', 'This account is deactivated'],
  ['metrics', 'An app cannot own a goal'],
  ['sam', 'belongs to another organization'],
])('%s cannot own a goal', async (owner, why) => {
  await using bot = await startBot()
  const ana = await fillsGoal(bot, 'ana', 'churn', churn)
  await ana.fills({ owner: field.person(bot.slack.userId(owner)) })
  await ana.submits()
  expect(errorsShown(bot, 'ana').owner).toContain(why)
})

test('an owner who is not in the channel is refused at the owner', async () => {
  await using bot = await startBot({ world: without('eve') })
  const ana = await fillsGoal(bot, 'ana', 'churn', churn)
  await ana.fills({ owner: field.person(bot.slack.userId('eve')) })
  await ana.submits()
  expect(errorsShown(bot, 'ana').owner).toContain('not in the team’s channel')
})

test('a bot, a stranger or someone who left is refused as partner, at the partner', async () => {
  await using bot = await startBot()
  for (const [index, partner] of ['gus', 'metrics', 'sam'].entries()) {
    const person = await fillsGoal(bot, 'ana', 'churn', {
      ...churn,
      title: field.text(`Goal ${index}`),
      partner: field.people(bot.slack.userId(partner)),
    })
    await person.submits()
    expect(errorsShown(bot, 'ana').partner).toContain('Choose someone from your workspace')
  }
  expect(bot.slack.calls('chat.postMessage')).toEqual([])
})

function without(name: string) {
  const world = northwind()
  const gone = world.users.find((user) => user.name === name)?.id
  const channels = world.channels.map((one) =>
    one.name === 'sales' ? { ...one, members: one.members.filter((id) => id !== gone) } : one,
  )
  return { ...world, channels }
}
