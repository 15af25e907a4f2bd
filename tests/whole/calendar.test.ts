import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as field from '../../sandbox/fields.ts'
import { doorValue } from '../../views/home-actions.ts'
import { startBot, textIn, type WholeBot } from '../support/bot.ts'
import { readCalendar } from '../support/calendars.ts'
import { churn, makesGoal, signUps, whisperTo } from '../support/goals.ts'

const publicUrl = 'https://goalpost.example.com'

async function begun(world: Parameters<typeof startBot>[0] = {}) {
  const bot = await startBot({ publicUrl, ...world })
  await makesGoal(bot, 'ana', 'churn', churn)
  return bot
}

/** The address in the newest message that only this person sees. */
function linkShown(bot: WholeBot, who: string, at = 'dm'): string {
  const [link] =
    whisperTo(bot, who, at).match(/https:\/\/goalpost\.example\.com\/calendar\/[\w-]{43}\.ics/) ?? []
  if (link === undefined) throw new Error(`no link is shown: ${whisperTo(bot, who, at)}`)
  return link
}

async function getsLink(bot: WholeBot, who: string, index = 0): Promise<string> {
  await bot.as(who).types('dm', '/goal calendar')
  await bot.as(who).clicks(`calendar.make/${index}`)
  return linkShown(bot, who)
}

const fetched = (bot: WholeBot, link: string) =>
  fetch(link.replace(publicUrl, `http://127.0.0.1:${bot.app.port()}`))

async function calendarAt(bot: WholeBot, link: string) {
  const response = await fetched(bot, link)
  expect(response.status).toBe(200)
  return readCalendar(await response.text())
}

test.each(['socket', 'http'] as const)(
  'a link made in Slack shows the goal in a calendar, in %s mode',
  async (mode) => {
    await using bot = await begun({ mode })
    const link = await getsLink(bot, 'ana')
    const { name, method, events } = await calendarAt(bot, link)
    expect([name, method]).toEqual(['Goalpost: my goals', 'PUBLISH'])
    const [goal] = events
    expect(goal).toMatchObject({ summary: 'Due: Reduce churn from 45% to 20%', start: '2026-08-02' })
    const card = bot.slack.messagesIn('sales').find((one) => bot.textOf(one).includes('Reduce churn'))
    expect(goal?.url).toBe(
      `${bot.slack.url}/archives/${bot.slack.channelId('sales')}/p${card?.ts.replace('.', '')}`,
    )
  },
)

test('the link is shown once, to its maker alone, and never in a notification', async () => {
  await using bot = await begun()
  await bot.as('ana').types('sales', '/goal calendar')
  expect(whisperTo(bot, 'ana')).toContain('#sales: no link yet')
  const link = await getsLink(bot, 'ana')
  const seenBy = (who: string) =>
    [...bot.slack.messagesIn('sales'), ...bot.slack.dmWith(who)].filter(
      (one) => (one.ephemeral_for ?? bot.slack.userId(who)) === bot.slack.userId(who),
    )
  expect(JSON.stringify(seenBy('ben'))).not.toContain('/calendar/')
  expect(JSON.stringify(seenBy('ana').map(({ text }) => text))).not.toContain('/calendar/')
  expect(seenBy('ana').filter((one) => textIn(one.blocks).includes(link))).toHaveLength(1)
  await bot.as('ana').clicks('calendar.make/1')
  expect(JSON.stringify(seenBy('ana'))).not.toContain(link)
})

test('of a link in a message nothing stays in the database, though Slack brings the message along with every press', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'goalpost-'))
  const links: string[] = []
  {
    await using bot = await begun({ databaseUrl: `file:${folder.path}/goalpost.db` })
    const ana = bot.as('ana')
    await ana.opensHome()
    await ana.clicks('home.door/mine', field.option(doorValue('calendar')))
    for (const press of ['make/0', 'make/1', 'revoke/1']) {
      await ana.clicks(`calendar.${press}`)
      const shown = bot.textOf(bot.slack.dmWith('ana').at(-1)).match(/\/calendar\/([\w-]{43})\.ics/)
      if (shown?.[1] !== undefined) links.push(shown[1])
    }
    expect(new Set(links).size).toBe(2)
  }
  const names = await readdir(folder.path)
  const kept = await Promise.all(names.map((name) => readFile(join(folder.path, name), 'latin1')))
  expect(kept.join('')).toContain('/calendar/')
  for (const token of links) expect(kept.join('')).not.toContain(token)
})

test('a new link ends the one before, and a revoked one answers like a guess', async () => {
  await using bot = await begun()
  const first = await getsLink(bot, 'ana')
  const second = await getsLink(bot, 'ana')
  expect((await fetched(bot, first)).status).toBe(404)
  expect((await fetched(bot, second)).status).toBe(200)
  await bot.as('ana').types('dm', '/goal calendar')
  await bot.as('ana').clicks('calendar.revoke/0')
  expect(whisperTo(bot, 'ana', 'dm')).toContain('My goals: the link is revoked.')
  const told = async (link: string) => {
    const response = await fetched(bot, link)
    const { date, ...headers } = Object.fromEntries(response.headers)
    return { status: response.status, body: await response.text(), headers }
  }
  const guess = `${publicUrl}/calendar/${'A'.repeat(43)}.ics`
  expect(await told(second)).toEqual(await told(guess))
  expect((await told(guess)).status).toBe(404)
})

test('the same calendar is answered with nothing new until something changes', async () => {
  await using bot = await begun()
  const link = await getsLink(bot, 'ana', 1)
  const local = link.replace(publicUrl, `http://127.0.0.1:${bot.app.port()}`)
  const etag = (await fetch(local)).headers.get('etag') ?? ''
  const status = async () => (await fetch(local, { headers: { 'if-none-match': etag } })).status
  expect(await status()).toBe(304)
  await bot.until('2026-05-04T08:00Z')
  expect(await status()).toBe(304)
  await makesGoal(bot, 'ben', 'site-sign-ups', signUps)
  expect(await status()).toBe(200)
})

test('a team’s calendar speaks its lead’s language and never shows a private goal', async () => {
  await using bot = await startBot({ publicUrl })
  await makesGoal(bot, 'chen', 'churn', churn)
  await makesGoal(bot, 'ana', 'site-sign-ups', { ...signUps, visibility: field.option('private') })
  const { name, events } = await calendarAt(bot, await getsLink(bot, 'ben', 1))
  expect(name).toBe('Goalpost：#sales')
  expect(events.map(({ summary }) => summary)).toEqual(['到期：Reduce churn from 45% to 20%'])
  const mine = await calendarAt(bot, await getsLink(bot, 'ana'))
  expect(mine.events.filter(({ category }) => category === 'goal')).toMatchObject([
    { summary: 'Due: Win 200 sign-ups', isPrivate: true },
  ])
})

test('whoever leaves the channel has no team calendar from then on', async () => {
  await using bot = await begun()
  const link = await getsLink(bot, 'ben', 1)
  expect((await fetched(bot, link)).status).toBe(200)
  await bot.as('ben').types('sales', '/leave')
  expect((await fetched(bot, link)).status).toBe(404)
})

test('the check-ins of a calendar are those that are then sent', async () => {
  await using bot = await begun()
  await bot.as('ana').says('away next week')
  const { events } = await calendarAt(bot, await getsLink(bot, 'ana'))
  const coming = events.filter(({ category }) => category === 'check-in').map(({ start }) => start)
  expect(coming).toEqual([11, 18, 25].map((of) => `2026-05-${of}T07:00:00Z`).concat('2026-06-01T07:00:00Z'))
  await bot.until('2026-06-02T00:00Z')
  const prompts = bot.slack
    .dmWith('ana')
    .filter((one) => bot.textOf(one).startsWith('Check-in'))
    .map(({ ts }) => new Date(Math.floor(Number(ts)) * 1000).toISOString().replace('.000', ''))
  expect(prompts).toEqual(coming)
})

describe('where nobody has said where calendars reach the bot', () => {
  test('one line says what its operator has to set', async () => {
    await using bot = await startBot()
    await bot.as('ana').types('sales', '/goal calendar')
    expect(whisperTo(bot, 'ana')).toContain('has to set PUBLIC_URL and PORT first')
  })
})

test('App Home leads to the links', async () => {
  await using bot = await begun()
  await bot.as('ana').opensHome()
  await bot.as('ana').clicks('home.door/mine', field.option(doorValue('calendar')))
  expect(bot.textOf(bot.slack.dmWith('ana').at(-1))).toContain('My goals: no link yet')
})
