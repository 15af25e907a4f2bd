import type { GoalTerms } from './goal.ts'

/** The terms alone, out of a goal or a draft that has more. */
export function termsOf(from: GoalTerms): GoalTerms {
  return {
    title: from.title,
    measure: from.measure,
    kind: from.kind,
    direction: from.direction,
    unit: from.unit,
    baseline: from.baseline,
    target: from.target,
    low: from.low,
    high: from.high,
    start: from.start,
    due: from.due,
    levers: from.levers,
    why: from.why,
    parent: from.parent,
    firstStep: from.firstStep,
    confidence: from.confidence,
    curve: from.curve,
    steps: from.steps,
    size: from.size,
    isAspirational: from.isAspirational,
    kpi: from.kpi,
    history: from.history,
    verdict: from.verdict,
  }
}
