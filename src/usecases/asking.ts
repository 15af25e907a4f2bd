import { type Asking, askingBy, daysOffOf } from '../domain/days-off.ts'
import type { Person, Team } from '../domain/people.ts'
import type { Rule } from '../domain/recurrence.ts'
import type { Deps } from './deps.ts'

type Asks = Pick<
  Team,
  'cadence' | 'weekday' | 'time' | 'monthlyOn' | 'monthDay' | 'workingDays' | 'holidaysOf' | 'companyDays'
>

/** When a team asks a person: by its rule, on their clock, on days when both work. */
export async function askingOf(
  deps: Pick<Deps, 'holidays'>,
  team: Asks,
  person: Pick<Person, 'zone' | 'holidaysOf'>,
): Promise<Asking> {
  const place = person.holidaysOf ?? team.holidaysOf
  const isHoliday = place === undefined ? () => false : await deps.holidays.of(place)
  return askingBy(promptRule(team), person.zone, daysOffOf({ ...team, isHoliday }))
}

function promptRule({ cadence, weekday, time, monthlyOn, monthDay, workingDays }: Asks): Rule {
  return { cadence, weekday, time, monthlyOn, monthDay, workingDays }
}
