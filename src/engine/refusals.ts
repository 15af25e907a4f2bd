const tokenFaults = new Set([
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'team_disabled',
  'not_authed',
])

const undeliverable = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'user_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'ekm_access_denied',
])

/** Slack takes nothing from us in this workspace, whatever it is. `account_inactive` is the bot's own account. */
export const isTokenFault = (code: string): boolean => tokenFaults.has(code)

/** The place or the person is gone or closed to us: the way of the world, and no fault of the program. */
export const isUndeliverable = (code: string): boolean =>
  undeliverable.has(code) || code.startsWith('restricted_action')
