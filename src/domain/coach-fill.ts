import type { Fix } from './coach.ts'
import type { TypedGoal } from './draft.ts'
import type { Measure } from './goal.ts'
import { isKpi, measureFacts } from './kpis.ts'
import { type GoalSentence, targetFrom, valueTyped } from './quick-create.ts'
import { splitGoals } from './smart/goal-text.ts'
import { unitSaid } from './unit.ts'

/** The form after a tap; nothing that was typed is lost. */
export interface Filled {
  readonly typed: Partial<TypedGoal>
  readonly measure: Measure
  /** The second of two goals, for the form after this one. */
  readonly next: string | undefined
}

/** `sentence` is what the title says, for `fill`. */
export function fixed(typed: Partial<TypedGoal>, measure: Measure, fix: Fix, sentence: GoalSentence): Filled {
  switch (fix.kind) {
    case 'due':
      return { typed: { ...typed, due: fix.due }, measure, next: undefined }
    case 'target':
      return { typed: { ...typed, target: numberText(fix.target) }, measure, next: undefined }
    case 'split': {
      const parts = splitGoals(typed.title ?? '')
      if (parts === undefined) return { typed, measure, next: undefined }
      return { typed: { ...typed, title: parts[0], due: typed.due ?? sentence.due }, measure, next: parts[1] }
    }
    case 'fill':
      return { ...filledFrom(typed, measure, sentence), next: undefined }
  }
}

/** What a sentence says goes into the fields that are still empty. */
export function filledFrom(
  typed: Partial<TypedGoal>,
  measure: Measure,
  sentence: GoalSentence,
): Omit<Filled, 'next'> {
  const chosen = isKpi(measure) || isSameKind(measure, sentence) ? measure : sentence.measure
  const text = (own: string | undefined, said: string | undefined) =>
    own === undefined || own.trim() === '' ? said : own
  const baseline = text(typed.baseline, numberText(sentence.baseline))
  const isOther = (own: string | undefined, said: string | undefined) =>
    said !== undefined && own !== undefined && own.trim() !== '' && own !== said
  const isKept = isOther(typed.due, sentence.due) || isOther(typed.levers, sentence.lever)
  return {
    measure: chosen,
    typed: {
      ...typed,
      // Phrases that fields have another answer to stay where they were typed.
      title: isKept ? (typed.title ?? sentence.title) : sentence.title,
      unit: text(
        typed.unit,
        measureFacts(chosen).unit?.kind === 'currency' ? currencyOf(sentence) : unitFor(chosen, sentence),
      ),
      baseline,
      target: text(typed.target, numberText(targetOf(sentence, valueTyped(baseline)))),
      low: text(typed.low, numberText(sentence.low)),
      high: text(typed.high, numberText(sentence.high)),
      due: text(typed.due, sentence.due),
      levers: text(typed.levers, sentence.lever),
      why: text(typed.why, sentence.why),
    },
  }
}

/** Of a measure of one's own; the form's first offer gives way to any that the sentence names. */
const isSameKind = (measure: Measure, sentence: GoalSentence) =>
  !isKpi(sentence.measure) && measureFacts(measure).kind === sentence.kind

/** A catalogue KPI brings its unit along. */
const unitFor = (measure: Measure, { unit }: GoalSentence) =>
  isKpi(measure) || measure === 'deliverable' ? undefined : unit

const currencyOf = ({ unit }: GoalSentence) =>
  unit !== undefined && unitSaid(unit)?.kind === 'currency' ? unit : undefined

/** Five working days make a week; what is said of a month or longer has no weekly amount. */
function targetOf(sentence: GoalSentence, baseline: number | undefined): number | undefined {
  const { target, change, every, kind } = sentence
  if (change !== undefined) return baseline === undefined ? undefined : targetFrom(change, baseline)
  if (kind !== 'cadence' || target === undefined) return target
  if (every === 'week') return target
  return every === 'day' ? target * 5 : undefined
}

const digits = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 15 })

/** As someone would type it: three decimals get a fourth, since `1.234` may as well be a thousand. */
export function numberText(value: number | undefined): string | undefined {
  return value === undefined
    ? undefined
    : digits.format(value).replace(/^-?\d+\.\d{3}$/, (number) => `${number}0`)
}
