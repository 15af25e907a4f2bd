import { expect, test } from 'vitest'
import { channels, northwind, people } from '../../sandbox/world.ts'
import { aSlack, button, clientFor, codeOf, nine } from './bots.ts'

const header = (text: string) => ({ type: 'header' as const, text: { type: 'plain_text' as const, text } })

test('a token is asked for, and the right one', async () => {
  await using slack = await aSlack()
  expect(await codeOf(clientFor(slack, 'xoxb-other').auth.test())).toBe('invalid_auth')
  expect(await codeOf(clientFor(slack, slack.appToken).auth.test())).toBe('not_allowed_token_type')
  expect(await codeOf(clientFor(slack).apps.connections.open())).toBe('not_allowed_token_type')
  expect(await (await fetch(`${slack.apiUrl}auth.test`)).json()).toEqual({ ok: false, error: 'not_authed' })
  expect(await clientFor(slack).auth.test()).toMatchObject({ team: 'Northwind', user_id: people.goalpost })
})

test('a method that Slack does not have is unknown', async () => {
  await using slack = await aSlack()
  expect(await codeOf(clientFor(slack).apiCall('goals.create', {}))).toBe('unknown_method')
  expect(await codeOf(clientFor(slack).apiCall('conversations.info', {}))).toBe('invalid_arguments')
})

test('blocks that Slack refuses are refused with a pointer, which everyone there reads', async () => {
  await using slack = await aSlack()
  const { chat } = clientFor(slack)
  const blocks = [header('ok'), header('a'.repeat(151))]
  const refused = chat.postMessage({ channel: channels.sales, text: 'x', blocks })
  const pointer = '[ERROR] must be at most 150 characters [json-pointer:/blocks/1/text/text]'
  await expect(refused).rejects.toMatchObject({
    data: { error: 'invalid_blocks', response_metadata: { messages: [pointer] } },
  })
  expect(slack.notices(people.ben)).toEqual([`invalid_blocks ${pointer}`])
  expect(slack.traffic.entries.at(-1)?.outcome).toBe(`invalid_blocks: ${pointer}`)
  expect(slack.messagesIn('sales')).toEqual([])
  const long = Array.from({ length: 5 }, () => ({
    type: 'section' as const,
    text: { type: 'mrkdwn' as const, text: 'a'.repeat(2900) },
  }))
  expect(await codeOf(chat.postMessage({ channel: channels.sales, text: 'x', blocks: long }))).toBe(
    'msg_blocks_too_long',
  )
})

test.each([
  ['a channel it is not in', channels.general, 'not_in_channel'],
  ['an archived channel', channels.oldCampaign, 'is_archived'],
  ['a private channel it is not in', channels.leads, 'channel_not_found'],
  ['a channel that is not', 'C0NOWHERE', 'channel_not_found'],
  ['a person who left', people.gus, 'user_disabled'],
  ['another bot', people.metrics, 'cannot_dm_bot'],
])('the bot cannot write to %s', async (_, channel, code) => {
  await using slack = await aSlack()
  expect(await codeOf(clientFor(slack).chat.postMessage({ channel, text: 'x' }))).toBe(code)
})

test('a private channel without the bot stays hidden, a public one does not', async () => {
  await using slack = await aSlack({ world: northwind({ salesHasBot: false }) })
  const { conversations } = clientFor(slack)
  expect(await codeOf(conversations.info({ channel: channels.leads }))).toBe('channel_not_found')
  expect((await conversations.info({ channel: channels.sales })).channel).toMatchObject({ is_member: false })
  const listed = await conversations.list({ types: 'public_channel,private_channel', exclude_archived: true })
  expect(listed.channels?.map(({ name }) => name)).toEqual(['sales', 'general', 'partners-acme'])
})

test("a person's id opens their direct messages", async () => {
  await using slack = await aSlack()
  const posted = await clientFor(slack).chat.postMessage({ channel: people.chen, text: 'Good morning' })
  expect(posted.channel).toMatch(/^D/)
  expect(slack.dmWith('chen')).toMatchObject([{ text: 'Good morning', bot_id: 'B0GOALPOST1' }])
})

test('stamps follow the clock, and no two in a channel are the same', async () => {
  await using slack = await aSlack()
  const { chat } = clientFor(slack)
  const stamps = [1, 2, 3].map(async (nth) => chat.postMessage({ channel: people.ana, text: `${nth}` }))
  const ts = (await Promise.all(stamps)).map((answer) => answer.ts)
  const second = String(nine / 1000)
  expect(ts).toEqual([`${second}.000000`, `${second}.000001`, `${second}.000002`])
})

test('an update without blocks takes them away, and keeps the metadata', async () => {
  await using slack = await aSlack()
  const { chat, conversations } = clientFor(slack)
  const metadata = { event_type: 'goalpost', event_payload: { key: 'prompt:1' } }
  const blocks = [button('a', 'b')]
  const { channel = '', ts = '' } = await chat.postMessage({
    channel: people.ana,
    text: 'old',
    blocks,
    metadata,
  })
  await chat.update({ channel, ts, text: 'new' })
  expect(slack.dmWith('ana')[0]).not.toHaveProperty('blocks')
  const { messages } = await conversations.history({ channel, include_all_metadata: true, limit: 15 })
  expect(messages).toMatchObject([{ text: 'new', metadata }])
  expect((await conversations.history({ channel })).messages?.[0]).not.toHaveProperty('metadata')
  expect(await codeOf(chat.update({ channel, ts: '1.2', text: 'x' }))).toBe('message_not_found')
  await chat.delete({ channel, ts })
  expect(slack.dmWith('ana')).toEqual([])
})

test("people's messages are theirs", async () => {
  await using slack = await aSlack()
  const said = await slack.ui('post', { user: people.ana, channel: channels.sales, text: 'mine' })
  const ts = (said.ok ? said.ts : undefined) ?? ''
  const { chat } = clientFor(slack)
  expect(await codeOf(chat.update({ channel: channels.sales, ts, text: 'x' }))).toBe('cant_update_message')
  const bens = { user: people.ben, channel: channels.sales, ts, text: 'x' }
  expect(await slack.ui('edit', bens)).toEqual({ ok: false, error: 'cant_update_message' })
})

test('replies stand in their thread, under its first message', async () => {
  await using slack = await aSlack()
  const { chat, conversations } = clientFor(slack)
  const channel = channels.sales
  const { ts: root = '' } = await chat.postMessage({ channel, text: 'root' })
  const { ts: reply = '' } = await chat.postMessage({ channel, text: 'reply', thread_ts: root })
  await chat.postMessage({ channel, text: 'reply to reply', thread_ts: reply })
  const texts = (list: { text?: string }[] | undefined) => list?.map(({ text }) => text)
  expect(texts((await conversations.history({ channel })).messages)).toEqual(['root'])
  expect(texts((await conversations.replies({ channel, ts: root })).messages)).toEqual([
    'root',
    'reply',
    'reply to reply',
  ])
})

test('lists come in pages', async () => {
  await using slack = await aSlack()
  const { conversations } = clientFor(slack)
  const first = await conversations.members({ channel: channels.sales, limit: 5 })
  const cursor = first.response_metadata?.next_cursor ?? ''
  const second = await conversations.members({ channel: channels.sales, limit: 5, cursor })
  expect([...(first.members ?? []), ...(second.members ?? [])]).toEqual(slack.channelOf('sales').members)
  expect(second.response_metadata?.next_cursor).toBe('')
  expect(await codeOf(conversations.members({ channel: channels.sales, cursor: 'bogus' }))).toBe(
    'invalid_cursor',
  )
})

test('people have zone and locale; strangers, bots and those who left are marked', async () => {
  await using slack = await aSlack()
  const { users } = clientFor(slack)
  const chen = await users.info({ user: people.chen, include_locale: true })
  expect(chen.user).toMatchObject({ tz: 'Asia/Taipei', tz_offset: 28_800, locale: 'zh-TW', is_bot: false })
  expect((await users.info({ user: people.chen })).user).not.toHaveProperty('locale')
  expect((await users.info({ user: people.sam })).user).toMatchObject({
    is_stranger: true,
    team_id: 'T0ACME00001',
  })
  expect((await users.info({ user: people.gus })).user).toMatchObject({ deleted: true })
  expect(await codeOf(users.info({ user: 'U0NOBODY' }))).toBe('user_not_found')
  expect((await users.list({})).members).toHaveLength(10)
})

test('an ephemeral message is for one person, who must be there', async () => {
  await using slack = await aSlack()
  const { chat } = clientFor(slack)
  const to = { channel: channels.sales, text: 'psst' }
  expect(await codeOf(chat.postEphemeral({ ...to, user: people.sam }))).toBe('user_not_in_channel')
  const { message_ts: ts = '' } = await chat.postEphemeral({ ...to, user: people.dee })
  expect(slack.state(people.dee).messages).toHaveLength(1)
  expect(slack.state(people.eve).messages).toHaveLength(0)
  expect(await codeOf(chat.update({ channel: channels.sales, ts, text: 'x' }))).toBe('message_not_found')
})

test('blocks.validate needs no token', async () => {
  await using slack = await aSlack()
  const validate = async (blocks: object[]) =>
    (await fetch(`${slack.apiUrl}blocks.validate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ blocks }),
    }).then((answer) => answer.json())) as { valid: boolean; errors: { pointer: string }[] }
  expect(await validate([header('fine')])).toMatchObject({ ok: true, valid: true })
  expect((await validate([header('')])).errors.map(({ pointer }) => pointer)).toEqual(['/blocks/0/text/text'])
})
