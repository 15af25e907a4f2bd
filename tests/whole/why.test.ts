import { expect, test } from 'vitest'
import { startBot } from '../support/bot.ts'
import { churn, lastTo, makesGoal, postedIn, signUps, whisperTo } from '../support/goals.ts'

test('a person asks why, by command and in the direct messages, and both say the same', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until('2026-05-06T12:00Z')
  await bot.as('ana').types('sales', '/goal why')
  const typed = whisperTo(bot, 'ana')
  expect(typed).toContain('Why you were asked, or not')
  expect(typed).toMatch(/Question about G-1 · sent\. It was check-in day for #sales\./)
  expect(typed).toMatch(/Reminder about G-1 · sent\. Not everything was answered by then\./)
  for (const words of ['why', 'Why did you ask me?', 'why didn’t you ask me', '為什麼', '為什麼沒問我？']) {
    await bot.as('ana').says(words)
    expect(lastTo(bot, 'ana')).toBe(typed)
  }
})

test('a lead may ask for someone of their team, and nobody else may', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'email-sign-ups', signUps)
  await bot.until('2026-05-04T20:00Z')
  await bot.as('ana').types('sales', '/goal why @ben')
  expect(whisperTo(bot, 'ana')).toMatch(/Why Ben.* was asked, or not/)
  expect(whisperTo(bot, 'ana')).toMatch(/Question about G-2 · sent/)
  await bot.as('ben').types('sales', '/goal why @ana')
  expect(whisperTo(bot, 'ben')).toContain('Only they themselves and the leads of their team')
  await bot.as('ana').types('sales', '/goal why @nobody')
  expect(whisperTo(bot, 'ana')).toContain('choose one person')
})

test('someone new hears why nothing came and when it will', async () => {
  await using bot = await startBot()
  await bot.as('ana').types('sales', '/goal why')
  expect(whisperTo(bot, 'ana')).toContain('there is no team yet')
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.as('ana').types('sales', '/goal why')
  expect(whisperTo(bot, 'ana')).toContain('Next question')
})

test('“why?” in a goal’s thread is people’s talk and is left alone', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const [card] = postedIn(bot)
  const { ts: thread_ts = '', channel = '' } = { ...card }
  await bot.slack.ui('post', { user: bot.as('ana').id, channel, text: 'why?', thread_ts })
  await bot.settled()
  expect(postedIn(bot)).toHaveLength(1)
})
