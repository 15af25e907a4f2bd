import { numberText } from '../src/domain/coach-fill.ts'
import type { TypedGoal } from '../src/domain/draft.ts'
import { type Goal, planPaths, type Unit } from '../src/domain/goal.ts'
import type { ChannelId } from '../src/domain/types.ts'
import { numberFields } from './measures.ts'

/** A goal as someone would type it into its form: read again, it says the same. */
export function typedGoal(goal: Goal, channel: ChannelId): TypedGoal {
  const hasUnitField = numberFields(goal.measure).unit !== 'none'
  return {
    title: goal.title,
    measure: goal.measure,
    unit: hasUnitField ? typedUnit(goal.unit) : undefined,
    baseline: numberText(goal.baseline),
    target: numberText(goal.target),
    low: numberText(goal.low),
    high: numberText(goal.high),
    kpi: goal.kpi,
    history: goal.history?.map((value) => numberText(value) ?? '-').join('; '),
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
    size: goal.size,
    isAspirational: goal.isAspirational,
    path: planPaths.find((path) => path === goal.curve.kind),
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
