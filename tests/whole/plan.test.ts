import { expect, test } from 'vitest'
import type { Actor } from '../../sandbox/acting.ts'
import * as field from '../../sandbox/fields.ts'
import { startBot, type WholeBot } from '../support/bot.ts'
import { churn, errorsShown, lastTo, makesGoal, signUps, whisperTo, windowText } from '../support/goals.ts'

const priceList = {
  title: field.text('Publish the price list'),
  start: field.day('2026-05-03'),
  due: field.day('2026-08-02'),
}

/** The buttons of a goal's page stand in the direct messages for whoever asks there. */
async function opensMilestones(person: Actor): Promise<void> {
  await person.types('dm', '/goal show 1')
  await person.clicks('milestones.open')
}

async function addsMilestone(person: Actor, fields: Parameters<Actor['fills']>[0]): Promise<void> {
  await person.clicks('milestones.add')
  await person.fills(fields)
  const answer = await person.submits()
  if (!answer.ok) throw new Error('the form refused')
}

/** Chooses from the menu of the milestone with that title, or presses its one button. */
async function acts(bot: WholeBot, who: string, title: string, what: string): Promise<void> {
  const blocks = bot.slack.modalsOf(who).at(-1)?.blocks ?? []
  const block = blocks.find(
    (one) => JSON.stringify(one).includes(title) && JSON.stringify(one).includes('act/'),
  )
  const found = /milestones\.act\/([\w-]+)/.exec(JSON.stringify(block))
  if (found === null) throw new Error(`nothing can be done with ${title}`)
  const value = JSON.stringify({ step: found[1], do: what })
  const isMenu = JSON.stringify(block).includes('"overflow"')
  await bot.as(who).clicks(found[0], isMenu ? field.option(value) : undefined)
}

test('milestones are added, ordered after each other, marked by whoever delivers them, and close the goal', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'deliverable', priceList)
  const [ana, ben] = [bot.as('ana'), bot.as('ben')]
  await opensMilestones(ana)
  expect(windowText(bot, 'ana')).toContain('No milestones yet')
  await addsMilestone(ana, { title: field.text('Contract signed'), due: field.day('2026-06-10') })
  await addsMilestone(ana, {
    title: field.text('Legal has agreed'),
    due: field.day('2026-06-12'),
    assignee: field.people(ben.id),
  })
  expect(windowText(bot, 'ana')).toContain('Ben · due 12 Jun 2026')

  await acts(bot, 'ana', 'Legal has agreed', 'change')
  const found = await bot.slack.ui('lookup', {
    user: ana.id,
    ...afterField(bot, 'ana'),
    typed: 'contract',
  })
  const [contract] = (found as { options?: { value: string }[] }).options ?? []
  await ana.fills({ after: field.options(contract?.value ?? '') })
  expect((await ana.submits()).ok).toBe(true)
  expect(windowText(bot, 'ana')).toContain('squeezed: 2 working days are left')
  expect(windowText(bot, 'ana')).toContain('Critical chain: Contract signed → Legal has agreed')

  await acts(bot, 'ana', 'Contract signed', 'mark')
  await ana.types('sales', '/goal show 1')
  expect(whisperTo(bot, 'ana')).toContain('1 of 2 milestones')
  expect(whisperTo(bot, 'ana')).toContain('✓ Contract signed · done by Ana')

  await opensMilestones(ben)
  expect(windowText(bot, 'ben')).toContain('You can mark the ones you deliver')
  await acts(bot, 'ben', 'Legal has agreed', 'mark')
  expect(windowText(bot, 'ben')).toContain('done by Ben')
  expect(lastTo(bot, 'ana')).toContain('All milestones are done. Is the goal reached?')
  expect(bot.slack.notices()).toEqual([])
})

const afterField = (bot: WholeBot, who: string) => ({
  view_id: bot.slack.modalsOf(who).at(-1)?.id ?? '',
  block_id: 'after',
  action_id: 'milestone.after',
})

test('faults stand at their fields; the same milestone can be opened again after saving, and left out', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'deliverable', priceList)
  const ana = bot.as('ana')
  await opensMilestones(ana)
  await ana.clicks('milestones.add')
  await ana.fills({
    title: field.text('Printed'),
    due: field.day('2027-01-01'),
    assignee: field.people(bot.slack.userId('gus')),
  })
  await ana.submits()
  expect(Object.keys(errorsShown(bot, 'ana')).toSorted()).toEqual(['assignee', 'due'])
  await ana.clicks('milestones.back')
  await addsMilestone(ana, { title: field.text('Printed') })
  for (const title of ['Printed on paper', 'Printed']) {
    await acts(bot, 'ana', 'Printed', 'change')
    expect(windowText(bot, 'ana')).toContain('What will be there?')
    await ana.fills({ title: field.text(title) })
    await ana.submits()
    expect(windowText(bot, 'ana')).toContain(title)
  }
  await acts(bot, 'ana', 'Printed', 'remove')
  await ana.submits()
  expect(windowText(bot, 'ana')).toContain('No milestones yet')
  await ana.types('sales', '/goal show 1')
  expect(whisperTo(bot, 'ana')).toContain('Milestone left out: Printed')
  expect(bot.slack.notices()).toEqual([])
})

test('after the lock, leaving one out says why in the thread', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'deliverable', priceList)
  const ana = bot.as('ana')
  await opensMilestones(ana)
  await addsMilestone(ana, { title: field.text('Printed') })
  await bot.until('2026-05-08T18:00Z')
  await opensMilestones(ana)
  await acts(bot, 'ana', 'Printed', 'remove')
  await ana.submits()
  expect(errorsShown(bot, 'ana')).toMatchObject({ reason: expect.stringContaining('Say why') })
  await ana.fills({ reason: field.text('Online is enough') })
  await ana.submits()
  const told = bot.slack
    .messagesIn('sales')
    .map((message) => bot.textOf(message))
    .join('\n')
  expect(told).toContain('Ana made this goal easier')
  expect(told).toContain('Milestone left out: Printed')
  expect(told).toContain('Online is enough')
})

test('a goal is put under a larger one, is refused a ring at that field, and stands in the tree', async () => {
  await using bot = await startBot()
  await makesGoal(bot, 'ana', 'churn', churn)
  await makesGoal(bot, 'ben', 'email-sign-ups', signUps)
  const ana = bot.as('ana')
  const ids = await goalIds(bot)
  await ana.types('sales', '/goal edit 2')
  await ana.fills({ parent: field.option(ids[0] ?? '') })
  expect((await ana.submits()).ok).toBe(true)
  await ana.types('sales', '/goal edit 1')
  expect(await offered(bot, 'ana')).toEqual([ids[1]])
  await ana.fills({ parent: field.option(ids[1] ?? '') })
  await ana.submits()
  expect(errorsShown(bot, 'ana')).toEqual({ parent: expect.stringContaining('part of itself') })
  await ana.types('sales', '/goal tree')
  expect(whisperTo(bot, 'ana')).toMatch(/G-1 Reduce churn.*↳ G-2 Win 200 sign-ups/s)
  expect(bot.slack.notices()).toEqual([])
})

/** What the parent's search of the open form offers, by number. */
async function offered(bot: WholeBot, who: string): Promise<readonly string[]> {
  const user = bot.slack.userId(who)
  const view_id = bot.slack.modalsOf(who).at(-1)?.id ?? ''
  const asked = { user, view_id, block_id: 'parent', action_id: 'goal.parent', typed: 'g-' }
  const { options = [] } = (await bot.slack.ui('lookup', asked)) as {
    options?: { text: { text: string }; value: string }[]
  }
  return options
    .filter(({ text }) => text.text.startsWith('G-'))
    .toSorted((a, b) => (a.text.text < b.text.text ? -1 : 1))
    .map(({ value }) => value)
}

async function goalIds(bot: WholeBot): Promise<readonly string[]> {
  const ana = bot.as('ana')
  await ana.types('sales', '/goal new')
  const ids = await offered(bot, 'ana')
  await bot.slack.ui('close', { user: ana.id, view_id: bot.slack.modalsOf('ana').at(-1)?.id ?? '' })
  return ids
}

test('the load is for leads everyone’s, for members their own and the sum', async () => {
  await using bot = await startBot()
  for (const title of ['Win the south', 'Win the north'])
    await makesGoal(bot, 'ben', 'custom-total', {
      ...signUps,
      title: field.text(title),
      unit: field.text('deals'),
      size: field.option('large'),
    })
  await makesGoal(bot, 'ana', 'churn', { ...churn, size: field.option('small') })
  const [ana, ben] = [bot.as('ana'), bot.as('ben')]
  await ben.types('sales', '/goal load')
  expect(whisperTo(bot, 'ben')).toContain('Ana 1 · room')
  expect(whisperTo(bot, 'ben')).toContain('You 8 · busy')
  await ana.types('sales', '/goal load')
  expect(whisperTo(bot, 'ana')).not.toContain('Ben')
  expect(whisperTo(bot, 'ana')).toContain('Team (2 people) 9 9')
  expect(bot.slack.notices()).toEqual([])
})
