import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, lastTo, makesGoal, windowText } from '../support/goals.ts'

async function endsGoal(bot: WholeBot): Promise<void> {
  await makesGoal(bot, 'ana', 'churn', churn)
  const ana = bot.as('ana')
  await ana.types('sales', '/goal close')
  await ana.fills({ as: field.option('retired'), value: field.text('38%') })
  expect(await ana.submits()).toEqual({ ok: true })
}
const asked = (bot: WholeBot) =>
  bot.slack.dmWith('ana').filter((one) => bot.textOf(one).includes('has ended'))

test('the morning after a goal ended its owner looks back, shares it, and begins the next one from it', async () => {
  await using bot = await startBot()
  await endsGoal(bot)
  expect(asked(bot)).toHaveLength(0)
  await bot.until('2026-05-06T08:00Z')
  expect(asked(bot)).toHaveLength(1)
  const ana = bot.as('ana')
  await ana.clicks('look-back.open')
  expect(windowText(bot, 'ana')).toContain('it came to 28%')
  await ana.fills({
    lessons: field.options('wrong-lever'),
    helped: field.text('Calling early <!channel>'),
    shared: field.options('shared'),
  })
  expect(await ana.submits()).toEqual({ ok: true })
  await bot.until('2026-05-06T08:05Z')
  const told = bot.slack.messagesIn('sales').find((one) => bot.textOf(one).includes('Ana looks back'))
  expect(told?.thread_ts).toBeDefined()
  expect(bot.textOf(told)).toContain('What we did moved little')
  expect(lastTo(bot, 'ana')).toContain('Thank you')
  await ana.clicks('look-back.next')
  expect(windowText(bot, 'ana')).toContain('38')
})

test('“no, thanks” closes the question, and the goal’s page keeps the way', async () => {
  await using bot = await startBot()
  await endsGoal(bot)
  await bot.until('2026-05-06T08:00Z')
  const ana = bot.as('ana')
  await ana.clicks('look-back.decline')
  expect(asked(bot)).toHaveLength(0)
  await ana.types('dm', '/goal show 1')
  await ana.clicks('look-back.open')
  expect(windowText(bot, 'ana')).toContain('What helped?')
})
