import { newHook } from '../hooks.ts'
import { messageAt } from '../messages.ts'
import { eventDelivery, interaction, messageOnWire, viewOnWire } from '../payloads.ts'
import type { UiActions, UiAnswer } from '../protocol.ts'
import { Refused, type Slack, userOf } from '../slack.ts'
import { dmId } from '../state.ts'
import { newTrigger } from '../triggers.ts'
import { channelFor, done, settled } from './answer.ts'

export async function shortcut(slack: Slack, given: UiActions['shortcut']): Promise<UiAnswer> {
  const { user, callback_id } = given
  userOf(slack, user)
  const known = slack.shortcuts.find((one) => one.callback_id === callback_id)
  if (known === undefined) throw new Refused('unknown_shortcut')
  const common = { ...interaction(slack, user), callback_id, action_ts: slack.stamp('actions') }
  const isGlobal = known.type === 'global'
  const payload = isGlobal
    ? { type: 'shortcut', ...common, trigger_id: newTrigger(slack, user) }
    : { type: 'message_action', ...common, ...messageParts(slack, given) }
  const outcome = await slack.deliver({ envelope: 'interactive', name: payload.type, payload })
  return settled(slack, outcome, { user, channel: given.channel ?? null, what: known.name })
}

function messageParts(slack: Slack, { user, channel: id = '', ts = '' }: UiActions['shortcut']) {
  const channel = channelFor(slack, user, id)
  const message = messageAt(slack, id, ts)
  if (message === undefined || message.ephemeral_for !== undefined) throw new Refused('message_not_found')
  return {
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    trigger_id: newTrigger(slack, user, { channel: channel.id }),
    response_url: newHook(slack, user, channel.id),
    message_ts: message.ts,
    message: messageOnWire(slack, message),
  }
}

/** The Home tab of the app comes to the front. */
export function openHome(slack: Slack, { user }: UiActions['open_home']): UiAnswer {
  userOf(slack, user)
  const home = slack.state.homes.get(user)
  slack.tell(
    eventDelivery(slack, {
      type: 'app_home_opened',
      user,
      channel: dmId(user),
      tab: 'home',
      event_ts: slack.stamp(dmId(user)),
      ...(home === undefined ? {} : { view: viewOnWire(slack, home) }),
    }),
  )
  return done
}
