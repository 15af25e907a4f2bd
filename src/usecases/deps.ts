import type { Db } from '../../db/schema.ts'
import type { Holidays } from '../domain/holidays.ts'
import type { Clock } from '../domain/types.ts'

/** What every use case gets: the database, the clock and where ids come from. */
export interface Deps {
  readonly db: Db
  readonly now: Clock
  /** UUIDv7 text. */
  readonly newId: () => string
  readonly holidays: Holidays
}
