import type { TeamSettings } from '../src/domain/people.ts'
import type { Messages } from '../src/i18n/say.ts'
import { placeText } from './places.ts'

/** What these settings make happen, in plain sentences. */
export function settingsSummary(settings: TeamSettings, say: Messages): string {
  const { format } = say
  const sentences = [
    say['team-form.asked']({
      cadence: settings.cadence,
      weekday: format.weekday(settings.weekday),
      monthly: say['team-form.monthly.said']({
        on: settings.monthlyOn,
        day: settings.monthDay,
        weekday: format.weekday(settings.weekday),
      }),
      time: format.time(settings.time),
    }),
    say['team-form.reminded']({ reminders: settings.reminders, hours: settings.reminderAfterHours }),
    say['team-form.window']({ hours: settings.windowHours }),
    settings.hasBoard || settings.hasSummary
      ? say['team-form.week']({
          what: settings.hasSummary ? (settings.hasBoard ? 'both' : 'summary') : 'board',
          weekday: format.weekday(settings.boardWeekday),
          time: format.time(settings.boardTime),
          zone: settings.zone,
        })
      : say['team-form.no-week'](),
    ...(settings.holidaysOf === undefined
      ? []
      : [say['team-form.holidays']({ place: placeText(settings.holidaysOf, say) })]),
    ...(settings.companyDays.length === 0
      ? []
      : [say['team-form.free-days']({ count: settings.companyDays.length })]),
    ...(settings.tellsLeads ? [say['team-form.ladder']()] : []),
  ]
  return sentences.reduce((before, sentence) => say['form.sentences']({ before, sentence }))
}
