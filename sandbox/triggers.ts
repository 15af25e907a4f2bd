import { newSecret } from './ids.ts'
import { Refused, type Slack } from './slack.ts'
import type { Trigger } from './state.ts'

/** A trigger_id for what this person just did. */
export function newTrigger(
  slack: Slack,
  user: string,
  from: { readonly view?: string | undefined; readonly channel?: string | undefined } = {},
): string {
  const id = `${Math.floor(slack.realNow())}.1001.${newSecret()}`
  slack.state.triggers.set(id, {
    user,
    madeAt: slack.realNow(),
    view: from.view,
    channel: from.channel,
    isUsed: false,
  })
  return id
}

/** Exchanges it, once and in time. */
export function exchange(slack: Slack, id: string): Trigger {
  const trigger = slack.state.triggers.get(id)
  if (trigger === undefined) throw new Refused('invalid_trigger_id')
  if (trigger.isUsed) throw new Refused('exchanged_trigger_id')
  if (slack.realNow() - trigger.madeAt > slack.limits.triggerMs) throw new Refused('expired_trigger_id')
  slack.state.triggers.set(id, { ...trigger, isUsed: true })
  return trigger
}
