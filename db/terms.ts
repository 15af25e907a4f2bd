import { z } from 'zod'
import type { GoalTerms, Measure } from '../src/domain/goal.ts'
import type { GoalId, Instant, KpiId, LocalDate, PersonId, StepId } from '../src/domain/types.ts'
import { absent } from './columns.ts'

/** `goal.terms` and `goal_version.terms`: the two columns that hold GoalTerms as JSON. */
export function termsToColumn(terms: GoalTerms): string {
  return JSON.stringify(termsInColumn.parse(terms), (_key, value) => value ?? null)
}

export function termsFromColumn(column: string): GoalTerms {
  const known = lately.get(column)
  if (known !== undefined) return known
  const terms = termsInColumn.parse(JSON.parse(column))
  if (lately.size >= MOST_KEPT) lately.clear()
  lately.set(column, terms)
  return terms
}

/** Terms change seldom and a board reads thousands of them: what was read lately is kept by its text. */
const MOST_KEPT = 10_000
const lately = new Map<string, GoalTerms>()

const measures = [
  'email-sign-ups',
  'site-sign-ups',
  'gross-margin',
  'net-margin',
  'revenue',
  'deals-won',
  'close-rate',
  'retention',
  'churn',
  'revenue-churn',
  'acquisition-cost',
  'prospecting',
  'funnel-flow',
  'pipeline',
  'sales-cycle',
  'growth-ytd',
  'first-response',
  'custom-level',
  'custom-total',
  'custom-cadence',
  'custom-range',
  'deliverable',
] as const satisfies readonly Measure[]

const day = z.string().transform((text) => text as LocalDate)
const share = z.number()

const unit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), noun: absent(z.string()) }),
  z.object({ kind: z.literal('percent') }),
  z.object({ kind: z.literal('currency'), code: z.string() }),
  z.object({ kind: z.literal('time'), in: z.enum(['minutes', 'hours', 'days']) }),
])

const curve = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['linear', 'business-days', 'back-loaded', 's-curve', 'steps']) }),
  z.object({ kind: z.literal('custom'), points: z.array(z.tuple([share, share])) }),
])

const person = z.string().transform((text) => text as PersonId)
const goal = z.string().transform((text) => text as GoalId)
const stepId = z.string().transform((text) => text as StepId)

const step = z.object({
  id: stepId,
  title: z.string(),
  weight: z.number(),
  due: absent(day),
  assignee: absent(person),
  after: z.array(z.object({ goal, step: absent(stepId) })),
  isDone: z.boolean(),
  doneBy: absent(person),
  doneAt: absent(z.number().transform((at) => at as Instant)),
})

const termsInColumn = z.object({
  title: z.string(),
  measure: z.enum(measures),
  kind: z.enum(['reach', 'cumulative', 'cadence', 'maintain', 'milestone']),
  direction: z.enum(['up', 'down', 'keep']),
  unit,
  baseline: absent(z.number()),
  target: absent(z.number()),
  low: absent(z.number()),
  high: absent(z.number()),
  start: day,
  due: day,
  levers: absent(z.string()),
  why: absent(z.string()),
  parent: absent(goal),
  firstStep: absent(z.string()),
  confidence: absent(z.number()),
  curve,
  steps: z.array(step),
  // Goals from before sizes were asked for.
  size: z.enum(['small', 'medium', 'large']).default('medium'),
  isAspirational: z.boolean().default(false),
  kpi: absent(z.string().transform((text) => text as KpiId)),
  history: absent(z.array(absent(z.number()))),
  verdict: absent(z.enum(['comfortable', 'realistic', 'stretch', 'over-ambitious', 'unknown'])),
})
