import { expect, test } from 'vitest'
import { channels, people } from '../../sandbox/world.ts'
import { createClient } from '../../src/slack/clients.ts'
import { aSlack, nine } from '../sandbox/bots.ts'
import { instant } from '../support/people.ts'

/** In the local Slack's own time. */
const since = instant(new Date(nine).toISOString())

async function connected() {
  const slack = await aSlack()
  const client = createClient(slack.botToken, slack.apiUrl)
  const post = (channel: string, key: string, threadTs?: string) =>
    client.post({ channel, threadTs, key, message: { text: key, blocks: [] } })
  return { slack, client, post, [Symbol.asyncDispose]: slack.stop }
}

test('a message to a person is found in the conversation with them', async () => {
  await using at = await connected()
  const { channel, ts } = await at.post(people.ana, 'prompt:1')
  expect(await at.client.findPosted({ channel: people.ana, key: 'prompt:1', since })).toEqual({ channel, ts })
  expect(await at.client.findPosted({ channel: people.ben, key: 'prompt:1', since })).toBeUndefined()
  expect(await at.client.findPosted({ channel: people.ana, key: 'prompt:2', since })).toBeUndefined()
})

test('a message behind many later ones is still found', async () => {
  await using at = await connected()
  const { ts } = await at.post(channels.sales, 'card:1')
  for (let n = 0; n < 40; n += 1) await at.post(channels.sales, `card:other-${n}`)
  expect(await at.client.findPosted({ channel: channels.sales, key: 'card:1', since })).toMatchObject({ ts })
})

test('a message behind more than is read is not taken for missing', async () => {
  await using at = await connected()
  await at.post(channels.sales, 'card:1')
  for (let n = 0; n < 300; n += 1) await at.post(channels.sales, `card:other-${n}`)
  const looking = at.client.findPosted({ channel: channels.sales, key: 'card:1', since })
  await expect(looking).rejects.toMatchObject({ code: 'too_much_to_read' })
})

test('a reply is found in its thread, and not in the channel', async () => {
  await using at = await connected()
  const root = await at.post(channels.sales, 'card:1')
  const { ts } = await at.post(channels.sales, 'changed:1:2', root.ts)
  const where = { channel: channels.sales, key: 'changed:1:2', since }
  expect(await at.client.findPosted({ ...where, threadTs: root.ts })).toMatchObject({ ts })
  expect(await at.client.findPosted(where)).toBeUndefined()
})
