import type { Person } from '../src/domain/people.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, button, quoted, section } from './blocks.ts'
import { homeActions } from './home.ts'
import type { Message } from './message.ts'

/** Told once to whom Slack gives a zone that cannot be reckoned with here. */
export function zoneLacked(person: Pick<Person, 'zone'>, zone: string, say: Messages): Message {
  return {
    text: say['zone-lacked.text'](),
    blocks: [
      section(say['zone-lacked']({ zone: quoted(zone), instead: person.zone })),
      actions([button({ text: say['home.my-settings'](), actionId: homeActions.mySettings })]),
    ],
  }
}
