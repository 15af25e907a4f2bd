import { expect, test } from 'vitest'
import type { LocalSlack } from '../../sandbox/server.ts'
import { channels, northwind, people } from '../../sandbox/world.ts'
import { aSlack, clientFor, httpBot, secret, socketBot } from './bots.ts'

type Wire = Record<string, unknown>

/** Every event delivered, by its name in the traffic. */
function eventsIn(slack: LocalSlack, name: string): Wire[] {
  return slack.traffic.calls(name).map(({ request }) => (request as { event: Wire }).event)
}

const listening = (slack: LocalSlack) => socketBot(slack, () => {})

const dmOf = (slack: LocalSlack, user: string) =>
  slack.state(user).channels.find(({ kind }) => kind === 'im')?.id ?? ''

test("people's words arrive escaped, with names and addresses as entities", async () => {
  await using slack = await aSlack()
  await using _bot = await listening(slack)
  const text = 'R&D <3 @ana, see #sales https://a.example/?a=1&b=2'
  await slack.ui('post', { user: people.ben, channel: channels.sales, text })
  await slack.quiet()
  expect(eventsIn(slack, 'message.channels')).toMatchObject([
    {
      type: 'message',
      user: people.ben,
      channel_type: 'channel',
      text: `R&amp;D &lt;3 <@${people.ana}>, see <#${channels.sales}|> <https://a.example/?a=1&amp;b=2>`,
    },
  ])
})

test('the bot hears nothing of channels it is not in', async () => {
  await using slack = await aSlack()
  await using _bot = await listening(slack)
  await slack.ui('post', { user: people.ben, channel: channels.general, text: 'Hello' })
  await slack.quiet()
  expect(slack.traffic.entries.filter(({ kind }) => kind === 'event')).toEqual([])
})

test('an edit and a deletion say what was and what is', async () => {
  await using slack = await aSlack()
  await using _bot = await listening(slack)
  const channel = dmOf(slack, people.ana)
  const said = await slack.ui('post', { user: people.ana, channel, text: '32%' })
  const ts = (said.ok ? said.ts : undefined) ?? ''
  await slack.ui('edit', { user: people.ana, channel, ts, text: '33%' })
  await slack.ui('delete', { user: people.ana, channel, ts })
  await slack.quiet()
  expect(eventsIn(slack, 'message.im message_changed')).toMatchObject([
    { message: { text: '33%', ts, edited: { user: people.ana } }, previous_message: { text: '32%', ts } },
  ])
  expect(eventsIn(slack, 'message.im message_deleted')).toMatchObject([
    { deleted_ts: ts, previous_message: { text: '33%', user: people.ana } },
  ])
  expect(slack.dmWith('ana')).toEqual([])
})

test("the bot's own messages come back to it under its bot id", async () => {
  await using slack = await aSlack()
  await using _bot = await listening(slack)
  await clientFor(slack).chat.postMessage({ channel: people.ana, text: 'Good morning' })
  await slack.quiet()
  expect(eventsIn(slack, 'message.im')).toMatchObject([{ bot_id: 'B0GOALPOST1', user: people.goalpost }])
})

test('the bot is invited and removed by a command of Slack itself', async () => {
  await using slack = await aSlack({ world: northwind({ salesHasBot: false }) })
  await using _bot = await listening(slack)
  const ana = (text: string) => slack.ui('command', { user: people.ana, channel: channels.sales, text })
  expect(await ana('/invite @nobody')).toEqual({ ok: false, error: 'user_not_found' })
  await ana('/invite @goalpost')
  await slack.quiet()
  expect(eventsIn(slack, 'member_joined_channel')).toMatchObject([
    { user: people.goalpost, channel: channels.sales, inviter: people.ana, channel_type: 'C' },
  ])
  expect(slack.channelOf('sales').members).toContain(people.goalpost)
  await ana('/remove @goalpost')
  await slack.quiet()
  expect(eventsIn(slack, 'channel_left')).toMatchObject([{ channel: channels.sales }])
  expect(slack.channelOf('sales').members).not.toContain(people.goalpost)
})

test('a person who comes or goes is announced where the bot is', async () => {
  await using slack = await aSlack()
  await using _bot = await listening(slack)
  const line = (text: string) =>
    slack.ui('command', { user: people.ana, channel: channels.partnersAcme, text })
  await line('/invite @ben')
  await line('/remove @ben')
  await slack.quiet()
  expect(eventsIn(slack, 'member_joined_channel')).toMatchObject([{ user: people.ben }])
  expect(eventsIn(slack, 'member_left_channel')).toMatchObject([{ user: people.ben }])
})

test('changes of people and channels are told', async () => {
  await using slack = await aSlack()
  await using _bot = await listening(slack)
  slack.changeUser(people.ana, { tz: 'Asia/Tokyo' })
  slack.changeChannel(channels.sales, { name: 'revenue' })
  slack.changeChannel(channels.sales, { is_archived: true })
  await slack.quiet()
  expect(eventsIn(slack, 'user_change')).toMatchObject([{ user: { id: people.ana, tz: 'Asia/Tokyo' } }])
  expect(eventsIn(slack, 'channel_rename')).toMatchObject([{ channel: { name: 'revenue' } }])
  expect(eventsIn(slack, 'channel_archive')).toMatchObject([{ channel: channels.sales }])
})

test('commands of nobody, and of people of another company, are no commands', async () => {
  await using slack = await aSlack()
  await using _bot = await listening(slack)
  const typed = (user: string, text: string) =>
    slack.ui('command', { user, channel: channels.partnersAcme, text })
  expect(await typed(people.ana, '/coffee')).toEqual({ ok: false, error: 'unknown_command' })
  expect(await typed(people.sam, '/goal list')).toEqual({ ok: false, error: 'unknown_command' })
})

test('an event that is not taken is tried once more', async () => {
  await using slack = await aSlack()
  await using _bot = await httpBot(slack, () => {}, `not-${secret}`)
  await slack.ui('post', { user: people.ana, channel: channels.sales, text: 'Hello' })
  await slack.quiet()
  expect(slack.traffic.calls('message.channels').map(({ outcome }) => outcome)).toEqual([
    'http_401',
    'http_401',
  ])
})

test('each envelope goes to one connection, and a refresh is survived', async () => {
  await using slack = await aSlack()
  const heard: string[] = []
  await using _bot = await socketBot(
    slack,
    (app) => {
      app.message(async ({ message }) => {
        if (message.subtype === undefined) heard.push(message.text ?? '')
      })
    },
    2,
  )
  expect(slack.connections()).toBe(2)
  for (const text of ['1', '2', '3'])
    await slack.ui('post', { user: people.ana, channel: channels.sales, text })
  await slack.until(() => heard.length === 3)
  await slack.quiet()
  expect([...heard].sort()).toEqual(['1', '2', '3'])
  slack.refreshSockets()
  await slack.until(() => slack.connections() === 0)
})
