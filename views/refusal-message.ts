import type { Refusal } from '../src/domain/refusals.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, section } from './blocks.ts'
import { newGoalButton } from './home.ts'
import type { Message } from './message.ts'
import { refusalText } from './refusal.ts'

/** A refusal where no field can show it, with the way on where there is one. */
export function refusalMessage(refusal: Refusal, say: Messages): Message {
  const text = refusalText(refusal, say)
  const way = refusal.kind === 'no-goals' ? [actions([newGoalButton(say)])] : []
  return { text, blocks: [section(text), ...way] }
}
