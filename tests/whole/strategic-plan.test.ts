import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot } from '../support/bot.ts'
import { contentOf, filesTo } from '../support/files.ts'
import { churn, lastTo, makesGoal, whisperTo, windowText } from '../support/goals.ts'

test('a lead writes on the plan, a member reads it, and it comes as files', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const [ana, ben] = [bot.as('ana'), bot.as('ben')]
  await ana.types('dm', '/goal plan')
  expect(lastTo(bot, 'ana')).toContain('Reduce churn')
  await ana.clicks('plan.edit')
  expect(windowText(bot, 'ana')).toContain('What we will not do')
  await ana.fills({
    purpose: field.text('Keep who we have\n<!channel>'),
    'not-doing': field.text('New markets'),
  })
  expect(await ana.submits()).toEqual({ ok: true })
  expect(lastTo(bot, 'ana')).toContain('The plan is changed')

  await ben.types('sales', '/goal plan')
  expect(whisperTo(bot, 'ben')).toContain('New markets')
  expect(whisperTo(bot, 'ben')).not.toContain('plan.edit')
  await ana.types('dm', '/goal plan')
  await ana.clicks('plan.markdown')
  await ana.clicks('plan.csv')
  expect(filesTo(bot, 'ana').map(({ name }) => name)).toEqual(['plan-2026-05-03.md', 'plan-2026-05-03.csv'])
  const text = new TextDecoder().decode(await contentOf(filesTo(bot, 'ana')[0]))
  expect(text).toContain('## 9. What we will not do\n\n- New markets')
  expect(text).toContain('\\<\\!channel\\>')
})
