import { z } from 'zod'
import type { TypedGoal } from '../src/domain/draft.ts'
import { planPaths } from '../src/domain/goal.ts'
import type { KpiId } from '../src/domain/types.ts'
import { channelId, goalId, personId } from './answers.ts'
import { type GoalFormMetadata, goalFormMetadata } from './goal-form-ids.ts'
import { measureChosen } from './measures.ts'

/** A new goal's form as it was left: kept as JSON, so that it opens again as it was. */
export interface GoalDraftForm {
  readonly filled: Partial<TypedGoal>
  readonly measure: TypedGoal['measure']
  readonly metadata: GoalFormMetadata
}

const words = z.string().optional()
/** The compiler asks for a field of the form that is missing here: it would be lost with the window. */
const fields = {
  title: words,
  unit: words,
  baseline: words,
  target: words,
  low: words,
  high: words,
  history: words,
  kpi: z.custom<KpiId>((value) => typeof value === 'string').optional(),
  start: words,
  due: words,
  channel: channelId.optional(),
  owner: personId.optional(),
  coOwners: z.array(personId).optional(),
  partner: personId.optional(),
  visibility: z.enum(['team', 'private']).optional(),
  levers: words,
  why: words,
  parent: goalId.optional(),
  firstStep: words,
  confidence: z.number().optional(),
  size: z.enum(['small', 'medium', 'large']).optional(),
  path: z.enum(planPaths).optional(),
  isAspirational: z.boolean().optional(),
} satisfies Readonly<Record<Exclude<keyof TypedGoal, 'measure'>, z.ZodType>>
const inColumn = z.object({
  filled: z.object(fields),
  measure: z.string().transform((value) => measureChosen(value).measure),
  metadata: goalFormMetadata,
})

export const draftToColumn = ({ filled, measure, metadata }: GoalDraftForm): string =>
  JSON.stringify({ filled, measure, metadata })

/** Undefined where another version wrote it and this one cannot read it. */
export function draftFromColumn(column: string): GoalDraftForm | undefined {
  const read = inColumn.safeParse(column === '' ? undefined : JSON.parse(column))
  if (!read.success) return undefined
  const known = Object.entries(read.data.filled).filter(([, value]) => value !== undefined)
  return { ...read.data, filled: Object.fromEntries(known) }
}

/** Whoever has typed nothing yet has begun nothing. */
export function isBegun({ title, baseline, target, levers, why, firstStep }: Partial<TypedGoal>): boolean {
  return [title, baseline, target, levers, why, firstStep].some((typed) => (typed ?? '').trim() !== '')
}
