import type { Messages } from '../src/i18n/say.ts'
import { section } from './blocks.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

/** What came of writing the plan. */
export function planTold(isChanged: boolean, say: Messages): Message {
  const text = say[isChanged ? 'plan.saved' : 'plan.unchanged']()
  return { text: spoken(text), blocks: [section(text)] }
}
