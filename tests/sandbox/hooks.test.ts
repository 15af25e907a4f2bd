import { expect, test } from 'vitest'
import type { LocalSlack } from '../../sandbox/server.ts'
import { channels, people } from '../../sandbox/world.ts'
import { aSlack, button, clientFor, nine, socketBot } from './bots.ts'

const acknowledging = (slack: LocalSlack) =>
  socketBot(slack, (app) => {
    app.command('/goal', async ({ ack }) => ack())
    app.action(/.*/, async ({ ack }) => ack())
  })

function lastUrl(slack: LocalSlack): string {
  const last = slack.traffic.entries.findLast(({ kind }) => kind === 'event')?.request
  return String((last as { response_url?: string }).response_url)
}

async function urlOfCommand(slack: LocalSlack, channel: string = channels.general): Promise<string> {
  await slack.ui('command', { user: people.ana, channel, text: '/goal' })
  return lastUrl(slack)
}

async function say(url: string, body: object): Promise<string> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  return answer.ok ? 'ok' : `${answer.status} ${await answer.text()}`
}

test('a response_url takes five answers, also where the bot is no member', async () => {
  await using slack = await aSlack()
  await using _bot = await acknowledging(slack)
  const url = await urlOfCommand(slack)
  const answers = []
  for (const nth of [1, 2, 3, 4, 5, 6]) answers.push(await say(url, { text: `answer ${nth}` }))
  expect(answers).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', '404 used_url'])
  expect(slack.messagesIn('general').every(({ ephemeral_for }) => ephemeral_for === people.ana)).toBe(true)
})

test('a response_url lives half an hour', async () => {
  let wall = nine
  await using slack = await aSlack({ realNow: () => wall })
  await using _bot = await acknowledging(slack)
  const url = await urlOfCommand(slack)
  wall += 30 * 60_000
  expect(await say(url, { text: 'just in time' })).toBe('ok')
  wall += 1
  expect(await say(url, { text: 'late' })).toBe('404 expired_url')
})

test('a response_url refuses what Slack cannot show, and the person reads why', async () => {
  await using slack = await aSlack()
  await using _bot = await acknowledging(slack)
  const url = await urlOfCommand(slack)
  expect(await say(url, { text: 'x', blocks: [{ type: 'header' }] })).toBe('400 invalid_blocks')
  expect(await say(url, {})).toBe('400 no_text')
  expect(slack.notices(people.ana)[0]).toContain('json-pointer:/blocks/0/text')
})

test('an answer can be for everyone', async () => {
  await using slack = await aSlack()
  await using _bot = await acknowledging(slack)
  await say(await urlOfCommand(slack, channels.sales), { response_type: 'in_channel', text: 'all' })
  expect(slack.state(people.farid).messages).toMatchObject([{ text: 'all' }])
})

test('an ephemeral message is replaced and removed through its button', async () => {
  await using slack = await aSlack()
  await using _bot = await acknowledging(slack)
  await clientFor(slack).chat.postEphemeral({
    channel: channels.sales,
    user: people.eve,
    text: 'first',
    blocks: [button('go', '1')],
  })
  const ts = slack.messagesIn('sales')[0]?.ts ?? ''
  const at = { in: 'message', channel: channels.sales, ts } as const
  const press = () => slack.ui('click', { user: people.eve, at, block_id: 'row', action_id: 'go' })
  expect(await slack.ui('click', { user: people.ben, at, block_id: 'row', action_id: 'go' })).toEqual({
    ok: false,
    error: 'message_not_found',
  })
  await press()
  const pressed = slack.traffic.calls('block_actions')[0]?.request
  expect(pressed).toMatchObject({
    container: { is_ephemeral: true, message_ts: ts },
    actions: [{ value: '1' }],
  })
  expect(pressed).not.toHaveProperty('message')
  const url = lastUrl(slack)
  await say(url, { replace_original: true, text: 'second' })
  expect(slack.messagesIn('sales')).toMatchObject([{ text: 'second', ts }])
  await say(url, { delete_original: true })
  expect(slack.messagesIn('sales')).toEqual([])
})
