import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { changeValue, doorValue } from '../../views/home-actions.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, makesGoal, signUps, windowText } from '../support/goals.ts'
import { pressesOf } from '../views/message-rules.ts'

const homeText = (bot: WholeBot, who: string) => bot.textOf(Object(bot.slack.homeOf(who)))

test('every door of Home’s menus answers, in a window or in the direct messages', async () => {
  await using bot = await startBot({ publicUrl: 'https://goals.example.org' })
  await makesGoal(bot, 'ana', 'churn', churn)
  await bot.until('2026-05-04T07:00Z')
  const ana = bot.as('ana')
  await ana.opensHome()
  const menus = pressesOf(bot.slack.homeOf('ana')).filter(({ actionId }) => actionId.startsWith('home.door/'))
  expect(menus).toHaveLength(2)
  for (const { actionId, values } of menus) {
    for (const value of values) {
      const seen = () => bot.slack.dmWith('ana').length + bot.slack.modalsOf('ana').length
      const before = seen()
      await ana.clicks(actionId, field.option(value))
      await bot.settled()
      expect([value, seen() > before]).toEqual([value, true])
      const window = bot.slack.modalsOf('ana').at(-1)
      if (window !== undefined) await bot.slack.ui('close', { user: ana.id, view_id: window.id })
    }
  }
  expect(bot.slack.notices()).toEqual([])
})

test('a team’s door opens for its own people alone', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const ana = bot.as('ana')
  await ana.opensHome()
  const forged = field.option(doorValue('tree', Object('no-such-team')))
  await ana.clicks('home.door/mine', forged)
  expect(bot.textOf(bot.slack.dmWith('ana').at(-1))).not.toContain('Reduce churn')
})

test('a filter stays when Home is opened again, and one press shows everything again', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const ana = bot.as('ana')
  await ana.opensHome()
  expect(homeText(bot, 'ana')).toContain('Reduce churn')
  await ana.clicks('home.choose/status', field.option(changeValue({ status: 'closed' })))
  expect(homeText(bot, 'ana')).toContain('No goal matches this choice')
  await ana.opensHome()
  expect(homeText(bot, 'ana')).toContain('No goal matches this choice')
  await ana.clicks('home.choose/all')
  expect(homeText(bot, 'ana')).toContain('Reduce churn')
})

test('pages are turned, and a page that has gone meanwhile is the last one', async () => {
  await using bot = await startBot()
  for (let nth = 1; nth <= 11; nth += 1)
    await makesGoal(bot, 'ana', 'email-sign-ups', {
      ...signUps,
      title: field.text(`Goal number ${nth}.`),
      due: field.day(`2026-08-${String(nth).padStart(2, '0')}`),
    })
  const ana = bot.as('ana')
  await ana.opensHome()
  expect(homeText(bot, 'ana')).toContain('1–10 of 11')
  await ana.clicks('home.choose/mine-later')
  expect(homeText(bot, 'ana')).toContain('11–11 of 11')
  await ana.types('sales', '/goal close G-11')
  await ana.submits()
  expect(homeText(bot, 'ana')).toContain('Goal number 10.')
  expect(homeText(bot, 'ana')).not.toContain('of 11')
})

test('a goal begun in the form is found on Home again as it was, and is gone from there once it is sent', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal new')
  await ana.fills({ measure: field.option('churn') })
  await ana.fills({ ...churn, title: field.text('Half a thought') })
  await bot.slack.ui('close', { user: ana.id, view_id: bot.slack.modalsOf('ana').at(-1)?.id ?? '' })
  await ana.opensHome()
  expect(homeText(bot, 'ana')).toContain('Go on: Half a thought')
  await ana.clicks('home.resume')
  await ana.fills({ title: field.text('A whole thought') })
  expect(homeText(bot, 'ana')).toContain('Go on: A whole thought')
  await ana.fills({ title: field.text('Half a thought') })
  expect(JSON.stringify(bot.slack.modalsOf('ana').at(-1)?.state.values)).toContain('Half a thought')
  expect(JSON.stringify(bot.slack.modalsOf('ana').at(-1)?.state.values)).toContain('45')
  expect(windowText(bot, 'ana')).not.toBe('')
  expect(await ana.submits()).toEqual({ ok: true })
  expect(homeText(bot, 'ana')).not.toContain('Go on: Half a thought')
  expect(homeText(bot, 'ana')).toContain('Half a thought')
})

test('a draft is discarded from Home; a press on a Home from before says so', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal new')
  await ana.fills({ title: field.text('Half a thought') })
  await bot.slack.ui('close', { user: ana.id, view_id: bot.slack.modalsOf('ana').at(-1)?.id ?? '' })
  await ana.opensHome()
  await ana.clicks('home.discard')
  expect(homeText(bot, 'ana')).not.toContain('Half a thought')
  expect(bot.slack.notices()).toEqual([])
})

test('two presses at once both count, and Home shows both', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const ana = bot.as('ana')
  await ana.opensHome()
  await Promise.all([
    ana.clicks('home.choose/status', field.option(changeValue({ status: 'closed' }))),
    ana.clicks('home.choose/whose', field.option(changeValue({ whose: 'mine' }))),
  ])
  const chosen = bot.slack.homeOf('ana')?.state.values
  expect(JSON.stringify(chosen)).toContain('"text":"Closed"')
  expect(JSON.stringify(chosen)).toContain('"text":"My goals"')
  expect(homeText(bot, 'ana')).toContain('No goal matches this choice')
})
