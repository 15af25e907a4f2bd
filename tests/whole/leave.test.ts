import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, errorsShown, lastTo, makesGoal, whisperTo, windowText } from '../support/goals.ts'

/** Ana, who leads, is asked in Berlin on Mondays at nine; Chen is in Taipei, six hours ahead. */
async function owners(...names: readonly string[]) {
  const bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  for (const name of names)
    await makesGoal(bot, name, 'churn', { ...churn, title: field.text(`Churn of ${name}`) })
  return bot
}

const fromBot = (bot: WholeBot, who: string) =>
  bot.slack.dmWith(who).filter((one) => one.user === bot.slack.userId('goalpost'))

test('whoever writes that they are away is not asked, is told how many that leaves out, and is asked again after', async () => {
  await using bot = await owners()
  await bot.as('ana').says('away until 12 May')
  expect(lastTo(bot, 'ana')).toContain('Noted: you are away from 3 May 2026, back on 12 May 2026')
  expect(lastTo(bot, 'ana')).toContain('That leaves out 2 check-ins')
  const before = fromBot(bot, 'ana').length
  await bot.until('2026-05-18T06:59Z')
  expect(fromBot(bot, 'ana').length).toBe(before)
  await bot.until('2026-05-18T07:00Z')
  expect(fromBot(bot, 'ana').length).toBe(before + 1)
  await bot.as('ana').says('why')
  expect(lastTo(bot, 'ana')).toContain('not sent. It fell into an absence')
})

test('leave noted after the question stops the reminder, and coming back brings it again', async () => {
  await using bot = await owners()
  await bot.until('2026-05-04T07:00Z')
  await bot.as('ana').says('ooo')
  expect(lastTo(bot, 'ana')).toContain('The check-in that is open now is excused too')
  const before = fromBot(bot, 'ana').length
  await bot.until('2026-05-05T07:00Z')
  expect(fromBot(bot, 'ana').length).toBe(before)
  await bot.until('2026-05-12T07:00Z')
  await bot.as('ana').says('back')
  expect(lastTo(bot, 'ana')).toContain('Welcome back')
  await bot.until('2026-05-18T07:00Z')
  expect(fromBot(bot, 'ana').length).toBe(before + 2)
})

test('one click takes back what was noted, in place', async () => {
  await using bot = await owners()
  await bot.as('ana').says('away next week')
  const { ts } = fromBot(bot, 'ana').at(-1) ?? {}
  expect(lastTo(bot, 'ana')).toContain('Noted: you are away')
  await bot.as('ana').clicks('leave.cancel')
  expect(lastTo(bot, 'ana')).toContain('is taken back')
  expect(fromBot(bot, 'ana').at(-1)?.ts).toBe(ts)
  await bot.until('2026-05-04T07:00Z')
  expect(lastTo(bot, 'ana')).toContain('churn')
})

test('without a time the form opens; what cannot be is said at its field, and nothing typed is lost', async () => {
  await using bot = await owners()
  await bot.as('ana').types('sales', '/goal away')
  await bot.as('ana').fills({ from: field.day('2026-05-10'), last: field.day('2026-05-08') })
  expect(await bot.as('ana').submits()).toMatchObject({ ok: false })
  expect(errorsShown(bot, 'ana')).toEqual({ last: expect.stringContaining('before the first one') })
  await bot.as('ana').fills({ last: field.day('2026-05-12') })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
  expect(lastTo(bot, 'ana')).toContain('back on 13 May 2026')
  await bot.as('ana').opensHome()
  expect(JSON.stringify(bot.slack.homeOf('ana'))).toContain('Away from 10 May 2026, back on 13 May 2026')
  await bot.as('ana').clicks('leave.cancel')
  expect(JSON.stringify(bot.slack.homeOf('ana'))).not.toContain('Away from')
})

test('a lead notes it for someone, who is told by whom; to others the form does not offer it', async () => {
  await using bot = await owners('ben')
  await bot.as('ana').types('sales', '/goal away')
  await bot.as('ana').fills({ who: field.people(bot.slack.userId('ben')), last: field.day('2026-05-08') })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
  expect(lastTo(bot, 'ben')).toContain('Ana')
  expect(lastTo(bot, 'ben')).toContain('noted that you are away')
  const before = fromBot(bot, 'ben').length
  await bot.until('2026-05-10T00:00Z')
  expect(fromBot(bot, 'ben').length).toBe(before)
  await bot.as('ben').types('sales', `/goal away <@${bot.slack.userId('ana')}> 3`)
  expect(whisperTo(bot, 'ben')).toContain('Only they themselves and leads')
  await bot.as('ben').types('sales', '/goal away')
  expect(windowText(bot, 'ben')).not.toContain('Who is away?')
})

test('a Slack status that looks like leave is offered once, with one button, and nothing is assumed', async () => {
  await using bot = await owners()
  const vacation = {
    text: 'Vacationing',
    emoji: ':palm_tree:',
    expiration: Date.parse('2026-05-09T21:59:59Z') / 1000,
  }
  bot.slack.changeUser(bot.slack.userId('ana'), { status: vacation })
  await bot.settled()
  expect(lastTo(bot, 'ana')).toContain(
    'Your Slack status says “Vacationing”. Are you away until 10 May 2026?',
  )
  await bot.as('ana').clicks('leave.take')
  expect(lastTo(bot, 'ana')).toContain('back on 10 May 2026')
  const before = fromBot(bot, 'ana').length
  bot.slack.changeUser(bot.slack.userId('ana'), { title: 'Head of sales' })
  await bot.until('2026-05-10T00:00Z')
  expect(fromBot(bot, 'ana').length).toBe(before)
})

test('an offer that is declined or ignored changes nothing', async () => {
  await using bot = await owners()
  bot.slack.changeUser(bot.slack.userId('ana'), { status: { text: 'Out sick', emoji: '', expiration: 0 } })
  await bot.settled()
  await bot.as('ana').clicks('leave.decline')
  expect(lastTo(bot, 'ana')).toContain('asked as usual')
  await bot.until('2026-05-04T07:00Z')
  expect(lastTo(bot, 'ana')).toContain('churn')
})

test('in Chinese the words and the answers are Chinese', async () => {
  await using bot = await owners('chen')
  await bot.as('chen').says('請假到週五')
  expect(lastTo(bot, 'chen')).toContain('已登記：你從 2026年5月4日 起不在，2026年5月9日 回來')
  await bot.as('chen').says('回來了')
  expect(lastTo(bot, 'chen')).toContain('歡迎回來')
})

test('people in other countries keep their own holidays: in Taiwan the first of May is none', async () => {
  await using bot = await owners('chen')
  await bot.as('chen').types('sales', '/goal me')
  await bot.as('chen').fills({ holidays: field.option('TW') })
  expect(await bot.as('chen').submits()).toEqual({ ok: true })
  await bot.as('ana').types('sales', '/goal setup')
  await bot.as('ana').fills({ holidays: field.option('DE') })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
  const count = fromBot(bot, 'chen').length
  // Whit Monday, 25 May 2026, is a holiday in Germany.
  await bot.until('2026-05-24T00:00Z')
  const ana = fromBot(bot, 'ana').length
  await bot.until('2026-05-25T20:00Z')
  expect(fromBot(bot, 'chen').length).toBeGreaterThan(count)
  expect(fromBot(bot, 'ana').length).toBe(ana)
  await bot.until('2026-05-26T07:00Z')
  expect(fromBot(bot, 'ana').length).toBe(ana + 1)
})

test.each([
  [{ 'working-days': field.options('2', '3') }, 'working-days', 'Monday'],
  [{ 'company-days': field.text('24 Dec, some day') }, 'company-days', 'some day'],
  [{ holidays: field.option('XX') }, 'holidays', 'not known'],
] as const)('the team’s form refuses %j at its field', async (fields, block, words) => {
  await using bot = await owners()
  await bot.as('ana').types('sales', '/goal setup')
  await bot.as('ana').fills(fields)
  expect(await bot.as('ana').submits()).toMatchObject({ ok: false })
  expect(errorsShown(bot, 'ana')).toEqual({ [block]: expect.stringContaining(words) })
})
