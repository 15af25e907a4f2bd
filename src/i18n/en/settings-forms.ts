import type { Cadence, MonthlyOn } from '../../domain/types.ts'
import type { Formats } from '../formats.ts'

export const settingsForms = (format: Formats) => ({
  ...teamSettings,
  ...mySettings,
  'team-form.asked': ({
    cadence,
    weekday,
    monthly,
    time,
  }: {
    cadence: Cadence
    weekday: string
    monthly: string
    time: string
  }) =>
    ({
      daily: `Everyone is asked on workdays at ${time}, in their own time zone.`,
      weekly: `Everyone is asked each ${weekday} at ${time}, in their own time zone.`,
      'two-weekly': `Everyone is asked every second ${weekday} at ${time}, in their own time zone.`,
      monthly: `Everyone is asked on ${monthly} of the month at ${time}, in their own time zone.`,
    })[cadence],
  'team-form.reminded': ({ reminders, hours }: { reminders: number; hours: number }) => {
    if (reminders === 0) return 'Nobody is reminded.'
    const after = hoursIn(format, hours)
    if (reminders === 1) return `Anyone who has not answered is reminded once, after ${after}.`
    return `Anyone who has not answered is reminded up to ${format.number(reminders)} times, every ${after}.`
  },
  'team-form.window': ({ hours }: { hours: number }) =>
    `An answer is on time within ${hoursIn(format, hours)}.`,
  'team-form.week': ({
    what,
    weekday,
    time,
    zone,
  }: {
    what: 'both' | 'summary' | 'board'
    weekday: string
    time: string
    zone: string
  }) => {
    const name =
      what === 'both'
        ? 'The week’s summary with the leaderboard'
        : what === 'summary'
          ? 'The week’s summary'
          : 'The leaderboard'
    return `${name} is posted each ${weekday} at ${time} (${zone}).`
  },
  'team-form.no-week': () => 'Neither summary nor leaderboard is posted.',
  'team-form.free-days': ({ count }: { count: number }) =>
    format.plural(count, {
      one: 'One company day is kept free.',
      other: `${format.number(count)} company days are kept free.`,
    }),
  'team-form.hours': ({ hours }: { hours: number }) => hoursIn(format, hours),
  'team-form.reminders.count': ({ count }: { count: number }) =>
    count === 0 ? 'None' : format.plural(count, { one: `${count} reminder`, other: `${count} reminders` }),
})

const hoursIn = (format: Formats, hours: number) =>
  format.plural(hours, { one: `${format.number(hours)} hour`, other: `${format.number(hours)} hours` })

const teamSettings = {
  'team-form.title': () => 'Team settings',
  'team-form.now': () => 'As it is now',
  'team-form.channel': ({ channel }: { channel: string }) => `Goals in #${channel}`,
  'team-form.leads.label': () => 'Leads',
  'team-form.leads.hint': () => 'They may change these settings and every goal of the team.',
  'team-form.leads.missing': () => 'A team needs at least one lead. Choose someone.',
  'team-form.cadence.label': () => 'How often are people asked?',
  'team-form.cadence.daily': () => 'Every workday',
  'team-form.cadence.weekly': () => 'Every week',
  'team-form.cadence.two-weekly': () => 'Every two weeks',
  'team-form.cadence.monthly': () => 'Every month',
  'team-form.weekday.label': () => 'On which day?',
  'team-form.weekday.hint': () => 'Every workday ignores it.',
  'team-form.monthly.label': () => 'Every month: when?',
  'team-form.monthly.hint': () =>
    'Only for every month. The first to the last mean the day chosen above; a date beyond a month’s end is its last day.',
  'team-form.monthly.choice': ({ on, day }: { on: MonthlyOn; day: number }) =>
    ({
      first: 'The first such day',
      second: 'The second such day',
      third: 'The third such day',
      fourth: 'The fourth such day',
      last: 'The last such day',
      date: `On day ${day}`,
    })[on],
  'team-form.monthly.said': ({ on, day, weekday }: { on: MonthlyOn; day: number; weekday: string }) =>
    on === 'date' ? `day ${day}` : `the ${on} ${weekday}`,
  'team-form.ladder.label': () => 'When a goal stays blocked',
  'team-form.ladder.hint': () =>
    'A partner hears of it after two working days. Whoever says that they are blocked is told beforehand.',
  'team-form.ladder.on': () => 'Tell the leads two working days later',
  'team-form.ladder.off': () => 'Do not tell the leads',
  'team-form.ladder': () => 'Leads hear of a goal that stays blocked for four working days.',
  'team-form.time.label': () => 'At what time?',
  'team-form.time.hint': () => 'On each person’s own clock.',
  'team-form.reminders.label': () => 'Reminders',
  'team-form.reminder-after.label': () => 'Reminded after',
  'team-form.window.label': () => 'An answer is on time within',
  'team-form.window.hint': () => 'The next question ends it in any case.',
  'team-form.weekly.label': () => 'Once a week the channel gets',
  'team-form.weekly.hint': () => 'One message a week, kept up to date as late answers come.',
  'team-form.weekly.both': () => 'The summary and the leaderboard, in one message',
  'team-form.weekly.summary': () => 'Only the summary',
  'team-form.weekly.board': () => 'Only the leaderboard',
  'team-form.weekly.nothing': () => 'Nothing',
  'team-form.board-weekday.label': () => 'Day of the weekly message',
  'team-form.board-time.label': () => 'Time of the weekly message',
  'team-form.fiscal-month.label': () => 'The year begins in',
  'team-form.fiscal-month.hint': () => '“End of quarter” and “this year” count from it.',
  'team-form.working-days.label': () => 'Working days',
  'team-form.working-days.hint': () =>
    'A check-in that falls on another day comes on the next working day of its period.',
  'team-form.working-days.none': () => 'Choose at least one working day.',
  'team-form.working-days.not-asked': ({ weekday }: { weekday: string }) =>
    `People are asked on ${weekday}, which is no working day here. Choose it too, or ask on another day.`,
  'team-form.holidays.label': () => 'Public holidays',
  'team-form.holidays.hint': () =>
    'Nobody is asked on them; the check-in comes on the next working day of its period, if there is one.',
  'team-form.company-days.label': () => 'Days when nobody works',
  'team-form.company-days.hint': () =>
    'Company days with commas between them: 24 Dec, 2026-12-28 to 2026-12-31',
  'team-form.company-days.unreadable': ({ typed }: { typed: string }) =>
    `“${typed}” is no day that can be read. Write 24 Dec or 2026-12-24.`,
  'team-form.holidays': ({ place }: { place: string }) => `Public holidays: ${place}.`,
  'form.place.placeholder': () => 'Search a country or region',
  'form.place.none': () => 'No public holidays',
  'form.place.part': ({ country, part }: { country: string; part: string }) => `${country}, ${part}`,
  'form.place.unknown': () => 'This country or region is not known. Choose one from the list.',
  'team-form.zone.label': () => 'Time zone of the team',
  'team-form.zone.hint': () => 'The leaderboard and the team’s week follow it.',
  'form.zone.placeholder': () => 'Search a city',
  'form.zone.unknown': () => 'This time zone is not known. Choose one from the list.',
}

const mySettings = {
  'my-form.title': () => 'My settings',
  'my-form.language.label': () => 'Language',
  'my-form.language.slack': () => 'As in Slack',
  'my-form.language.en': () => 'English',
  'my-form.language.zh-Hant': () => '繁體中文',
  'my-form.zone-from.label': () => 'Time zone',
  'my-form.zone-from.slack': () => 'As in Slack',
  'my-form.zone-from.own': () => 'The one chosen below',
  'my-form.zone.label': () => 'My time zone',
  'my-form.zone.now': ({ zone }: { zone: string }) => `Questions come by the clock of ${zone} now.`,
  'my-form.zone.missing': () => 'Choose a time zone, or take the one from Slack.',
  'my-form.holidays.label': () => 'Public holidays',
  'my-form.holidays.hint': () => 'Nobody asks you on them.',
  'my-form.holidays.team': () => 'As my team',
  'my-form.muted.label': () => 'What should stay quiet?',
  'my-form.muted.nothing': () => 'Nothing: ask and remind me',
  'my-form.muted.reminders': () => 'Reminders: only ask me',
  'my-form.muted.everything': () => 'Everything: I check in by myself',
  'my-form.news.label': () => 'News of other people’s goals',
  'my-form.news.hint': () => 'As a partner or lead you hear of a goal that stays blocked.',
  'my-form.news.on': () => 'Tell me',
  'my-form.news.off': () => 'Keep it quiet',
  'my-form.board.label': () => 'Leaderboard',
  'my-form.board.shown': () => 'Show me on it',
  'my-form.board.hidden': () => 'Leave me out',
  'my-form.board.hint': () => 'Left out, you still see your own progress; nobody is told who is left out.',
}
