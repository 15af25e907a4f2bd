/**
 * Why something that was due was not sent: every code that a database may hold. Whoever writes one is typed by it, and the
 * catalogues have one sentence for each, so that a new code does not compile until it has words.
 */
export const skipReasons = [
  // What people chose.
  'muted',
  'stopped',
  'snoozed',
  'skipped',
  'answered',
  'answered-early',
  'no-goals',
  'board-off',
  // Days on which nobody is asked.
  'leave',
  'holiday',
  'company-day',
  'non-working',
  'team-away',
  // Who and where.
  'deactivated',
  'outsider',
  'no-team',
  'channel-gone',
  'channel-left',
  'channel-archived',
  'channel-shared',
  // News that was no news any more.
  'goal-closed',
  'unblocked',
  'not-named',
  'nothing-to-tell',
  // What became of it on the way.
  'too-old',
  'gone',
  'no-occurrence',
  'unreadable',
  'render-failed',
  'history-unreadable',
  'unknown-outcome',
  // What Slack said no to.
  'slack-no-person',
  'slack-no-direct-messages',
  'slack-no-channel',
  'slack-not-allowed',
  'slack-refused',
] as const

export type SkipReason = (typeof skipReasons)[number]

const known: ReadonlySet<string> = new Set(skipReasons)

/** A stored reason; releases before this one stored Slack's own code. */
export function skipReasonFrom(stored: string): SkipReason {
  return isSkipReason(stored) ? stored : reasonOfRefusal(stored)
}

const isSkipReason = (text: string): text is SkipReason => known.has(text)

/** What Slack's code means for whoever waited for the message. */
export function reasonOfRefusal(code: string): SkipReason {
  if (code.startsWith('restricted_action')) return 'slack-not-allowed'
  return refusals.get(code) ?? 'slack-refused'
}

const refusals: ReadonlyMap<string, SkipReason> = new Map([
  ['user_not_found', 'slack-no-person'],
  ['user_disabled', 'slack-no-person'],
  ['cannot_dm_bot', 'slack-no-direct-messages'],
  ['messages_tab_disabled', 'slack-no-direct-messages'],
  ['channel_not_found', 'slack-no-channel'],
  ['not_in_channel', 'slack-no-channel'],
  ['is_archived', 'slack-no-channel'],
  ['ekm_access_denied', 'slack-not-allowed'],
])
