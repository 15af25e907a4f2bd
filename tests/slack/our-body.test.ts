import { describe, expect, test } from 'vitest'
import { asOurs } from '../../src/slack/our-body.ts'
import { workspaceId } from '../support/people.ts'

const ours = workspaceId('T0ACME')
const user = { id: 'U0ANA' }

describe('a body becomes one of our own workspace', () => {
  test.each([
    [{ team_id: 'T0OTHER', event_id: 'E1', event: { type: 'message' } }, { team_id: ours }],
    [{ command: '/goal', user_id: 'U0ANA', channel_id: 'C1' }, { team_id: ours }],
    [{ type: 'shortcut', user, callback_id: 'goal.new', team: null }, { team: { id: ours } }],
    [
      { type: 'view_submission', user, view: { callback_id: 'x' }, team: { id: 'T0OTHER', domain: 'other' } },
      { team: { id: ours, domain: 'other' } },
    ],
  ])('%j', (body, expected) => {
    expect(asOurs(body, ours)).toEqual({ ...body, ...expected })
  })
})

test.each([
  [{}],
  [{ type: 'block_actions', user, actions: [] }],
  [{ type: 'block_actions', user: null, actions: [{ action_id: 'a', block_id: 'b', type: 'button' }] }],
  [{ type: 'shortcut', user, callback_id: 7 }],
  [{ event: null, team_id: 'T0ACME' }],
  [{ command: ['/goal'], user_id: 'U0ANA', channel_id: 'C1' }],
])('%j is nothing that Slack delivers', (body) => {
  expect(asOurs(body, ours)).toBeUndefined()
})
