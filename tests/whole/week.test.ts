import { expect, test } from 'vitest'
import { startBot } from '../support/bot.ts'
import { churn, makesGoal, signUps, whisperTo } from '../support/goals.ts'

type Bot = Awaited<ReturnType<typeof startBot>>

/** What the bot has posted to the channel itself, threads apart. */
const posted = (bot: Bot) =>
  bot.slack
    .messagesIn('sales')
    .filter((one) => one.user === bot.slack.userId('goalpost') && (one.thread_ts ?? one.ts) === one.ts)
const inThread = (bot: Bot, ts: string | undefined) =>
  bot.slack.messagesIn('sales').filter((one) => one.thread_ts === ts && one.ts !== ts)

async function withTwoGoals(): Promise<Bot> {
  const bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'email-sign-ups', signUps)
  await bot.until('2026-05-04T07:00Z')
  await bot.as('ana').says('42%, blocked by legal')
  return bot
}

test('one message a week tells the channel where everything stands, with every goal in its thread', async () => {
  await using bot = await withTwoGoals()
  const before = posted(bot).length
  await bot.until('2026-05-06T08:00Z')
  const [week, ...others] = posted(bot).slice(before)
  expect(others).toEqual([])
  const text = bot.textOf(week)
  expect(text).toContain('1 of 2 have answered')
  expect(text).toContain('Blocked: 1')
  expect(text).toContain('legal')
  await bot.until('2026-05-06T08:01Z')
  expect(
    inThread(bot, week?.ts)
      .map((one) => bot.textOf(one))
      .join(),
  ).toContain('Reduce churn')
})

test('late answers change it in its place, a few minutes later and never twice', async () => {
  await using bot = await withTwoGoals()
  await bot.until('2026-05-06T08:00Z')
  const week = posted(bot).at(-1)
  const count = posted(bot).length
  await bot.until('2026-05-06T09:00Z')
  await bot.as('ben').says('55')
  await bot.until('2026-05-06T09:04Z')
  expect(bot.textOf(posted(bot).at(-1))).toContain('1 of 2 have answered')
  await bot.until('2026-05-06T09:05Z')
  const after = posted(bot)
  expect(after).toHaveLength(count)
  expect(after.at(-1)?.ts).toBe(week?.ts)
  expect(bot.textOf(after.at(-1))).toContain('2 of 2 have answered')
})

test('what is said next week leaves last week’s message as it was', async () => {
  await using bot = await withTwoGoals()
  await bot.until('2026-05-06T08:00Z')
  const text = bot.textOf(posted(bot).at(-1))
  await bot.until('2026-05-11T14:00Z')
  await bot.as('ben').says('60')
  await bot.until('2026-05-11T15:00Z')
  expect(bot.textOf(posted(bot).at(-1))).toBe(text)
})

test('one’s own place is told in private, by command, by button and by plain words', async () => {
  await using bot = await withTwoGoals()
  const ana = bot.as('ana')
  await ana.types('dm', '/goal leaderboard consistency month')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('By consistency')
  await ana.clicks('team.receipt')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('Your place in #sales')
  await ana.says('why am I 4th?')
  expect(bot.textOf(bot.slack.dmWith('ana').at(-1))).toContain('Your place in #sales')
  expect(
    posted(bot)
      .map((one) => bot.textOf(one))
      .join(),
  ).not.toContain('Your place')
  expect(bot.slack.notices()).toEqual([])
})

test('leads are told in private once a week where they may be needed, and nothing where they are not', async () => {
  await using bot = await withTwoGoals()
  await bot.until('2026-05-06T08:01Z')
  const told = bot.slack.dmWith('ana').map((one) => bot.textOf(one))
  const digests = told.filter((text) => text.includes('For leads of #sales'))
  expect(digests).toHaveLength(1)
  expect(digests[0]).toContain('legal')
  expect(
    bot.slack
      .dmWith('ben')
      .map((one) => bot.textOf(one))
      .join(),
  ).not.toContain('For leads')
})
