import type { Wire } from '../block-rules/walk.ts'
import { elementIn, type Found, filledState, holdingOf, valuesOf, withValue } from '../element-state.ts'
import { newHook } from '../hooks.ts'
import { messageAt } from '../messages.ts'
import { interaction, messageOnWire, viewOnWire } from '../payloads.ts'
import type { ElementState, SandboxMessage, UiActions, UiAnswer } from '../protocol.ts'
import { Refused, type Slack } from '../slack.ts'
import type { StoredView } from '../state.ts'
import { newTrigger } from '../triggers.ts'
import { modalsOf, replaceView } from '../views.ts'
import { channelFor, done, settled } from './answer.ts'

/** What was acted on, and what the action says. */
interface Act {
  readonly user: string
  readonly found: Found
  readonly state: Wire
}

export function click(slack: Slack, given: UiActions['click']): Promise<UiAnswer> {
  return given.at.in === 'message'
    ? clickInMessage(slack, given, given.at)
    : clickInView(slack, given, viewFor(slack, given.user, given.at.view_id))
}

/** Fills an element of an input block; the bot hears of it only when the block dispatches. */
export async function fill(slack: Slack, given: UiActions['fill']): Promise<UiAnswer> {
  const view = viewFor(slack, given.user, given.view_id)
  const { block } = foundIn(view.blocks, given)
  const isHeard = block.dispatch_action === true && given.is_quiet !== true
  if (isHeard) return clickInView(slack, given, view)
  replaceView(slack, filled(view, given, stateOf(view.blocks, given)), 'quietly')
  return done
}

export function viewFor(slack: Slack, user: string, id: string): StoredView {
  const home = slack.state.homes.get(user)
  const view = [...modalsOf(slack, user), ...(home === undefined ? [] : [home])].find((one) => one.id === id)
  if (view === undefined) throw new Refused('view_not_found')
  return view
}

interface Aimed {
  readonly block_id: string
  readonly action_id: string
  readonly state?: ElementState | undefined
}

function foundIn(blocks: readonly unknown[], { block_id, action_id }: Aimed): Found {
  const found = elementIn(blocks, block_id, action_id)
  if (found === undefined) throw new Refused('element_not_found')
  return found
}

const stateOf = (blocks: readonly unknown[], aimed: Aimed): Wire =>
  filledState(foundIn(blocks, aimed).element, aimed.state ?? {})

const filled = (view: StoredView, { block_id, action_id }: Aimed, state: Wire): StoredView => ({
  ...view,
  state: { values: withValue(view.state.values, block_id, action_id, state) },
})

async function clickInView(
  slack: Slack,
  given: Aimed & { readonly user: string },
  view: StoredView,
): Promise<UiAnswer> {
  const { user } = given
  const found = foundIn(view.blocks, given)
  const state = stateOf(view.blocks, given)
  const now = holdingOf(found.element) === undefined ? view : filled(view, given, state)
  if (now !== view) replaceView(slack, now, 'quietly')
  const from = view.type === 'modal' ? { view: view.id } : {}
  return send(slack, { user, found, state }, null, {
    trigger_id: newTrigger(slack, user, from),
    container: { type: 'view', view_id: view.id },
    view: viewOnWire(slack, now),
  })
}

async function clickInMessage(
  slack: Slack,
  given: UiActions['click'],
  at: { readonly channel: string; readonly ts: string },
): Promise<UiAnswer> {
  const { user } = given
  const channel = channelFor(slack, user, at.channel)
  const message = messageAt(slack, at.channel, at.ts)
  if (message === undefined || !sees(message, user)) throw new Refused('message_not_found')
  const blocks = message.blocks ?? []
  const found = foundIn(blocks, given)
  const state = stateOf(blocks, given)
  const isEphemeral = message.ephemeral_for !== undefined
  return send(slack, { user, found, state }, channel.id, {
    trigger_id: newTrigger(slack, user, { channel: channel.id }),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    },
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    ...(isEphemeral ? {} : { message: messageOnWire(slack, message) }),
    state: { values: chosenIn(slack, message, given, found, state) },
    response_url: newHook(slack, user, channel.id, message),
  })
}

const sees = ({ ephemeral_for }: SandboxMessage, user: string) =>
  ephemeral_for === undefined || ephemeral_for === user

/** What this person has chosen in the message so far, this act included. */
function chosenIn(
  slack: Slack,
  message: SandboxMessage,
  given: UiActions['click'],
  found: Found,
  state: Wire,
) {
  const key = `${message.channel} ${message.ts} ${given.user}`
  const before = valuesOf(message.blocks ?? [], slack.state.chosen.get(key) ?? {})
  if (holdingOf(found.element) === undefined) return before
  const values = withValue(before, given.block_id, given.action_id, state)
  slack.state.chosen.set(key, values)
  return values
}

async function send(slack: Slack, act: Act, channel: string | null, where: Wire): Promise<UiAnswer> {
  const { user, found, state } = act
  const action = { ...shownOf(found), ...state, action_ts: slack.stamp('actions') }
  const outcome = await slack.deliver({
    envelope: 'interactive',
    name: 'block_actions',
    payload: { type: 'block_actions', ...interaction(slack, user), ...where, actions: [action] },
  })
  return settled(slack, outcome, { user, channel, what: 'This action' })
}

/** The parts of an element that Slack repeats in the action. */
function shownOf({ block, element }: Found): Wire {
  const repeated = ['action_id', 'text', 'value', 'url', 'style', 'placeholder'].filter(
    (key) => key in element,
  )
  return {
    ...Object.fromEntries(repeated.map((key) => [key, element[key]])),
    block_id: block.block_id,
  }
}
