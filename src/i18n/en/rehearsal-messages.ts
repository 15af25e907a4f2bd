import type { Formats } from '../formats.ts'

export const rehearsalMessages = (format: Formats) => ({
  ...rehearsal,
  'rehearsal.more-people': ({ count }: { count: number }) =>
    format.plural(count, { one: 'and 1 more person', other: `and ${format.number(count)} more people` }),
  'rehearsal.left-out': ({ count, all }: { count: number; all: number }) =>
    `Only the first ${format.number(count)} of ${format.number(all)} people by name were rehearsed.`,
  'rehearsal.reminder.nth': ({ nth }: { nth: number }) =>
    `Reminder ${format.number(nth)}, if anything is unanswered`,
})

const rehearsal = {
  'rehearsal.begun': () => 'The next four weeks are being rehearsed. The result comes here in a moment.',
  'rehearsal.title.own': () => 'What Goalpost will ask you in the next four weeks',
  'rehearsal.title.team': ({ channel }: { channel: string }) => `The next four weeks of #${channel}`,
  'rehearsal.if': ({ from, until }: { from: string; until: string }) =>
    `${from} to ${until}, on each person’s own clock, if nobody answers and nothing is changed. Nothing was sent.`,
  'rehearsal.nothing': () => 'Nothing would be asked or sent.',
  'rehearsal.week': ({ date }: { date: string }) => `Week of ${date}`,
  'rehearsal.line': ({ time, what }: { time: string; what: string }) => `${time} · ${what}`,
  'rehearsal.line.skipped': ({ time, what, why }: { time: string; what: string; why: string }) =>
    `${time} · ${what} · not sent. ${why}`,
  'rehearsal.for': ({ what, who }: { what: string; who: string }) => `${what}: ${who}`,
  'rehearsal.person': ({ name, goals }: { name: string; goals: string }) => `${name} (${goals})`,
  'rehearsal.comma': () => ', ',
  'rehearsal.leaderboard': () => 'Leaderboard in the channel',
  'rehearsal.reminder': () => 'Reminder, if anything is unanswered',
  'rehearsal.clocks': ({ zone, date }: { zone: string; date: string }) =>
    `The clocks change on ${date} (${zone}). The times on the clock stay the same.`,
}
