import { placesInUse } from '../../db/places-in-use.ts'
import { allWorkspaces } from '../../db/workspaces.ts'
import type { Deps } from './deps.ts'

/** Reads the calendars that are in use before anything waits for one within a transaction. */
export async function readHolidays(deps: Deps): Promise<void> {
  for (const { id } of await allWorkspaces(deps.db))
    for (const place of await placesInUse(deps.db, id)) await deps.holidays.of(place)
}
