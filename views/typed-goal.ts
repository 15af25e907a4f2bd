import type { TypedGoal } from '../src/domain/draft.ts'
import type { Goal, Unit } from '../src/domain/goal.ts'
import type { ChannelId } from '../src/domain/types.ts'
import { numberFields } from './measures.ts'

/** A goal as someone would type it into its form: read again, it says the same. */
export function typedGoal(goal: Goal, channel: ChannelId): TypedGoal {
  const hasUnitField = numberFields(goal.measure).unit !== 'none'
  return {
    title: goal.title,
    measure: goal.measure,
    unit: hasUnitField ? typedUnit(goal.unit) : undefined,
    baseline: typedNumber(goal.baseline),
    target: typedNumber(goal.target),
    low: typedNumber(goal.low),
    high: typedNumber(goal.high),
    start: goal.start,
    due: goal.due,
    channel,
    owner: goal.owner,
    coOwners: goal.coOwners,
    partner: goal.partner,
    visibility: goal.visibility,
    levers: goal.levers,
    why: goal.why,
    parent: goal.parent,
    firstStep: goal.firstStep,
    confidence: goal.confidence,
  }
}

function typedUnit(unit: Unit): string | undefined {
  switch (unit.kind) {
    case 'percent':
      return '%'
    case 'currency':
      return unit.code
    case 'time':
      return unit.in
    case 'count':
      return unit.noun
  }
}

const digits = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 15 })

/** Three decimals get a fourth, since `1.234` may as well be one thousand two hundred. */
function typedNumber(value: number | undefined): string | undefined {
  return value === undefined
    ? undefined
    : digits.format(value).replace(/^-?\d+\.\d{3}$/, (number) => `${number}0`)
}
