import { z } from 'zod'
import type { KpiRefusal, TypedKpi } from '../src/domain/custom-kpi.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf } from './answers.ts'
import { choiceInput, formModal, radioInput, textInput } from './inputs.ts'
import type { ModalView } from './message.ts'

export const kpiForm = { callbackId: 'kpi.new' } as const

const blocks = {
  name: 'name',
  kind: 'kind',
  direction: 'direction',
  unit: 'unit',
  cadence: 'cadence',
  formula: 'formula',
  guard: 'guard',
} as const

const kinds = ['reach', 'cumulative'] as const
const directions = ['up', 'down'] as const
const cadences = ['daily', 'weekly', 'two-weekly', 'monthly'] as const

/** A KPI of the workspace's own. */
export function kpiFormView(say: Messages): ModalView {
  return formModal({
    say,
    callbackId: kpiForm.callbackId,
    title: say['kpi-form.title'](),
    blocks: [
      textInput({
        id: blocks.name,
        label: say['kpi-form.name.label'](),
        placeholder: say['kpi-form.name.placeholder'](),
        filled: undefined,
        hasFocus: true,
      }),
      radioInput({
        id: blocks.kind,
        label: say['kpi-form.kind.label'](),
        choices: kinds.map((value) => ({
          value,
          text: say[`kpi-form.kind.${value}`](),
          description: say[`kpi-form.kind.${value}.more`](),
        })),
        filled: 'reach',
      }),
      radioInput({
        id: blocks.direction,
        label: say['kpi-form.direction.label'](),
        choices: directions.map((value) => ({ value, text: say[`better.${value}`]() })),
        filled: 'up',
      }),
      textInput({
        id: blocks.unit,
        label: say['goal-form.unit.label'](),
        hint: say['goal-form.unit.hint'](),
        placeholder: say['goal-form.unit.placeholder'](),
        filled: undefined,
        isOptional: true,
      }),
      choiceInput({
        id: blocks.cadence,
        label: say['kpi-form.cadence.label'](),
        choices: cadences.map((value) => ({ value, text: say[`read.${value}`]() })),
        filled: 'weekly',
      }),
      textInput({
        id: blocks.formula,
        label: say['kpi-form.formula.label'](),
        placeholder: say['kpi-form.formula.placeholder'](),
        filled: undefined,
        isOptional: true,
      }),
      textInput({
        id: blocks.guard,
        label: say['kpi-form.guard.label'](),
        hint: say['kpi-form.guard.hint'](),
        filled: undefined,
        isOptional: true,
      }),
    ],
  })
}

export function readKpiForm(values: unknown): TypedKpi {
  const answers = answersOf(values)
  return {
    name: answers.text(blocks.name),
    kind: z.enum(kinds).catch('reach').parse(answers.choice(blocks.kind)),
    direction: z.enum(directions).catch('up').parse(answers.choice(blocks.direction)),
    unit: answers.text(blocks.unit),
    cadence: z.enum(cadences).catch('weekly').parse(answers.choice(blocks.cadence)),
    formula: answers.text(blocks.formula),
    guard: answers.text(blocks.guard),
  }
}

/** Everything that can be wrong is wrong with the name. */
export function kpiFormErrors(
  refusal: KpiRefusal | { readonly kind: 'outsider' },
  say: Messages,
): Record<string, string> {
  switch (refusal.kind) {
    case 'name-missing':
      return { [blocks.name]: say['kpi-form.name-missing']() }
    case 'name-taken':
      return { [blocks.name]: say['kpi-form.name-taken']() }
    case 'too-many':
      return { [blocks.name]: say['kpi-form.too-many']({ most: refusal.most }) }
    case 'outsider':
      return { [blocks.name]: say['refusal.outsider']() }
  }
}
