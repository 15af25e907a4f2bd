import type { SkipReason } from '../../domain/skip-reasons.ts'
import type { Formats } from '../formats.ts'

export const whyMessages = (format: Formats) => ({
  ...reasons,
  ...log,
  'log.more': ({ count }: { count: number }) =>
    format.plural(count, { one: 'and 1 more', other: `and ${format.number(count)} more` }),
})

/** Each is true of whoever it is said of, to themselves or to a lead. */
const reasons = {
  'why.muted': () => 'Messages of this kind were turned off in the personal settings.',
  'why.stopped': () => 'All questions were paused with “stop”.',
  'why.snoozed': () => 'It was put off with “snooze” until later.',
  'why.skipped': () => 'This round was passed over with “skip”.',
  'why.answered': () => 'Everything was answered by then.',
  'why.answered-early': () => 'Everything was answered before the question was due.',
  'why.no-goals': () => 'There was no open goal to ask for on that day.',
  'why.board-off': () => 'The team’s leaderboard is turned off.',
  'why.leave': () => 'It fell into an absence.',
  'why.holiday': () => 'It was a public holiday.',
  'why.non-working': () => 'It was no working day.',
  'why.team-away': () => 'The whole team was away.',
  'why.deactivated': () => 'The Slack account was deactivated.',
  'why.outsider': () => 'Apps and people of other organizations are not asked.',
  'why.no-team': () => 'The team was no longer there.',
  'why.channel-gone': () => 'Goalpost was no longer in the team’s channel.',
  'why.channel-left': () => 'Goalpost was no longer in the team’s channel.',
  'why.channel-archived': () => 'The team’s channel was archived.',
  'why.channel-shared': () =>
    'The team’s channel is shared with another organization, and goals stay inside yours.',
  'why.too-old': () => 'Goalpost could not send it in time, so it let it be. This counts against nobody.',
  'why.gone': () => 'What it was about was no longer there.',
  'why.no-occurrence': () => 'What it was about was no longer there.',
  'why.unreadable': () => 'A fault on our side kept it from being written. This counts against nobody.',
  'why.render-failed': () => 'A fault on our side kept it from being written. This counts against nobody.',
  'why.history-unreadable': () =>
    'Slack did not say whether it had arrived, so it may have come a second time.',
  'why.unknown-outcome': () => 'Slack did not say whether it had arrived, and it was not sent a second time.',
  'why.slack-no-person': () => 'Slack no longer knew the account.',
  'why.slack-no-direct-messages': () => 'Slack did not let Goalpost write direct messages there.',
  'why.slack-no-channel': () => 'Slack did not let Goalpost into the channel any more.',
  'why.slack-not-allowed': () => 'The workspace’s rules did not let Goalpost write there.',
  'why.slack-refused': () => 'Slack did not take the message. This counts against nobody.',
} satisfies Record<`why.${SkipReason}`, () => string>

const log = {}
