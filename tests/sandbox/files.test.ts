import { expect, test } from 'vitest'
import type { LocalSlack } from '../../sandbox/server.ts'
import { dmId } from '../../sandbox/state.ts'
import { channels, people } from '../../sandbox/world.ts'
import { aSlack, clientFor, codeOf } from './bots.ts'

const png = Uint8Array.of(137, 80, 78, 71)
const anasDm = dmId(people.ana)

/** An address for a file of that name, as the bot asks for it. */
async function asked(slack: LocalSlack, filename = 'timeline.png', length = png.length) {
  const answer = await clientFor(slack).files.getUploadURLExternal({ filename, length })
  return { id: answer.file_id ?? '', url: answer.upload_url ?? '' }
}

const put = (url: string, body: Uint8Array<ArrayBuffer> = png) => fetch(url, { method: 'POST', body })

const complete = (slack: LocalSlack, id: string, more: Readonly<Record<string, unknown>> = {}) =>
  clientFor(slack).apiCall('files.completeUploadExternal', { files: [{ id, title: 'Timeline' }], ...more })

test('a file that was uploaded is shared in a message, and everyone there can have it', async () => {
  await using slack = await aSlack()
  const { id, url } = await asked(slack)
  expect((await put(url)).status).toBe(200)
  expect(slack.dmWith('ana')).toEqual([])
  await complete(slack, id, { channel_id: anasDm, initial_comment: 'Here it is' })
  const [message] = slack.dmWith('ana')
  expect(message).toMatchObject({
    text: 'Here it is',
    user: people.goalpost,
    subtype: 'file_share',
    files: [{ id, name: 'timeline.png', title: 'Timeline', mimetype: 'image/png', size: 4 }],
  })
  const held = await fetch(message?.files?.[0]?.url_private ?? '')
  expect(held.headers.get('content-type')).toBe('image/png')
  expect(held.headers.get('content-disposition')).toMatch(/^inline/)
  expect(new Uint8Array(await held.arrayBuffer())).toEqual(png)
})

test('the SDK’s own way of uploading works too', async () => {
  await using slack = await aSlack()
  await clientFor(slack).filesUploadV2({
    channel_id: anasDm,
    filename: 'goals.csv',
    file: Buffer.from('a,b'),
    title: 'Goals',
  })
  expect(slack.dmWith('ana')).toMatchObject([{ files: [{ title: 'Goals', mimetype: 'text/csv' }] }])
})

test('an SVG is saved and never shown, since a script may stand in it', async () => {
  await using slack = await aSlack()
  const { id, url } = await asked(slack, '時間軸.svg')
  await put(url)
  await complete(slack, id, { channel_id: anasDm })
  const held = await fetch(slack.dmWith('ana')[0]?.files?.[0]?.url_private ?? '')
  expect(held.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('時間軸.svg')}`,
  )
})

test('an address takes one upload of the size that was told', async () => {
  await using slack = await aSlack()
  const { url } = await asked(slack)
  expect((await put(url, Uint8Array.of(1))).status).toBe(400)
  expect((await put(url)).status).toBe(200)
  expect((await put(url)).status).toBe(404)
  expect((await put(`${slack.url}/upload/guessed`)).status).toBe(404)
})

test.each([
  ['no name', { filename: '', length: 4 }, 'invalid_arguments'],
  ['no length', { filename: 'a.png' }, 'invalid_arguments'],
  ['nothing in it', { filename: 'a.png', length: 0 }, 'invalid_arguments'],
  [
    'too long a description',
    { filename: 'a.png', length: 4, alt_txt: 'a'.repeat(1001) },
    'alt_txt_too_large',
  ],
])('an address is refused: %s', async (_, args, code) => {
  await using slack = await aSlack()
  expect(await codeOf(clientFor(slack).apiCall('files.getUploadURLExternal', args))).toBe(code)
})

test.each([
  ['a person instead of a conversation', people.ana, 'channel_not_found'],
  ['a channel it is not in', channels.general, 'not_in_channel'],
  ['a private channel it is not in', channels.leads, 'channel_not_found'],
  ['an archived channel', channels.oldCampaign, 'is_archived'],
])('the bot cannot share with %s', async (_, channel_id, code) => {
  await using slack = await aSlack()
  const { id, url } = await asked(slack)
  await put(url)
  expect(await codeOf(complete(slack, id, { channel_id }))).toBe(code)
})

test('a file is not there before its bytes are, nor twice', async () => {
  await using slack = await aSlack()
  const { id, url } = await asked(slack)
  expect(await codeOf(complete(slack, id, { channel_id: anasDm }))).toBe('file_not_found')
  expect(await codeOf(complete(slack, 'F0NOWHERE00', { channel_id: anasDm }))).toBe('file_not_found')
  await put(url)
  expect((await fetch(`${slack.url}/files/${id}/timeline.png`)).status).toBe(404)
  await complete(slack, id)
  expect(slack.dmWith('ana')).toEqual([])
  expect(await codeOf(complete(slack, id, { channel_id: anasDm }))).toBe('file_not_found')
})
