import type { Outcome } from '../delivery.ts'
import type { SandboxChannel, UiAnswer } from '../protocol.ts'
import { isIn, notice, Refused, type Slack, userOf } from '../slack.ts'

export const done: UiAnswer = { ok: true }

/** What the person sees when the bot did not take what they did. */
export function settled(
  slack: Slack,
  outcome: Outcome,
  where: { readonly user: string; readonly channel: string | null; readonly what: string },
): UiAnswer {
  if (outcome.ok) return done
  notice(slack, where.user, where.channel, `${where.what} failed with the error "${outcome.error}"`)
  return { ok: false, error: outcome.error }
}

/** The channel as this person may use it. */
export function channelFor(slack: Slack, user: string, id: string): SandboxChannel {
  userOf(slack, user)
  const channel = slack.state.channels.get(id)
  if (channel === undefined || !isIn(slack, channel, user)) throw new Refused('channel_not_found')
  return channel
}
