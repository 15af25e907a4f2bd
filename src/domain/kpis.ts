import type { Direction, GoalKind, Measure, Unit } from './goal.ts'
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

const percent: Unit = { kind: 'percent' }
/** The code stands in until the goal names its own currency. */
const money: Unit = { kind: 'currency', code: 'USD' }
const count = (noun: string): Unit => ({ kind: 'count', noun })

/** `sum` adds up over the window; `level` is the last reading, which is how a rate is told as well. */
const sum = (key: KpiKey, unit: Unit, cadence: Kpi['cadence'] = 'weekly'): Kpi => {
  return { key, kind: 'cumulative', direction: 'up', unit, cadence, isUnbounded: false }
}
const level = (
  key: KpiKey,
  direction: Kpi['direction'],
  unit: Unit,
  cadence: Kpi['cadence'],
  isUnbounded = false,
): Kpi => ({ key, kind: 'reach', direction, unit, cadence, isUnbounded })

/** In the order the form lists them. */
export const kpis: Readonly<Record<KpiKey, Kpi>> = {
  revenue: sum('revenue', money),
  'deals-won': sum('deals-won', count('deals')),
  'close-rate': level('close-rate', 'up', percent, 'weekly'),
  pipeline: level('pipeline', 'up', money, 'weekly'),
  prospecting: sum('prospecting', count('activities')),
  'funnel-flow': level('funnel-flow', 'up', percent, 'weekly'),
  'sales-cycle': level('sales-cycle', 'down', { kind: 'time', in: 'days' }, 'monthly'),
  'email-sign-ups': sum('email-sign-ups', count('sign-ups')),
  'site-sign-ups': sum('site-sign-ups', count('sign-ups')),
  retention: level('retention', 'up', percent, 'monthly'),
  churn: level('churn', 'down', percent, 'monthly'),
  'revenue-churn': level('revenue-churn', 'down', percent, 'monthly'),
  'acquisition-cost': level('acquisition-cost', 'down', money, 'monthly'),
  'gross-margin': level('gross-margin', 'up', percent, 'monthly', true),
  'net-margin': level('net-margin', 'up', percent, 'monthly', true),
  'growth-ytd': level('growth-ytd', 'up', percent, 'monthly', true),
  'first-response': level('first-response', 'down', { kind: 'time', in: 'hours' }, 'weekly'),
}

export interface MeasureFacts {
  readonly kind: GoalKind
  /** Absent where the goal's own numbers say which way is better. */
  readonly direction: Direction | undefined
  /** Absent where the person names the unit. */
  readonly unit: Unit | undefined
  /** Percentages may pass 100 or fall below 0. */
  readonly isUnbounded: boolean
}

/** Of a measure of one's own nobody knows whether 110 % is possible, so it is not refused. */
const custom: Readonly<Record<Exclude<Measure, KpiKey>, MeasureFacts>> = {
  'custom-level': { kind: 'reach', direction: undefined, unit: undefined, isUnbounded: true },
  'custom-total': { kind: 'cumulative', direction: 'up', unit: undefined, isUnbounded: true },
  'custom-cadence': { kind: 'cadence', direction: 'up', unit: undefined, isUnbounded: true },
  'custom-range': { kind: 'maintain', direction: 'keep', unit: undefined, isUnbounded: true },
  deliverable: {
    kind: 'milestone',
    direction: 'up',
    unit: { kind: 'count', noun: undefined },
    isUnbounded: false,
  },
}

/** What choosing a measure settles about a goal. */
export const measureFacts = (measure: Measure): MeasureFacts =>
  isKpi(measure) ? kpis[measure] : custom[measure]

export const isKpi = (measure: Measure): measure is KpiKey => Object.hasOwn(kpis, measure)
