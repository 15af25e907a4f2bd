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
  'why.nothing-to-tell': () => 'There was nothing to tell.',
  'why.board-off': () => 'The team gets no weekly message.',
  'why.leave': () => 'It fell into an absence.',
  'why.holiday': () => 'It was a public holiday.',
  'why.company-day': () => 'It was one of the team’s own days off.',
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
  'why.goal-closed': () => 'The goal was closed by then.',
  'why.unblocked': () => 'The goal was no longer blocked by then.',
  'why.not-named': () => 'Someone else was partner or lead by then.',
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

const log = {
  'log.title.own': () => 'Why you were asked, or not: the last four weeks',
  'log.title.of': ({ name }: { name: string }) => `Why ${name} was asked, or not: the last four weeks`,
  'log.clock': ({ name, zone }: { name: string; zone: string }) => `Times are on ${name}’s clock (${zone}).`,
  'log.next': ({ moment }: { moment: string }) => `Next question: ${moment}`,
  'log.goal': ({ number }: { number: number }) => `G-${number}`,
  'log.about': ({ what, goals }: { what: string; goals: string }) => `${what} about ${goals}`,
  'log.line.sent': ({ time, what, why }: { time: string; what: string; why: string }) =>
    `${time} · ${what} · sent. ${why}`,
  'log.line.skipped': ({ time, what, why }: { time: string; what: string; why: string }) =>
    `${time} · ${what} · not sent. ${why}`,
  'log.line.waiting': ({ time, what }: { time: string; what: string }) =>
    `${time} · ${what} · on its way. Slack has not confirmed it yet.`,
  'log.kind.prompt': () => 'Question',
  'log.kind.prompt-again': () => 'Question, once more',
  'log.kind.reminder': () => 'Reminder',
  'log.kind.leaderboard': ({ channel }: { channel: string }) => `Leaderboard in ${channel}`,
  'log.kind.told': () => 'News',
  'log.kind.told-other': ({ name }: { name: string }) => `News for ${name}`,
  'log.sent.prompt': ({ channel }: { channel: string }) => `It was check-in day for ${channel}.`,
  'log.sent.prompt-again': () => 'It had been put off until then.',
  'log.sent.reminder': () => 'Not everything was answered by then.',
  'log.sent.leaderboard': ({ channel }: { channel: string }) => `It was leaderboard day for ${channel}.`,
  'log.sent.partner-told': () => 'A partner was named.',
  'log.sent.partner-told.of': ({ owner }: { owner: string }) => `${owner}’s goal names a partner.`,
  'log.sent.blocked-told': () => 'The goal stayed blocked.',
  'log.sent.blocked-told.of': ({ owner }: { owner: string }) => `${owner}’s goal stayed blocked.`,
  'log.nothing.muted': () =>
    'Nothing in four weeks: questions are turned off in the personal settings, where they can be turned on again.',
  'log.nothing.stopped': () =>
    'Nothing in four weeks: everything was paused with “stop”. “resume” brings the questions back.',
  'log.nothing.no-team': () =>
    'Nothing in four weeks: there is no team yet. Join its channel and set a first goal there.',
  'log.nothing.no-goals': () =>
    'Nothing in four weeks: there is no open goal to ask for. A new one is asked for from its first check-in day on.',
  'log.nothing.not-yet': () => 'Nothing in four weeks: no check-in day has come yet.',
}
