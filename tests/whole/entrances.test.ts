import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { northwind } from '../../sandbox/world.ts'
import { startBot } from '../support/bot.ts'
import { churn, lastTo, makesGoal, postedIn, signUps, whisperTo, windowText } from '../support/goals.ts'

test('“Make this a goal” opens the form with the message as its title and its channel chosen', async () => {
  await using bot = await startBot()
  const ben = bot.slack.userId('ben')
  const channel = bot.slack.channelId('sales')
  const { ts = '' } = Object(
    await bot.slack.ui('post', { user: ben, channel, text: 'Cut onboarding to 5 days & <less>' }),
  )
  await bot.slack.ui('shortcut', { user: ben, callback_id: 'goal.new.message', channel, ts })
  await bot.settled()
  const values = bot.slack.modalsOf('ben').at(-1)?.state.values
  expect(JSON.stringify(values?.title)).toContain('Cut onboarding to 5 days & <less>')
  expect(JSON.stringify(values?.channel)).toContain(channel)
})

test('a long message becomes a title of what fits', async () => {
  await using bot = await startBot()
  const ana = bot.slack.userId('ana')
  const channel = bot.slack.channelId('sales')
  const { ts = '' } = Object(
    await bot.slack.ui('post', { user: ana, channel, text: `Grow ${'more '.repeat(700)}` }),
  )
  await bot.slack.ui('shortcut', { user: ana, callback_id: 'goal.new.message', channel, ts })
  await bot.settled()
  expect(bot.slack.modalsOf('ana')).toHaveLength(1)
  expect(bot.slack.notices()).toEqual([])
})

test('the global shortcut opens an empty form anywhere', async () => {
  await using bot = await startBot()
  await bot.slack.ui('shortcut', { user: bot.slack.userId('eve'), callback_id: 'goal.new.global' })
  await bot.settled()
  expect(windowText(bot, 'eve')).not.toBe('')
})

test('invited to a channel, the bot writes to the person who invited it and to nobody else', async () => {
  await using bot = await startBot({ world: northwind({ salesHasBot: false }) })
  await bot.as('ben').types('sales', '/invite @goalpost')
  await bot.settled()
  expect(postedIn(bot)).toEqual([])
  expect(bot.slack.calls('chat.postMessage')).toHaveLength(1)
  expect(lastTo(bot, 'ben')).toContain('Thank you for inviting Goalpost to #sales')
  await bot.as('ben').clicks('team.set-up')
  expect(windowText(bot, 'ben')).toContain('sales')
})

test('removed from its channel, the bot asks nobody there any more, and asks again when it is let back in', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.as('ben').types('sales', '/remove @goalpost')
  await bot.settled()
  const before = bot.slack.dmWith('ana').length
  await bot.until('2026-05-11T08:00Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before)
  await bot.as('ben').types('sales', '/invite @goalpost')
  await bot.until('2026-05-18T07:00Z')
  expect(lastTo(bot, 'ana')).toContain('Reduce churn')
})

test('removed from its channel, the bot tells the lead once what that means', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const told = () =>
    bot.slack.dmWith('ana').filter((one) => bot.textOf(one).includes('no longer in #sales')).length
  await bot.as('ben').types('sales', '/remove @goalpost')
  await bot.settled()
  expect(told()).toBe(1)
  await bot.until('2026-05-13T12:00Z')
  expect(told()).toBe(1)
})

test('a channel that restricts posting is told to the lead once, and people are asked all the same', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const told = () =>
    bot.slack.dmWith('ana').filter((one) => bot.textOf(one).includes('Posting in #sales is restricted'))
      .length
  bot.slack.fail('chat.postMessage', { error: 'restricted_action' })
  await makesGoal(bot, 'ben', 'email-sign-ups', signUps)
  await bot.settled()
  expect(told()).toBe(1)
  await bot.until('2026-05-04T13:00Z')
  expect(lastTo(bot, 'ben')).toContain('How is your goal going?')
})

test('in an archived channel nothing is due, and its goals are kept', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  bot.slack.changeChannel(bot.slack.channelId('sales'), { is_archived: true })
  await bot.settled()
  expect(lastTo(bot, 'ana')).toContain('#sales was archived')
  const before = bot.slack.dmWith('ana').length
  await bot.until('2026-05-13T12:00Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before)
  expect(postedIn(bot)).toHaveLength(1)
  await bot.as('ana').types('dm', '/goal list')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('Reduce churn')
})

test('Home teaches someone without goals and leads them to the form', async () => {
  await using bot = await startBot()
  await bot.as('eve').opensHome()
  expect(bot.textOf(Object(bot.slack.homeOf('eve')))).toContain('Set your first goal')
  await bot.as('eve').clicks('home.new-goal')
  expect(bot.slack.modalsOf('eve')).toHaveLength(1)
})

test('every button of Home leads somewhere, and Home is drawn anew after an answer', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
  await bot.until('2026-05-04T07:00Z')
  const ana = bot.as('ana')
  await ana.opensHome()
  const ids = [
    'home.new-goal',
    'home.check-in',
    'home.my-settings',
    'home.help',
    'goal.show',
    'team.set-up',
    'team.board',
  ]
  for (const actionId of ids) {
    const before = bot.slack.dmWith('ana').length
    await ana.clicks(actionId)
    const window = bot.slack.modalsOf('ana').at(-1)
    expect([actionId, window !== undefined || bot.slack.dmWith('ana').length > before]).toEqual([
      actionId,
      true,
    ])
    if (window) await bot.slack.ui('close', { user: ana.id, view_id: window.id })
  }
  expect(bot.textOf(Object(bot.slack.homeOf('ana')))).toContain('Due now: 2 goals')
  await ana.says('1) 42% 2) 10')
  expect(bot.textOf(Object(bot.slack.homeOf('ana')))).toContain('42%')
  expect(bot.textOf(Object(bot.slack.homeOf('ana')))).not.toContain('Due now: 2 goals')
  expect(bot.slack.notices()).toEqual([])
})

test('a check-in form says what it could not read at its field, then takes the rest', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const ana = bot.as('ana')
  await ana.types('sales', '/goal checkin')
  const block =
    Object.keys(bot.slack.modalsOf('ana').at(-1)?.state.values ?? {}).find((id) => id.startsWith('value/')) ??
    ''
  expect(await ana.submits()).toEqual({ ok: false, error: 'validation_errors' })
  for (const typed of ['abc', '150%', '1e999']) {
    await ana.fills({ [block]: field.text(typed) })
    expect(await ana.submits()).toEqual({ ok: false, error: 'validation_errors' })
  }
  await ana.fills({ [block]: field.text('41%') })
  expect(await ana.submits()).toEqual({ ok: true })
  expect(lastTo(bot, 'ana')).toContain('41%')
})
