import { z } from 'zod'
import type { TeamSettings } from '../src/domain/people.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import type { ChannelId, LocalDate, MonthlyOn, PersonId, Weekday, Zone } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf, channelId } from './answers.ts'
import { context, divider, quoted, section } from './blocks.ts'
import { choiceInput, formModal, lookupInput, peopleInput, radioInput, timeInput } from './inputs.ts'
import type { ModalView } from './message.ts'
import { refusalText } from './refusal.ts'
import { settingsSummary } from './settings-summary.ts'
import {
  readWorkDays,
  type WorkDayFault,
  workDayErrors,
  workDayFaults,
  workDayFields,
} from './work-days-fields.ts'

export const teamForm = {
  callbackId: 'team.settings',
  /** Looks up IANA zones; a value is the zone. */
  zone: 'team.zone',
  /** Looks up whose public holidays; a value is a place or `noPlace`. */
  place: 'team.place',
} as const

export const teamBlocks = {
  leads: 'leads',
  cadence: 'cadence',
  weekday: 'weekday',
  monthly: 'monthly',
  time: 'time',
  reminders: 'reminders',
  reminderAfter: 'reminder-after',
  window: 'window',
  ladder: 'ladder',
  weekly: 'weekly',
  boardWeekday: 'board-weekday',
  boardTime: 'board-time',
  fiscalMonth: 'fiscal-month',
  zone: 'zone',
} as const

export const teamFormMetadata = z.strictObject({ channel: channelId })
export type TeamFormMetadata = z.infer<typeof teamFormMetadata>

export interface TeamFormParts {
  readonly say: Messages
  readonly channel: ChannelId
  readonly channelName: string
  readonly settings: TeamSettings
  readonly leads: readonly PersonId[]
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[]
const cadences = ['daily', 'weekly', 'two-weekly', 'monthly'] as const
const nths = ['first', 'second', 'third', 'fourth', 'last'] as const
const byDate = 'date' as const satisfies MonthlyOn
const reminderHours = [2, 4, 8, 12, 24, 36, 48, 72]
const windowHours = [12, 24, 36, 48, 72, 96, 120, 168]

export function teamFormView({ say, channel, channelName, settings, leads }: TeamFormParts): ModalView {
  return formModal({
    say,
    callbackId: teamForm.callbackId,
    title: say['team-form.title'](),
    metadata: { channel } satisfies TeamFormMetadata,
    blocks: [
      section(say['team-form.channel']({ channel: quoted(channelName, 80) })),
      context(settingsSummary(settings, say)),
      peopleInput({
        id: teamBlocks.leads,
        label: say['team-form.leads.label'](),
        hint: say['team-form.leads.hint'](),
        filled: leads,
        most: 10,
      }),
      ...askFields(say, settings),
      ...workDayFields(say, settings, teamForm.place, weekdayChoices(say)),
      ...answerFields(say, settings),
      divider(),
      ...boardFields(say, settings),
    ],
  })
}

function askFields(say: Messages, settings: TeamSettings) {
  return [
    choiceInput({
      id: teamBlocks.cadence,
      label: say['team-form.cadence.label'](),
      choices: cadences.map((value) => ({ value, text: say[`team-form.cadence.${value}`]() })),
      filled: settings.cadence,
    }),
    choiceInput({
      id: teamBlocks.weekday,
      label: say['team-form.weekday.label'](),
      hint: say['team-form.weekday.hint'](),
      choices: weekdayChoices(say),
      filled: String(settings.weekday),
    }),
    choiceInput({
      id: teamBlocks.monthly,
      label: say['team-form.monthly.label'](),
      hint: say['team-form.monthly.hint'](),
      choices: monthlyChoices(say),
      filled: settings.monthlyOn === 'date' ? String(settings.monthDay) : settings.monthlyOn,
    }),
    timeInput({
      id: teamBlocks.time,
      label: say['team-form.time.label'](),
      hint: say['team-form.time.hint'](),
      filled: settings.time,
    }),
  ]
}

function answerFields(say: Messages, settings: TeamSettings) {
  return [
    choiceInput({
      id: teamBlocks.reminders,
      label: say['team-form.reminders.label'](),
      choices: [0, 1, 2, 3].map((count) => ({
        value: String(count),
        text: say['team-form.reminders.count']({ count }),
      })),
      filled: String(settings.reminders),
    }),
    choiceInput({
      id: teamBlocks.reminderAfter,
      label: say['team-form.reminder-after.label'](),
      choices: hourChoices(say, reminderHours, settings.reminderAfterHours),
      filled: String(settings.reminderAfterHours),
    }),
    choiceInput({
      id: teamBlocks.window,
      label: say['team-form.window.label'](),
      hint: say['team-form.window.hint'](),
      choices: hourChoices(say, windowHours, settings.windowHours),
      filled: String(settings.windowHours),
    }),
    radioInput({
      id: teamBlocks.ladder,
      label: say['team-form.ladder.label'](),
      hint: say['team-form.ladder.hint'](),
      choices: (['on', 'off'] as const).map((value) => ({ value, text: say[`team-form.ladder.${value}`]() })),
      filled: settings.tellsLeads ? 'on' : 'off',
    }),
  ]
}

function boardFields(say: Messages, settings: TeamSettings) {
  return [
    radioInput({
      id: teamBlocks.weekly,
      label: say['team-form.weekly.label'](),
      hint: say['team-form.weekly.hint'](),
      choices: weeklies.map((value) => ({ value, text: say[`team-form.weekly.${value}`]() })),
      filled: weeklyOf(settings),
    }),
    choiceInput({
      id: teamBlocks.boardWeekday,
      label: say['team-form.board-weekday.label'](),
      choices: weekdayChoices(say),
      filled: String(settings.boardWeekday),
    }),
    timeInput({
      id: teamBlocks.boardTime,
      label: say['team-form.board-time.label'](),
      filled: settings.boardTime,
    }),
    lookupInput({
      id: teamBlocks.zone,
      label: say['team-form.zone.label'](),
      hint: say['team-form.zone.hint'](),
      placeholder: say['form.zone.placeholder'](),
      asks: teamForm.zone,
      least: 2,
      filled: { value: settings.zone, text: settings.zone },
    }),
    choiceInput({
      id: teamBlocks.fiscalMonth,
      label: say['team-form.fiscal-month.label'](),
      hint: say['team-form.fiscal-month.hint'](),
      choices: months.map((month) => ({ value: String(month), text: say.format.monthName(month) })),
      filled: String(settings.fiscalMonth),
    }),
  ]
}

const weeklies = ['both', 'summary', 'board', 'nothing'] as const
type Weekly = (typeof weeklies)[number]
const months = Array.from({ length: 12 }, (_, index) => index + 1)

function weeklyOf({ hasSummary, hasBoard }: TeamSettings): Weekly {
  if (hasSummary) return hasBoard ? 'both' : 'summary'
  return hasBoard ? 'board' : 'nothing'
}

function weekdayChoices(say: Messages) {
  return weekdays.map((day) => ({ value: String(day), text: say.format.weekday(day) }))
}

/** Such weekdays by their word, dates by their number. */
function monthlyChoices(say: Messages) {
  const dates = Array.from({ length: 31 }, (_, index) => index + 1)
  const word = say['team-form.monthly.choice']
  return [
    ...nths.map((on) => ({ value: on as string, text: word({ on, day: 1 }) })),
    ...dates.map((day) => ({ value: String(day), text: word({ on: byDate, day }) })),
  ]
}

/** The usual choices, and the one in force where it is none of them. */
function hourChoices(say: Messages, usual: readonly number[], now: number) {
  const all = [...new Set([...usual, now])].sort((a, b) => a - b)
  return all.map((hours) => ({ value: String(hours), text: say['team-form.hours']({ hours }) }))
}

const weekday = z.coerce.number().pipe(z.literal(weekdays))
const cadence = z.enum(cadences)
const hours = z.coerce.number().int().min(1).max(400)
const month = z.coerce.number().int().min(1).max(12)
const monthDay = z.coerce.number().int().min(1).max(31)
const reminders = z.coerce.number().int().min(0).max(3)

export interface TypedTeamSettings {
  readonly settings: TeamSettings
  readonly leads: readonly PersonId[]
  readonly faults: readonly WorkDayFault[]
}

/** Reads the form back; what it did not show or what Slack left out keeps its present value. `today`: the team's. */
export function readTeamForm(
  values: unknown,
  now: TeamSettings,
  today: LocalDate,
  isDayFirst: boolean,
): TypedTeamSettings {
  const answers = answersOf(values)
  const work = readWorkDays(answers, now, today, isDayFirst)
  const chosen = (block: string, present: number | string) => answers.choice(block) ?? String(present)
  const weekly = z.enum(weeklies).parse(chosen(teamBlocks.weekly, weeklyOf(now)))
  const settings: TeamSettings = {
    cadence: cadence.parse(chosen(teamBlocks.cadence, now.cadence)),
    weekday: weekday.parse(chosen(teamBlocks.weekday, now.weekday)),
    ...monthlyFrom(answers.choice(teamBlocks.monthly), now),
    time: answers.time(teamBlocks.time) ?? now.time,
    reminders: reminders.parse(chosen(teamBlocks.reminders, now.reminders)),
    reminderAfterHours: hours.parse(chosen(teamBlocks.reminderAfter, now.reminderAfterHours)),
    windowHours: hours.parse(chosen(teamBlocks.window, now.windowHours)),
    tellsLeads: chosen(teamBlocks.ladder, now.tellsLeads ? 'on' : 'off') === 'on',
    hasSummary: weekly === 'both' || weekly === 'summary',
    hasBoard: weekly === 'both' || weekly === 'board',
    boardWeekday: weekday.parse(chosen(teamBlocks.boardWeekday, now.boardWeekday)),
    boardTime: answers.time(teamBlocks.boardTime) ?? now.boardTime,
    zone: zone.parse(chosen(teamBlocks.zone, now.zone)),
    fiscalMonth: month.parse(chosen(teamBlocks.fiscalMonth, now.fiscalMonth)),
    ...work.days,
  }
  return {
    leads: answers.people(teamBlocks.leads),
    settings,
    faults: [...work.faults, ...workDayFaults(settings)],
  }
}

/** The day of the month is kept while another way is chosen. */
function monthlyFrom(chosen: string | undefined, now: TeamSettings) {
  const { monthlyOn, monthDay: day } = now
  if (chosen === undefined) return { monthlyOn, monthDay: day }
  const nth = nths.find((one) => one === chosen)
  if (nth !== undefined) return { monthlyOn: nth, monthDay: day }
  return { monthlyOn: byDate, monthDay: monthDay.parse(chosen) }
}

const zone = z.custom<Zone>((value) => typeof value === 'string' && value !== '')

export interface TeamFormFaults {
  readonly hasNoLead?: boolean
  readonly isZoneUnknown?: boolean
  readonly workDays?: readonly WorkDayFault[]
  readonly refusals?: readonly Refusal[]
}

/** Block id -> sentence. */
export function teamFormErrors(
  { hasNoLead, isZoneUnknown, workDays = [], refusals = [] }: TeamFormFaults,
  say: Messages,
) {
  const [refusal] = refusals
  return {
    ...(refusal === undefined ? {} : { [teamBlocks.leads]: refusalText(refusal, say) }),
    ...(hasNoLead === true ? { [teamBlocks.leads]: say['team-form.leads.missing']() } : {}),
    ...(isZoneUnknown === true ? { [teamBlocks.zone]: say['form.zone.unknown']() } : {}),
    ...workDayErrors(workDays, say),
  }
}
