/** How long Slack waits and how often it lets; real time. Tests shorten the waits. */
export interface Limits {
  /** For an acknowledgement. */
  readonly ackMs: number
  /** For a trigger_id to be exchanged. */
  readonly triggerMs: number
  readonly hookMs: number
  readonly hookUses: number
  readonly modalStack: number
  /** How many messages Slack takes, in the whole workspace and in one channel. */
  readonly postsPerSecond: { readonly workspace: number; readonly channel: number }
}

export const slackLimits: Limits = {
  ackMs: 3000,
  triggerMs: 3000,
  hookMs: 30 * 60_000,
  hookUses: 5,
  modalStack: 3,
  // The demo's clock jumps over weeks, whose messages all come at once.
  postsPerSecond: { workspace: Number.POSITIVE_INFINITY, channel: Number.POSITIVE_INFINITY },
}
