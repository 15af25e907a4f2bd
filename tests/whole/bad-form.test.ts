import { describe, expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot } from '../support/bot.ts'
import {
  churn,
  errorsShown,
  fillsGoal,
  lastTo,
  makesGoal,
  mrkdwnIn,
  postedIn,
  signUps,
  windowText,
} from '../support/goals.ts'

describe('what is impossible is refused at its field, and nothing typed is lost', () => {
  test.each([
    [
      'due before start',
      'churn',
      { ...churn, due: field.day('2026-05-02') },
      'due',
      'must come after the start',
    ],
    [
      'due on the start',
      'churn',
      { ...churn, due: field.day('2026-05-03') },
      'due',
      'must come after the start',
    ],
    ['a target at the baseline', 'churn', { ...churn, target: field.text('45%') }, 'target', 'stands at 45'],
    [
      'a word for a number',
      'churn',
      { ...churn, target: field.text('abc') },
      'target',
      '“abc” could not be read',
    ],
    ['a number without end', 'churn', { ...churn, baseline: field.text('1e999') }, 'baseline', 'number'],
    [
      'fewer than no sign-ups',
      'email-sign-ups',
      { ...signUps, target: field.text('-5') },
      'target',
      'less than zero',
    ],
    [
      'more than all of them',
      'churn',
      { ...churn, target: field.text('150%') },
      'target',
      'outside 0% to 100%',
    ],
    ['another unit', 'churn', { ...churn, target: field.text('$20') }, 'target', 'another unit'],
    [
      'a blank title',
      'churn',
      { ...churn, title: field.text('\u200b \u2066') },
      'title',
      'Give the goal a title',
    ],
  ] as const)('%s', async (_, measure, fields, block, sentence) => {
    await using bot = await startBot()
    const ana = await fillsGoal(bot, 'ana', measure, fields)
    expect(await ana.submits()).toEqual({ ok: false, error: 'validation_errors' })
    expect(errorsShown(bot, 'ana')).toEqual({ [block]: expect.stringContaining(sentence) })
    const typed = JSON.stringify(bot.slack.modalsOf('ana').at(-1)?.state.values)
    for (const state of Object.values(fields)) {
      if (typeof state.value === 'string') expect(typed).toContain(JSON.stringify(state.value))
    }
    expect(postedIn(bot)).toEqual([])
    expect(bot.slack.notices()).toEqual([])
  })
})

test('a command with 3,000 characters opens the form with as much as a title can hold', async () => {
  await using bot = await startBot()
  await bot.as('ana').types('sales', `/goal new ${'x'.repeat(3000)}`)
  expect(bot.slack.modalsOf('ana')).toHaveLength(1)
  const title = JSON.stringify(bot.slack.modalsOf('ana')[0]?.state.values.title)
  expect(title).toContain('x'.repeat(140))
  expect(bot.slack.notices()).toEqual([])
})

test('a title of 3,000 characters that comes all the same is refused at the title', async () => {
  await using bot = await startBot()
  const ana = await fillsGoal(bot, 'ana', 'churn', { ...churn, title: field.text('y'.repeat(3000)) })
  expect(await ana.submits()).toEqual({ ok: false, error: 'validation_errors' })
  expect(errorsShown(bot, 'ana').title).toBeDefined()
})

describe('a hostile title', () => {
  test.each([
    ['mentions', '<!channel> <!here> <@U0BEN000002> & <https://evil.example|click>'],
    ['escaped mentions', '&lt;!channel&gt; &lt;@U0BEN000002&gt;'],
    ['emoji', '🚀 Ship 👩‍👩‍👧‍👦 it :tada:'],
    ['right to left', 'زيادة \u202eevil\u202c הכנסות'],
    ['a NUL and a newline', 'one\u0000two\nthree'],
    ['markup', '*bold* _x_ ~y~ `code` > quote'],
  ])('of %s mentions nobody and breaks nothing anywhere', async (_, title) => {
    await using bot = await startBot()
    const ana = bot.as('ana')
    await makesGoal(bot, 'ana', 'churn', { ...churn, title: field.text(title) })
    await ana.opensHome()
    for (const word of ['list', 'show', 'leaderboard', 'edit', 'close', 'checkin']) {
      await ana.types('sales', `/goal ${word}`)
      const window = bot.slack.modalsOf('ana').at(-1)
      if (window) await bot.slack.ui('close', { user: ana.id, view_id: window.id })
    }
    await bot.until('2026-05-06T08:00Z')
    await ana.says('40%')
    const said = JSON.stringify([
      mrkdwnIn(bot.slack.messagesIn('sales')),
      mrkdwnIn(bot.slack.dmWith('ana')),
      mrkdwnIn(bot.slack.homeOf('ana')),
    ])
    expect(said).not.toMatch(/<!(channel|here|everyone)|<@U|<https:\/\/evil/)
    expect(said).not.toContain('\\u0000')
    expect(bot.slack.notices()).toEqual([])
    expect(lastTo(bot, 'ana')).toContain('40%')
  })
})

test('a form submitted twice makes one goal', async () => {
  await using bot = await startBot()
  const ana = await fillsGoal(bot, 'ana', 'churn', churn)
  const view_id = bot.slack.modalsOf('ana').at(-1)?.id ?? ''
  const both = [0, 1].map(() => bot.slack.ui('submit', { user: ana.id, view_id }))
  await Promise.all(both)
  await bot.settled()
  expect(postedIn(bot)).toHaveLength(1)
  await ana.types('sales', '/goal show 2')
  expect(bot.textOf(bot.slack.messagesIn('sales').at(-1))).toContain('There is no G-2')
})

test('the form follows the measure that is chosen and keeps what was typed', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal new')
  await ana.fills({
    title: field.text('Grow'),
    baseline: field.text('12'),
    measure: field.option('deliverable'),
  })
  expect(windowText(bot, 'ana')).not.toContain('12')
  await ana.fills({ measure: field.option('churn') })
  expect(JSON.stringify(bot.slack.modalsOf('ana').at(-1)?.state.values.baseline)).toContain('12')
})
