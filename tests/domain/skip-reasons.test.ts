import { expect, test } from 'vitest'
import { skipReasonFrom, skipReasons } from '../../src/domain/skip-reasons.ts'
import { sayIn } from '../../src/i18n/say.ts'

test.each([...skipReasons])(
  '%s is read back as itself and said in one sentence in both languages',
  (reason) => {
    expect(skipReasonFrom(reason)).toBe(reason)
    expect(sayIn('en')[`why.${reason}`]()).toMatch(/^[A-Z].*\.$/)
    expect(sayIn('zh-Hant')[`why.${reason}`]()).toMatch(/。$/)
  },
)

test.each([
  ['user_disabled', 'slack-no-person'],
  ['cannot_dm_bot', 'slack-no-direct-messages'],
  ['is_archived', 'slack-no-channel'],
  ['restricted_action_thread_only_channel', 'slack-not-allowed'],
  ['msg_too_long', 'slack-refused'],
  ['constructor', 'slack-refused'],
])('%s, as Slack says no and earlier releases stored it, means %s', (code, reason) => {
  expect(skipReasonFrom(code)).toBe(reason)
})
