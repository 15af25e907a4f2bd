import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot } from '../support/bot.ts'
import { errorsShown, whisperTo, windowText } from '../support/goals.ts'

const beds = {
  name: field.text('Beds ready within two hours'),
  unit: field.text('%'),
  formula: field.text('Beds ready ÷ discharges'),
  guard: field.text('complaints about cleanliness'),
}

test('a workspace adds a KPI of its own, which every goal’s form then offers and fills itself from', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal kpis')
  expect(whisperTo(bot, 'ana')).toContain('Close rate')
  expect(whisperTo(bot, 'ana')).toContain('watch as well')
  await ana.types('dm', '/goal kpis')
  await ana.clicks('kpi.add')
  await ana.fills(beds)
  expect(await ana.submits()).toEqual({ ok: true })

  const ben = bot.as('ben')
  await ben.types('sales', '/goal new')
  const blocks = JSON.stringify(bot.slack.modalsOf('ben').at(-1)?.blocks)
  const value = /custom-level\/[0-9a-f-]{36}/.exec(blocks)?.[0] ?? ''
  await ben.fills({ measure: field.option(value) })
  expect(windowText(bot, 'ben')).toContain('complaints about cleanliness')
  await ben.fills({ baseline: field.text('60'), target: field.text('80'), due: field.day('2026-08-02') })
  expect(await ben.submits()).toEqual({ ok: true })
  await ben.types('sales', '/goal show 1')
  expect(whisperTo(bot, 'ben')).toContain('Beds ready within two hours')
  expect(whisperTo(bot, 'ben')).toContain('60%')
  expect(bot.slack.notices()).toEqual([])
})

test('a name that is taken or missing is said at its field', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('dm', '/goal kpis')
  await ana.clicks('kpi.add')
  await ana.submits()
  expect(Object.keys(errorsShown(bot, 'ana'))).toEqual(['name'])
  await ana.fills(beds)
  await ana.submits()
  await ana.clicks('kpi.add')
  await ana.fills({ ...beds, name: field.text('beds READY within two hours') })
  await ana.submits()
  expect(errorsShown(bot, 'ana')).toMatchObject({ name: expect.stringContaining('already') })
})

test('whoever made a KPI takes it off the list; someone else is told who may', async () => {
  await using bot = await startBot()
  const [ana, ben] = [bot.as('ana'), bot.as('ben')]
  await ana.types('dm', '/goal kpis')
  await ana.clicks('kpi.add')
  await ana.fills(beds)
  await ana.submits()
  await ben.types('dm', '/goal kpis')
  const drop =
    /kpi\.drop\/[0-9a-f-]{36}/.exec(JSON.stringify(bot.slack.dmWith('ben').at(-1)?.blocks))?.[0] ?? ''
  await ben.clicks(drop)
  expect(whisperTo(bot, 'ben', 'dm')).toContain('Only whoever added this KPI')
  await ana.types('dm', '/goal kpis')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('Beds ready within two hours')
  await ana.clicks(drop)
  await ana.types('dm', '/goal kpis')
  expect(whisperTo(bot, 'ana', 'dm')).not.toContain('Beds ready within two hours')
})
