import { z } from 'zod'
import type { TypedGoal } from '../src/domain/draft.ts'
import { planPaths } from '../src/domain/goal.ts'
import { type Answers, answersOf, goalId } from './answers.ts'
import { goalBlocks as blocks, type GoalFormMetadata, goalForm } from './goal-form-ids.ts'
import { measureChosen } from './measures.ts'

export type GoalAnswer = TypedGoal & { readonly reason: string | undefined }

/** Reads back what `goalFormView` asked. A field that was not shown is absent; owner and channel are when editing. */
export function readGoalForm(values: unknown): GoalAnswer {
  const answers = answersOf(values)
  const { measure, kpi } = measureChosen(answers.choice(blocks.measure))
  return {
    title: (answers.text(blocks.title) ?? '').replace(/\s+/g, ' '),
    measure,
    kpi,
    ...numbersOf(answers),
    start: answers.date(blocks.start),
    due: answers.date(blocks.due),
    channel: answers.channel(blocks.channel),
    owner: answers.person(blocks.owner),
    coOwners: answers.people(blocks.coOwners),
    partner: answers.people(blocks.partner)[0],
    visibility: answers.choice(blocks.visibility) === 'private' ? 'private' : 'team',
    levers: answers.text(blocks.levers),
    why: answers.text(blocks.why),
    parent: parentOf(answers.choice(blocks.parent)),
    firstStep: answers.text(blocks.firstStep),
    confidence: readConfidence(answers.choice(blocks.confidence)),
    size: size.parse(answers.choice(blocks.size)),
    isAspirational: answers.choice(blocks.promise) === 'aspirational',
    path: path.parse(answers.choice(blocks.path)),
    reason: answers.text(blocks.reason),
  }
}

/** What to fill a form with that is built anew: what is shown now, and what earlier measures had shown. */
export function refilled(values: unknown, metadata: GoalFormMetadata): GoalAnswer {
  const read = readGoalForm(values)
  const kept = metadata.kept ?? {}
  return {
    ...read,
    unit: read.unit ?? kept.unit,
    baseline: read.baseline ?? kept.baseline,
    target: read.target ?? kept.target,
    low: read.low ?? kept.low,
    high: read.high ?? kept.high,
    history: read.history ?? kept.history,
  }
}

function numbersOf(
  answers: Answers,
): Pick<TypedGoal, 'unit' | 'baseline' | 'target' | 'low' | 'high' | 'history'> {
  return {
    unit: answers.text(blocks.unit) ?? answers.text(blocks.currency),
    baseline: answers.text(blocks.baseline),
    target: answers.text(blocks.target),
    low: answers.text(blocks.low),
    high: answers.text(blocks.high),
    history: answers.text(blocks.history),
  }
}

function parentOf(chosen: string | undefined): TypedGoal['parent'] {
  return chosen === undefined || chosen === goalForm.noParent ? undefined : goalId.parse(chosen)
}

const size = z.enum(['small', 'medium', 'large']).catch('medium')
const path = z.enum(planPaths).optional().catch(undefined)
const confidence = z.coerce.number().int().min(1).max(10)

export function readConfidence(chosen: string | undefined): number | undefined {
  return chosen === undefined || chosen === 'none' ? undefined : confidence.parse(chosen)
}
