import { describe, expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot } from '../support/bot.ts'

const churn = {
  title: field.text('Reduce churn from 45% to 20%'),
  baseline: field.text('45%'),
  target: field.text('20%'),
  start: field.day('2026-05-03'),
  due: field.day('2026-08-02'),
}

describe.each(['socket', 'http'] as const)('the main job over %s', (mode) => {
  test('a goal is made, asked for on Monday morning, answered in one line and seen on the page and the board', async () => {
    await using bot = await startBot({ mode })
    const ana = bot.as('ana')

    await ana.types('sales', '/goal new')
    await ana.fills({ measure: field.option('churn') })
    await ana.fills(churn)
    expect(await ana.submits()).toEqual({ ok: true })
    expect(bot.slack.modalsOf('ana')).toEqual([])

    const card = bot.slack.messagesIn('sales').findLast((one) => one.user === bot.slack.userId('goalpost'))
    expect(bot.textOf(card)).toContain('Reduce churn from 45% to 20%')
    const receipt = bot.textOf(bot.slack.dmWith('ana').at(-1))
    expect(receipt).toContain('G-1')
    // Monday 09:00 in Berlin, as Slack's own date token.
    expect(receipt).toContain(`<!date^${Date.parse('2026-05-04T07:00Z') / 1000}^`)

    await bot.until('2026-05-04T06:59Z')
    const before = bot.slack.dmWith('ana').length
    await bot.until('2026-05-04T07:00Z')
    const prompts = bot.slack.dmWith('ana').slice(before)
    expect(prompts).toHaveLength(1)
    expect(bot.textOf(prompts[0])).toContain('Reduce churn')

    await ana.says('42%')
    const understood = bot.textOf(bot.slack.dmWith('ana').at(-1))
    expect(understood).toContain('42%')

    await ana.types('sales', '/goal list')
    expect(bot.textOf(bot.slack.messagesIn('sales').at(-1))).toContain('42%')

    await ana.opensHome()
    expect(JSON.stringify(bot.slack.homeOf('ana'))).toContain('Reduce churn')

    await bot.until('2026-05-06T08:00Z')
    const board = bot.slack.messagesIn('sales').at(-1)
    expect(board?.metadata).toMatchObject({ event_type: 'goalpost' })
    expect(bot.slack.notices()).toEqual([])
  })
})
