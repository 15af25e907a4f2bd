import { defaultSettings } from '../src/domain/people.ts'
import type { ChannelId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, section } from './blocks.ts'
import { newGoalButton } from './home.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'
import { setUpButton } from './team-actions.ts'

/** The one thing said when the bot is invited: privately, to whoever invited it. */
export function firstContact(
  { id, name }: { readonly id: ChannelId; readonly name: string },
  say: Messages,
): Message {
  const { format } = say
  const hello = say['first.hello']({ channel: name })
  const weekday = format.weekday(defaultSettings.weekday)
  const time = format.time(defaultSettings.time)
  return {
    text: spoken(say['first.text']({ channel: name })),
    blocks: [
      section(hello),
      context(say['first.what']({ weekday, time })),
      actions([setUpButton(id, say['first.set-up']()), newGoalButton(say)]),
    ],
  }
}
