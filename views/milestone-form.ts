import { z } from 'zod'
import type { Link, Step } from '../src/domain/goal.ts'
import { MOST_PREDECESSORS, type StepDraft, stepWeights } from '../src/domain/milestones.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import type { ItemName, MilestoneSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf, goalId } from './answers.ts'
import { actions, button, quoted, rich, section } from './blocks.ts'
import { choiceInput, dateInput, formModal, lookupsInput, peopleInput, textInput } from './inputs.ts'
import { limits } from './limits.ts'
import type { MessageBlock, ModalView } from './message.ts'
import { milestoneActions, stepId } from './milestone-actions.ts'
import { itemName, stepTitle } from './milestone-words.ts'
import { refusalText } from './refusal.ts'

export const milestoneForm = {
  callbackId: 'milestone.form',
  removeCallbackId: 'milestone.remove-form',
  /** Looks up what a milestone may wait for; a value is a link. */
  asks: 'milestone.after',
  title: 'title',
  due: 'due',
  assignee: 'assignee',
  weight: 'weight',
  after: 'after',
  reason: 'reason',
} as const

export interface MilestoneFormParts {
  readonly sheet: MilestoneSheet
  /** Absent for a new one. */
  readonly step: Step | undefined
  readonly round: number
}

/** One milestone: what, when, who, how much, and after what. */
export function milestoneFormView({ sheet, step, round }: MilestoneFormParts, say: Messages): ModalView {
  const { goal } = sheet
  return formModal({
    say,
    callbackId: milestoneForm.callbackId,
    title: step === undefined ? say['milestone-form.new']() : say['milestone-form.edit'](),
    metadata: { goal: goal.id, ...(step === undefined ? {} : { step: step.id }), round },
    blocks: [
      rich({ text: quoted(say['goal.numbered'](goal), 300), style: { bold: true } }),
      textInput({
        id: milestoneForm.title,
        label: say['milestone-form.title.label'](),
        placeholder: say['milestone-form.title.placeholder'](),
        filled: step?.title,
        hasFocus: step === undefined,
      }),
      dateInput({
        id: milestoneForm.due,
        label: say['milestone-form.due.label'](),
        hint: say['milestone-form.due.hint']({ due: say.format.date(goal.due) }),
        filled: step?.due,
        isOptional: true,
      }),
      peopleInput({
        id: milestoneForm.assignee,
        label: say['milestone-form.assignee.label'](),
        hint: say['milestone-form.assignee.hint'](),
        filled: step?.assignee === undefined ? [] : [step.assignee],
        most: 1,
        isOptional: true,
      }),
      weightInput(step, say),
      afterInput(sheet, step, say),
      ...(step === undefined ? [] : reasonInput(sheet, say)),
      backBlock(say),
    ],
  })
}

/** Asks once more, and why where that has to be said. */
export function milestoneRemovalView(
  { sheet, step, round }: MilestoneFormParts & { readonly step: Step },
  say: Messages,
): ModalView {
  return formModal({
    say,
    callbackId: milestoneForm.removeCallbackId,
    title: say['milestone-form.remove'](),
    submit: say['milestones.remove'](),
    metadata: { goal: sheet.goal.id, step: step.id, round },
    blocks: [
      rich({ text: stepTitle(step), style: { bold: true } }),
      section(say['milestone-form.remove.sure']()),
      ...reasonInput(sheet, say),
      backBlock(say),
    ],
  })
}

function weightInput(step: Step | undefined, say: Messages): MessageBlock {
  return choiceInput({
    id: milestoneForm.weight,
    label: say['milestone-form.weight.label'](),
    choices: stepWeights.map((weight) => ({
      value: String(weight),
      text: say['milestone-form.weight.option']({ weight }),
    })),
    filled: String(step?.weight ?? 1),
  })
}

function afterInput({ rows }: MilestoneSheet, step: Step | undefined, say: Messages): MessageBlock {
  const after = rows.find((row) => row.step.id === step?.id)?.after ?? []
  // What the viewer may not see cannot be shown as chosen.
  const filled = after
    .filter(({ name }) => (name.goal ?? name.step) !== undefined)
    .map(({ link: to, name }) => ({ value: linkValue(to), text: predecessorText(name, say) }))
  return lookupsInput({
    id: milestoneForm.after,
    label: say['milestone-form.after.label'](),
    hint: say['milestone-form.after.hint'](),
    placeholder: say['milestone-form.after.placeholder'](),
    asks: milestoneForm.asks,
    least: 0,
    filled,
    most: MOST_PREDECESSORS,
    isOptional: true,
  })
}

/** Only a locked goal whose milestones count asks for a reason. */
function reasonInput({ goal, isLocked }: MilestoneSheet, say: Messages): readonly MessageBlock[] {
  if (!isLocked || goal.kind !== 'milestone') return []
  return [
    textInput({
      id: milestoneForm.reason,
      label: say['milestone-form.reason.label'](),
      hint: say['milestone-form.reason.hint'](),
      filled: undefined,
      isLong: true,
      isOptional: true,
    }),
  ]
}

const backBlock = (say: Messages) =>
  actions([button({ text: say['milestone-form.back'](), actionId: milestoneActions.back })])

/** Two names share an option's length; one has it alone. */
export function predecessorText(name: ItemName, say: Messages): string {
  const most = name.goal !== undefined && name.step !== undefined ? 32 : limits.optionText
  return quoted(itemName(name, say, most), limits.optionText)
}

/** `goal` or `goal/step`: JSON around both ids would be too long for an option. */
export const linkValue = ({ goal, step }: Link): string => (step === undefined ? goal : `${goal}/${step}`)

const link = z.string().transform((value): Link => {
  const [goal, step] = value.split('/')
  return { goal: goalId.parse(goal), step: step === undefined ? undefined : stepId.parse(step) }
})

const weight = z.coerce.number().pipe(z.literal(stepWeights)).catch(1)

export function readMilestoneForm(values: unknown): StepDraft & { readonly reason: string | undefined } {
  const answers = answersOf(values)
  return {
    title: answers.text(milestoneForm.title) ?? '',
    due: answers.date(milestoneForm.due),
    assignee: answers.people(milestoneForm.assignee)[0],
    weight: weight.parse(answers.choice(milestoneForm.weight)),
    after: answers.choices(milestoneForm.after).map((value) => link.parse(value)),
    reason: answers.text(milestoneForm.reason),
  }
}

export const readRemovalForm = (values: unknown) => answersOf(values).text(milestoneForm.reason)

/** At their fields; a field that was not shown, or what belongs to none, stands at one that always is. */
export function milestoneFormErrors(
  refusals: readonly Refusal[],
  say: Messages,
  shown: readonly string[],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const refusal of refusals) {
    const wanted = fieldOf[refusal.kind] ?? milestoneForm.title
    const field = shown.includes(wanted) ? wanted : (shown[0] ?? milestoneForm.title)
    const before = errors[field]
    const sentence = refusalText(refusal, say)
    errors[field] = before === undefined ? sentence : say['form.sentences']({ before, sentence })
  }
  return errors
}

const fieldOf: Readonly<Partial<Record<Refusal['kind'], string>>> = {
  'milestone-outside': milestoneForm.due,
  'assignee-unable': milestoneForm.assignee,
  'assignee-not-told': milestoneForm.assignee,
  'dependency-unknown': milestoneForm.after,
  'dependency-cycle': milestoneForm.after,
  'reason-needed': milestoneForm.reason,
}
