import { z } from 'zod'
import { type PlanPart, planParts } from '../src/domain/plan-document.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import type { PlanSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf, teamId } from './answers.ts'
import { formModal, textInput } from './inputs.ts'
import type { ModalView } from './message.ts'
import { refusalText } from './refusal.ts'

export const planForm = { callbackId: 'plan.form' } as const
const versions = z.partialRecord(z.enum(planParts), z.int().min(1))
/** The team, and the version of each part that the form begins with. */
export const planMetadata = z.strictObject({ team: teamId, base: versions })

/** Everything of the plan that people write, in one form. */
export function planFormView({ team, words }: PlanSheet, say: Messages): ModalView {
  return formModal({
    say,
    callbackId: planForm.callbackId,
    title: say['plan.edit'](),
    metadata: {
      team: team.id,
      base: Object.fromEntries([...words].map(([part, { version }]) => [part, version])),
    } satisfies z.infer<typeof planMetadata>,
    blocks: planParts.map((part) =>
      textInput({
        id: part,
        label: say[`plan.part.${part}`](),
        hint: part === 'purpose' ? say['plan.none.purpose']() : say['plan.part.hint'](),
        filled: words.get(part)?.words,
        isLong: true,
        isOptional: true,
      }),
    ),
  })
}

export function readPlanForm(values: unknown): Partial<Record<PlanPart, string>> {
  const answers = answersOf(values)
  return Object.fromEntries(
    planParts.flatMap((part) => {
      const words = answers.text(part)
      return words === undefined ? [] : [[part, words]]
    }),
  )
}

export const planFormErrors = (refusal: Refusal, say: Messages) => ({
  [planParts[0]]: refusalText(refusal, say),
})
