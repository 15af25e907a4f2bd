import { parentPort, workerData } from 'node:worker_threads'
import Holidays, { type HolidaysTypes } from 'date-holidays'
import { z } from 'zod'
import { addDays, DAY_MS } from './domain/time.ts'
import type { LocalDate } from './domain/types.ts'

/** Answers one question about public holidays: loading the data takes most of a second, which nobody shall wait for. */

const asked = z.union([
  z.strictObject({ of: z.string(), years: z.array(z.int()) }),
  z.strictObject({ places: z.literal(true) }),
])

const question = asked.parse(workerData)
parentPort?.postMessage('of' in question ? daysOf(question.of, question.years) : placesOf())

/** Whole days only: some countries keep half of one. */
function daysOf(place: string, years: readonly number[]): string[] {
  const holidays = new Holidays(place)
  const all = years.flatMap((year) => holidays.getHolidays(year))
  const whole = all.filter(({ type, date }) => type === 'public' && date.slice(11, 16) === '00:00')
  return [...new Set(whole.flatMap((one) => [...datesOf(one)]))].toSorted()
}

/** A holiday of several days names its first. */
function* datesOf({
  date,
  start,
  end,
}: Pick<HolidaysTypes.Holiday, 'date' | 'start' | 'end'>): Generator<string> {
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS))
  for (let day = 0; day < days; day += 1) yield addDays(date.slice(0, 10) as LocalDate, day)
}

function placesOf(): { place: string; countryName: string; part: string | undefined }[] {
  const holidays = new Holidays()
  return Object.entries(holidays.getCountries('en')).flatMap(([country, countryName]) => [
    { place: country, countryName, part: undefined },
    ...Object.entries(holidays.getStates(country) ?? {}).map(([code, part]) => ({
      place: `${country}-${code}`,
      countryName,
      part,
    })),
  ])
}
