import { z } from 'zod'
import { type LookBackDraft, lessons } from '../src/domain/look-back.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import type { LookBackSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf, goalId } from './answers.ts'
import { quoted, rich } from './blocks.ts'
import { goalName } from './goal-words.ts'
import { choicesInput, formModal, textInput } from './inputs.ts'
import { outcomeLines } from './look-back.ts'
import type { ModalView } from './message.ts'
import { refusalText } from './refusal.ts'

export const lookBackForm = {
  callbackId: 'look-back.form',
  lessons: 'lessons',
  helped: 'helped',
  hindered: 'hindered',
  shared: 'shared',
} as const

export const lookBackMetadata = z.strictObject({ goal: goalId })

/** What came of it stands on top; everything below is optional. */
export function lookBackFormView({ goal, outcome, written }: LookBackSheet, say: Messages): ModalView {
  const words = (id: 'helped' | 'hindered') =>
    textInput({
      id: lookBackForm[id],
      label: say[`look-back.${id}.label`](),
      hint: say['look-back.words.hint'](),
      filled: written?.[id],
      isLong: true,
      isOptional: true,
    })
  return formModal({
    say,
    callbackId: lookBackForm.callbackId,
    title: say['look-back.title'](),
    submit: say['look-back.save'](),
    metadata: { goal: goal.id } satisfies z.infer<typeof lookBackMetadata>,
    blocks: [
      rich(
        { text: quoted(goalName(goal, say), 300), style: { bold: true } },
        `\n${outcomeLines(outcome, goal, say).join('\n')}`,
      ),
      choicesInput({
        id: lookBackForm.lessons,
        label: say['look-back.lessons.label'](),
        choices: lessons.map((value) => ({ value, text: say[`look-back.lesson.${value}`]() })),
        filled: written?.lessons ?? [],
        isOptional: true,
      }),
      words('helped'),
      words('hindered'),
      ...(goal.visibility === 'private' ? [] : [sharedField(written?.isShared === true, say)]),
    ],
  })
}

const sharedField = (isShared: boolean, say: Messages) =>
  choicesInput({
    id: lookBackForm.shared,
    label: say['look-back.shared.label'](),
    choices: [
      {
        value: 'shared',
        text: say['look-back.shared.option'](),
        description: say['look-back.shared.more'](),
      },
    ],
    filled: isShared ? ['shared'] : [],
    isOptional: true,
  })

export function readLookBackForm(values: unknown): LookBackDraft {
  const answers = answersOf(values)
  const tapped = answers.choices(lookBackForm.lessons)
  return {
    helped: answers.text(lookBackForm.helped),
    hindered: answers.text(lookBackForm.hindered),
    lessons: lessons.filter((lesson) => tapped.includes(lesson)),
    isShared: answers.choices(lookBackForm.shared).includes('shared'),
  }
}

export const lookBackErrors = (refusal: Refusal, say: Messages) => ({
  [lookBackForm.helped]: refusalText(refusal, say),
})
