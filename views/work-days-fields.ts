import { z } from 'zod'
import type { TeamSettings } from '../src/domain/people.ts'
import { awaySpanIn } from '../src/domain/reply/away-words.ts'
import { addDays } from '../src/domain/time.ts'
import type { LocalDate, Place, Weekday } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import type { Answers } from './answers.ts'
import { quoted } from './blocks.ts'
import { type Choice, choicesInput, lookupInput, textInput } from './inputs.ts'
import { placeText } from './places.ts'

/** On which days a team works: part of the team's form. */

export const workDayBlocks = {
  workingDays: 'working-days',
  holidays: 'holidays',
  companyDays: 'company-days',
} as const

/** What the lookup sends for no public holidays; a select of Slack's cannot be emptied. */
export const noPlace = 'none'

export type WorkDays = Pick<TeamSettings, 'workingDays' | 'holidaysOf' | 'companyDays'>

/** More are a mistake in a range. */
const MOST_COMPANY_DAYS = 100

export function workDayFields(
  say: Messages,
  days: WorkDays,
  asks: string,
  weekdayChoices: readonly Choice[],
) {
  return [
    choicesInput({
      id: workDayBlocks.workingDays,
      label: say['team-form.working-days.label'](),
      hint: say['team-form.working-days.hint'](),
      choices: weekdayChoices,
      filled: days.workingDays.map(String),
    }),
    lookupInput({
      id: workDayBlocks.holidays,
      label: say['team-form.holidays.label'](),
      hint: say['team-form.holidays.hint'](),
      placeholder: say['form.place.placeholder'](),
      asks,
      least: 0,
      filled: {
        value: days.holidaysOf ?? noPlace,
        text: days.holidaysOf === undefined ? say['form.place.none']() : placeText(days.holidaysOf, say),
      },
    }),
    textInput({
      id: workDayBlocks.companyDays,
      label: say['team-form.company-days.label'](),
      hint: say['team-form.company-days.hint'](),
      filled: days.companyDays.join(', '),
      isLong: true,
      isOptional: true,
    }),
  ]
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[]
const weekday = z.coerce.number().pipe(z.literal(weekdays))
const place = z.custom<Place>((value) => typeof value === 'string')

export type WorkDayFault =
  | { readonly is: 'no-days' | 'place-unknown' }
  | { readonly is: 'not-a-work-day'; readonly weekday: Weekday }
  | { readonly is: 'unreadable'; readonly typed: string }

/** `today`: the team's. A day that cannot be read is a fault, not left out. */
export function readWorkDays(
  answers: Answers,
  now: WorkDays,
  today: LocalDate,
  isDayFirst: boolean,
): { readonly days: WorkDays; readonly faults: readonly WorkDayFault[] } {
  const chosen = answers.choices(workDayBlocks.workingDays)
  const isShown = answers.ids.includes(workDayBlocks.workingDays)
  const typed = datesIn(answers.text(workDayBlocks.companyDays) ?? '', today, isDayFirst)
  const of = answers.choice(workDayBlocks.holidays)
  return {
    days: {
      workingDays: isShown ? chosen.map((day) => weekday.parse(day)) : now.workingDays,
      holidaysOf: of === undefined ? now.holidaysOf : placeIn(of),
      companyDays: isShown ? typed.dates : now.companyDays,
    },
    faults: typed.unreadable === undefined ? [] : [{ is: 'unreadable', typed: typed.unreadable }],
  }
}

export const placeIn = (chosen: string): Place | undefined =>
  chosen === noPlace ? undefined : place.parse(chosen)

/** A question on a day on which nobody works would never come. */
export function workDayFaults({
  workingDays,
  cadence,
  weekday: asked,
  monthlyOn,
}: Pick<TeamSettings, 'workingDays' | 'cadence' | 'weekday' | 'monthlyOn'>): readonly WorkDayFault[] {
  if (workingDays.length === 0) return [{ is: 'no-days' }]
  const isByDay = cadence === 'daily' || (cadence === 'monthly' && monthlyOn === 'date')
  return isByDay || workingDays.includes(asked) ? [] : [{ is: 'not-a-work-day', weekday: asked }]
}

/** Block id -> sentence. */
export function workDayErrors(faults: readonly WorkDayFault[], say: Messages): Record<string, string> {
  return Object.fromEntries(faults.map((fault) => errorOf(fault, say)))
}

function errorOf(fault: WorkDayFault, say: Messages): [block: string, sentence: string] {
  switch (fault.is) {
    case 'no-days':
      return [workDayBlocks.workingDays, say['team-form.working-days.none']()]
    case 'not-a-work-day': {
      const weekdayName = say.format.weekday(fault.weekday)
      return [workDayBlocks.workingDays, say['team-form.working-days.not-asked']({ weekday: weekdayName })]
    }
    case 'place-unknown':
      return [workDayBlocks.holidays, say['form.place.unknown']()]
    case 'unreadable':
      return [
        workDayBlocks.companyDays,
        say['team-form.company-days.unreadable']({ typed: quoted(fault.typed) }),
      ]
  }
}

/** `24 Dec, 2026-12-28 to 2026-12-31`; days that are over are dropped. The first part that cannot be read is named. */
function datesIn(
  text: string,
  today: LocalDate,
  isDayFirst: boolean,
): { readonly dates: readonly LocalDate[]; readonly unreadable: string | undefined } {
  const parts = text
    .split(/[,;、，；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map((part) => daysIn(part, today, isDayFirst))
  const unreadable = parts[read.indexOf(undefined)]
  if (unreadable !== undefined) return { dates: [], unreadable }
  const dates = new Set(read.flatMap((days) => days ?? []).filter((date) => date >= today))
  return { dates: [...dates].toSorted(), unreadable: undefined }
}

/** One day or a range of them; a bare number is neither. */
function daysIn(part: string, today: LocalDate, isDayFirst: boolean): readonly LocalDate[] | undefined {
  const span = /^\d+$/.test(part) ? undefined : awaySpanIn(part, addDays(today, -1), isDayFirst)
  if (span?.back === undefined || span.back <= span.from) return undefined
  if (span.back > addDays(span.from, MOST_COMPANY_DAYS)) return undefined
  const days: LocalDate[] = []
  for (let date = span.from; date < span.back; date = addDays(date, 1)) days.push(date)
  return days
}
