import { expect, test } from 'vitest'
import type { LocalDate, Place } from '../src/domain/types.ts'
import { createHolidays } from '../src/holidays.ts'
import { instant } from './support/people.ts'

const errors: string[] = []
const quietly = () => {}
const log = {
  debug: quietly,
  info: quietly,
  warn: quietly,
  error: (_: object, text: string) => void errors.push(text),
}
const holidays = createHolidays({ now: () => instant('2026-11-23T12:00Z'), log })
const isFree = async (place: string, date: string) => (await holidays.of(place as Place))(date as LocalDate)

test.each([
  ['DE', '2026-12-25', true],
  ['DE', '2026-05-25', true],
  ['DE', '2026-12-24', false],
  ['DE-BY', '2027-01-06', true],
  ['DE-BE', '2027-01-06', false],
  ['TW', '2026-10-10', true],
  ['TW', '2027-02-06', true],
  ['US', '2026-11-26', true],
  ['US', '2026-11-27', false],
  ['GB-SCT', '2027-01-02', true],
  ['XX', '2026-12-25', false],
])('in %s the %s is a public holiday: %s', async (place, date, expected) => {
  expect(await isFree(place, date)).toBe(expected)
})

test('places have their country and their part as they call themselves, each once', async () => {
  const places = await holidays.places()
  expect(places).toContainEqual({ place: 'DE-BY', countryName: 'Germany', part: 'Bayern' })
  expect(places).toContainEqual({ place: 'TW', countryName: expect.any(String), part: undefined })
  expect(new Set(places.map(({ place }) => place)).size).toBe(places.length)
  expect(errors).toEqual([])
})
