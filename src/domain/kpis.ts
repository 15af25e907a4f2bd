import type { Direction, GoalKind, Unit } from './goal.ts'
import type { Cadence } from './types.ts'

/** The catalogue of domain.md §5. Names and explanations are in the message catalogues, under `kpi.<key>.*`. */
export type KpiKey =
  | 'email-sign-ups'
  | 'site-sign-ups'
  | 'gross-margin'
  | 'net-margin'
  | 'revenue'
  | 'deals-won'
  | 'close-rate'
  | 'retention'
  | 'churn'
  | 'revenue-churn'
  | 'acquisition-cost'
  | 'prospecting'
  | 'funnel-flow'
  | 'pipeline'
  | 'sales-cycle'
  | 'growth-ytd'
  | 'first-response'

export interface Kpi {
  readonly key: KpiKey
  readonly kind: Extract<GoalKind, 'reach' | 'cumulative'>
  /** What is better. */
  readonly direction: Exclude<Direction, 'keep'>
  readonly unit: Unit
  readonly cadence: Cadence | 'quarterly'
  /** A percentage that may pass 100 or fall below 0, as growth and margins do. */
  readonly isUnbounded: boolean
}
