import type { GoalKind } from '../goal.ts'
import { type KpiKey, kpis } from '../kpis.ts'
import type { UnitSaid } from '../unit.ts'

/** What people call the metrics of the catalogue; the first that fits. */
const names: readonly (readonly [KpiKey, RegExp])[] = [
  ['revenue-churn', /\b(?:revenue|mrr|arr|dollar) churn\b|營收流失/],
  ['churn', /\bchurn(?: rate)?\b|流失率/],
  ['retention', /\b(?:customer |client |user |member )?retention(?: rate)?\b|留存率|續約率|續訂率/],
  ['close-rate', /\b(?:close|closing|win|conversion to sale) rate\b|成交率|贏單率|結案率/],
  ['gross-margin', /\bgross (?:profit )?margins?\b|毛利率/],
  ['net-margin', /\bnet (?:profit )?margins?\b|\bprofit margins?\b|淨利率/],
  [
    'acquisition-cost',
    /\b(?:customer )?acquisition costs?\b|\bcost per acquisition\b|\b(?:cac|cpa)\b|獲客成本/,
  ],
  ['sales-cycle', /\bsales cycle\b|銷售週期/],
  ['first-response', /\bfirst[- ]re(?:sponse|ply)(?: time)?\b|首次回[覆應]/],
  [
    'email-sign-ups',
    /\b(?:e-?mail|newsletter) (?:sign-?ups?|subscribers|subscriptions|list)\b|電子報訂閱|訂閱電子報/,
  ],
  ['site-sign-ups', /\b(?:site|website|web) sign-?ups?\b|網站註冊/],
  ['pipeline', /\b(?:sales )?pipeline(?: value)?\b|商機總額|在途商機/],
  ['deals-won', /\bdeals?(?: won)?\b|成交數|成交案/],
  [
    'revenue',
    /^(?:in )?(?:monthly |quarterly |annual |yearly |new |total |q[1-4] )?(?:sales|revenue|turnover)(?: revenue)?$|^(?:月|季|年|總)?(?:營收|營業額|銷售額|業績)$/,
  ],
]

/** The catalogue's KPI that a metric names, where its unit and way of adding up are the sentence's own. */
export function kpiNamed(
  metric: string | undefined,
  unit: UnitSaid | undefined,
  kind: GoalKind,
): KpiKey | undefined {
  if (metric === undefined) return undefined
  const key = names.find(([, name]) => name.test(metric))?.[0]
  if (key === undefined) return undefined
  const kpi = kpis[key]
  const isUnit =
    unit === undefined
      ? kpi.unit.kind === 'count'
      : unit.kind === kpi.unit.kind || (unit.kind === 'points' && kpi.unit.kind === 'percent')
  const isTime = unit?.kind !== 'time' || (kpi.unit.kind === 'time' && kpi.unit.in === unit.in)
  return isUnit && isTime && kpi.kind === kind ? key : undefined
}
