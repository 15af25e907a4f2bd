import type { Slack } from './slack.ts'

/** One thing for the bot, whichever way it travels. */
export interface Delivery {
  readonly envelope: 'events_api' | 'slash_commands' | 'interactive'
  /** As the traffic drawer names it: `message.im`, `slash_commands`, `block_actions`. */
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly retry?: { readonly attempt: number; readonly reason: string }
}

/** `payload` is what the bot said with its acknowledgement: {} or '' for nothing. */
export type Outcome =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly error: 'operation_timeout' | 'dispatch_failed' | `http_${number}` }

/** The way to the bot: a socket or signed requests. */
export interface Courier {
  carry(delivery: Delivery): Promise<Outcome>
}

/** Carries and writes down what came of it. */
export async function deliver(slack: Slack, courier: Courier, delivery: Delivery): Promise<Outcome> {
  const at = slack.realNow()
  const started = performance.now()
  const outcome = await courier.carry(delivery)
  slack.traffic.add({
    at,
    kind: 'event',
    name: delivery.name,
    ms: Math.round(performance.now() - started),
    isOk: outcome.ok,
    outcome: outcome.ok ? 'acknowledged' : outcome.error,
    request: delivery.payload,
    response: outcome.ok ? outcome.payload : null,
  })
  return outcome
}

/** Slack repeats an event that was not taken; here once and at once. */
export async function deliverEvent(slack: Slack, courier: Courier, delivery: Delivery): Promise<void> {
  const outcome = await deliver(slack, courier, delivery)
  if (outcome.ok || delivery.envelope !== 'events_api') return
  const reason = outcome.error === 'operation_timeout' ? 'http_timeout' : 'http_error'
  await deliver(slack, courier, { ...delivery, retry: { attempt: 1, reason } })
}
