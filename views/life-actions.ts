import type { StaticSelect } from '@slack/types'
import { z } from 'zod'
import type { OccurrenceId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { occurrenceId } from './answers.ts'
import { plain } from './blocks.ts'
import { buttonValue } from './button-value.ts'
import { limits } from './limits.ts'

export const lifeActions = {
  /** A select under each prompt: its option's value is `laterOption`. */
  later: 'life.later',
} as const

const choices = ['1h', '3h', 'tomorrow', 'skip'] as const

export const laterOption = buttonValue({ occurrence: occurrenceId, choice: z.enum(choices) })

/** Put the whole prompt off, or pass it over. */
export function laterSelect(occurrence: OccurrenceId, say: Messages): StaticSelect {
  return {
    type: 'static_select',
    action_id: lifeActions.later,
    placeholder: plain(say['life.later'](), limits.placeholder),
    options: choices.map((choice) => ({
      text: plain(say[`life.later.${choice}`](), limits.optionText),
      value: JSON.stringify({ occurrence, choice }),
    })),
  }
}
