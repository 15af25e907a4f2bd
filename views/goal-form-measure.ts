import type { Measure, Unit } from '../src/domain/goal.ts'
import { isKpi, kpis, measureFacts } from '../src/domain/kpis.ts'
import type { Messages } from '../src/i18n/say.ts'
import { context } from './blocks.ts'
import type { GoalFormParts } from './goal-form.ts'
import { goalBlocks as blocks, goalForm, told } from './goal-form-ids.ts'
import { groupedInput, textInput } from './inputs.ts'
import { ownFacts } from './kpi-list.ts'
import { allGroups, kpiValue, measureFormula, numberFields, unitName } from './measures.ts'
import type { MessageBlock } from './message.ts'

/** The measure and the fields that follow from it. */
export function measureFields(parts: GoalFormParts): readonly MessageBlock[] {
  const { say, measure, ownKpis = [], filled } = parts
  const own = ownKpis.find(({ id }) => id === filled.kpi)
  const fields = numberFields(measure)
  return [
    groupedInput({
      id: blocks.measure,
      label: say['goal-form.measure.label'](),
      groups: allGroups(ownKpis, say),
      filled: own === undefined ? measure : kpiValue(own),
      tells: goalForm.measure,
    }),
    context(own === undefined ? explained(measure, say) : ownFacts(own, say)),
    ...unitField(parts, fields.unit),
    ...baselineField(parts, fields.baseline),
    ...targetField(parts, fields),
    ...(fields.hasBounds ? boundFields(parts) : []),
    ...(fields.hasHistory ? historyField(parts) : []),
  ]
}

/** `Lower is better · percent · usually read monthly`, so that nobody has to know the catalogue. */
function explained(measure: Measure, say: Messages): string {
  const { direction, unit, kind } = measureFacts(measure)
  const better = kind === 'milestone' ? [] : [say[`better.${direction ?? 'either'}`]()]
  const counted = unit === undefined || kind === 'milestone' ? [] : [unitName(unit, say)]
  const read = isKpi(measure) ? [say[`read.${kpis[measure].cadence}`]()] : []
  const watched = isKpi(measure) ? [say['kpi.watch']({ guard: say[`kpi.${measure}.guard`]() })] : []
  return [measureFormula(measure, say), ...better, ...counted, ...read, ...watched].join(' · ')
}

function unitField(
  { say, filled }: GoalFormParts,
  asked: 'unit' | 'currency' | 'none',
): readonly MessageBlock[] {
  if (asked === 'none') return []
  // A unit typed for another measure is no currency.
  const isFitting = asked === 'unit' || /^\p{L}{3}$|^\p{Sc}$/u.test(filled.unit ?? '')
  return [
    textInput({
      id: blocks[asked],
      label: say[`goal-form.${asked}.label`](),
      hint: say[`goal-form.${asked}.hint`](),
      placeholder: say[`goal-form.${asked}.placeholder`](),
      filled: isFitting ? filled.unit : undefined,
      isOptional: true,
      tells: told(asked),
    }),
  ]
}

function baselineField(
  { say, filled, measure }: GoalFormParts,
  meaning: 'today' | 'already' | 'none',
): readonly MessageBlock[] {
  if (meaning === 'none') return []
  return [
    textInput({
      id: blocks.baseline,
      label: say[`goal-form.baseline.${meaning}.label`](),
      hint: say[`goal-form.baseline.${meaning}.hint`](),
      placeholder: meaning === 'already' ? say.format.number(0) : example(measure, say),
      filled: filled.baseline,
      tells: told('baseline'),
      isOptional: meaning === 'already',
    }),
  ]
}

function targetField(
  { say, filled, measure }: GoalFormParts,
  fields: ReturnType<typeof numberFields>,
): readonly MessageBlock[] {
  if (fields.target === 'none') return []
  const meaning = fields.baseline === 'already' ? 'already' : fields.target
  return [
    textInput({
      id: blocks.target,
      label: say[`goal-form.target.${meaning}.label`](),
      hint: say[`goal-form.target.${meaning}.hint`](),
      ...(fields.baseline === 'today' ? {} : { placeholder: example(measure, say) }),
      filled: filled.target,
      tells: told('target'),
    }),
  ]
}

function historyField({ say, filled }: GoalFormParts): readonly MessageBlock[] {
  return [
    textInput({
      id: blocks.history,
      label: say['goal-form.history.label'](),
      hint: say['goal-form.history.hint'](),
      placeholder: say['goal-form.history.placeholder'](),
      filled: filled.history,
      isOptional: true,
      tells: told('history'),
    }),
  ]
}

function boundFields({ say, filled }: GoalFormParts): readonly MessageBlock[] {
  return [
    textInput({
      id: blocks.low,
      label: say['goal-form.low.label'](),
      hint: say['goal-form.low.hint'](),
      filled: filled.low,
      tells: told('low'),
      isOptional: true,
    }),
    textInput({
      id: blocks.high,
      label: say['goal-form.high.label'](),
      filled: filled.high,
      tells: told('high'),
      isOptional: true,
    }),
  ]
}

function example(measure: Measure, say: Messages): string {
  const unit: Unit = measureFacts(measure).unit ?? { kind: 'count', noun: undefined }
  return say[`example.${unit.kind === 'time' ? unit.in : unit.kind}`]()
}
