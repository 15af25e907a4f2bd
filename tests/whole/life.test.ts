import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, errorsShown, lastTo, makesGoal, postedIn, signUps, whisperTo } from '../support/goals.ts'

/** What stands in the thread of the channel's first card. */
const threadOf = (bot: WholeBot) =>
  postedIn(bot)
    .filter((one) => one.thread_ts === postedIn(bot)[0]?.ts && one.ts !== one.thread_ts)
    .map(bot.textOf)

test('before the lock a goal is changed quietly', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.as('ana').types('sales', '/goal edit')
  await bot.as('ana').fills({ target: field.text('30%') })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
  expect(postedIn(bot)).toHaveLength(1)
})

test('after the lock an easing needs a reason, is told in the card’s thread, and counts seven days later', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until('2026-05-06T18:01Z')
  await bot.as('ana').types('sales', '/goal edit')
  await bot.as('ana').fills({ target: field.text('30%') })
  expect(await bot.as('ana').submits()).toEqual({ ok: false, error: 'validation_errors' })
  expect(errorsShown(bot, 'ana').reason).toContain('Say why')
  await bot.as('ana').fills({ reason: field.text('Two people left') })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
  const [told] = threadOf(bot)
  expect(told).toContain('Ana made this goal easier')
  expect(told).toContain('Two people left')
  expect(told).toContain(`<!date^${Date.parse('2026-05-13T18:01Z') / 1000}^`)
})

test('after the lock a harder target counts at once and is told too', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until('2026-05-06T18:01Z')
  await bot.as('ana').types('sales', '/goal edit')
  await bot.as('ana').fills({ target: field.text('10%') })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
  expect(threadOf(bot)[0]).toContain('Counts at once')
})

test('after the lock an owner who is no lead cannot move the baseline, and a lead can', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'close-rate', {
    ...churn,
    title: field.text('Close more'),
    baseline: field.text('20%'),
    target: field.text('40%'),
  })
  await bot.until('2026-05-06T18:01Z')
  await bot.as('ben').types('sales', '/goal edit 2')
  await bot.as('ben').fills({ baseline: field.text('25%'), reason: field.text('Counted wrongly') })
  expect(await bot.as('ben').submits()).toEqual({ ok: false, error: 'validation_errors' })
  expect(errorsShown(bot, 'ben').baseline).toContain('only a team lead or its partner')
  await bot.as('ana').types('sales', '/goal edit 2')
  await bot.as('ana').fills({ baseline: field.text('25%'), reason: field.text('Counted wrongly') })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
})

test('a goal is closed as reached with its final value, which the channel hears, and is opened again', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const ana = bot.as('ana')
  await ana.types('sales', '/goal close')
  await ana.fills({ as: field.option('reached'), value: field.text('plenty') })
  expect(await ana.submits()).toEqual({ ok: false, error: 'validation_errors' })
  await ana.fills({ value: field.text('19%') })
  expect(await ana.submits()).toEqual({ ok: true })
  expect(bot.textOf(postedIn(bot).at(-1))).toContain('Ana reached a goal!')
  expect(postedIn(bot).at(-1)?.thread_ts).toBeUndefined()
  await ana.types('sales', '/goal edit 1')
  expect(whisperTo(bot, 'ana')).toContain('is closed')
  await bot.until('2026-05-11T08:00Z')
  expect(bot.slack.dmWith('ana').some((one) => bot.textOf(one).includes('Check-in for'))).toBe(false)
  await ana.types('dm', '/goal show 1')
  await ana.clicks('goal.reopen')
  await bot.until('2026-05-18T08:00Z')
  expect(lastTo(bot, 'ana')).toContain('Reduce churn')
})

test('a retired goal is told in its thread only', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'email-sign-ups', signUps)
  await bot.as('ana').types('sales', '/goal close')
  await bot.as('ana').submits()
  expect(threadOf(bot)[0]).toContain('Ana retired this goal')
})

test('a private goal posts no card and stands on no board', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', { ...churn, visibility: field.option('private') })
  await bot.until('2026-05-06T08:00Z')
  await bot.as('dee').types('sales', '/goal leaderboard')
  await bot.as('dee').types('sales', '/goal show 1')
  expect(JSON.stringify(postedIn(bot))).not.toContain('churn')
  expect(whisperTo(bot, 'dee')).toContain('There is no G-1')
})
