import type { KnownPlace } from '../src/domain/holidays.ts'
import type { Place } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import type { Option } from '../src/slack/feature.ts'
import { placeText } from '../views/places.ts'
import type { CommandDeps } from './deps.ts'

/** Slack shows no more. */
const MOST = 100

/** Places whose name, in the reader's language or as they call themselves, or whose code has every typed word; `first` leads. */
export async function placesLike(
  deps: CommandDeps,
  typed: string,
  say: Messages,
  first: Option,
): Promise<readonly Option[]> {
  const words = typed
    .toLowerCase()
    .split(/[\s,_/-]+/)
    .filter((word) => word !== '')
  const named = (await deps.holidays.places()).map((one) => ({
    one,
    text: placeText(one.place, say, one.part),
  }))
  const found = named.filter(({ one, text }) => matches(one, text, words))
  const options = found.map(({ one, text }) => ({ text, value: one.place }))
  // Countries before their parts: whoever types `germany` means the country more often.
  const sorted = options.toSorted(
    (a, b) => a.value.length - b.value.length || a.text.localeCompare(b.text, say.language),
  )
  return [first, ...sorted].slice(0, MOST)
}

function matches({ place, countryName }: KnownPlace, text: string, words: readonly string[]): boolean {
  const name = `${text} ${place} ${countryName}`.toLowerCase()
  return words.every((word) => name.includes(word))
}

/** Its calendar is read as well, before anything waits for it within a transaction. */
export async function isPlace(deps: CommandDeps, chosen: Place): Promise<boolean> {
  const isKnown = (await deps.holidays.places()).some(({ place }) => place === chosen)
  if (isKnown) await deps.holidays.of(chosen)
  return isKnown
}
