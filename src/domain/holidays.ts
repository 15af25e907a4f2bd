import type { LocalDate, Place } from './types.ts'

/** Public holidays as the product asks for them; src/holidays.ts reads them from a library. */
export interface Holidays {
  /** From last year through the year after next. A place that is not known has none. */
  of(place: Place): Promise<(date: LocalDate) => boolean>
  places(): Promise<readonly KnownPlace[]>
}

export interface KnownPlace {
  readonly place: Place
  /** In English, for whoever searches by it. */
  readonly countryName: string
  /** The part of it, as it calls itself. */
  readonly part: string | undefined
}

/** For places that were never chosen. */
export const noHolidays: Holidays = { of: async () => () => false, places: async () => [] }
