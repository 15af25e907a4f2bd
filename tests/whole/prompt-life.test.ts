import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, lastTo, makesGoal, whisperTo } from '../support/goals.ts'

/** Nine o'clock in Berlin, where Ana is. */
const monday = '2026-05-04T07:00Z'

async function asked({ isBenPartner = false } = {}) {
  const bot = await startBot()
  const partner = field.people(bot.slack.userId('ben'))
  await makesGoal(bot, 'ana', 'churn', isBenPartner ? { ...churn, partner } : churn)
  await bot.until(monday)
  return bot
}
/** What she is told as a lead apart: it asks nothing. */
const toAna = (bot: WholeBot) =>
  bot.slack
    .dmWith('ana')
    .filter((one) => one.user === bot.slack.userId('goalpost') && !bot.textOf(one).includes('For leads of'))
    .length

test('what is snoozed comes once more at that time, with no reminder on its heels', async () => {
  await using bot = await asked()
  await bot.as('ana').says('snooze 2h')
  expect(lastTo(bot, 'ana')).toContain('asked once more')
  const before = toAna(bot)
  await bot.until('2026-05-04T08:59Z')
  expect(toAna(bot)).toBe(before)
  await bot.until('2026-05-04T09:00Z')
  expect(lastTo(bot, 'ana')).toContain('as you asked')
  await bot.as('ana').says('41%')
  await bot.until('2026-05-10T00:00Z')
  expect(lastTo(bot, 'ana')).toContain('41%')
})

test('of two snoozes the later one holds, and answering ends it', async () => {
  await using bot = await asked()
  await bot.as('ana').says('snooze 2h')
  await bot.as('ana').clicks('life.later', field.option(laterValue(bot, '3h')))
  expect(whisperTo(bot, 'ana', 'dm')).toContain('asked once more')
  const before = toAna(bot)
  await bot.until('2026-05-04T09:30Z')
  expect(toAna(bot)).toBe(before)
  await bot.as('ana').says('41%')
  const answered = toAna(bot)
  await bot.until('2026-05-06T10:00Z')
  expect(toAna(bot)).toBe(answered)
})

test('a skipped check-in is not reminded of, and says what it means', async () => {
  await using bot = await asked()
  await bot.as('ana').says('skip')
  expect(lastTo(bot, 'ana')).toContain('left out of your reliability')
  const before = toAna(bot)
  await bot.until('2026-05-10T00:00Z')
  expect(toAna(bot)).toBe(before)
  await bot.as('ana').says('skip')
  expect(lastTo(bot, 'ana')).toContain('Skipped')
})

test('a pause asks nobody until its day, and the next prompt comes after it', async () => {
  await using bot = await asked()
  await bot.as('ana').says('stop until 12 May')
  expect(lastTo(bot, 'ana')).toContain('That leaves out one check-in')
  await bot.as('ana').says('when?')
  expect(lastTo(bot, 'ana')).toContain('18 May')
  const before = toAna(bot)
  await bot.until('2026-05-18T06:59Z')
  expect(toAna(bot)).toBe(before)
  await bot.as('ana').says('muted')
  expect(lastTo(bot, 'ana')).toContain('Nothing is muted or paused')
  await bot.until('2026-05-18T07:00Z')
  expect(toAna(bot)).toBe(before + 2)
})

test('muted reminders do not come, the list names them, and unmuting brings them back', async () => {
  await using bot = await asked()
  await bot.as('ana').types('sales', '/goal mute reminders')
  expect(whisperTo(bot, 'ana')).toContain('Reminders are muted')
  const before = toAna(bot)
  await bot.until('2026-05-06T00:00Z')
  expect(toAna(bot)).toBe(before)
  await bot.as('ana').says('muted')
  expect(lastTo(bot, 'ana')).toContain('a reminder')
  await bot.as('ana').says('unmute')
  await bot.until('2026-05-12T10:00Z')
  expect(lastTo(bot, 'ana')).toContain('One goal is still open')
})

test('after a miss the next prompt says what it takes and offers three ways', async () => {
  await using bot = await asked()
  await bot.until('2026-05-11T07:00Z')
  const prompt = lastTo(bot, 'ana')
  for (const words of ['The last check-in was missed', 'Catch up now', 'Change the plan', 'Retire it'])
    expect(prompt).toContain(words)
  await bot.as('ana').clicks('goal.close')
  expect(bot.slack.modalsOf('ana').at(-1)?.callback_id).toBe('goal.close-form')
})

test('a goal that stays blocked is told to its partner after two working days, as was said beforehand', async () => {
  await using bot = await asked({ isBenPartner: true })
  await bot.as('ana').says('blocked by legal')
  expect(lastTo(bot, 'ana')).toContain('will be told')
  await bot.until('2026-05-06T06:59Z')
  expect(lastTo(bot, 'ben')).not.toContain('legal')
  await bot.until('2026-05-06T07:00Z')
  expect(lastTo(bot, 'ben')).toContain('Blocked by legal')
})

test('a number in time keeps it between the owner and the bot', async () => {
  await using bot = await asked({ isBenPartner: true })
  await bot.as('ana').says('blocked by legal')
  await bot.until('2026-05-05T07:00Z')
  await bot.as('ana').says('44%')
  await bot.until('2026-05-10T00:00Z')
  expect(lastTo(bot, 'ben')).not.toContain('legal')
})

function laterValue(bot: WholeBot, choice: string): string {
  const text = JSON.stringify(bot.slack.dmWith('ana').map((one) => one.blocks))
  const occurrence = /\\"occurrence\\":\\"([^\\]+)\\"/.exec(text)?.[1]
  return JSON.stringify({ occurrence, choice })
}
