import { z } from 'zod'
import type { Goal } from '../src/domain/goal.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf, goalId } from './answers.ts'
import { quoted, rich } from './blocks.ts'
import { formModal, radioInput, textInput } from './inputs.ts'
import type { ModalView } from './message.ts'
import { refusalText } from './refusal.ts'

export const closeForm = {
  callbackId: 'goal.close-form',
  as: 'as',
  value: 'value',
  note: 'note',
} as const

export const closeFormMetadata = z.strictObject({ goal: goalId })
export type CloseFormMetadata = z.infer<typeof closeFormMetadata>

export type Ending = 'reached' | 'retired'

export interface CloseFormParts {
  readonly say: Messages
  readonly goal: Pick<Goal, 'id' | 'number' | 'title' | 'kind' | 'unit' | 'last'>
  /** Chosen beforehand: by the `Close as reached` button. */
  readonly as: Ending
}

/** Asks how a goal ends; its last value too, where it has one. */
export function closeFormView({ say, goal, as }: CloseFormParts): ModalView {
  return formModal({
    say,
    callbackId: closeForm.callbackId,
    title: say['close-form.title'](),
    submit: say['close-form.submit'](),
    metadata: { goal: goal.id } satisfies CloseFormMetadata,
    blocks: [
      rich({ text: quoted(say['goal.numbered'](goal), 300), style: { bold: true } }),
      radioInput({
        id: closeForm.as,
        label: say['close-form.as.label'](),
        choices: (['reached', 'retired'] as const).map((value) => ({
          value,
          text: say[`close-form.as.${value}`](),
          description: say[`close-form.as.${value}.more`](),
        })),
        filled: as,
      }),
      ...(goal.kind === 'milestone' ? [] : [valueField(say, goal)]),
      textInput({
        id: closeForm.note,
        label: say['close-form.note.label'](),
        hint: say['close-form.note.hint'](),
        filled: undefined,
        isLong: true,
        isOptional: true,
      }),
    ],
  })
}

function valueField(say: Messages, goal: CloseFormParts['goal']) {
  const last = goal.last && say.format.amount(goal.last.value, goal.unit)
  return textInput({
    id: closeForm.value,
    label: say['close-form.value.label'](),
    hint: say['close-form.value.hint'](),
    ...(last === undefined ? {} : { placeholder: last }),
    filled: undefined,
    isOptional: true,
  })
}

const ending = z.enum(['reached', 'retired']).default('retired')

export function readCloseForm(values: unknown) {
  const answers = answersOf(values)
  return {
    as: ending.parse(answers.choice(closeForm.as)),
    /** As typed; absent keeps the last value. */
    value: answers.text(closeForm.value),
    note: answers.text(closeForm.note),
  }
}

/** What is wrong with the number stands at it, everything else at the choice. */
export function closeFormErrors(refusals: readonly Refusal[], say: Messages, goal: Pick<Goal, 'kind'>) {
  const errors: Record<string, string> = {}
  for (const refusal of refusals) {
    const isAboutValue = 'field' in refusal && goal.kind !== 'milestone'
    errors[isAboutValue ? closeForm.value : closeForm.as] ??= refusalText(refusal, say)
  }
  return errors
}
