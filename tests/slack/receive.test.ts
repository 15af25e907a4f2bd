import type { ReceiverEvent } from '@slack/bolt'
import { expect, test } from 'vitest'
import {
  type Delivery,
  deliveryOf,
  type Inbox,
  isUnreadable,
  receiving,
  replay,
} from '../../src/slack/receive.ts'
import { Unreadable } from '../../src/slack/wire.ts'
import { workspaceId } from '../support/people.ts'

const event = (id: string) => ({ team_id: 'T1', event_id: id, event: { type: 'message', text: '32%' } })

const warned: unknown[] = []
const nothing = () => {}
const log = {
  debug: nothing,
  info: nothing,
  warn: (facts: unknown) => void warned.push(facts),
  error: nothing,
}
const here = { workspace: workspaceId('T1'), log }

/** Remembers in memory what a real inbox keeps on disk. */
function memoryInbox() {
  const states = new Map<string, 'busy' | 'failed' | 'done'>()
  const inbox: Inbox = {
    async record({ key }) {
      const state = states.get(key)
      if (state === 'busy' || state === 'done') return 'again'
      states.set(key, 'busy')
      return 'fresh'
    },
    done: ({ key }) => void states.set(key, 'done'),
    failed: ({ key }) => void states.set(key, 'failed'),
  }
  return { inbox, states }
}

function delivered(body: Record<string, unknown>) {
  const steps: string[] = []
  const receiverEvent: ReceiverEvent = {
    body,
    ack: async () => {
      steps.push('acknowledged')
    },
  }
  return { steps, receiverEvent }
}

test('an event is acknowledged only after it is remembered and worked on', async () => {
  const { inbox, states } = memoryInbox()
  const { steps, receiverEvent } = delivered(event('E1'))
  const receive = receiving(
    {
      processEvent: async ({ ack }) => {
        steps.push(`remembered as ${states.get('event:E1')}`)
        await ack()
        steps.push('worked')
      },
    },
    inbox,
    here,
  )
  await receive(receiverEvent)
  expect(steps).toEqual(['remembered as busy', 'worked', 'acknowledged'])
  expect(states.get('event:E1')).toBe('done')
})

test('an event delivered twice is worked on once and acknowledged twice', async () => {
  const { inbox } = memoryInbox()
  let worked = 0
  const receive = receiving({ processEvent: async () => void worked++ }, inbox, here)
  const [first, second] = [delivered(event('E1')), delivered(event('E1'))]
  await receive(first.receiverEvent)
  await receive(second.receiverEvent)
  expect(worked).toBe(1)
  expect(second.steps).toEqual(['acknowledged'])
})

test('a fault leaves the event unacknowledged, and its redelivery is worked on again', async () => {
  const { inbox } = memoryInbox()
  let isBroken = true
  const receive = receiving(
    {
      processEvent: async () => {
        if (isBroken) throw new Error('the database is gone')
      },
    },
    inbox,
    here,
  )
  const first = delivered(event('E1'))
  await expect(receive(first.receiverEvent)).rejects.toThrow('the database is gone')
  expect(first.steps).toEqual([])
  isBroken = false
  const again = delivered(event('E1'))
  await receive(again.receiverEvent)
  expect(again.steps).toEqual(['acknowledged'])
})

test('what cannot be remembered is not acknowledged', async () => {
  const inbox: Inbox = {
    record: async () => {
      throw new Error('disk full')
    },
    done: () => {},
    failed: () => {},
  }
  const { steps, receiverEvent } = delivered(event('E1'))
  await expect(receiving({ processEvent: async () => {} }, inbox, here)(receiverEvent)).rejects.toThrow(
    'disk full',
  )
  expect(steps).toEqual([])
})

test.each([
  ['a command', { team_id: 'T1', command: '/goal', trigger_id: '1' }],
  ['a form', { team: { id: 'T1' }, type: 'view_submission', trigger_id: '2' }],
])(
  '%s that cannot be remembered is worked on all the same: somebody waits for its answer',
  async (_, body) => {
    const full: Inbox = {
      record: async () => {
        throw new Error('disk full')
      },
      done: () => expect.unreachable(),
      failed: () => expect.unreachable(),
    }
    const { steps, receiverEvent } = delivered(body)
    await receiving({ processEvent: ({ ack }) => ack() }, full, here)(receiverEvent)
    expect(steps).toEqual(['acknowledged'])
  },
)

test('what is remembered holds no token, response URL or trigger', () => {
  const delivery = deliveryOf({
    team_id: 'T1',
    command: '/goal',
    token: 'secret-1',
    response_url: 'https://hooks.example/secret-2',
    trigger_id: 'secret-3',
    text: 'list',
  })
  expect(delivery?.body).not.toContain('secret')
  expect(delivery?.key).toBe('trigger:secret-3')
})

test.each([
  [{ team_id: 'T1', event_id: 'E1' }, 'event', 'event:E1'],
  [{ team_id: 'T1', command: '/goal', trigger_id: '1.2' }, 'command', 'trigger:1.2'],
  [
    {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'U1' },
      actions: [{ action_id: 'a', block_id: 'b', action_ts: '9.1' }],
    },
    'action',
    'action:9.1:U1:a:b',
  ],
  [
    { type: 'view_submission', team: { id: 'T1' }, user: { id: 'U1' }, trigger_id: '3' },
    'submission',
    'trigger:3',
  ],
  [
    { type: 'shortcut', team: null, user: { id: 'U1', team_id: 'T1' }, trigger_id: '4' },
    'shortcut',
    'trigger:4',
  ],
])('%j is remembered as a %s', (body, kind, key) => {
  expect(deliveryOf(body)).toMatchObject({ workspace: 'T1', kind, key })
})

test.each([
  [{ type: 'block_suggestion', team: { id: 'T1' }, user: { id: 'U1' } }],
  [{ ssl_check: '1' }],
  [{ event_id: 'E1' }],
  [{}],
  [{ team_id: 7, event_id: {} }],
])('%j needs no memory', (body) => {
  expect(deliveryOf(body)).toBeUndefined()
})

test('after a crash clicks and messages are worked on again, commands are not', async () => {
  const worked: unknown[] = []
  const { inbox, states } = memoryInbox()
  const app = { processEvent: async ({ body }: ReceiverEvent) => void worked.push(body['type'] ?? 'event') }
  const bodies = [event('E1'), { team_id: 'T1', command: '/goal', trigger_id: '5' }]
  for (const body of bodies) await replay(app, inbox, deliveryOf(body) as Delivery)
  expect(worked).toEqual(['event'])
  expect([...states.values()]).toEqual(['done', 'done'])
})

test('a body that is none of Slack’s is acknowledged, logged and not worked on', async () => {
  const { inbox, states } = memoryInbox()
  const { steps, receiverEvent } = delivered({ type: 'block_actions', user: null })
  let worked = 0
  warned.length = 0
  await receiving({ processEvent: async () => void worked++ }, inbox, here)(receiverEvent)
  expect({ worked, steps, remembered: states.size, warned: warned.length }).toEqual({
    worked: 0,
    steps: ['acknowledged'],
    remembered: 0,
    warned: 1,
  })
})

test('what nobody listens to is acknowledged all the same', async () => {
  const { inbox } = memoryInbox()
  const { steps, receiverEvent } = delivered({
    type: 'view_submission',
    user: { id: 'U1' },
    view: { callback_id: 'gone' },
    trigger_id: 'T',
  })
  await receiving({ processEvent: async () => {} }, inbox, here)(receiverEvent)
  expect(steps).toEqual(['acknowledged'])
})

test.each([
  [new Unreadable('no id'), true],
  [Object.assign(new Error('wrapped'), { original: new Unreadable('no id') }), true],
  [Object.assign(new Error('many'), { originals: [new Unreadable('a'), new Error('disk full')] }), false],
  [Object.assign(new Error('wrapped'), { original: new Error('disk full') }), false],
  [new Error('disk full'), false],
])('%s is unreadable: %s', (fault, expected) => {
  expect(isUnreadable(fault)).toBe(expected)
})
