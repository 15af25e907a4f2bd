import type { KnownPlace } from '../src/domain/holidays.ts'
import type { Place } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'

/** `Germany`, `Germany, Bayern`: the country in the reader's language, its part as it calls itself. */
export function placeText(place: Place, say: Messages, part?: KnownPlace['part']): string {
  const [country = place, code] = place.split('-')
  const name = say.format.country(country)
  const inside = part ?? code
  return inside === undefined ? name : say['form.place.part']({ country: name, part: inside })
}
