/** How long Slack waits and how often it lets; real time. Tests shorten the waits. */
export interface Limits {
  /** For an acknowledgement. */
  readonly ackMs: number
  /** For a trigger_id to be exchanged. */
  readonly triggerMs: number
  readonly hookMs: number
  readonly hookUses: number
  readonly modalStack: number
}

export const slackLimits: Limits = {
  ackMs: 3000,
  triggerMs: 3000,
  hookMs: 30 * 60_000,
  hookUses: 5,
  modalStack: 3,
}
