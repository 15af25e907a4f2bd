import { expect, test } from 'vitest'
import { saidIn } from '../../src/slack/hearing.ts'
import { messageEvent } from '../../src/slack/wire.ts'

const heard = (event: object) => saidIn(messageEvent.parse({ channel: 'D1', ...event }))

test('a person’s message is heard with Slack’s escapes undone', () => {
  expect(heard({ user: 'U1', ts: '1.1', text: 'a &lt; b &amp;&amp; c' })).toMatchObject({
    by: 'U1',
    change: 'new',
    text: 'a < b && c',
    key: 'message:D1:1.1',
  })
})

test('the same message delivered under two event ids has one key', () => {
  const message = { user: 'U1', ts: '1.1', text: '32%' }
  expect(heard(message)?.key).toBe(heard({ ...message, client_msg_id: 'x' })?.key)
})

test('an edit names the message it changes and is a change of its own each time', () => {
  const edit = (at: string) =>
    heard({
      subtype: 'message_changed',
      message: { user: 'U1', ts: '1.1', text: '33%', edited: { ts: at } },
      previous_message: { user: 'U1', ts: '1.1', text: '32%' },
    })
  expect(edit('2.0')).toMatchObject({ change: 'edited', ts: '1.1', text: '33%' })
  expect(edit('2.0')?.key).not.toBe(edit('3.0')?.key)
})

test('a deletion names the message that went', () => {
  expect(
    heard({ subtype: 'message_deleted', previous_message: { user: 'U1', ts: '1.1', text: '32%' } }),
  ).toMatchObject({ by: 'U1', change: 'deleted', ts: '1.1' })
})

test.each([
  ['a bot’s own message', { user: 'U1', bot_id: 'B1', ts: '1.1', text: '32%' }],
  ['a join', { user: 'U1', subtype: 'channel_join', ts: '1.1', text: 'joined' }],
  ['a message without a person', { ts: '1.1', text: '32%' }],
  [
    'a link preview, which arrives as a change of nothing',
    {
      subtype: 'message_changed',
      message: { user: 'U1', ts: '1.1', text: 'same' },
      previous_message: { user: 'U1', ts: '1.1', text: 'same' },
    },
  ],
  [
    'an edit of a bot’s message',
    {
      subtype: 'message_changed',
      message: { user: 'U1', bot_id: 'B1', ts: '1.1', text: 'b' },
      previous_message: { user: 'U1', ts: '1.1', text: 'a' },
    },
  ],
])('%s is not heard', (_, event) => {
  expect(heard(event)).toBeUndefined()
})
