import { expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { startBot, textIn, type WholeBot } from '../support/bot.ts'
import { churn, makesGoal, whisperTo, windowText } from '../support/goals.ts'

/** What the fields of the topmost window hold, by block id without its round. */
function held(bot: WholeBot, who: string): Readonly<Record<string, unknown>> {
  const values = bot.slack.modalsOf(who).at(-1)?.state.values ?? {}
  return Object.fromEntries(
    Object.entries(values).map(([id, inside]) => {
      const [state] = Object.values(inside) as Record<string, unknown>[]
      const { value, selected_date, selected_option } = (state ?? {}) as Record<
        string,
        { value: string } | string
      >
      return [
        id.replace(/~\d+$/, ''),
        value ?? selected_date ?? (selected_option as { value: string } | undefined)?.value,
      ]
    }),
  )
}

const button = (bot: WholeBot, who: string, text: string): string => {
  const blocks = bot.slack.modalsOf(who).at(-1)?.blocks ?? []
  const all = JSON.parse(JSON.stringify(blocks)) as { elements?: Wire[]; accessory?: Wire }[]
  const found = all
    .flatMap(({ elements = [], accessory }) => [...elements, ...(accessory ? [accessory] : [])])
    .find((one) => one.type === 'button' && one.text?.text?.includes(text))
  if (found?.action_id === undefined) throw new Error(`no button ${text} in ${textIn(blocks)}`)
  return found.action_id
}
interface Wire {
  readonly type: string
  readonly action_id?: string
  readonly text?: { readonly text?: string }
}

test('a sentence behind /goal new fills the form, and shows what was read with its date in full', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types(
    'sales',
    '/goal new Reduce churn from 45% to 20% by end of next quarter by extending trials',
  )
  expect(held(bot, 'ana')).toMatchObject({
    title: 'Reduce churn from 45% to 20%',
    measure: 'churn',
    baseline: '45',
    target: '20',
    due: '2026-09-30',
    levers: 'extending trials',
  })
  expect(windowText(bot, 'ana')).toContain('2026-09-30')
  expect(await ana.submits()).toEqual({ ok: true })
})

test('the meter follows what is typed, and nothing that was typed is lost', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal new')
  await ana.fills({ title: field.text('Increase sales') })
  expect(windowText(bot, 'ana')).toContain('SMART 8 of 100')
  expect(windowText(bot, 'ana')).toContain('How will we know?')
  await ana.fills({ measure: field.option('revenue') })
  await ana.fills({
    title: field.text('Increase sales in the south'),
    baseline: field.text('$40k'),
    target: field.text('$55k'),
  })
  await ana.fills({ due: field.day('2026-08-02'), why: field.text('We open a second shop') })
  const window = windowText(bot, 'ana')
  expect(window).toContain('Increase sales in the south from US$40,000 to US$55,000 by 2 Aug 2026')
  expect(window).not.toContain('How will we know?')
  expect(held(bot, 'ana')).toMatchObject({
    title: 'Increase sales in the south',
    baseline: '$40k',
    target: '$55k',
  })
})

test('one tap sets the date, and two goals in one sentence become two', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal new')
  await ana.fills({ title: field.text('Raise the close rate from 25% to 30%') })
  await ana.clicks(button(bot, 'ana', 'End of quarter'))
  expect(held(bot, 'ana')).toMatchObject({ due: '2026-06-30', title: 'Raise the close rate from 25% to 30%' })

  await ana.fills({ title: field.text('Raise the close rate from 25% to 30% and cut churn from 10% to 5%') })
  await ana.fills({ why: field.text('x y z'), levers: field.text('calling back') })
  await ana.clicks(button(bot, 'ana', 'Split'))
  await ana.clicks(button(bot, 'ana', 'Fill in'))
  expect(held(bot, 'ana')).toMatchObject({
    title: 'Raise the close rate from 25% to 30%',
    baseline: '25',
    target: '30',
  })
  expect(windowText(bot, 'ana')).toContain('cut churn from 10% to 5%')
  expect(await ana.submits()).toMatchObject({ ok: true })
  expect(held(bot, 'ana')).toMatchObject({ title: 'Cut churn from 10% to 5%', baseline: '10', target: '5' })
  await ana.fills({ due: field.day('2026-06-30') })
  expect(await ana.submits()).toEqual({ ok: true })
  await ana.types('sales', '/goal list')
  expect(whisperTo(bot, 'ana')).toContain('Raise the close rate')
  expect(whisperTo(bot, 'ana')).toContain('Cut churn from 10% to 5%')
  expect(bot.slack.notices()).toEqual([])
})

test('a goal split in two while it is edited leaves a form for the second', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const ana = bot.as('ana')
  await ana.types('sales', '/goal edit 1')
  await ana.fills({ title: field.text('Reduce churn from 45% to 20% and hire 3 reps') })
  await ana.fills({ why: field.text('fewer calls'), levers: field.text('calling back') })
  await ana.clicks(button(bot, 'ana', 'Split'))
  expect(await ana.submits()).toMatchObject({ ok: true })
  expect(held(bot, 'ana')).toMatchObject({ title: 'Hire 3 reps', target: '3' })
})

test('pasted values say whether the target is within reach, and offer three that are', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal new')
  await ana.fills({ measure: field.option('close-rate') })
  await ana.fills({
    title: field.text('Raise the close rate'),
    baseline: field.text('27%'),
    target: field.text('50%'),
    history: field.text('23, 25, 27'),
    due: field.day('2026-05-10'),
  })
  expect(windowText(bot, 'ana')).toContain('Over-ambitious')
  expect(windowText(bot, 'ana')).toContain('▁▅█')
  expect(windowText(bot, 'ana')).toContain('not reached this in your last 3 readings')
  await ana.clicks(button(bot, 'ana', 'Moonshot 30%'))
  expect(held(bot, 'ana')).toMatchObject({ target: '30' })
  expect(windowText(bot, 'ana')).toContain('A stretch')
  expect(await ana.submits()).toEqual({ ok: true })
})

test('values of earlier goals on the same KPI count as history', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  const ana = bot.as('ana')
  for (const [day, said] of [
    ['2026-05-04', '44%'],
    ['2026-05-11', '42%'],
    ['2026-05-18', '41%'],
    ['2026-05-25', '40%'],
  ]) {
    await bot.until(`${day}T08:00Z`)
    await ana.says(said ?? '')
  }
  await ana.types('sales', '/goal new')
  await ana.fills({ measure: field.option('churn') })
  await ana.fills({
    title: field.text('Reduce churn in the north'),
    baseline: field.text('40%'),
    target: field.text('10%'),
    due: field.day('2026-07-31'),
  })
  expect(windowText(bot, 'ana')).toContain('44% · 42% · 41% · 40%')
  expect(windowText(bot, 'ana')).toContain('Over-ambitious')
})

test('what cannot be read in the pasted values is said at their field, and nothing is lost', async () => {
  await using bot = await startBot()
  const ana = bot.as('ana')
  await ana.types('sales', '/goal new')
  await ana.fills({ measure: field.option('churn') })
  await ana.fills({ ...churn, history: field.text('many, few') })
  expect(await ana.submits()).toMatchObject({ ok: false })
  expect(bot.slack.modalsOf('ana').at(-1)?.errors).toMatchObject({
    history: expect.stringContaining('many, few'),
  })
})
