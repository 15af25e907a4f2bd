import { expect, test } from 'vitest'
import { isKpi, kpis, measureFacts } from '../../src/domain/kpis.ts'

test('the catalogue holds seventeen measures, each under its own key', () => {
  expect(Object.keys(kpis)).toHaveLength(17)
  for (const [key, kpi] of Object.entries(kpis)) expect(kpi.key).toBe(key)
})

test.each([
  ['email-sign-ups', 'cumulative', 'up', 'count'],
  ['site-sign-ups', 'cumulative', 'up', 'count'],
  ['gross-margin', 'reach', 'up', 'percent'],
  ['net-margin', 'reach', 'up', 'percent'],
  ['revenue', 'cumulative', 'up', 'currency'],
  ['deals-won', 'cumulative', 'up', 'count'],
  ['close-rate', 'reach', 'up', 'percent'],
  ['retention', 'reach', 'up', 'percent'],
  ['churn', 'reach', 'down', 'percent'],
  ['revenue-churn', 'reach', 'down', 'percent'],
  ['acquisition-cost', 'reach', 'down', 'currency'],
  ['prospecting', 'cumulative', 'up', 'count'],
  ['funnel-flow', 'reach', 'up', 'percent'],
  ['pipeline', 'reach', 'up', 'currency'],
  ['sales-cycle', 'reach', 'down', 'time'],
  ['growth-ytd', 'reach', 'up', 'percent'],
  ['first-response', 'reach', 'down', 'time'],
] as const)('%s is a %s goal that goes %s, in %s (domain.md §5)', (key, kind, direction, unit) => {
  expect(measureFacts(key)).toMatchObject({ kind, direction, unit: { kind: unit } })
})

test('growth and margins may pass the ends of a percentage, rates may not', () => {
  const unbounded = Object.values(kpis).filter((kpi) => kpi.isUnbounded)
  expect(unbounded.map((kpi) => kpi.key).sort()).toEqual(['gross-margin', 'growth-ytd', 'net-margin'])
})

test.each([
  ['custom-level', 'reach'],
  ['custom-total', 'cumulative'],
  ['custom-cadence', 'cadence'],
  ['custom-range', 'maintain'],
  ['deliverable', 'milestone'],
] as const)('%s is no catalogue measure but a %s goal', (measure, kind) => {
  expect(isKpi(measure)).toBe(false)
  expect(measureFacts(measure).kind).toBe(kind)
})
