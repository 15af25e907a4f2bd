import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import {
  churn,
  errorsShown,
  lastTo,
  makesGoal,
  postedIn,
  signUps,
  whisperTo,
  windowText,
} from '../support/goals.ts'

const chinese = /\p{Script=Han}/u
/** English words of ours, once names, titles and numbers are left out. */
const english = /\b(goal|check-in|settings|due|target|leaderboard|help|answer|week|team)\b/i

test('Chen is spoken to in Traditional Chinese everywhere', async () => {
  await using bot = await startBot()
  const chen = bot.as('chen')
  const closes = async () => {
    const top = bot.slack.modalsOf('chen').at(-1)
    if (top) await bot.slack.ui('close', { user: chen.id, view_id: top.id })
  }
  await chen.types('sales', '/goal list')
  await makesGoal(bot, 'chen', 'churn', { ...churn, title: field.text('降低流失率') })
  const seen: string[] = []
  for (const word of [
    'list',
    'show',
    'leaderboard',
    'why',
    'rehearse',
    'me',
    'setup',
    'edit',
    'close',
    'checkin',
    'new',
    'nonsense',
  ]) {
    await chen.types('sales', `/goal ${word}`)
    seen.push(windowText(bot, 'chen') || whisperTo(bot, 'chen'))
    await closes()
  }
  await bot.until('2026-05-04T01:00Z')
  seen.push(lastTo(bot, 'chen'))
  await chen.says('進度 41%')
  seen.push(lastTo(bot, 'chen'))
  await chen.says('嗯嗯')
  seen.push(lastTo(bot, 'chen'))
  await chen.opensHome()
  seen.push(bot.textOf(Object(bot.slack.homeOf('chen'))))
  for (const text of seen) {
    expect(text).toMatch(chinese)
    expect(withoutCommands(text)).not.toMatch(english)
  }
  expect(bot.slack.notices()).toEqual([])
})

const withoutCommands = (text: string) =>
  text.replaceAll(/\/goal \w+|“[^”]*”|「[^」]*」|<!date[^>]*>|[a-z]+_[a-z]+/gi, '')

test('a language chosen by /goal me is what the next prompt and Home speak', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'chen', 'churn', churn)
  await bot.as('chen').types('sales', '/goal me')
  await bot.as('chen').fills({ language: field.option('en') })
  expect(await bot.as('chen').submits()).toEqual({ ok: true })
  await bot.until('2026-05-04T01:00Z')
  expect(lastTo(bot, 'chen')).toContain('How is your goal going?')
  await bot.as('chen').opensHome()
  expect(bot.textOf(Object(bot.slack.homeOf('chen')))).toContain('My goals')
})

test('a zone of one’s own moves the prompt to that zone’s morning', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.as('ana').types('sales', '/goal me')
  await bot.as('ana').fills({ 'zone-from': field.option('own') })
  expect(await bot.as('ana').submits()).toEqual({ ok: false, error: 'validation_errors' })
  expect(errorsShown(bot, 'ana').zone).toBeDefined()
  await bot.as('ana').fills({
    zone: {
      selected_option: { value: 'America/New_York', text: { type: 'plain_text', text: 'New York' } },
    },
  })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
  const before = bot.slack.dmWith('ana').length
  await bot.until('2026-05-04T12:59Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before)
  await bot.until('2026-05-04T13:00Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before + 1)
})

test('a zone that changes in Slack moves the prompt too', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  bot.slack.changeUser(bot.slack.userId('ana'), { tz: 'Asia/Tokyo' })
  await bot.settled()
  const before = bot.slack.dmWith('ana').length
  await bot.until('2026-05-04T00:00Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before + 1)
  await bot.until('2026-05-04T09:00Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before + 1)
})

test('someone who leaves the workspace is asked nothing more', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  bot.slack.changeUser(bot.slack.userId('ana'), { deleted: true })
  await bot.settled()
  const before = bot.slack.dmWith('ana').length
  await bot.until('2026-05-05T12:00Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before)
})

test('goals of someone who left are told to the lead, once and by name', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'churn', { ...churn, title: field.text('Keep our customers') })
  for (const deleted of [true, true]) bot.slack.changeUser(bot.slack.userId('ben'), { deleted })
  await bot.settled()
  const told = bot.slack.dmWith('ana').filter((one) => bot.textOf(one).includes('account of Ben'))
  expect(told.map((one) => bot.textOf(one))).toEqual([expect.stringContaining('Keep our customers')])
})

test('a lead changes the day of asking; someone else is told whom to ask', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.as('ben').types('sales', '/goal setup')
  expect(windowText(bot, 'ben') + whisperTo(bot, 'ben')).toContain('Ask Ana')
  await bot.as('ana').types('sales', '/goal setup')
  await bot.as('ana').fills({ weekday: field.option('3'), time: field.wallTime('11:00') })
  expect(await bot.as('ana').submits()).toEqual({ ok: true })
  const before = bot.slack.dmWith('ana').length
  await bot.until('2026-05-06T08:59Z')
  expect(bot.slack.dmWith('ana')).toHaveLength(before)
  await bot.until('2026-05-06T09:00Z')
  expect(lastTo(bot, 'ana')).toContain('How is your goal going?')
})

test('a team cannot be left without a lead, nor led by a bot', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.as('ana').types('sales', '/goal setup')
  await bot.as('ana').fills({ leads: field.people(bot.slack.userId('metrics')) })
  expect(await bot.as('ana').submits()).toEqual({ ok: false, error: 'validation_errors' })
  expect(errorsShown(bot, 'ana').leads).toBeDefined()
})

test('whoever opts out disappears from the board by name', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  for (const who of ['ben', 'dee', 'eve', 'farid']) await makesGoal(bot, who, 'email-sign-ups', signUps)
  await bot.as('ben').types('sales', '/goal me')
  await bot.as('ben').fills({ board: field.option('hidden') })
  await bot.as('ben').submits()
  await answersFor(bot, ['2026-05-04', '2026-05-11', '2026-05-18'])
  await bot.until('2026-05-20T08:00Z')
  const posted = postedIn(bot).findLast((one) => bot.textOf(one).includes('The week in'))
  const board = bot.textOf(posted)
  for (const name of ['Ana', 'Dee', 'Eve', 'Farid']) expect(board).toContain(name)
  expect(board).not.toContain('Ben')
  expect(bot.textOf(postedIn(bot).at(-1))).not.toContain('Ben')
  expect(JSON.stringify(posted)).not.toContain('<@')
})

async function answersFor(bot: WholeBot, weeks: readonly string[]) {
  for (const [index, week] of weeks.entries()) {
    await bot.until(`${week}T18:00Z`)
    await bot.as('ana').says(`${42 - index * 2}%`)
    for (const who of ['ben', 'dee', 'eve', 'farid']) await bot.as(who).says(`${(index + 1) * 12}`)
  }
}
