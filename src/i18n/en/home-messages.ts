import type { Formats } from '../formats.ts'

export const homeMessages = (format: Formats) => ({
  ...home,
  'home.more': ({ count }: { count: number }) =>
    format.plural(count, { one: 'and 1 more goal', other: `and ${format.number(count)} more goals` }),
  'home.due': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'Due now: 1 goal',
      other: `Due now: ${format.number(count)} goals`,
    }),
})

const home = {
  'home.hello': ({ name }: { name: string }) => `Hello, ${name}`,
  'home.due-until': ({ moment }: { moment: string }) => `On time until ${moment}`,
  'home.nothing-due': () => 'Nothing is due now.',
  'home.next': ({ moment }: { moment: string }) => `Next check-in: ${moment}`,
  'home.goals': () => 'My goals',
  'home.supported': () => 'Goals I help with',
  'home.as.co-owner': ({ owner }: { owner: string }) => `${owner} owns it, you are co-owner`,
  'home.as.partner': ({ owner }: { owner: string }) => `${owner} owns it, you are partner`,
  'home.closed': () => 'Closed in the last 30 days',
  'home.teams': () => 'Teams',
  'home.team': ({ channel }: { channel: string }) => `#${channel}`,
  'home.team-next': ({ channel, moment }: { channel: string; moment: string }) =>
    `#${channel}: next check-in ${moment}`,
  'home.lead': () => 'you lead it',
  'home.check-in': () => 'Check in',
  'home.list': () => 'List all',
  'home.board': () => 'Leaderboard',
  'home.board-of': ({ channel }: { channel: string }) => `Leaderboard of #${channel}`,
  'home.team-settings': () => 'Team settings',
  'home.settings-of': ({ channel }: { channel: string }) => `Settings of #${channel}`,
  'home.calendar': () => 'Calendar',
  'home.my-settings': () => 'My settings',
  'home.help': () => 'Help',
  'home.language': () => 'English',
  'home.speaks': ({ language, zone }: { language: string; zone: string }) =>
    `Language: ${language} · Time zone: ${zone}`,
  'home.muted.reminders': () => 'Reminders are off',
  'home.muted.everything': () => 'Questions and reminders are off',
  'home.off-board': () => 'Not on the leaderboard',
  'home.empty.title': () => 'Set your first goal',
  'home.empty.one': () => '1. Say what will be different, by which number, and by when.',
  'home.empty.two': () => '2. On check-in day Goalpost asks you for the number. One line is enough.',
  'home.empty.three': () => '3. You see whether you are on plan, and the team sees who keeps to theirs.',
  'first.text': ({ channel }: { channel: string }) => `Goalpost is in #${channel}`,
  'first.hello': ({ channel }: { channel: string }) =>
    `Thank you for inviting Goalpost to #${channel}. Only you see this; nobody else was written to.`,
  'first.what': ({ weekday, time }: { weekday: string; time: string }) =>
    `The first goal made there sets the team up with the defaults: a check-in each ${weekday} at ${time}, on each person’s own clock. Change them first, or begin right away.`,
  'first.set-up': () => 'Set up',
}
